/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Gitea, and Forgejo, which came from it and speaks the same: https://docs.gitea.com/api/ and
 * https://codeberg.org/api/swagger. A server gives as many rows as it wants, so that a short page is not the last one. Issues
 * come in an order of their own, but from a time on.
 */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "github/relm-github-map.h"
#include "relm-gitea-map.h"
#include "relm-tracker-query.h"
#include "relm-tracker-service.h"

extern const RelmTrackerService relm_forgejo;
extern const RelmTrackerService relm_gitea;

/* What follows a repository's name in the addresses of its pages. */
static const char *const pages[] = {
  "actions", "activity", "branches", "commit", "commits", "compare", "issues", "labels", "milestone", "milestones", "packages",
  "projects", "pulls", "releases", "settings", "src", "tags", "wiki", NULL,
};

/* Where its name stands: before the page, or at the end. What is before its owner is where the service is installed. */
static guint
find_name (char **parts)
{
  guint n_parts = g_strv_length (parts);

  while (n_parts > 0 && *parts[n_parts - 1] == '\0')
    n_parts--;
  for (guint i = 3; i < n_parts; i++)
    if (g_strv_contains (pages, parts[i]))
      return i - 1;
  return n_parts - 1;
}

static gboolean
fill (GUri *uri,
      RelmTrackerAddress *address)
{
  g_auto (GStrv) parts = g_strsplit (g_uri_get_path (uri), "/", -1);
  const guint at = g_strv_length (parts) > 2 ? find_name (parts) : 0;
  g_autofree char *prefix = NULL;
  g_autofree char *root = NULL;
  g_autofree char *owner = NULL;

  if (at < 2 || *parts[at] == '\0' || *parts[at - 1] == '\0')
    return FALSE;
  if (g_str_has_suffix (parts[at], ".git"))
    parts[at][strlen (parts[at]) - strlen (".git")] = '\0';
  owner = g_steal_pointer (&parts[at - 1]); /* and the parts end before it */
  prefix = g_strjoinv ("/", parts);
  root = relm_tracker_address_dup_root (uri, prefix);
  address->base = g_strconcat (root, "/api/v1", NULL);
  address->project = g_strdup_printf ("%s/%s", owner, parts[at]);
  address->web = g_strdup_printf ("%s/%s", root, address->project);
  for (guint i = at; parts[i] != NULL; i++)
    g_clear_pointer (&parts[i], g_free);
  return TRUE;
}

static gboolean
recognise_gitea (GUri *uri,
                 gboolean sure,
                 RelmTrackerAddress *address)
{
  return (sure || g_ascii_strcasecmp (g_uri_get_host (uri), "gitea.com") == 0) && fill (uri, address);
}

static gboolean
recognise_forgejo (GUri *uri,
                   gboolean sure,
                   RelmTrackerAddress *address)
{
  return (sure || g_ascii_strcasecmp (g_uri_get_host (uri), "codeberg.org") == 0) && fill (uri, address);
}

/* Forgejo says in its pages from which Gitea it came. */
static gboolean
is_forgejo_page (const char *headers,
                 const char *html)
{
  return strstr (html, "content=\"Forgejo") != NULL || strstr (html, "Powered by Forgejo") != NULL ||
         strstr (html, "~gitea-") != NULL || strstr (html, "+gitea-") != NULL || strstr (html, "href=\"https://forgejo.org\"") != NULL;
}

static gboolean
is_gitea_page (const char *headers,
               const char *html)
{
  return strstr (headers, "i_like_gitea=") != NULL || strstr (html, "content=\"Gitea") != NULL ||
         strstr (html, "Powered by Gitea") != NULL;
}

static char *
dup_token_page (const RelmTrackerAddress *address)
{
  g_autofree char *root = g_strndup (address->base, strlen (address->base) - strlen ("/api/v1"));

  return g_strconcat (root, "/user/settings/applications", NULL);
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
  relm_http_set_authorization (headers, "token", token);
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
  g_autofree char *first = dup_address (request->address, "issues?state=all&type=issues&limit=50");
  g_autofree char *since = relm_json_format_time (request->since);

  return request->since > 0 ? relm_tracker_query_set (first, "since", since) : g_steal_pointer (&first);
}

static gboolean
is_only_page (const RelmHttpAnswer *answer,
              guint n_rows)
{
  const char *text = relm_http_answer_get_header (answer, "X-Total-Count");
  gint64 total = -1;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &total, NULL) && total <= n_rows;
}

/* A link may name the server by an address that only itself knows, so that it only tells that there is one. A server that sends
 * none, because there is one page or because it is an old one, is asked until there is nothing. */
static char *
dup_next (const RelmTrackerRequest *request,
          const RelmHttpAnswer *answer,
          const RelmMirrorPage *page)
{
  const guint n_rows = relm_json_count (relm_json_get_array (answer->root, NULL));
  const gint64 number = relm_tracker_query_get_number (answer->url, "page", 1);
  const gboolean tells = relm_http_answer_get_header (answer, "Link") != NULL;
  g_autofree char *link = relm_http_answer_dup_next_link (answer);

  if (n_rows == 0 || number == G_MAXINT64 || (tells && link == NULL) || (!tells && number == 1 && is_only_page (answer, n_rows)))
    return NULL;
  return relm_tracker_query_set_number (answer->url, "page", number + 1);
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
  { "milestones", N_ ("Milestones"), RELM_MIRROR_MILESTONES, 0, TRUE, NULL, dup_next, relm_gitea_map_milestone, dup_milestone,
    .path = "milestones?state=all&limit=50" },
  { "issues", N_ ("Issues"), RELM_MIRROR_ITEMS, RELM_TRACKER_LIST_UNORDERED, TRUE, dup_issues, dup_next, relm_gitea_map_issue,
    dup_issue },
  { "pulls", N_ ("Pull requests"), RELM_MIRROR_ITEMS, RELM_TRACKER_LIST_DESCENDING, TRUE, NULL, dup_next, relm_gitea_map_pull, dup_issue,
    .path = "pulls?state=all&sort=recentupdate&limit=50" },
  { "releases", N_ ("Releases"), RELM_MIRROR_PUBLICATIONS, 0, TRUE, NULL, dup_next, relm_github_map_release,
    .path = "releases?limit=50" },
  { "labels", N_ ("Labels"), RELM_MIRROR_LABELS, 0, TRUE, NULL, dup_next, relm_json_rows_map_label, .path = "labels?limit=50" },
  { "assignees", N_ ("People"), RELM_MIRROR_PEOPLE, 0, TRUE, NULL, relm_tracker_service_dup_no_next, relm_gitea_map_person,
    .path = "assignees?limit=50" },
  { NULL },
};

#define TOKEN_NOTE N_ ("A token that may read issues and repositories: “read:issue”, “read:repository” and “read:user”.")

const RelmTrackerService relm_gitea = {
  .id = "gitea",
  .name = "Gitea",
  .token_note = TOKEN_NOTE,
  .recognise = recognise_gitea,
  .is_page = is_gitea_page,
  .dup_address = dup_address,
  .dup_token_page = dup_token_page,
  .dup_identity = dup_identity,
  .authorize = authorize,
  .lists = lists,
};

const RelmTrackerService relm_forgejo = {
  .id = "forgejo",
  .name = "Forgejo",
  .token_note = TOKEN_NOTE,
  .recognise = recognise_forgejo,
  .is_page = is_forgejo_page,
  .dup_address = dup_address,
  .dup_token_page = dup_token_page,
  .dup_identity = dup_identity,
  .authorize = authorize,
  .lists = lists,
};
