/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Jira, in Atlassian's cloud and elsewhere (Data Center, Server): https://developer.atlassian.com/cloud/jira/platform/rest/v3/ and
 * https://developer.atlassian.com/server/jira/platform/rest/. They ask the same questions in JQL, but differ in where, in how
 * pages follow each other, and in tokens. Times in JQL are minutes in the time zone of whoever asks, which nobody knows: what
 * changed within a day before is asked for again, and pages are in the order of numbers, in which nothing moves. An issue may
 * be fixed in several versions, of which the first one counts.
 */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-jira-map.h"
#include "relm-tracker-query.h"
#include "relm-tracker-service.h"

#define DAY_S (24 * 60 * 60)
#define CLOUD ".atlassian.net"
#define FIELDS \
  "summary,status,resolution,resolutiondate,issuetype,priority,labels,assignee,reporter,fixVersions,created,updated,duedate"

extern const RelmTrackerService relm_jira;
extern const RelmTrackerService relm_jira_server;

/* “PROJ” of “PROJ-12”, “PROJ” or “PROJ?x”; NULL when it is no key. */
static char *
dup_key (const char *text)
{
  const gsize length = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

  if (!g_ascii_isalpha (*text) || length < 2 || (text[length] != '\0' && text[length] != '-' && text[length] != '/'))
    return NULL;
  return g_ascii_strup (text, (gssize) length);
}

/* What is before these words is where it is installed; the cloud has its own words there. */
static char *
dup_project (GUri *uri,
             char **prefix)
{
  static const char *const words[] = { "/browse/", "/projects/" };
  const char *path = g_uri_get_path (uri);
  g_autoptr (GHashTable) query = NULL;
  const char *key;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (path, words[i]);

      if (at == NULL)
        continue;
      *prefix = g_strndup (path, (gsize) (at - path));
      return dup_key (at + strlen (words[i]));
    }
  if (strstr (path, "/secure/") == NULL || g_uri_get_query (uri) == NULL)
    return NULL;
  query = g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, NULL);
  key = query != NULL ? g_hash_table_lookup (query, "projectKey") : NULL;
  *prefix = g_strndup (path, (gsize) (strstr (path, "/secure/") - path));
  return key != NULL ? dup_key (key) : NULL;
}

static gboolean
fill (GUri *uri,
      const char *version,
      gboolean cloud,
      RelmTrackerAddress *address)
{
  g_autofree char *prefix = NULL;
  g_autofree char *project = dup_project (uri, &prefix);
  g_autofree char *root = relm_tracker_address_dup_root (uri, cloud ? NULL : prefix);

  if (project == NULL)
    return FALSE;
  address->base = g_strconcat (root, "/rest/api/", version, NULL);
  address->web = g_strconcat (root, "/browse/", project, NULL);
  address->project = g_steal_pointer (&project);
  return TRUE;
}

static gboolean
is_cloud (GUri *uri)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);

  return g_str_has_suffix (host, CLOUD);
}

static gboolean
recognise (GUri *uri,
           gboolean sure,
           RelmTrackerAddress *address)
{
  return (sure || is_cloud (uri)) && fill (uri, "3", TRUE, address);
}

static gboolean
recognise_server (GUri *uri,
                  gboolean sure,
                  RelmTrackerAddress *address)
{
  return sure && !is_cloud (uri) && fill (uri, "2", FALSE, address);
}

/* All of the cloud has one kind of name. */
static gboolean
is_page (const char *headers,
         const char *html)
{
  return FALSE;
}

static gboolean
is_server_page (const char *headers,
                const char *html)
{
  return strstr (html, "name=\"application-name\" content=\"JIRA\"") != NULL || strstr (headers, "x-arequestid:") != NULL ||
         strstr (html, "id=\"jira\"") != NULL;
}

static char *
dup_token_page (const RelmTrackerAddress *address)
{
  return g_strdup ("https://id.atlassian.com/manage-profile/security/api-tokens");
}

static char *
dup_server_token_page (const RelmTrackerAddress *address)
{
  g_autofree char *root = g_strndup (address->base, strlen (address->base) - strlen ("/rest/api/2"));

  return g_strconcat (root, "/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens",
                      NULL);
}

static char *
dup_identity (const RelmTrackerAddress *address)
{
  return g_strconcat (address->base, "/myself", NULL);
}

/* The token is “mail:token”. */
static void
authorize (SoupMessageHeaders *headers,
           const char *token)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) token, strlen (token));

  relm_http_set_authorization (headers, "Basic", encoded);
  explicit_bzero (encoded, strlen (encoded));
}

static void
authorize_server (SoupMessageHeaders *headers,
                  const char *token)
{
  relm_http_set_authorization (headers, "Bearer", token);
}

