/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people write where a repository is. */

#include "config.h"

#include <string.h>

#include "relm-git-error.h"
#include "relm-git-location.h"

typedef struct
{
  const char *text;
  const char *base_dir;
  const char *folder;
  const char *url;
  int error; /* when there is neither */
} Case;

static const Case cases[] = {
  { "https://example.org/a.git", NULL, NULL, "https://example.org/a.git", 0 },
  { "HTTP://example.org:8080/a", "/b", NULL, "HTTP://example.org:8080/a", 0 },
  { "  https://example.org/a \n", NULL, NULL, "https://example.org/a", 0 },
  { "/a/b", NULL, "/a/b", NULL, 0 },
  { ".", "/home/ann/project", "/home/ann/project", NULL, 0 },
  { "../other", "/home/ann/project", "/home/ann/other", NULL, 0 },
  { "file:///a%20b", NULL, "/a b", NULL, 0 },
  { "with:colon", "/a", NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
  { "./with:colon", "/a", "/a/with:colon", NULL, 0 },
  { "", "/a", NULL, NULL, RELM_GIT_ERROR_NOT_FOUND },
  { "relative", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_FOUND },
  { "git@example.org:a/b.git", "/a", NULL, "git@example.org:a/b.git", 0 },
  { "ssh://example.org/a", NULL, NULL, "ssh://example.org/a", 0 },
  { "ssh://git@example.org:22/a", NULL, NULL, "ssh://git@example.org:22/a", 0 },
  { "ssh://git:secret@example.org/a", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
  { "ssh://-oProxyCommand=x/a", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_FOUND },
  { "ssh:///a", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_FOUND },
  { "git@-oProxyCommand=x:a", "/a", NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
  { "git:secret@example.org:a", "/a", NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
  { "git://example.org/a", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
  { "ext::sh -c whoami", "/a", NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
  { "https://", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_FOUND },
  { "https:///a", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_FOUND },
  { "https://ann:secret@example.org/a", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
  { "https://secret@example.org/a", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
  { "file://elsewhere/a", NULL, NULL, NULL, RELM_GIT_ERROR_NOT_SUPPORTED },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RelmGitLocation) location = relm_git_location_parse (cases[i].text, cases[i].base_dir, &error);

      g_test_message ("%s: %s", cases[i].text, error != NULL ? error->message : "a location");
      if (location != NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (location->folder, ==, cases[i].folder);
          g_assert_cmpstr (location->url, ==, cases[i].url);
          g_assert_true (cases[i].folder != NULL || cases[i].url != NULL);
        }
      else
        {
          g_assert_error (error, RELM_GIT_ERROR, cases[i].error);
          g_assert_null (strstr (error->message, "secret"));
        }
    }
}

static void
test_servers (void)
{
  static const char *const servers[][3] = {
    /* address, host, web server */
    { "https://Example.org:443/a", "Example.org", "https://example.org" },
    { "HTTP://example.org:8080/a", "example.org", "http://example.org:8080" },
    { "https://[::1]:8443/a", "::1", "https://[::1]:8443" },
    { "ssh://git@example.org:22/a", "example.org", NULL },
    { "git@example.org:a/b.git", "example.org", NULL },
    { "/a", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autoptr (RelmGitLocation) location = relm_git_location_parse (servers[i][0], NULL, NULL);
      g_autofree char *host = relm_git_location_dup_host (location);
      g_autofree char *origin = relm_git_location_dup_origin (location);

      g_assert_cmpstr (host, ==, servers[i][1]);
      g_assert_cmpstr (origin, ==, servers[i][2]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/git/location/cases", test_cases);
  g_test_add_func ("/git/location/servers", test_servers);
  return g_test_run ();
}
