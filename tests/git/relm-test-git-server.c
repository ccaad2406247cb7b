/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "relm-test-git-server.h"

/* The log is in the folder, under that name. */
void
relm_test_git_server_start (RelmTestGitServer *self,
                            const char *folder,
                            const char *name)
{
  g_autofree char *script = g_build_filename (g_getenv ("RELM_TEST_SOURCE_ROOT"), "tests", "fake", "git-server.py", NULL);
  g_autoptr (GDataInputStream) input = NULL;
  g_autoptr (GError) error = NULL;

  self->log = g_build_filename (folder, name, NULL);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", script,
                                    folder, self->log, NULL);
  g_assert_no_error (error);
  input = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  self->port = g_data_input_stream_read_line (input, NULL, NULL, NULL);
  g_assert_nonnull (self->port);
}

void
relm_test_git_server_stop (RelmTestGitServer *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_free (self->log);
  g_free (self->port);
}

/* How often the log has these words. */
guint
relm_test_git_server_count (RelmTestGitServer *self,
                            const char *part)
{
  g_autofree char *log = NULL;
  guint n = 0;

  g_file_get_contents (self->log, &log, NULL, NULL);
  for (const char *p = log != NULL ? strstr (log, part) : NULL; p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}
