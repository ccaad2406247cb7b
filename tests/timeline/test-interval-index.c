/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-interval-index.h"

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return (*(const guint *) a > *(const guint *) b) - (*(const guint *) a < *(const guint *) b);
}

/* What the index must answer: all of them looked at. */
static void
query_slowly (GArray *intervals,
              gint64 start,
              gint64 end,
              GArray *values)
{
  for (guint i = 0; i < intervals->len; i++)
    {
      const RelmInterval *interval = &g_array_index (intervals, RelmInterval, i);

      if (interval->start <= end && interval->end >= start)
        g_array_append_val (values, interval->value);
    }
}

static void
check_random (guint size)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (RelmInterval));
  g_autoptr (RelmIntervalIndex) index = NULL;

  for (guint i = 0; i < size; i++)
    {
      const gint64 start = g_test_rand_int_range (-500, 500);
      const RelmInterval interval = { start, start + g_test_rand_int_range (0, i % 7 == 0 ? 800 : 20), i };

      g_array_append_val (intervals, interval);
    }
  index = relm_interval_index_new (intervals);
  g_assert_cmpuint (relm_interval_index_get_size (index), ==, size);
  for (guint i = 0; i < 40; i++)
    {
      const gint64 start = g_test_rand_int_range (-600, 1400);
      const gint64 end = start + g_test_rand_int_range (0, 100);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));

      relm_interval_index_query (index, start, end, found);
      query_slowly (intervals, start, end, expected);
      g_array_sort (found, compare_values);
      g_assert_cmpmem (found->data, found->len * sizeof (guint), expected->data, expected->len * sizeof (guint));
    }
}

static void
test_random (void)
{
  for (guint size = 0; size < 200; size++)
    check_random (size);
}

static gboolean
stop_cb (guint value,
         gpointer user_data)
{
  *(guint *) user_data += 1;
  return FALSE;
}

static void
test_stop (void)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (RelmInterval));
  g_autoptr (RelmIntervalIndex) index = NULL;
  guint calls = 0;

  for (guint i = 0; i < 100; i++)
    {
      const RelmInterval interval = { i, 200, i };

      g_array_append_val (intervals, interval);
    }
  index = relm_interval_index_new (intervals);
  relm_interval_index_foreach (index, 0, 300, stop_cb, &calls);
  g_assert_cmpuint (calls, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/interval-index/random", test_random);
  g_test_add_func ("/timeline/interval-index/stop", test_stop);
  return g_test_run ();
}
