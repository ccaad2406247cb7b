/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "relm-git-error.h"
#include "relm-git-location.h"
#include "relm-git-transport.h"
#include "relm-text.h"

/* How long the program may take to clean up when it is told to end. */
#define PATIENCE_MS 5000

typedef struct
{
  const RelmGitCredential *credential; /* or NULL */
  const char *newest; /* the branch, or empty; NULL: all is wanted */
  RelmGitTransportProgressFunc func;
  gpointer data;
  RelmGitTransportProgress progress;
  gint64 start; /* monotonic, microseconds */
} Run;

/* What to say of each code that relm-git-fetch prints. */
static const struct
{
  const char *code;
  RelmGitError error;
  const char *message; /* takes the host */
} failures[] = {
  { "redirect", RELM_GIT_ERROR_REDIRECT,
    N_ ("%s says that the repository has another address. Enter the new address.") },
  { "authentication", RELM_GIT_ERROR_AUTHENTICATION,
    N_ ("%s gives this repository only to people whom it knows, or has no such repository. Sign in to it in the window "
        "Sources, or check the address.") },
  { "refused", RELM_GIT_ERROR_REFUSED,
    N_ ("%s does not accept the user name and the password or token that Relm has for it, or they may not read this "
        "repository. Sign in anew in the window Sources.") },
  { "insecure", RELM_GIT_ERROR_NOT_SUPPORTED,
    N_ ("%s asks for a password over a connection that others can read, so it was not told any. Use an address that begins "
        "with https://.") },
  { "no-agent", RELM_GIT_ERROR_KEY,
    N_ ("%s wants to know who asks, and no SSH agent is running that has your key. Start one, and add the key with “ssh-add”.") },
  { "key", RELM_GIT_ERROR_KEY,
    N_ ("%s does not accept any key that your SSH agent has. Add the right one with “ssh-add”, or check the address.") },
  { "host-key", RELM_GIT_ERROR_CERTIFICATE,
    N_ ("%s cannot prove who it is: your known_hosts file does not have the key that it shows. Connect to it once with “ssh”, "
        "and compare the key with what the people who run it say.") },
  { "no-ssh", RELM_GIT_ERROR_NOT_SUPPORTED,
    N_ ("%s is to be reached over SSH, which this build of Relm cannot. Use the address of the repository that begins with "
        "https://, or the folder of a clone.") },
  { "certificate", RELM_GIT_ERROR_CERTIFICATE,
    N_ ("%s cannot prove who it is: its certificate is not valid. Ask the people who run it.") },
  { "not-found", RELM_GIT_ERROR_NOT_FOUND, N_ ("%s has no repository at this address. Check the address.") },
  { "not-git", RELM_GIT_ERROR_NOT_A_REPOSITORY,
    N_ ("%s answers with something that is not a git repository. Check the address.") },
  { "timeout", RELM_GIT_ERROR_TIMEOUT, N_ ("%s does not answer any more. Try again later.") },
  { "memory", RELM_GIT_ERROR_TOO_LARGE, N_ ("%s sends more than this computer may spend on it. Nothing was kept.") },
  { "too-large", RELM_GIT_ERROR_TOO_LARGE, N_ ("%s sends more than this computer may spend on it. Nothing was kept.") },
  { "no-space", RELM_GIT_ERROR_NO_SPACE,
    N_ ("The disk is too full for the repository from %s. Make room and try again.") },
  { "not-supported", RELM_GIT_ERROR_NOT_SUPPORTED,
    N_ ("The address at %s is of a kind that Relm cannot read yet. Use one that begins with https://.") },
  { "damaged", RELM_GIT_ERROR_CORRUPT, N_ ("What came from %s before is damaged. Try again: then all of it is brought anew.") },
  { "network", RELM_GIT_ERROR_NETWORK, N_ ("The connection to %s failed. Check the network and the address.") },
};

static char *
find_program (void)
{
  const char *program = g_getenv ("RELM_GIT_FETCH");

  if (program != NULL)
    return g_strdup (program);
  return g_build_filename (RELM_LIBEXECDIR, "relm-git-fetch", NULL);
}

static char *
host_of (const char *url)
{
  const RelmGitLocation location = { .url = (char *) url };
  g_autofree char *host = relm_git_location_dup_host (&location);

  return relm_text_display_title (host);
}