static char *
dup_search (const RelmTrackerRequest *request,
            const char *search)
{
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_utc (MAX (0, request->since - DAY_S));
  g_autofree char *time = g_date_time_format (since, "%Y-%m-%d %H:%M");
  g_autofree char *changed = request->since > 0 ? g_strdup_printf (" AND updated >= \"%s\"", time) : g_strdup ("");
  g_autofree char *jql = g_strdup_printf ("project = \"%s\"%s ORDER BY key ASC", request->address->project, changed);
  g_autofree char *url = g_strdup_printf ("%s/%s?maxResults=100&fields=" FIELDS, request->address->base, search);

  return relm_tracker_query_set (url, "jql", jql);
}

static char *
dup_issues (const RelmTrackerRequest *request)
{
  return dup_search (request, "search/jql");
}

static char *
dup_server_issues (const RelmTrackerRequest *request)
{
  return dup_search (request, "search");
}

/* A short page is not the last one; that has no token for another. */
static char *
dup_next (const RelmTrackerRequest *request,
          const RelmHttpAnswer *answer,
          const RelmMirrorPage *page)
{
  const RelmJsonValue *root = answer->root;
  const char *token = relm_json_get_string (root, "nextPageToken");

  if (token == NULL || *token == '\0' || relm_json_get_boolean (root, "isLast"))
    return NULL;
  return relm_tracker_query_set (answer->url, "nextPageToken", token);
}

/* The server says how many it gives at most, and how many there are. */
static char *
dup_server_next (const RelmTrackerRequest *request,
                 const RelmHttpAnswer *answer,
                 const RelmMirrorPage *page)
{
  const RelmJsonValue *root = answer->root;
  const gint64 start = relm_json_get_number (root, "startAt");
  const gint64 n_rows = relm_json_count (relm_json_get_array (answer->root, "issues"));

  if (n_rows == 0 || start < 0 || start > G_MAXINT64 - n_rows || start + n_rows >= relm_json_get_number (root, "total"))
    return NULL;
  return relm_tracker_query_set_number (answer->url, "startAt", start + n_rows);
}

static char *
dup_versions (const RelmTrackerRequest *request)
{
  return g_strdup_printf ("%s/project/%s/versions", request->address->base, request->address->project);
}

static char *
dup_people (const RelmTrackerRequest *request)
{
  return g_strdup_printf ("%s/user/assignable/search?project=%s&maxResults=1000", request->address->base, request->address->project);
}

static char *
dup_issue (const RelmTrackerAddress *address,
           const char *key)
{
  g_autofree char *escaped = g_uri_escape_string (key, NULL, FALSE);

  return g_strdup_printf ("%s/issue/%s?fields=summary", address->base, escaped);
}

static char *
dup_version (const RelmTrackerAddress *address,
             const char *key)
{
  g_autofree char *escaped = g_uri_escape_string (key, NULL, FALSE);

  return g_strdup_printf ("%s/version/%s", address->base, escaped);
}

#define VERSIONS \
  { "versions", N_ ("Versions"), RELM_MIRROR_MILESTONES, 0, TRUE, dup_versions, relm_tracker_service_dup_no_next, relm_jira_map_version, dup_version }
#define PEOPLE { "people", N_ ("People"), RELM_MIRROR_PEOPLE, 0, TRUE, dup_people, relm_tracker_service_dup_no_next, relm_jira_map_person, NULL }

static const RelmTrackerList lists[] = {
  VERSIONS,
  { "issues", N_ ("Issues"), RELM_MIRROR_ITEMS, RELM_TRACKER_LIST_UNORDERED, FALSE, dup_issues, dup_next, relm_jira_map_issue,
    dup_issue, "issues" },
  PEOPLE,
  { NULL },
};

static const RelmTrackerList server_lists[] = {
  VERSIONS,
  { "issues", N_ ("Issues"), RELM_MIRROR_ITEMS, RELM_TRACKER_LIST_UNORDERED, FALSE, dup_server_issues, dup_server_next,
    relm_jira_map_issue, dup_issue, "issues" },
  PEOPLE,
  { NULL },
};

const RelmTrackerService relm_jira = {
  .id = "jira",
  .name = "Jira",
  .token_note = N_ ("Your mail address, a colon, and an API token: “ada@example.org:token”. It may do what you may."),
  .recognise = recognise,
  .is_page = is_page,
  .dup_token_page = dup_token_page,
  .dup_identity = dup_identity,
  .authorize = authorize,
  .lists = lists,
};

const RelmTrackerService relm_jira_server = {
  .id = "jira-server",
  .name = "Jira Data Center",
  .token_note = N_ ("A personal access token, which may do what you may."),
  .recognise = recognise_server,
  .is_page = is_server_page,
  .dup_token_page = dup_server_token_page,
  .dup_identity = dup_identity,
  .authorize = authorize_server,
  .lists = server_lists,
};
