/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

#include "relm-floor.h"

#define TOO_SLOW 20 /* times a goal: a machine that is busy, or whose disk is memory, must not fail */

/**
 * relm_floor_parse:
 *
 * Returns: how long json-glib takes to parse @bytes in strict mode
 */
gint64
relm_floor_parse (GBytes *bytes)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_set_strict (parser, TRUE);
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
  return g_get_monotonic_time () - start;
}

/**
 * relm_floor_store:
 * @path: a file, overwritten
 *
 * Returns: how long it takes to write @bytes and have them on the disk
 */
gint64
relm_floor_store (const char *path,
                  GBytes *bytes)
{
  const gint64 start = g_get_monotonic_time ();
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
  return g_get_monotonic_time () - start;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/**
 * relm_floor_median:
 * @times: sorted by this
 *
 * Returns: the one in the middle
 */
gint64
relm_floor_median (gint64 *times,
                   guint n)
{
  qsort (times, n, sizeof (gint64), compare_times);
  return times[n / 2];
}

static void
report (const char *what,
        const char *floor_name,
        double value,
        double floor_value,
        const char *unit,
        double goal)
{
  g_print ("%s: %.1f %s, %.2f x %s (%.1f %s), the goal is %.2f x\n", what, value, unit, value / floor_value, floor_name,
           floor_value, unit, goal);
  if (value > floor_value * goal * TOO_SLOW)
    g_error ("%s: too much", what);
}

/**
 * relm_floor_report:
 * @times: RELM_FLOOR_ROUNDS times of the work
 * @floors: as many of the floor, measured in turns with the work
 * @goal: the ratio that is wanted
 *
 * Prints the ratio of the medians, in a form that build-aux/perf-table.py knows, and ends the program where it is far above
 * the goal.
 */
void
relm_floor_report (const char *what,
                   const char *floor_name,
                   gint64 *times,
                   gint64 *floors,
                   double goal)
{
  report (what, floor_name, (double) relm_floor_median (times, RELM_FLOOR_ROUNDS) / 1000,
          (double) relm_floor_median (floors, RELM_FLOOR_ROUNDS) / 1000, "ms", goal);
}

/**
 * relm_floor_report_size:
 * @sizes: RELM_FLOOR_ROUNDS numbers of bytes
 * @floors: as many of the floor
 * @goal: the ratio that is wanted
 *
 * Does the same with memory.
 */
void
relm_floor_report_size (const char *what,
                        const char *floor_name,
                        gint64 *sizes,
                        gint64 *floors,
                        double goal)
{
  report (what, floor_name, (double) relm_floor_median (sizes, RELM_FLOOR_ROUNDS) / 1e6,
          (double) relm_floor_median (floors, RELM_FLOOR_ROUNDS) / 1e6, "MB", goal);
}
