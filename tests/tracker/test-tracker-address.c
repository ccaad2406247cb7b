/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people paste, and what others would like them to paste. */

#include "config.h"

#include <string.h>

#include "relm-tracker-address.h"
#include "relm-tracker-error.h"
#include "relm-tracker-service.h"

typedef struct
{
  const char *text;
  const char *service; /* that is known already, or NULL */
  const char *found;   /* the service; NULL: it is none, or only its server can tell */
  const char *base;
  const char *project;
  int code; /* when it is none */
} Case;

#define GITHUB "github", "https://api.github.com"
#define GITLAB "gitlab", "https://gitlab.com/api/v4"
#define CODEBERG "forgejo", "https://codeberg.org/api/v1"
#define NONE NULL, NULL, NULL, RELM_TRACKER_ERROR_ADDRESS
#define UNKNOWN NULL, NULL, NULL, RELM_TRACKER_ERROR_UNKNOWN

static const Case cases[] = {
  { "https://github.com/owner/name", NULL, GITHUB, "owner/name" },
  { "github.com/owner/name", NULL, GITHUB, "owner/name" },
  { "  https://github.com/owner/name/ \n", NULL, GITHUB, "owner/name" },
  { "https://www.github.com/owner/name.git", NULL, GITHUB, "owner/name" },
  { "https://GitHub.com/owner/name/issues/12?q=is%3Aopen#top", NULL, GITHUB, "owner/name" },
  { "http://github.com/owner/name", NULL, GITHUB, "owner/name" },
  { "https://github.com/owner", NULL, UNKNOWN },
  { "https://github.com/orgs/owner/projects/1", NULL, UNKNOWN },
  { "https://github.com.evil.example/owner/name", NULL, UNKNOWN },
  { "https://ghe.example:8443/owner/name", "github", "github", "https://ghe.example:8443/api/v3", "owner/name" },

  { "https://gitlab.com/group/name", NULL, GITLAB, "group/name" },
  { "https://gitlab.com/group/sub/deep/name/", NULL, GITLAB, "group/sub/deep/name" },
  { "https://gitlab.com/group/sub/name/-/issues/12", NULL, GITLAB, "group/sub/name" },
  { "https://gitlab.com/group/name.git", NULL, GITLAB, "group/name" },
  { "https://gitlab.com/group", NULL, UNKNOWN },
  { "https://gitlab.com/group%2Fname", NULL, UNKNOWN },
  { "https://gitlab.gnome.org/GNOME/gtk/-/milestones", NULL, "gitlab", "https://gitlab.gnome.org/api/v4", "GNOME/gtk" },
  { "https://git.example/GNOME/gtk", NULL, UNKNOWN },
  { "https://git.example/GNOME/gtk", "gitlab", "gitlab", "https://git.example/api/v4", "GNOME/gtk" },
  { "https://git.example/code/GNOME/gtk#root=/code", "gitlab", "gitlab", "https://git.example/code/api/v4", "GNOME/gtk" },
  { "https://git.example/GNOME/gtk#root=/code", "gitlab", "gitlab", "https://git.example/api/v4", "GNOME/gtk" },

  { "https://codeberg.org/owner/name", NULL, CODEBERG, "owner/name" },
  { "https://codeberg.org/owner/name/issues/12", NULL, CODEBERG, "owner/name" },
  { "https://codeberg.org/owner/name/milestone/3", NULL, CODEBERG, "owner/name" },
  { "https://codeberg.org/owner/name.git", NULL, CODEBERG, "owner/name" },
  { "https://codeberg.org/owner", NULL, UNKNOWN },
  { "https://gitea.com/owner/name/", NULL, "gitea", "https://gitea.com/api/v1", "owner/name" },
  { "https://git.example/code/owner/name/pulls", "gitea", "gitea", "https://git.example/code/api/v1", "owner/name" },
  { "http://127.0.0.1:3000/owner/name", "forgejo", "forgejo", "http://127.0.0.1:3000/api/v1", "owner/name" },

  { "https://redmine.example/projects/orbit", NULL, UNKNOWN },
  { "https://redmine.example/projects/orbit", "redmine", "redmine", "https://redmine.example", "orbit" },
  { "https://example.org/tracker/projects/orbit/issues?set_filter=1", "redmine", "redmine", "https://example.org/tracker", "orbit" },
  { "https://redmine.example/issues/12", "redmine", NONE },
  { "https://redmine.example/projects/", "redmine", NONE },

  { "https://team.atlassian.net/browse/PROJ-12", NULL, "jira", "https://team.atlassian.net/rest/api/3", "PROJ" },
  { "https://team.atlassian.net/jira/software/c/projects/PROJ/boards/1", NULL, "jira", "https://team.atlassian.net/rest/api/3", "PROJ" },
  { "https://team.atlassian.net/projects/proj?selectedItem=x", NULL, "jira", "https://team.atlassian.net/rest/api/3", "PROJ" },
  { "https://team.atlassian.net/browse/PROJ%22%20OR%20x", NULL, UNKNOWN },
  { "https://team.atlassian.net.evil.example/browse/PROJ-12", NULL, UNKNOWN },
  { "https://example.org/jira/browse/PROJ_2-12", "jira-server", "jira-server", "https://example.org/jira/rest/api/2", "PROJ_2" },
  { "https://example.org/projects/PROJ/issues", "jira-server", "jira-server", "https://example.org/rest/api/2", "PROJ" },
  { "https://example.org/browse/", "jira-server", NONE },

  { "", NULL, NONE },
  { "not an address", NULL, NONE },
  { "javascript:alert(1)", NULL, NONE },
  { "javascript://github.com/owner/name", NULL, NONE },
  { "file:///etc/passwd", NULL, NONE },
  { "ftp://github.com/owner/name", NULL, NONE },
  { "ssh://git@github.com/owner/name", NULL, NONE },
  { "https://user@github.com/owner/name", NULL, NONE },
  { "https://user:secret@github.com/owner/name", NULL, NONE },
  { "https://github.com@evil.example/owner/name", NULL, NONE },
  { "https://evil.example\\@github.com/owner/name", NULL, NONE },
  { "https://github.com\\owner\\name", NULL, NONE },
  { "https://github.com/owner/../../name", NULL, UNKNOWN },
  { "https://github.com/owner/%2e%2e/name", NULL, UNKNOWN },
  { "https://github.com/owner/..%2fname", NULL, NONE },
  { "https://github.com:99999/owner/name", NULL, NONE },
  { "https:///owner/name", NULL, NONE },
  { "https://github.com/owner/na\nme", NULL, NONE },
};

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (at->text, at->service, &error);
  g_autoptr (RelmTrackerAddress) again = NULL;

  if (at->found == NULL)
    {
      g_assert_error (error, RELM_TRACKER_ERROR, at->code);
      g_assert_null (address);
      g_assert_null (strstr (error->message, "secret"));
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (address->service->id, ==, at->found);
  g_assert_cmpstr (address->base, ==, at->base);
  g_assert_cmpstr (address->project, ==, at->project);

  /* The address for people leads to the same place. */
  again = relm_tracker_address_new (address->web, at->found, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->base, ==, at->base);
  g_assert_cmpstr (again->project, ==, at->project);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tracker/address/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
