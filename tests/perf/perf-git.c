/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long a history takes to be read for the first time and grouped into a changelog, and how much memory, beside “git log”
 * printing all messages; how long the changelog takes the next time; how long it takes to find out which commits touch the
 * paths of components, beside “git log” of those paths; and beside the first two, git-cliff 2.10.1, where it is in the
 * path or named by RELM_PERF_GIT_CLIFF (later versions compare the files of each commit as well). All take turns in one run.
 * RELM_PERF_REPOSITORY names a repository, and should; without it a small one is made. What is compared by its memory is a
 * process of its own.
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "relm-changelog.h"
#include "relm-floor.h"
#include "relm-git-reader.h"

#define N_COMMITS 20000
#define FIRST_GOAL 1.0
#define MEMORY_GOAL 2.0
#define WARM_GOAL 0.05
#define PATHS_GOAL 1.0
#define PATHS "part1/folder part2/folder part3"
#define CLIFF_VERSION "git-cliff 2.10.1"
#define CLIFF_ROUNDS 3

typedef struct
{
  gint64 time;   /* microseconds */
  gint64 memory; /* bytes at most */
} Cost;

static void
write_history (FILE *stream)
{
  for (guint i = 0; i < N_COMMITS; i++)
    {
      g_autofree char *message =
        g_strdup_printf ("%s(part%u): Change number %u\n\nIt does what it says, and does it in %u lines of text that say\n"
                         "why somebody wanted it.\n\nFixes: #%u\nSigned-off-by: Somebody <somebody%u@example.org>\n",
                         i % 3 == 0 ? "feat" : "fix", i % 17, i, i % 40, i, i % 50);

      fprintf (stream, "commit refs/heads/main\nmark :%u\nauthor Somebody %u <somebody%u@example.org> %u +0000\n", i + 1, i % 50,
               i % 50, 1000000000 + i * 600);
      fprintf (stream, "committer Somebody <somebody@example.org> %u +0000\ndata %zu\n%s", 1000000000 + i * 600,
               strlen (message), message);
      if (i > 0)
        fprintf (stream, "from :%u\n", i);
      fprintf (stream, "M 100644 inline part%u/folder/file%u\ndata 5\n%05u\n", i % 17, i % 400, i);
      fputc ('\n', stream);
      if (i % 100 == 99)
        fprintf (stream, "reset refs/tags/v1.%u.0\nfrom :%u\n\n", i / 100, i + 1);
    }
}

static char *
make_repository (const char *folder)
{
  char *path = g_build_filename (folder, "project.git", NULL);
  g_autofree char *init = g_strdup_printf ("git init -q --bare -b main %s", path);
  g_autofree char *import = g_strdup_printf ("git -C %s fast-import --quiet", path);
  FILE *stream;

  g_assert_cmpint (system (init), ==, 0);
  stream = popen (import, "w");
  write_history (stream);
  g_assert_cmpint (pclose (stream), ==, 0);
  return path;
}

