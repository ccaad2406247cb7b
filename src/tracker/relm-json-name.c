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

#define LENGTH_MAX 24
#define SLOTS 1024 /* so many that most names which nobody asks for find none in theirs */

/* Names by their slot: the first in it, and after each name the next one there. */
static RelmJsonName first[SLOTS];
static RelmJsonName next[G_N_ELEMENTS (names) + 1];
static guint8 lengths[G_N_ELEMENTS (names) + 1];

G_STATIC_ASSERT (G_N_ELEMENTS (names) < G_MAXUINT8);

/* Of a name that is not empty: in most of them these three letters and the length differ from all others. */
static guint
slot_of (const char *member,
         gsize length)
{
  const guint begin = (guchar) member[0];
  const guint middle = (guchar) member[length / 2];
  const guint end = (guchar) member[length - 1];

  return (begin * 37 + middle * 5 + end * 151 + (guint) length * 67) % SLOTS;
}

static void
sort_names (void)
{
  for (guint i = 1; i <= G_N_ELEMENTS (names); i++)
    {
      const char *name = names[i - 1];
      const gsize length = strlen (name);
      const guint slot = slot_of (name, length);

      g_assert (length <= LENGTH_MAX);
      lengths[i] = (guint8) length;
      next[i] = first[slot];
      first[slot] = (RelmJsonName) i;
    }
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
  if (length == 0 || length > LENGTH_MAX)
    return 0;
  for (RelmJsonName name = first[slot_of (member, length)]; name != 0; name = next[name])
    if (lengths[name] == length && memcmp (names[name - 1], member, length) == 0)
      return name;
  return 0;
}
