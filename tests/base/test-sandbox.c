/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sandbox is made up: a file that says that there is one, and what the document portal says of a file. */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/xattr.h>

#include "relm-sandbox.h"

#define HOST_PATH "user.document-portal.host-path"

typedef struct
{
  char *folder;
  char *file;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relm-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "plan.relm", NULL);
  g_assert_true (g_file_set_contents (fixture->file, "{}", -1, NULL));
  g_setenv ("RELM_SANDBOX", fixture->folder, TRUE);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_unlink (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
}

static void
test_inside (Fixture *fixture,
             gconstpointer data)
{
  g_assert_true (relm_sandbox_is_inside ());
  g_setenv ("RELM_SANDBOX", "/nowhere/at/all", TRUE);
  g_assert_false (relm_sandbox_is_inside ());
}

/* Returns: whether files have attributes here */
static gboolean
set_host_path (Fixture *fixture,
               const char *value,
               gsize length)
{
  if (setxattr (fixture->file, HOST_PATH, value, length, 0) == 0)
    return TRUE;
  g_assert_cmpint (errno, ==, ENOTSUP);
  g_test_skip ("files have no attributes here");
  return FALSE;
}

static void
assert_host_path (Fixture *fixture,
                  const char *expected)
{
  g_autofree char *path = relm_sandbox_dup_host_path (fixture->file);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_host_path (Fixture *fixture,
                gconstpointer data)
{
  assert_host_path (fixture, NULL);
  if (!set_host_path (fixture, "/home/ann/plan.relm", strlen ("/home/ann/plan.relm")))
    return;
  assert_host_path (fixture, "/home/ann/plan.relm");
  set_host_path (fixture, "/home/ann/plan.relm\0", strlen ("/home/ann/plan.relm") + 1);
  assert_host_path (fixture, "/home/ann/plan.relm");
  g_setenv ("RELM_SANDBOX", "/nowhere/at/all", TRUE);
  assert_host_path (fixture, NULL);
}

static void
test_odd_host_path (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *longest = g_strnfill (5000, 'a');

  if (!set_host_path (fixture, "", 0))
    return;
  assert_host_path (fixture, NULL);
  set_host_path (fixture, "\0\0", 2);
  assert_host_path (fixture, NULL);
  set_host_path (fixture, "plan.relm", 9);
  assert_host_path (fixture, NULL);
  set_host_path (fixture, "/a\0/b", 5);
  assert_host_path (fixture, NULL);
  longest[0] = '/';
  if (setxattr (fixture->file, HOST_PATH, longest, 5000, 0) == 0) /* more than some file systems take */
    assert_host_path (fixture, NULL);
}

/* What was installed has a place on the host, too, which Flatpak tells. */
static void
test_installed (Fixture *fixture,
                gconstpointer data)
{
  static const char *const info = "[Application]\nname=io.github.relm_app.Relm\n\n[Instance]\napp-path=/home/ann/app/files\n";
  g_autofree char *nobody_says = relm_sandbox_dup_host_path ("/app/share/relm/help.html");
  g_autofree char *path = NULL;

  g_assert_null (nobody_says);
  g_assert_true (g_file_set_contents (fixture->file, info, -1, NULL));
  g_setenv ("RELM_SANDBOX", fixture->file, TRUE);
  path = relm_sandbox_dup_host_path ("/app/share/relm/help.html");
  g_assert_cmpstr (path, ==, "/home/ann/app/files/share/relm/help.html");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sandbox/inside", Fixture, NULL, set_up, test_inside, tear_down);
  g_test_add ("/sandbox/host-path", Fixture, NULL, set_up, test_host_path, tear_down);
  g_test_add ("/sandbox/odd-host-path", Fixture, NULL, set_up, test_odd_host_path, tear_down);
  g_test_add ("/sandbox/installed", Fixture, NULL, set_up, test_installed, tear_down);
  return g_test_run ();
}