static Cost
measure (const char *command)
{
  const gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  int status;
  const pid_t child = fork ();

  if (child == 0)
    {
      execl ("/bin/sh", "sh", "-c", command, NULL);
      _exit (127);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  return (Cost) { .time = g_get_monotonic_time () - start, .memory = usage.ru_maxrss * (gint64) 1024 };
}

/* As far as the changelog page needs it: all releases, and the sections of the one on top. */
static void
load_changelog (const char *mirror)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (GPtrArray) repositories = relm_changelog_repositories_new ();
  g_autoptr (RelmChangelog) changelog = NULL;

  relm_changelog_repository_add_part (relm_changelog_repositories_add (repositories, mirror), "project", NULL);
  changelog = relm_changelog_load (repositories, project, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (relm_changelog_get_n_releases (changelog), >, 0);
  g_assert_true (relm_changelog_release_load (relm_changelog_get_release (changelog, 0), NULL, &error));
}

/* What a child does. */
static int
read_first (const char *repository,
            const char *mirror,
            const char *paths)
{
  g_auto (GStrv) list = paths != NULL ? g_strsplit (paths, " ", -1) : NULL;
  const RelmGitReaderOptions options = { NULL, NULL, (const char *const *) list };
  g_autoptr (GError) error = NULL;

  if (!relm_git_reader_read (repository, mirror, &options, NULL, NULL, NULL, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  load_changelog (mirror);
  return 0;
}

/* For a history that was read without them; RELM_PERF_PATHS names three, with blanks between, of a repository that is named. */
static void
measure_paths (const char *program,
               const char *repository,
               const char *mirror)
{
  const char *paths = g_getenv ("RELM_PERF_PATHS") != NULL ? g_getenv ("RELM_PERF_PATHS") : PATHS;
  g_autofree char *log = g_strdup_printf ("exec git -c safe.directory='*' -C %s log --full-history --format=%%H HEAD -- %s > /dev/null",
                                          repository, paths);
  g_autofree char *first = g_strdup_printf ("rm -f %s*; exec %s %s %s", mirror, program, repository, mirror);
  g_autofree char *more = g_strdup_printf ("exec %s %s %s '%s'", program, repository, mirror, paths);
  gint64 times[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS];

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      measure (first);
      floors[i] = measure (log).time;
      times[i] = measure (more).time;
    }
  relm_floor_report ("Which commits touch three paths", "git log of them", times, floors, PATHS_GOAL);
}

static gint64
measure_warm (const char *mirror)
{
  const gint64 start = g_get_monotonic_time ();

  load_changelog (mirror);
  return g_get_monotonic_time () - start;
}

/* Returns: (transfer full) (nullable): a command; NULL, having said why, when there is none */
static char *
find_cliff (const char *folder,
            const char *repository)
{
  static const char config[] = "[changelog]\nbody = \"{% for commit in commits %}{{ commit.message }}{% endfor %}\"\n"
                               "[git]\nconventional_commits = true\nfilter_unconventional = false\n";
  const char *named = g_getenv ("RELM_PERF_GIT_CLIFF");
  g_autofree char *program = named != NULL ? g_strdup (named) : g_find_program_in_path ("git-cliff");
  g_autofree char *config_path = g_build_filename (folder, "cliff.toml", NULL);
  g_autofree char *ask = g_strdup_printf ("%s --version", program);
  g_autofree char *version = NULL;

  if (program == NULL || !g_spawn_command_line_sync (ask, &version, NULL, NULL, NULL) ||
      !g_str_equal (g_strchomp (version), CLIFF_VERSION))
    {
      g_print (CLIFF_VERSION " is not measured: %s\n", version != NULL ? version : "not installed");
      return NULL;
    }
  g_assert_true (g_file_set_contents (config_path, config, -1, NULL));
  return g_strdup_printf ("cd %s && exec %s -c %s -o /dev/null 2>/dev/null", repository, program, config_path);
}

static void
measure_cliff (const char *command,
               const char *log_command)
{
  gint64 times[CLIFF_ROUNDS], floors[CLIFF_ROUNDS];
  double time, log_time;

  for (guint i = 0; i < CLIFF_ROUNDS; i++)
    {
      floors[i] = measure (log_command).time;
      times[i] = measure (command).time;
    }
  time = (double) relm_floor_median (times, CLIFF_ROUNDS) / 1000;
  log_time = (double) relm_floor_median (floors, CLIFF_ROUNDS) / 1000;
  g_print (CLIFF_VERSION ": %.1f ms, %.2f x git log (%.1f ms)\n", time, time / log_time, log_time);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *repository = NULL;
  g_autofree char *mirror = NULL;
  g_autofree char *log_command = NULL;
  g_autofree char *first_command = NULL;
  g_autofree char *cliff_command = NULL;
  g_autofree char *clean = NULL;
  gint64 logs[RELM_FLOOR_ROUNDS], firsts[RELM_FLOOR_ROUNDS], warms[RELM_FLOOR_ROUNDS];
  gint64 log_sizes[RELM_FLOOR_ROUNDS], first_sizes[RELM_FLOOR_ROUNDS];

  if (argc > 2)
    return read_first (argv[1], argv[2], argv[3]);

  g_setenv ("GIT_CONFIG_GLOBAL", "/dev/null", TRUE);
  folder = g_dir_make_tmp ("relm-perf-XXXXXX", NULL);
  repository = g_strdup (g_getenv ("RELM_PERF_REPOSITORY"));
  if (repository == NULL)
    repository = make_repository (folder);
  mirror = g_build_filename (folder, "mirror.sqlite", NULL);
  log_command = g_strdup_printf ("exec git -c safe.directory='*' -C %s log --format='%%H%%x00%%an%%x00%%aI%%x00%%B%%x00' HEAD"
                                 " > /dev/null", repository);
  first_command = g_strdup_printf ("rm -f %s*; exec %s %s %s", mirror, argv[0], repository, mirror);
  cliff_command = find_cliff (folder, repository);

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      const Cost log = measure (log_command);
      const Cost first = measure (first_command);

      logs[i] = log.time;
      log_sizes[i] = log.memory;
      firsts[i] = first.time;
      first_sizes[i] = first.memory;
      warms[i] = measure_warm (mirror);
    }
  relm_floor_report ("Reading a history for the first time", "git log", firsts, logs, FIRST_GOAL);
  relm_floor_report_size ("Memory for it", "that of git log", first_sizes, log_sizes, MEMORY_GOAL);
  relm_floor_report ("The changelog of a history that was read", "git log", warms, logs, WARM_GOAL);
  measure_paths (argv[0], repository, mirror);
  if (cliff_command != NULL)
    measure_cliff (cliff_command, log_command);

  clean = g_strdup_printf ("rm -rf %s", folder);
  return system (clean);
}
