/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long reading a history takes, and how much memory, compared with “git log” printing all messages in the same minute.
 * RELM_PERF_REPOSITORY names a repository; without it one is made. Each measurement is a process of its own, so that its
 * memory is its own; they take turns, and the medians are printed.
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "relm-git-reader.h"

#define PASSES 5
#define N_COMMITS 20000

typedef enum
{
  GIT_LOG,
  FIRST,
  WARM,
  N_KINDS
} Kind;

static const char *const names[] = { "git log", "first read", "nothing new" };

typedef struct
{
  double seconds[PASSES];
  double megabytes[PASSES];
} Series;

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

static void
measure (const char *command,
         double *seconds,
         double *megabytes)
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
  *seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  *megabytes = (double) usage.ru_maxrss / 1024;
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (const double *values)
{
  double sorted[PASSES];

  memcpy (sorted, values, sizeof sorted);
  qsort (sorted, PASSES, sizeof *sorted, compare_numbers);
  return sorted[PASSES / 2];
}

static int
read_once (const char *repository,
           const char *mirror)
{
  g_autoptr (GError) error = NULL;
  RelmGitReaderResult result;

  if (relm_git_reader_read (repository, mirror, NULL, NULL, NULL, &result, NULL, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *repository = NULL;
  g_autofree char *mirror = NULL;
  char *commands[N_KINDS];
  g_autofree char *clean = NULL;
  Series series[N_KINDS];

  if (argc == 3)
    return read_once (argv[1], argv[2]);

  g_setenv ("GIT_CONFIG_GLOBAL", "/dev/null", TRUE);
  folder = g_dir_make_tmp ("relm-perf-XXXXXX", NULL);
  repository = g_strdup (g_getenv ("RELM_PERF_REPOSITORY"));
  if (repository == NULL)
    repository = make_repository (folder);
  mirror = g_build_filename (folder, "mirror.sqlite", NULL);
  commands[GIT_LOG] =
    g_strdup_printf ("exec git -C %s log --format='%%H%%x00%%an%%x00%%aI%%x00%%B%%x00' HEAD > /dev/null", repository);
  commands[FIRST] = g_strdup_printf ("rm -f %s*; exec %s %s %s", mirror, argv[0], repository, mirror);
  commands[WARM] = g_strdup_printf ("exec %s %s %s", argv[0], repository, mirror);

  for (guint pass = 0; pass < PASSES; pass++)
    for (guint kind = 0; kind < N_KINDS; kind++)
      measure (commands[kind], &series[kind].seconds[pass], &series[kind].megabytes[pass]);
  for (guint kind = 0; kind < N_KINDS; kind++)
    g_print ("%-12s %7.3f s, %.2f times; %6.1f MB, %.2f times\n", names[kind], median (series[kind].seconds),
             median (series[kind].seconds) / median (series[GIT_LOG].seconds), median (series[kind].megabytes),
             median (series[kind].megabytes) / median (series[GIT_LOG].megabytes));

  clean = g_strdup_printf ("rm -rf %s", folder);
  return system (clean);
}
