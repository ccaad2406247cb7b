/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * relm-git-fetch [--newest BRANCH] URL DIRECTORY: brings the branches and tags of a remote repository into a bare one.
 *
 * With --newest only one branch (the server's own if BRANCH is empty) and the tags of the greatest versions, and of those only
 * the newest commits: what a changelog shows first. Without, all of it, also into a directory that has only that.
 *
 * A program of its own, so that a hostile or endless server can hurt nobody: it has limits of memory, size and time. SIGTERM
 * cancels: what was being received is removed; ended harder, the next run removes it. It speaks to its parent in lines on its standard output:
 *
 *   connecting
 *   receiving OBJECTS TOTAL BYTES
 *   indexing DELTAS TOTAL
 *   done
 *   error CODE MESSAGE
 *
 * Where the server wants to know who asks, it is told what the standard input has: a line with a user name and one with a
 * password or token. That is told once, and to nobody but the origin of URL, and over plain HTTP only on this computer.
 *
 * Over SSH the agent is asked, once, and nobody else: no key file, no password. The server's key must be the one in
 * ~/.ssh/known_hosts. No program is run for it, and no ~/.ssh/config is read.
 *
 * CODE is one of those in error_codes and classify_error() below, or of relm_fetch_access_get_code(); MESSAGE is libgit2's, for
 * the curious, in one line and not to be trusted. The directory is made if it is not there. Nothing of anybody's configuration
 * of git is read, no hook and no filter runs, no redirect to another host or port is followed and nothing is checked out.
 */

#include "config.h"

#include <git2.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "relm-fetch-access.h"
#include "relm-fetch-newest.h"
#include "relm-fetch-origin.h"

#define DEFAULT_MEMORY_MB 3072
#define DEFAULT_DEADLINE_S (2 * 60 * 60)
#define DEFAULT_STALL_S 60
#define DEFAULT_SIZE_KB (32LL * 1024 * 1024)
#define MAX_OBJECTS (50 * 1000 * 1000)
#define NEWEST_DEPTH 500 /* commits from each of the newest tags and the branch */

static volatile sig_atomic_t stopping;
static gboolean too_large;
static int seconds_without_progress;

/* What libgit2's message holds, in the order of looking; the first that fits names the error. */
static const struct
{
  const char *text;
  const char *code;
} error_codes[] = {
  { "redirect", "redirect" },
  { "certificate", "certificate" },
  { "authentication", "authentication" },
  { "http status code: 401", "authentication" },
  { "http status code: 403", "authentication" },
  { "http status code: 404", "not-found" },
  { "http status code: 410", "not-found" },
  { "does not appear to be a git repository", "not-found" }, /* as servers say it over SSH */
  { "repository not found", "not-found" },
  { "could not be found", "not-found" },
  { "content-type", "not-git" },
  { "packet", "not-git" },
  { "pkt-line", "not-git" },
  { "protocol", "not-git" },
  { "timed out", "timeout" },
  { "timeout", "timeout" },
  { "out of memory", "memory" },
  { "object limit", "too-large" },
  { "No space left", "no-space" },
  { "failed to connect", "network" },
  { "failed to resolve", "network" },
  { "socket", "network" },
};

static gint64
limit_from_environment (const char *name,
                        gint64 fallback)
{
  const char *text = g_getenv (name);
  gint64 value = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;

  return value > 0 ? value : fallback;
}

/* What is ended in the middle leaves the pack that it was receiving. */
static void
remove_stale_packs (const char *directory)
{
  g_autofree char *packs = g_build_filename (directory, "objects", "pack", NULL);
  g_autoptr (GDir) dir = g_dir_open (packs, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "pack_git2_") || g_str_has_prefix (name, "pack_"))
      {
        g_autofree char *path = g_build_filename (packs, name, NULL);

        unlink (path);
      }
}

/* From another thread than libgit2's, which waits for the server. */
static G_NORETURN void
end_at_once (const char *directory,
             const char *line)
{
  const ssize_t ignored = write (STDOUT_FILENO, line, strlen (line));

  (void) ignored;
  remove_stale_packs (directory);
  _exit (1);
}

static const char *fetched_directory;

/* The server points to another of its ports; that one is not asked anything. */
static void
left_cb (void)
{
  end_at_once (fetched_directory, "error redirect to another port\n");
}

static void
stop_cb (int number)
{
  stopping = 1;
}

/* A thread and not a timer signal, which would interrupt libgit2's own waiting. */
static gpointer
watch (gpointer data)
{
  const char *directory = data;
  const pid_t parent = getppid ();
  const gint64 stall_limit = limit_from_environment ("RELM_GIT_FETCH_STALL", DEFAULT_STALL_S);
  const gint64 deadline = limit_from_environment ("RELM_GIT_FETCH_DEADLINE", DEFAULT_DEADLINE_S);

  for (gint64 tenth = 1;; tenth++)
    {
      g_usleep (G_USEC_PER_SEC / 10);
      if (getppid () != parent || stopping)
        end_at_once (directory, "");
      if (tenth % 10 != 0)
        continue;
      if (g_atomic_int_add (&seconds_without_progress, 1) >= stall_limit)
        end_at_once (directory, "error timeout nothing comes any more\n");
      if (tenth / 10 >= deadline)
        end_at_once (directory, "error timeout it takes too long\n");
    }
  return NULL;
}

