/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forecasts by throughput: what can be computed by hand, and what must hold for every rhythm. */

#include "config.h"

#include <math.h>

#include "relm-throughput.h"

#define N_WEEKS 20

typedef struct
{
  guint finished[N_WEEKS];
  guint added[N_WEEKS];
} Weeks;

static RelmRhythm
make_steady (Weeks *weeks,
             guint finished,
             guint added)
{
  for (guint i = 0; i < N_WEEKS; i++)
    {
      weeks->finished[i] = finished;
      weeks->added[i] = added;
    }
  return (RelmRhythm) { weeks->finished, weeks->added, N_WEEKS };
}

static RelmRhythm
make_random (Weeks *weeks,
             GRand *random)
{
  for (guint i = 0; i < N_WEEKS; i++)
    {
      weeks->finished[i] = (guint) g_rand_int_range (random, 0, 12);
      weeks->added[i] = (guint) g_rand_int_range (random, 0, 6);
    }
  return (RelmRhythm) { weeks->finished, weeks->added, N_WEEKS };
}

static double
forecast (const RelmRhythm *rhythm,
          double remaining,
          guint percent,
          guint64 seed)
{
  g_autoptr (RelmThroughput) throughput = relm_throughput_new (rhythm, remaining, 500, seed);

  return relm_throughput_get_weeks (throughput, percent);
}

/* 5 a week: 12 items take 2.4 weeks, whatever is drawn; with 2 added a week, 9 take 3. */
static void
test_steady (void)
{
  Weeks weeks;
  RelmRhythm rhythm = make_steady (&weeks, 5, 0);

  for (guint percent = 1; percent <= 100; percent += 33)
    {
      rhythm = make_steady (&weeks, 5, 0);
      g_assert_cmpfloat_with_epsilon (forecast (&rhythm, 12, percent, 1), 2.4, 1e-9);
      rhythm.added = NULL;
      g_assert_cmpfloat_with_epsilon (forecast (&rhythm, 20, percent, 1), 4, 1e-9);
      rhythm = make_steady (&weeks, 5, 2);
      g_assert_cmpfloat_with_epsilon (forecast (&rhythm, 9, percent, 1), 3, 1e-9);
      g_assert_cmpfloat (forecast (&rhythm, 0, percent, 1), ==, 0);
    }
}

static void
test_never (void)
{
  Weeks weeks;
  RelmRhythm rhythm = make_steady (&weeks, 0, 0);

  g_assert_true (isinf (forecast (&rhythm, 1, 1, 1)));
  rhythm = make_steady (&weeks, 3, 3);
  g_assert_true (isinf (forecast (&rhythm, 4, 50, 1)));
  rhythm = make_steady (&weeks, 3, 4);
  g_assert_true (isinf (forecast (&rhythm, 4, 50, 1)));
  rhythm = make_steady (&weeks, 1, 0);
  g_assert_cmpfloat (forecast (&rhythm, RELM_THROUGHPUT_MAX_WEEKS, 50, 1), ==, RELM_THROUGHPUT_MAX_WEEKS);
  g_assert_true (isinf (forecast (&rhythm, RELM_THROUGHPUT_MAX_WEEKS + 1, 50, 1)));
}

/* Weeks in which 10 are added are those in which 10 more are finished: drawn together, 5 a fortnight remain finished. */
static void
test_added_with_finished (void)
{
  Weeks weeks;
  RelmRhythm rhythm = make_steady (&weeks, 5, 0);

  for (guint i = 0; i < N_WEEKS; i += 2)
    weeks.finished[i] = weeks.added[i] = 10;
  g_assert_cmpfloat_with_epsilon (forecast (&rhythm, 10, 100, 7), 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast (&rhythm, 10, 1, 7), 3, 1e-9);
}

/*
 * Ten weeks of rest and ten of 4: 16 items take 4 weeks at best; a block that begins in the rest has at least one week of
 * it.
 */
static void
test_spells (void)
{
  Weeks weeks;
  RelmRhythm rhythm = make_steady (&weeks, 4, 0);

  for (guint i = 0; i < N_WEEKS / 2; i++)
    weeks.finished[i] = 0;
  g_assert_cmpfloat_with_epsilon (forecast (&rhythm, 16, 1, 7), 4, 1e-9);
  /* 7 of 20 blocks are all work: singly drawn weeks would do it in four of them in 1 of 16 cases. */
  g_assert_cmpfloat_with_epsilon (forecast (&rhythm, 16, 25, 7), 4, 1e-9);
  g_assert_cmpfloat (forecast (&rhythm, 16, 60, 7), >, 4);
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 50; round++)
    {
      Weeks weeks;
      RelmRhythm rhythm = make_random (&weeks, random), alone;
      double remaining = g_rand_int_range (random, 1, 200);
      g_autoptr (RelmThroughput) throughput = relm_throughput_new (&rhythm, remaining, 300, round);

      for (guint percent = 1; percent <= 100; percent++)
        {
          double these = relm_throughput_get_weeks (throughput, percent);

          if (percent > 1)
            g_assert_cmpfloat (these, >=, relm_throughput_get_weeks (throughput, percent - 1));
        }
      alone = (RelmRhythm) { weeks.finished, NULL, N_WEEKS };
      g_assert_cmpfloat (forecast (&rhythm, remaining, 85, 3), ==, forecast (&rhythm, remaining, 85, 3));
      g_assert_cmpfloat (forecast (&rhythm, remaining, 85, 3), <=, forecast (&rhythm, remaining + 5, 85, 3));
      g_assert_cmpfloat (forecast (&rhythm, remaining, 85, 3), >=, forecast (&alone, remaining, 85, 3));
    }
}

static void
test_rhythm (void)
{
  Weeks weeks;
  RelmRhythm rhythm = make_steady (&weeks, 5, 2), cut = relm_rhythm_cut (&rhythm, 12, 4);

  g_assert_cmpfloat_with_epsilon (relm_rhythm_get_rate (&rhythm), 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (relm_rhythm_measure (&rhythm, 10, 9), 3, 1e-9);
  g_assert_true (isinf (relm_rhythm_measure (&rhythm, 10, 31)));
  g_assert_cmpfloat_with_epsilon (relm_rhythm_measure (&rhythm, 10, 30), 10, 1e-9);
  g_assert_true (cut.finished == weeks.finished + 8 && cut.added == weeks.added + 8 && cut.n_weeks == 4);
  cut = relm_rhythm_cut (&rhythm, 3, 4);
  g_assert_true (cut.finished == weeks.finished && cut.n_weeks == 3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/throughput/steady", test_steady);
  g_test_add_func ("/engine/throughput/never", test_never);
  g_test_add_func ("/engine/throughput/added-with-finished", test_added_with_finished);
  g_test_add_func ("/engine/throughput/spells", test_spells);
  g_test_add_func ("/engine/throughput/properties", test_properties);
  g_test_add_func ("/engine/throughput/rhythm", test_rhythm);
  return g_test_run ();
}
