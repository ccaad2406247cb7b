/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "relm-test-repository.h"

/* Makes the folder and an empty repository on the branch “main”. */
void
relm_test_repository_init (RelmTestRepository *self)
{
  self->folder = g_dir_make_tmp ("relm-git-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "project", NULL);
  self->mirror = g_build_filename (self->folder, "mirror.sqlite", NULL);
  self->time = RELM_TEST_START;
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  GIT (self, "init -q -b main");
}

void
relm_test_repository_clear (RelmTestRepository *self)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", self->folder);

  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->mirror);
}

static char **
make_environment (gint64 time)
{
  static const char *const settings[][2] = {
    { "GIT_CONFIG_GLOBAL", "/dev/null" },   { "GIT_CONFIG_SYSTEM", "/dev/null" },
    { "GIT_AUTHOR_NAME", "Ann" },           { "GIT_AUTHOR_EMAIL", "ann@example.org" },
    { "GIT_COMMITTER_NAME", "Committer" },  { "GIT_COMMITTER_EMAIL", "committer@example.org" },
  };
  g_autofree char *date = g_strdup_printf ("%" G_GINT64_FORMAT " +0000", time);
  char **environment = g_get_environ ();

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    environment = g_environ_setenv (environment, settings[i][0], settings[i][1], TRUE);
  environment = g_environ_setenv (environment, "GIT_AUTHOR_DATE", date, TRUE);
  return g_environ_setenv (environment, "GIT_COMMITTER_DATE", date, TRUE);
}

/* Runs git in the working tree, with the arguments as a shell reads them; returns what it says, without the end. */
char *
relm_test_repository_git (RelmTestRepository *self,
                          const char *format,
                          ...)
{
  g_auto (GStrv) environment = make_environment (self->time);
  g_autofree char *arguments = NULL;
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  char *argv[] = { (char *) "/bin/sh", (char *) "-c", NULL, NULL };
  char *output = NULL;
  int status;
  va_list list;

  va_start (list, format);
  arguments = g_strdup_vprintf (format, list);
  va_end (list);
  argv[2] = command = g_strdup_printf ("git -C %s %s", self->path, arguments);
  g_assert_true (g_spawn_sync (NULL, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return g_strchomp (output);
}

/* Commits nothing with a message; returns its object id. */
char *
relm_test_repository_commit (RelmTestRepository *self,
                             const char *message)
{
  g_autofree char *file = g_build_filename (self->folder, "message", NULL);

  g_assert_true (g_file_set_contents (file, message, -1, NULL));
  GIT (self, "commit -q --allow-empty --allow-empty-message --cleanup=verbatim -F %s", file);
  self->time += 60;
  return relm_test_repository_git (self, "rev-parse HEAD");
}