static void
limit_memory (void)
{
  const rlim_t bytes = (rlim_t) limit_from_environment ("RELM_GIT_FETCH_MEMORY_MB", DEFAULT_MEMORY_MB) * 1024 * 1024;
  const struct rlimit limit = { bytes, bytes };
  const struct rlimit no_core = { 0, 0 };

#ifdef RELM_SANITIZES_ADDRESS /* whose shadow is larger than any limit */
  (void) limit;
#else
  setrlimit (RLIMIT_AS, &limit);
#endif
  setrlimit (RLIMIT_CORE, &no_core);
}

static void
configure_libgit2 (void)
{
  static const int levels[] = { GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG,
                                GIT_CONFIG_LEVEL_PROGRAMDATA };
  const int stall_ms = (int) limit_from_environment ("RELM_GIT_FETCH_STALL", DEFAULT_STALL_S) * 1000;

  git_libgit2_init ();
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    git_libgit2_opts (GIT_OPT_SET_SEARCH_PATH, levels[i], "");
  git_libgit2_opts (GIT_OPT_SET_SERVER_CONNECT_TIMEOUT, MIN (stall_ms, 20 * 1000));
  git_libgit2_opts (GIT_OPT_SET_SERVER_TIMEOUT, stall_ms);
  git_libgit2_opts (GIT_OPT_SET_PACK_MAX_OBJECTS, (size_t) MAX_OBJECTS);
  git_libgit2_opts (GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, (size_t) 512 * 1024 * 1024);
  git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
}

static void
print_progress (const git_indexer_progress *stats)
{
  static gint64 last_time;
  const gint64 now = g_get_monotonic_time ();

  if (now - last_time < 100 * 1000)
    return;
  last_time = now;
  if (stats->received_objects < stats->total_objects || stats->total_deltas == 0)
    printf ("receiving %u %u %" G_GSIZE_FORMAT "\n", stats->received_objects, stats->total_objects, stats->received_bytes);
  else
    printf ("indexing %u %u\n", stats->indexed_deltas, stats->total_deltas);
  fflush (stdout);
}

static int
transfer_cb (const git_indexer_progress *stats,
             void *data)
{
  static size_t last_bytes;
  static guint last_deltas;
  const RelmFetchRun *run = data;

  if (stats->received_bytes != last_bytes || stats->indexed_deltas != last_deltas)
    g_atomic_int_set (&seconds_without_progress, 0);
  last_bytes = stats->received_bytes;
  last_deltas = stats->indexed_deltas;

  too_large = (gint64) (stats->received_bytes / 1024) > run->limit;
  if (too_large || stopping)
    return GIT_EUSER;
  print_progress (stats);
  return 0;
}

/* Returns: (nullable): the code that the message has */
static const char *
find_code (const git_error *error)
{
  for (guint i = 0; error != NULL && i < G_N_ELEMENTS (error_codes); i++)
    if (strcasestr (error->message, error_codes[i].text) != NULL)
      return error_codes[i].code;
  return NULL;
}

static const char *
classify_error (const git_error *error)
{
  const char *code = find_code (error);
  const char *access = relm_fetch_access_get_code (g_strcmp0 (code, "authentication") == 0);

  if (access != NULL)
    return access;
  if (too_large)
    return "too-large";
  if (error == NULL)
    return "network";
  if (error->klass == GIT_ERROR_NOMEMORY)
    return "memory";
  if (code != NULL)
    return code;
  switch (error->klass)
    {
    case GIT_ERROR_ODB:
    case GIT_ERROR_OBJECT:
    case GIT_ERROR_REFERENCE:
    case GIT_ERROR_REPOSITORY:
      return "damaged"; /* what was there before */
    case GIT_ERROR_OS:
      return "system";
    default:
      return "network";
    }
}

static int
report_error (void)
{
  const git_error *error = git_error_last ();
  g_autofree char *message = g_strdup (error != NULL ? error->message : "unknown");

  g_strdelimit (message, "\n\r\t", ' ');
  printf ("error %s %s\n", classify_error (error), message);
  fflush (stdout);
  return 1;
}

static int
open_or_create (git_repository **repository,
                const char *directory)
{
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;

  if (git_repository_open_bare (repository, directory) == 0)
    return 0;

  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_NO_REINIT;
  return git_repository_init_ext (repository, directory, &options);
}

static void
set_head (git_repository *repository,
          git_remote *remote)
{
  git_buf branch = GIT_BUF_INIT;

  if (git_remote_default_branch (&branch, remote) == 0)
    git_repository_set_head (repository, branch.ptr);
  git_buf_dispose (&branch);
}

