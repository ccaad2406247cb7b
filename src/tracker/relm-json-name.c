/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-json-name.h"

/* All of them; relm-json-members.c asserts that nothing else is asked for. */
static const char *const names[] = {
  "_links", "accountId", "archived", "assigned_to", "assignee", "assignees", "author", "base", "body", "category", "closed",
  "closed_as_duplicate_of", "closed_at", "closed_on", "color", "created", "created_at", "created_on", "description", "displayName",
  "done_ratio", "draft", "due_date", "due_on", "duedate", "emailAddress", "fields", "fixVersions", "fixed_version", "full_name",
  "html_url", "id", "iid", "isLast", "is_closed", "issue_categories", "issue_type", "issues", "issuetype", "key", "labels", "limit",
  "login", "memberships", "merge_commit_sha", "merged", "merged_at", "milestone", "milestones", "moved_to_id", "name",
  "nextPageToken", "number", "offset", "prerelease", "priority", "published_at", "pull_request", "ref", "releaseDate", "released",
  "released_at", "reporter", "resolution", "resolutiondate", "self", "severity", "sha", "squash_commit_sha", "startAt", "startDate",
  "start_date", "state", "state_reason", "status", "statusCategory", "subject", "summary", "tag_name", "target_branch", "title",
  "total", "total_count", "tracker", "type", "upcoming_release", "updated", "updated_at", "updated_on", "user", "username",
  "versions", "web_url",
};

/* Names by their length, the first of which is at the length before; the last length has none. */
#define LENGTH_MAX 24
static RelmJsonName sorted[G_N_ELEMENTS (names)];
static guint8 begins[LENGTH_MAX + 2];

G_STATIC_ASSERT (G_N_ELEMENTS (names) < G_MAXUINT8);

static void
sort_names (void)
{
  guint n = 0;

  for (gsize length = 0; length <= LENGTH_MAX; length++)
    {
      begins[length] = (guint8) n;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (strlen (names[i]) == length)
          sorted[n++] = (RelmJsonName) (i + 1);
    }
  begins[LENGTH_MAX + 1] = (guint8) n;
  g_assert (n == G_N_ELEMENTS (names));
}

static void
sort_names_once (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sort_names ();
      g_once_init_leave (&once, 1);
    }
}

/**
 * relm_json_name_find:
 * @member: the name of a member; it need not end there
 * @length: of it, in bytes
 *
 * Returns: which of the names it is; 0 when nobody asks for it
 */
RelmJsonName
relm_json_name_find (const char *member,
                     gsize length)
{
  sort_names_once ();
  if (length > LENGTH_MAX)
    return 0;
  for (guint i = begins[length]; i < begins[length + 1]; i++)
    if (memcmp (names[sorted[i] - 1], member, length) == 0)
      return sorted[i];
  return 0;
}