static void
set_failure (const char *code,
             const char *detail,
             const char *url,
             GError **error)
{
  g_autofree char *host = host_of (url);
  g_autofree char *safe = relm_text_display_title (detail);

  g_debug ("relm-git-fetch: %s: %s", code, safe);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (g_str_equal (failures[i].code, code))
      {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* each message above takes one string */
        g_set_error (error, RELM_GIT_ERROR, failures[i].error, _ (failures[i].message), host);
#pragma GCC diagnostic pop
        return;
      }
  /* Translators: a host, and what libgit2 says went wrong, in English */
  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_FAILED, _ ("The repository from %s could not be read: %s"), host, safe);
}

static void
report_progress (Run *run,
                 RelmGitTransportStage stage,
                 char **words)
{
  const gint64 elapsed = g_get_monotonic_time () - run->start;

  run->progress.stage = stage;
  if (words[1] != NULL && words[2] != NULL)
    {
      run->progress.done = g_ascii_strtoull (words[1], NULL, 10);
      run->progress.total = g_ascii_strtoull (words[2], NULL, 10);
      if (words[3] != NULL)
        run->progress.bytes = g_ascii_strtoull (words[3], NULL, 10);
    }
  if (elapsed > G_USEC_PER_SEC)
    run->progress.bytes_per_second = run->progress.bytes * G_USEC_PER_SEC / (guint64) elapsed;
  if (run->func != NULL)
    run->func (&run->progress, run->data);
}

/* Returns whether the program said that it is done; @error is set when it said why it is not. */
static gboolean
read_line (Run *run,
           const char *line,
           const char *url,
           GError **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);

  if (g_str_equal (line, "done"))
    return TRUE;
  if (g_str_equal (words[0], "error") && words[1] != NULL)
    set_failure (words[1], words[2] != NULL ? strchr (strchr (line, ' ') + 1, ' ') : "", url, error);
  else if (g_str_equal (words[0], "connecting"))
    report_progress (run, RELM_GIT_TRANSPORT_CONNECTING, words);
  else if (g_str_equal (words[0], "receiving"))
    report_progress (run, RELM_GIT_TRANSPORT_RECEIVING, words);
  else if (g_str_equal (words[0], "indexing"))
    report_progress (run, RELM_GIT_TRANSPORT_INDEXING, words);
  return FALSE;
}

/* Reads until the program says how it ended, or its output ends. */
static gboolean
read_lines (Run *run,
            GSubprocess *process,
            const char *url,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  GError *local_error = NULL;
  char *line;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (input), FALSE);
  while ((line = g_data_input_stream_read_line (input, NULL, cancellable, &local_error)) != NULL)
    {
      g_autofree char *owned = line;

      if (read_line (run, owned, url, &local_error))
        return TRUE;
      if (local_error != NULL)
        break;
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else
    set_failure ("memory", "ended without a word", url, error);
  return FALSE;
}

static int
remove_entry (const char *path,
              const struct stat *status,
              int type,
              struct FTW *walk)
{
  return remove (path);
}

/* It cleans up when it is asked to end; if it does not hear, the next run does. Its end is that of its output. */
static void
end_program (GSubprocess *process)
{
  GPollFD output = { .events = G_IO_IN };
  const gint64 end = g_get_monotonic_time () / 1000 + PATIENCE_MS;
  char ignored[4096];
  gint64 left;

  output.fd = g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (g_subprocess_get_stdout_pipe (process)));
  g_subprocess_send_signal (process, SIGTERM);
  while ((left = end - g_get_monotonic_time () / 1000) > 0 && g_poll (&output, 1, (int) left) > 0)
    if (read (output.fd, ignored, sizeof ignored) <= 0)
      break;
  g_subprocess_force_exit (process);
}

/*
 * A pipe that has the credential, in two lines, and an end: it goes to the program's standard input, so that it is in no
 * argument, no environment and no file. It is short enough for a pipe to hold, so nobody waits. Returns -1 and @error.
 */
static int
make_credential_pipe (const RelmGitCredential *credential,
                      GError **error)
{
  const gsize size = strlen (credential->user) + strlen (credential->password) + 2;
  char *lines = size <= PIPE_BUF ? g_strconcat (credential->user, "\n", credential->password, "\n", NULL) : NULL;
  int ends[2] = { -1, -1 };

  errno = E2BIG;
  if (lines != NULL && g_unix_open_pipe (ends, O_CLOEXEC, NULL) && write (ends[1], lines, size) != (gssize) size)
    g_clear_fd (&ends[0], NULL);
  if (ends[0] < 0)
    g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_FAILED, _ ("The password could not be handed over: %s"), g_strerror (errno));
  g_clear_fd (&ends[1], NULL);
  if (lines != NULL)
    explicit_bzero (lines, size);
  g_free (lines);
  return ends[0];
}