static GPtrArray *
list_all (void)
{
  GPtrArray *specs = g_ptr_array_new_with_free_func (g_free);

  relm_fetch_newest_add (specs, "refs/heads/*");
  relm_fetch_newest_add (specs, "refs/tags/*");
  return specs;
}

static void
fill_options (git_remote_connect_options *connect,
              git_fetch_options *options,
              RelmFetchRun *run)
{
  connect->callbacks.payload = run;
  connect->callbacks.transfer_progress = transfer_cb;
  connect->callbacks.credentials = relm_fetch_access_credentials_cb;
  connect->callbacks.certificate_check = relm_fetch_access_certificate_cb;
  connect->follow_redirects = GIT_REMOTE_REDIRECT_NONE;
  connect->proxy_opts.type = GIT_PROXY_AUTO;
  options->callbacks = connect->callbacks;
  options->follow_redirects = GIT_REMOTE_REDIRECT_NONE;
  options->proxy_opts.type = GIT_PROXY_AUTO;
  options->download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
}

/* @newest: (nullable): the branch of which the newest commits are wanted, or empty; NULL: everything is */
static int
fetch_all (git_repository *repository,
           const char *url,
           const char *newest)
{
  git_remote_connect_options connect = GIT_REMOTE_CONNECT_OPTIONS_INIT;
  git_fetch_options options = GIT_FETCH_OPTIONS_INIT;
  RelmFetchRun run = { url, limit_from_environment ("RELM_GIT_FETCH_SIZE_KB", DEFAULT_SIZE_KB) };
  g_autoptr (GPtrArray) list = NULL;
  git_strarray specs = { NULL, 0 };
  git_remote *remote = NULL;
  int result;

  fill_options (&connect, &options, &run);
  options.prune = newest == NULL ? GIT_FETCH_PRUNE : GIT_FETCH_NO_PRUNE;
  if (newest != NULL)
    options.depth = (int) limit_from_environment ("RELM_GIT_FETCH_DEPTH", NEWEST_DEPTH);
  else if (git_repository_is_shallow (repository) == 1)
    options.depth = GIT_FETCH_DEPTH_UNSHALLOW;

  result = git_remote_create_anonymous (&remote, repository, url);
  if (result == 0)
    result = git_remote_connect_ext (remote, GIT_DIRECTION_FETCH, &connect);
  if (result == 0)
    {
      list = newest != NULL ? relm_fetch_newest_list (remote, newest) : list_all ();
      specs = (git_strarray){ (char **) list->pdata, list->len };
      result = git_remote_download (remote, &specs, &options);
    }
  if (result == 0)
    result = git_remote_update_tips (remote, &connect.callbacks, 0, GIT_REMOTE_DOWNLOAD_TAGS_NONE, "fetch");
  if (result == 0 && newest == NULL)
    result = git_remote_prune (remote, &connect.callbacks);
  if (result == 0)
    set_head (repository, remote);
  if (remote != NULL)
    git_remote_disconnect (remote);
  git_remote_free (remote);
  return result;
}

int
main (int argc,
      char *argv[])
{
  const gboolean has_newest = argc == 5 && g_str_equal (argv[1], "--newest");
  const char *newest = has_newest ? argv[2] : NULL;
  const char *url, *directory;
  git_repository *repository = NULL;
  int result;

  if (argc != 3 && !has_newest)
    {
      fprintf (stderr, "usage: relm-git-fetch [--newest BRANCH] URL DIRECTORY\n");
      return 2;
    }
  url = argv[argc - 2];
  directory = argv[argc - 1];
  if (!g_str_has_prefix (url, "https://") && !g_str_has_prefix (url, "http://") && !relm_fetch_access_is_ssh (url))
    {
      printf ("error not-supported only http, https and ssh are\n");
      return 1;
    }
  if (relm_fetch_access_is_ssh (url) && (git_libgit2_features () & GIT_FEATURE_SSH) == 0)
    {
      printf ("error no-ssh libgit2 was built without\n");
      return 1;
    }

  signal (SIGTERM, stop_cb);
  signal (SIGPIPE, SIG_IGN); /* a parent that is gone is noticed, and what came is removed */
  limit_memory ();
  relm_fetch_access_read ();
  configure_libgit2 ();
  fetched_directory = directory;
  relm_fetch_origin_watch (url, left_cb);
  g_thread_unref (g_thread_new ("watch", watch, (gpointer) directory));
  printf ("connecting\n");
  fflush (stdout);

  remove_stale_packs (directory);
  result = open_or_create (&repository, directory);
  if (result == 0)
    result = fetch_all (repository, url, newest);
  if (result == 0)
    printf ("done\n");
  else
    result = report_error ();
  git_repository_free (repository);
  if (result != 0)
    remove_stale_packs (directory); /* libgit2 leaves what a callback refused */
  git_libgit2_shutdown ();
  relm_fetch_access_clear ();
  return result;
}
