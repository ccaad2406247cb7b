/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-interval-index.h"

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The same answer as looking at every interval. */
static void
test_like_looking_at_all (void)
{
  for (guint n = 0; n < 120; n++)
    {
      g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (RelmInterval));
      g_autoptr (RelmIntervalIndex) index = NULL;
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));
      const gint64 from = g_test_rand_int_range (0, 200);
      const gint64 to = from + g_test_rand_int_range (0, 40);

      for (guint i = 0; i < n; i++)
        {
          const gint64 start = g_test_rand_int_range (0, 200);
          const RelmInterval interval = { start, start + g_test_rand_int_range (0, 30), i };

          g_array_append_val (intervals, interval);
          if (interval.start <= to && interval.end >= from)
            g_array_append_val (expected, i);
        }
      index = relm_interval_index_new (intervals);
      g_assert_cmpuint (relm_interval_index_get_size (index), ==, n);
      relm_interval_index_query (index, from, to, found);
      g_array_sort (found, compare);
      g_assert_cmpmem (found->data, found->len * sizeof (guint), expected->data, expected->len * sizeof (guint));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/interval-index/like-looking-at-all", test_like_looking_at_all);
  return g_test_run ();
}
