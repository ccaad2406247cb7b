/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * GitHub, and GitHub Enterprise below /api/v3: https://docs.github.com/rest. Issues and pull requests share their numbers; the
 * list of issues holds both, but without what a pull request became, so that those come from their own list.
 */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-github-map.h"
#include "relm-tracker-service.h"

extern const RelmTrackerService relm_github;

/* What is in the place of an owner and is none. */
static const char *const pages[] = { "apps", "features", "marketplace", "notifications", "orgs", "search", "settings", "topics", "users",
                                     NULL };

static gboolean
recognise (GUri *uri,
           gboolean sure,
           RelmTrackerAddress *address)
{
  const gboolean own = g_ascii_strcasecmp (g_uri_get_host (uri), "github.com") == 0 ||
                       g_ascii_strcasecmp (g_uri_get_host (uri), "www.github.com") == 0;
  g_auto (GStrv) parts = g_strsplit (g_uri_get_path (uri), "/", 4);
  g_autofree char *root = relm_tracker_address_dup_root (uri, NULL);

  if ((!own && !sure) || g_strv_length (parts) < 3 || *parts[1] == '\0' || *parts[2] == '\0' ||
      g_strv_contains (pages, parts[1]))
    return FALSE;
  if (g_str_has_suffix (parts[2], ".git"))
    parts[2][strlen (parts[2]) - strlen (".git")] = '\0';
  address->base = own ? g_strdup ("https://api.github.com") : g_strconcat (root, "/api/v3", NULL);
  address->project = g_strdup_printf ("%s/%s", parts[1], parts[2]);
  address->web = own ? g_strconcat ("https://github.com/", address->project, NULL) : g_strconcat (root, "/", address->project, NULL);
  return TRUE;
}

static gboolean
is_page (const char *headers,
         const char *html)
{
  return strstr (headers, "x-github-request-id") != NULL || strstr (html, "content=\"GitHub\"") != NULL;
}

static char *
dup_token_page (const RelmTrackerAddress *address)
{
  const char *end = address->web + strlen (address->web) - strlen (address->project);
  g_autofree char *root = g_strndup (address->web, (gsize) (end - address->web));

  return g_strconcat (root, "settings/personal-access-tokens/new", NULL);
}

static char *
dup_identity (const RelmTrackerAddress *address)
{
  return g_strconcat (address->base, "/user", NULL);
}

static void
authorize (SoupMessageHeaders *headers,
           const char *token)
{
  relm_http_set_authorization (headers, "Bearer", token);
}

static char *
dup_address (const RelmTrackerAddress *address,
             const char *path)
{
  return g_strdup_printf ("%s/repos/%s/%s", address->base, address->project, path);
}

static char *
dup_issues (const RelmTrackerRequest *request)
{
  g_autofree char *first = dup_address (request->address, "issues?state=all&sort=updated&direction=asc&per_page=100");
  g_autofree char *since = relm_json_format_time (request->since);

  return request->since > 0 ? g_strconcat (first, "&since=", since, NULL) : g_steal_pointer (&first);
}

static char *
dup_issue (const RelmTrackerAddress *address,
           const char *key)
{
  return g_strdup_printf ("%s/repos/%s/issues/%s", address->base, address->project, key + strlen ("#"));
}

static char *
dup_milestone (const RelmTrackerAddress *address,
               const char *key)
{
  return g_strdup_printf ("%s/repos/%s/milestones/%s", address->base, address->project, key);
}

static const RelmTrackerList lists[] = {
  { "milestones", N_ ("Milestones"), RELM_MIRROR_MILESTONES, 0, TRUE, NULL, NULL, relm_github_map_milestone, dup_milestone,
    .path = "milestones?state=all&per_page=100" },
  { "issues", N_ ("Issues"), RELM_MIRROR_ITEMS, RELM_TRACKER_LIST_ASCENDING | RELM_TRACKER_LIST_BY_TIME, TRUE, dup_issues, NULL,
    relm_github_map_issue, dup_issue },
  { "pulls", N_ ("Pull requests"), RELM_MIRROR_ITEMS, RELM_TRACKER_LIST_DESCENDING, TRUE, NULL, NULL, relm_github_map_pull, dup_issue,
    .path = "pulls?state=all&sort=updated&direction=desc&per_page=100" }, /* it knows no “since” */
  { "releases", N_ ("Releases"), RELM_MIRROR_PUBLICATIONS, 0, TRUE, NULL, NULL, relm_github_map_release,
    .path = "releases?per_page=100" },
  { "labels", N_ ("Labels"), RELM_MIRROR_LABELS, 0, TRUE, NULL, NULL, relm_json_rows_map_label, .path = "labels?per_page=100" },
  { "assignees", N_ ("People"), RELM_MIRROR_PEOPLE, 0, TRUE, NULL, NULL, relm_github_map_person, .path = "assignees?per_page=100" },
  { NULL },
};

const RelmTrackerService relm_github = {
  .id = "github",
  .name = "GitHub",
  .accept = "application/vnd.github+json",
  .token_note = N_ ("A fine-grained token that may read the repository's issues, pull requests and metadata; for public projects, one "
                    "without any rights."),
  .recognise = recognise,
  .is_page = is_page,
  .dup_address = dup_address,
  .dup_token_page = dup_token_page,
  .dup_identity = dup_identity,
  .authorize = authorize,
  .lists = lists,
};
