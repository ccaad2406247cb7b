/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A project of 10,000 records against floors measured in the same run: reading against json-glib parsing the same bytes,
 * writing and storing against storing alone. Prints ratios; fails only where one is far from what it should be.
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

#include "relm-format.h"
#include "relm-random-project.h"

#define N_RECORDS 10000
#define N_ROUNDS 9
#define READ_RATIO_GOAL 3.0
#define SAVE_RATIO_GOAL 2.0
#define TOO_SLOW 5 /* times a goal: a machine whose disk is memory, or that is busy, must not fail */

typedef void (*Work) (gpointer data);

typedef struct
{
  GBytes *bytes;
  RelmProject *project;
  char *path;
} Fixture;

static double
measure (Work work,
         gpointer data)
{
  const gint64 start = g_get_monotonic_time ();

  work (data);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Both in turns, so that a busy machine slows both; medians in milliseconds. */
static void
measure_pair (Work work,
              Work floor,
              gpointer data,
              double *work_ms,
              double *floor_ms)
{
  double works[N_ROUNDS], floors[N_ROUNDS];

  for (int i = 0; i < N_ROUNDS; i++)
    {
      floors[i] = measure (floor, data);
      works[i] = measure (work, data);
    }
  qsort (works, N_ROUNDS, sizeof (double), compare_doubles);
  qsort (floors, N_ROUNDS, sizeof (double), compare_doubles);
  *work_ms = works[N_ROUNDS / 2];
  *floor_ms = floors[N_ROUNDS / 2];
}

static void
parse_with_json_glib (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (fixture->bytes, &length);

  json_parser_set_strict (parser, TRUE);
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
}

static void
read_project (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (RelmProject) project = relm_format_read (fixture->bytes, "perf.relm", NULL, NULL);

  g_assert_nonnull (project);
}

static void
store (const char *path,
       GBytes *bytes)
{
  const int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (fd, >=, 0);
  while (length > 0)
    {
      const gssize written = write (fd, text, length);

      g_assert_cmpint (written, >, 0);
      text += written;
      length -= (gsize) written;
    }
  g_assert_cmpint (fsync (fd), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

static void
store_bytes (gpointer data)
{
  Fixture *fixture = data;

  store (fixture->path, fixture->bytes);
}

static void
write_and_store (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GBytes) bytes = relm_format_write (fixture->project);

  store (fixture->path, bytes);
}

static void
report (const char *what,
        const char *floor_name,
        double work_ms,
        double floor_ms,
        double goal)
{
  const double ratio = work_ms / floor_ms;

  g_print ("%s: %.1f ms, %.2f x %s (%.1f ms), the goal is %.1f x\n", what, work_ms, ratio, floor_name, floor_ms, goal);
  if (ratio > goal * TOO_SLOW)
    g_error ("%s: too slow", what);
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, FALSE);
  g_autoptr (GBytes) bytes = relm_format_write (project);
  g_autofree char *path = g_strdup_printf ("perf-%d.relm", (int) getpid ());
  Fixture fixture = { bytes, project, path };
  double work_ms, floor_ms;

  g_print ("%d records, %.2f MB\n", N_RECORDS, (double) g_bytes_get_size (bytes) / 1e6);
  measure_pair (read_project, parse_with_json_glib, &fixture, &work_ms, &floor_ms);
  report ("Reading", "json-glib parsing", work_ms, floor_ms, READ_RATIO_GOAL);
  measure_pair (write_and_store, store_bytes, &fixture, &work_ms, &floor_ms);
  report ("Writing and storing", "storing the same bytes", work_ms, floor_ms, SAVE_RATIO_GOAL);
  g_unlink (path);
  return 0;
}
