/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Redmine, wherever it is installed: https://www.redmine.org/projects/redmine/wiki/Rest_api. It answers a key that it does
 * not know as if nobody had asked, names no logins but numbers, and ignores what it does not understand of a question. Its
 * versions are milestones, and its categories are labels; it knows no merge requests.
 */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-redmine-map.h"
#include "relm-tracker-query.h"
#include "relm-tracker-service.h"

/* Redmine gives no more, whatever it is asked for. */
#define PAGE_SIZE 100

extern const RelmTrackerService relm_redmine;

/* What is before “/projects/” is where it is installed. */
static gboolean
recognise (GUri *uri,
           gboolean sure,
           RelmTrackerAddress *address)
{
  const char *path = g_uri_get_path (uri);
  const char *projects = strstr (path, "/projects/");
  g_autofree char *prefix = projects != NULL ? g_strndup (path, (gsize) (projects - path)) : NULL;
  g_auto (GStrv) parts = projects != NULL ? g_strsplit (projects, "/", 4) : NULL;

  if (!sure || parts == NULL || *parts[2] == '\0')
    return FALSE;
  address->base = relm_tracker_address_dup_root (uri, prefix);
  address->project = g_strdup (parts[2]);
  address->web = g_strdup_printf ("%s/projects/%s", address->base, address->project);
  return TRUE;
}

static gboolean
is_page (const char *headers,
         const char *html)
{
  return strstr (headers, "_redmine_session") != NULL || strstr (html, "<meta name=\"description\" content=\"Redmine\"") != NULL;
}

static char *
dup_token_page (const RelmTrackerAddress *address)
{
  return g_strconcat (address->base, "/my/account", NULL);
}

static char *
dup_identity (const RelmTrackerAddress *address)
{
  return g_strconcat (address->base, "/users/current.json", NULL);
}

static void
authorize (SoupMessageHeaders *headers,
           const char *token)
{
  soup_message_headers_replace (headers, "X-Redmine-API-Key", token);
}

static char *
dup_issues (const RelmTrackerRequest *request)
{
  const char *base = request->address->base;
  const char *project = request->address->project;
  g_autofree char *first = g_strdup_printf ("%s/issues.json?project_id=%s&status_id=*&sort=updated_on,id&limit=%d", base, project,
                                            PAGE_SIZE);
  g_autofree char *since = relm_json_format_time (request->since);

  return request->since > 0 ? g_strconcat (first, "&updated_on=%3E%3D", since, NULL) : g_steal_pointer (&first);
}

static char *
dup_address (const RelmTrackerAddress *address,
             const char *path)
{
  return g_strdup_printf ("%s/projects/%s/%s.json?limit=%d", address->base, address->project, path, PAGE_SIZE);
}

/* The answer tells how many rows a page really has; some lists are whole and tell nothing. */
static char *
dup_next (const RelmTrackerRequest *request,
          const RelmHttpAnswer *answer,
          const RelmMirrorPage *page)
{
  const RelmJsonValue *root = answer->root;
  const gint64 limit = relm_json_get_number (root, "limit");
  const gint64 offset = relm_json_get_number (root, "offset");

  if (limit <= 0 || offset < 0 || offset > G_MAXINT64 - limit || offset + limit >= relm_json_get_number (root, "total_count"))
    return NULL;
  return relm_tracker_query_set_number (answer->url, "offset", offset + limit);
}

static char *
dup_issue (const RelmTrackerAddress *address,
           const char *key)
{
  return g_strdup_printf ("%s/issues/%s.json", address->base, key + strlen ("#"));
}

static char *
dup_version (const RelmTrackerAddress *address,
             const char *key)
{
  return g_strdup_printf ("%s/versions/%s.json", address->base, key);
}

static const RelmTrackerList lists[] = {
  { "versions", N_ ("Versions"), RELM_MIRROR_MILESTONES, 0, TRUE, NULL, dup_next, relm_redmine_map_version, dup_version, "versions", "versions" },
  { "issues", N_ ("Issues"), RELM_MIRROR_ITEMS, RELM_TRACKER_LIST_ASCENDING | RELM_TRACKER_LIST_BY_TIME, FALSE, dup_issues, dup_next,
    relm_redmine_map_issue, dup_issue, "issues" },
  { "categories", N_ ("Labels"), RELM_MIRROR_LABELS, 0, TRUE, NULL, dup_next, relm_json_rows_map_label, NULL, "issue_categories", "issue_categories" },
  { "memberships", N_ ("People"), RELM_MIRROR_PEOPLE, 0, TRUE, NULL, dup_next, relm_redmine_map_membership, NULL, "memberships", "memberships" },
  { NULL },
};

const RelmTrackerService relm_redmine = {
  .id = "redmine",
  .name = "Redmine",
  .token_note = N_ ("The API access key of your account, which may do what you may. An administrator has to switch on the REST web "
                    "service."),
  .recognise = recognise,
  .is_page = is_page,
  .dup_address = dup_address,
  .dup_token_page = dup_token_page,
  .dup_identity = dup_identity,
  .authorize = authorize,
  .lists = lists,
};
