/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A project of 10,000 records as text: reading it against json-glib parsing the same bytes, and writing it against storing
 * them. What a document does around it is in perf-document.c.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "relm-floor.h"
#include "relm-format.h"
#include "relm-random-project.h"

#define N_RECORDS 10000
#define READ_GOAL 1.0
#define WRITE_GOAL 1.0

static void
measure_reading (GBytes *bytes)
{
  gint64 times[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS];

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      g_autoptr (RelmProject) project = NULL;
      gint64 start;

      floors[i] = relm_floor_parse (bytes);
      start = g_get_monotonic_time ();
      project = relm_format_read (bytes, "perf.relm", NULL, NULL);
      g_assert_nonnull (project);
      g_clear_object (&project);
      times[i] = g_get_monotonic_time () - start;
    }
  relm_floor_report ("Reading", "json-glib parsing", times, floors, READ_GOAL);
}

static void
measure_writing (RelmProject *project,
                 GBytes *bytes)
{
  gint64 times[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS];
  g_autofree char *path = g_strdup_printf ("perf-%d.relm", (int) getpid ());

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      g_autoptr (GBytes) again = NULL;
      gint64 start;

      floors[i] = relm_floor_store (path, bytes);
      start = g_get_monotonic_time ();
      again = relm_format_write (project);
      times[i] = g_get_monotonic_time () - start;
      g_assert_true (g_bytes_equal (again, bytes));
    }
  g_unlink (path);
  relm_floor_report ("Writing", "storing the same bytes", times, floors, WRITE_GOAL);
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, FALSE);
  g_autoptr (GBytes) bytes = relm_format_write (project);

  g_print ("%d records, %.2f MB\n", N_RECORDS, (double) g_bytes_get_size (bytes) / 1e6);
  measure_reading (bytes);
  measure_writing (project, bytes);
  return 0;
}