static GSubprocess *
start_program (const Run *run,
               const char *url,
               const char *directory,
               GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *program = find_program ();
  GSubprocess *process;

  if (run->credential != NULL)
    {
      const int pipe = make_credential_pipe (run->credential, error);

      if (pipe < 0)
        return NULL;
      g_subprocess_launcher_take_stdin_fd (launcher, pipe);
    }
  if (run->newest != NULL)
    process = g_subprocess_launcher_spawn (launcher, error, program, "--newest", run->newest, url, directory, NULL);
  else
    process = g_subprocess_launcher_spawn (launcher, error, program, url, directory, NULL);
  if (process == NULL)
    g_prefix_error (error, _ ("The program that fetches repositories could not be started; install Relm again: "));
  return process;
}

static gboolean
run_program (Run *run,
             const char *url,
             const char *directory,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GSubprocess) process = start_program (run, url, directory, error);
  gboolean success;

  if (process == NULL)
    return FALSE;
  success = read_lines (run, process, url, cancellable, error);
  if (!success)
    end_program (process);
  g_subprocess_wait (process, NULL, NULL);
  return success;
}

/* A new repository is made beside its place and moved there whole. */
static gboolean
clone_whole (Run *run,
             const char *url,
             const char *directory,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *parent = g_path_get_dirname (directory);
  g_autofree char *partial = g_strdup_printf ("%s.part-XXXXXX", directory);
  gboolean success;

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp (partial) == NULL)
    {
      g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_FAILED, _ ("The cache folder %s cannot be written: %s"), parent,
                   g_strerror (errno));
      return FALSE;
    }

  success = run_program (run, url, partial, cancellable, error);
  if (success && g_rename (partial, directory) != 0)
    {
      g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_FAILED, _ ("The cache folder %s cannot be written: %s"), directory,
                   g_strerror (errno));
      success = FALSE;
    }
  if (!success)
    nftw (partial, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  return success;
}

/**
 * relm_git_transport_fetch:
 * @url: an http or https address without user name or password, or one of ssh
 * @directory: where the bare repository is, or will be
 * @credential: (nullable): whom to ask as, if the server wants to know; told to the origin of @url alone, once
 * @progress_func: (nullable) (scope call): told how far it is
 * @cancellable: (nullable): ends the program
 *
 * Brings all branches and tags. On failure a directory that was there is what it was, and one that was not is not there.
 *
 * Returns: whether everything arrived; else a RELM_GIT_ERROR or G_IO_ERROR_CANCELLED
 */
gboolean
relm_git_transport_fetch (const char *url,
                          const char *directory,
                          const RelmGitCredential *credential,
                          RelmGitTransportProgressFunc progress_func,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  Run run = { credential, NULL, progress_func, user_data, .start = g_get_monotonic_time () };

  g_return_val_if_fail (url != NULL && directory != NULL, FALSE);

  if (g_file_test (directory, G_FILE_TEST_IS_DIR))
    return run_program (&run, url, directory, cancellable, error);
  return clone_whole (&run, url, directory, cancellable, error);
}

/**
 * relm_git_transport_fetch_newest:
 * @url: as for relm_git_transport_fetch()
 * @directory: where the bare repository will be; it is not there yet
 * @branch: (nullable): the branch that is wanted; %NULL for the one that the server has as its own
 * @credential: (nullable): whom to ask as
 * @progress_func: (nullable) (scope call): told how far it is
 * @cancellable: (nullable): ends the program
 *
 * Brings the newest commits of the branch and of the newest releases alone. relm_git_transport_fetch() then brings the rest.
 *
 * Returns: whether they arrived; else a RELM_GIT_ERROR or G_IO_ERROR_CANCELLED, and there is no directory
 */
gboolean
relm_git_transport_fetch_newest (const char *url,
                                 const char *directory,
                                 const char *branch,
                                 const RelmGitCredential *credential,
                                 RelmGitTransportProgressFunc progress_func,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error)
{
  Run run = { credential, branch != NULL ? branch : "", progress_func, user_data, .start = g_get_monotonic_time () };

  g_return_val_if_fail (url != NULL && directory != NULL, FALSE);

  return clone_whole (&run, url, directory, cancellable, error);
}

/**
 * relm_git_transport_forget:
 * @directory: a bare repository that relm_git_transport_fetch() made
 *
 * Removes it, so that the next time all is brought again.
 */
void
relm_git_transport_forget (const char *directory)
{
  g_return_if_fail (directory != NULL);

  nftw (directory, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}
