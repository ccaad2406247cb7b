/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * GitLab, the public one and others: https://docs.gitlab.com/api/rest/. A project is named by its whole path, groups and
 * all. Issues (#1) and merge requests (!1) are counted apart. One that is installed below a path (“/gitlab”) says so in its
 * pages, which relm_tracker_probe() writes behind the address: “#root=/gitlab”.
 */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-gitlab-map.h"
#include "relm-tracker-query.h"
#include "relm-tracker-service.h"

#define ROOT "root="

extern const RelmTrackerService relm_gitlab;

/* The path below which it is installed, where the address tells it. */
static const char *
find_prefix (GUri *uri)
{
  const char *fragment = g_uri_get_fragment (uri);
  const char *prefix = fragment != NULL && g_str_has_prefix (fragment, ROOT "/") ? fragment + strlen (ROOT) : "";

  return g_str_has_prefix (g_uri_get_path (uri), prefix) ? prefix : "";
}

/* “/group/subgroup/project/-/issues/1” */
static char *
dup_project (GUri *uri,
             const char *prefix)
{
  g_autofree char *path = g_strdup (g_uri_get_path (uri) + strlen (prefix));
  char *pages = strstr (path, "/-/");
  gsize length;

  if (pages != NULL)
    *pages = '\0';
  for (length = strlen (path); length > 0 && path[length - 1] == '/'; length--)
    path[length - 1] = '\0';
  if (g_str_has_suffix (path, "/-"))
    path[strlen (path) - strlen ("/-")] = '\0';
  if (g_str_has_suffix (path, ".git"))
    path[strlen (path) - strlen (".git")] = '\0';
  if (*path != '/' || strstr (path, "//") != NULL || strchr (path + 1, '/') == NULL || strpbrk (path, "%") != NULL)
    return NULL;
  return g_strdup (path + 1);
}

static gboolean
recognise (GUri *uri,
           gboolean sure,
           RelmTrackerAddress *address)
{
  const gboolean own = g_ascii_strcasecmp (g_uri_get_host (uri), "gitlab.com") == 0 || strstr (g_uri_get_path (uri), "/-/") != NULL;
  const char *prefix = find_prefix (uri);
  g_autofree char *project = own || sure ? dup_project (uri, prefix) : NULL;
  g_autofree char *root = relm_tracker_address_dup_root (uri, prefix);

  if (project == NULL)
    return FALSE;
  address->base = g_strconcat (root, "/api/v4", NULL);
  address->web = g_strconcat (root, "/", project, *prefix != '\0' ? "#" ROOT : "", prefix, NULL);
  address->project = g_steal_pointer (&project);
  return TRUE;
}

static gboolean
is_page (const char *headers,
         const char *html)
{
  return strstr (headers, "x-gitlab-meta:") != NULL || strstr (headers, "_gitlab_session=") != NULL ||
         strstr (html, "gon.gitlab_url=") != NULL || strstr (html, "<meta content=\"GitLab\" property=\"og:site_name\"") != NULL;
}

/* https://gitlab.com/gitlab-org/gitlab/-/blob/master/lib/gitlab/gon_helper.rb */
static char *
dup_installed (const char *html,
               const char *text)
{
  static const char sign[] = "gon.relative_url_root=\"";
  const char *begin = strstr (html, sign);
  const char *end = begin != NULL ? strchr (begin + strlen (sign), '"') : NULL;
  g_autofree char *prefix = end != NULL ? g_strndup (begin + strlen (sign), (gsize) (end - begin - strlen (sign))) : NULL;
  g_auto (GStrv) parts = g_strsplit (text, "#", 2);

  return prefix != NULL && *prefix == '/' ? g_strconcat (parts[0], "#" ROOT, prefix, NULL) : g_strdup (text);
}

static char *
dup_token_page (const RelmTrackerAddress *address)
{
  g_autofree char *root = g_strndup (address->base, strlen (address->base) - strlen ("/api/v4"));

  return g_strconcat (root, "/-/user_settings/personal_access_tokens?name=Relm&scopes=read_api", NULL);
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
  soup_message_headers_replace (headers, "PRIVATE-TOKEN", token);
}

static char *
dup_address (const RelmTrackerAddress *address,
             const char *path)
{
  g_autofree char *project = g_uri_escape_string (address->project, NULL, FALSE);

  return g_strdup_printf ("%s/projects/%s/%s", address->base, project, path);
}

/* Both have the same parameters. */
static char *
dup_items (const RelmTrackerRequest *request,
           const char *list)
{
  g_autofree char *path = g_strconcat (list, "?scope=all&state=all&order_by=updated_at&sort=asc&per_page=100", NULL);
  g_autofree char *first = dup_address (request->address, path);
  g_autofree char *since = relm_json_format_time (request->since);

  return request->since > 0 ? relm_tracker_query_set (first, "updated_after", since) : g_steal_pointer (&first);
}

static char *
dup_issues (const RelmTrackerRequest *request)
{
  return dup_items (request, "issues");
}

static char *
dup_merge_requests (const RelmTrackerRequest *request)
{
  return dup_items (request, "merge_requests");
}

/* Some proxies take the header “Link” away. */
static char *
dup_next (const RelmTrackerRequest *request,
          const RelmHttpAnswer *answer,
          const RelmMirrorPage *page)
{
  const char *number = relm_http_answer_get_header (answer, "X-Next-Page");
  char *link = relm_http_answer_dup_next_link (answer);

  if (link != NULL || number == NULL || *number == '\0')
    return link;
  return relm_tracker_query_set (answer->url, "page", number);
}

static char *
dup_item (const RelmTrackerAddress *address,
          const char *key)
{
  g_autofree char *path = g_strconcat (*key == '!' ? "merge_requests/" : "issues/", key + 1, NULL);

  return dup_address (address, path);
}

static char *
dup_milestone (const RelmTrackerAddress *address,
               const char *key)
{
  g_autofree char *path = g_strconcat ("milestones/", key, NULL);

  return dup_address (address, path);
}

#define BY_TIME (RELM_TRACKER_LIST_ASCENDING | RELM_TRACKER_LIST_BY_TIME)

static const RelmTrackerList lists[] = {
  { "milestones", N_ ("Milestones"), RELM_MIRROR_MILESTONES, 0, TRUE, NULL, dup_next, relm_gitlab_map_milestone, dup_milestone,
    .path = "milestones?include_ancestors=true&per_page=100" },
  { "issues", N_ ("Issues"), RELM_MIRROR_ITEMS, BY_TIME, TRUE, dup_issues, dup_next, relm_gitlab_map_issue, dup_item },
  { "merge-requests", N_ ("Merge requests"), RELM_MIRROR_ITEMS, BY_TIME, TRUE, dup_merge_requests, dup_next,
    relm_gitlab_map_merge_request, dup_item },
  { "releases", N_ ("Releases"), RELM_MIRROR_PUBLICATIONS, 0, TRUE, NULL, dup_next, relm_gitlab_map_release,
    .path = "releases?per_page=100" },
  { "labels", N_ ("Labels"), RELM_MIRROR_LABELS, 0, TRUE, NULL, dup_next, relm_json_rows_map_label, .path = "labels?per_page=100" },
  { "members", N_ ("People"), RELM_MIRROR_PEOPLE, 0, TRUE, NULL, dup_next, relm_gitlab_map_member, .path = "members/all?per_page=100" },
  { NULL },
};

const RelmTrackerService relm_gitlab = {
  .id = "gitlab",
  .name = "GitLab",
  .token_note = N_ ("A token with the scope “read_api”; a project's own token needs the role Reporter."),
  .recognise = recognise,
  .is_page = is_page,
  .dup_installed = dup_installed,
  .dup_address = dup_address,
  .dup_token_page = dup_token_page,
  .dup_identity = dup_identity,
  .authorize = authorize,
  .lists = lists,
};
