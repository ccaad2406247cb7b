/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How often forecasts by throughput come true: every four weeks of a history, so much work as takes about HORIZON weeks
 * is forecast from what was known then, and compared with what happened. RELM_PERF_HISTORIES names repositories, and
 * RELM_PERF_TRACKERS archives of trackers (see relm-history.h), with colons between; neither is kept here.
 *
 * --ratios prints what relm-calibration-prior.c is made of, of repositories that must not be those that are then
 * measured. --leave-one-out measures each repository with the ratios of the others in place of those that are built in.
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "relm-calibration.h"
#include "relm-history.h"

#define N_RATIOS 40
#define N_LEVELS 3
#define SETTLED 52 /* weeks after which a back-test that gives a ratio must be over */

static const guint levels[N_LEVELS] = { 50, 85, 95 };
static const double horizons[] = { 4, 8, 16, 32 };

typedef struct
{
  guint n_hits[N_LEVELS];
  guint n_tests[N_LEVELS];
  guint n_bare_hits[N_LEVELS]; /* of the forecast as it is drawn, not calibrated */
  guint n_bare_tests[N_LEVELS];
  GArray *widths; /* P85 / P50, of each back-test */
} Score;

typedef RelmHistory *(*ReadFunc) (const char *path);

/* Those that an environment variable names, with colons between. */
static GPtrArray *
read_named (const char *variable,
            ReadFunc read)
{
  GPtrArray *histories = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_history_free);
  const char *named = g_getenv (variable);
  g_auto (GStrv) paths = g_strsplit (named != NULL ? named : "", ":", -1);

  for (char **path = paths; *path != NULL; path++)
    {
      RelmHistory *history = **path != '\0' ? read (*path) : NULL;

      if (history != NULL)
        g_ptr_array_add (histories, history);
    }
  return histories;
}

static GPtrArray *
invent_histories (void)
{
  GPtrArray *histories = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_history_free);

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (histories, relm_history_invent ("(invented)", 520, i + 1));
  return histories;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Appends N_RATIOS quantiles of @from to @to. */
static void
append_quantiles (GArray *to,
                  GArray *from)
{
  g_array_sort (from, compare_doubles);
  for (guint i = 0; from->len > 0 && i < N_RATIOS; i++)
    g_array_append_val (to, g_array_index (from, double, (guint) ((i + 0.5) / N_RATIOS * from->len)));
}

static void
append_ratios (GArray *pool,
               const RelmHistory *history,
               double horizon)
{
  RelmCalibrationOptions options = RELM_CALIBRATION_OPTIONS_INIT;
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (RelmCalibration) calibration = NULL;
  const RelmBackTest *tests;
  guint n;

  options.horizon = horizon;
  calibration = relm_calibration_new (&history->rhythm, &options);
  tests = relm_calibration_get_tests (calibration, &n);
  for (guint i = 0; i < n; i++)
    if (tests[i].week + SETTLED + horizon <= history->n_weeks)
      {
        double ratio = pow (MIN (tests[i].actual, history->n_weeks - tests[i].week) / tests[i].predicted, 1 / tests[i].spread);

        g_array_append_val (ratios, ratio);
      }
  append_quantiles (pool, ratios);
}

/* Of all histories but @without, each with the same weight. */
static GArray *
pool_ratios (GPtrArray *histories,
             double horizon,
             const RelmHistory *without)
{
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < histories->len; i++)
    if (g_ptr_array_index (histories, i) != without)
      append_ratios (pool, g_ptr_array_index (histories, i), horizon);
  append_quantiles (ratios, pool);
  return ratios;
}

static void
print_ratios (GPtrArray *histories)
{
  for (guint i = 0; i < G_N_ELEMENTS (horizons); i++)
    {
      g_autoptr (GArray) ratios = pool_ratios (histories, horizons[i], NULL);

      g_print ("  { %g, {", horizons[i]);
      for (guint j = 0; j < ratios->len; j++)
        g_print (" %.3f,", g_array_index (ratios, double, j));
      g_print (" } },\n");
    }
}

/* The same forecast as usually made, from the same weeks. */
static void
score_bare (Score *score,
            const RelmHistory *history,
            const RelmBackTest *test)
{
  RelmCalibrationOptions options = RELM_CALIBRATION_OPTIONS_INIT;
  RelmRhythm known = relm_rhythm_cut (&history->rhythm, test->week, RELM_CALIBRATION_WINDOW);
  g_autoptr (RelmThroughput) forecast = relm_throughput_new (&known, test->remaining, options.n_trials, test->week);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      double weeks = relm_throughput_get_weeks (forecast, levels[i]);

      if (test->week + weeks > history->n_weeks)
        continue;
      score->n_bare_tests[i]++;
      score->n_bare_hits[i] += test->actual <= weeks;
    }
}

static void
score_history (Score *score,
               const RelmHistory *history,
               const RelmCalibrationOptions *options)
{
  g_autoptr (RelmCalibration) calibration = relm_calibration_new (&history->rhythm, options);
  const RelmBackTest *tests;
  guint n;

  for (guint i = 0; i < N_LEVELS; i++)
    {
      score->n_hits[i] += relm_calibration_count_hits (calibration, levels[i], &n);
      score->n_tests[i] += n;
    }
  tests = relm_calibration_get_tests (calibration, &n);
  for (guint i = 0; i < n; i++)
    {
      double middle = relm_calibration_get_ratio_then (calibration, 50, i);
      double width = relm_calibration_get_ratio_then (calibration, 85, i) / middle;

      g_array_append_val (score->widths, width);
      score_bare (score, history, &tests[i]);
    }
}

static void
print_score (const char *name,
             guint n_items,
             Score *score)
{
  g_print ("%-40s %6u %5u", name, n_items, score->n_tests[1]);
  for (guint i = 0; i < N_LEVELS; i++)
    g_print ("  %5.1f", 100.0 * score->n_hits[i] / MAX (score->n_tests[i], 1));
  g_array_sort (score->widths, compare_doubles);
  g_print ("  %5.2f  ", score->widths->len > 0 ? g_array_index (score->widths, double, score->widths->len / 2) : 0.0);
  for (guint i = 1; i < N_LEVELS; i++)
    g_print ("  %5.1f", 100.0 * score->n_bare_hits[i] / MAX (score->n_bare_tests[i], 1));
  g_print ("\n");
}

static void
add_score (Score *sum,
           const Score *score)
{
  for (guint i = 0; i < N_LEVELS; i++)
    {
      sum->n_hits[i] += score->n_hits[i];
      sum->n_tests[i] += score->n_tests[i];
      sum->n_bare_hits[i] += score->n_bare_hits[i];
      sum->n_bare_tests[i] += score->n_bare_tests[i];
    }
  g_array_append_vals (sum->widths, score->widths->data, score->widths->len);
}

static void
measure (GPtrArray *histories,
         double horizon,
         gboolean leave_one_out)
{
  Score sum = { .widths = g_array_new (FALSE, FALSE, sizeof (double)) };
  guint n_items = 0;

  g_print ("\n%g weeks of work: back-tests, %% that came true, median P85/P50; P85 and P95 if not calibrated\n", horizon);
  g_print ("%-40s %6s %5s  %5s  %5s  %5s  %5s    %5s  %5s\n", "history", "items", "tests", "P50", "P85", "P95", "85/50", "(P85)",
           "(P95)");
  for (guint i = 0; i < histories->len; i++)
    {
      const RelmHistory *history = g_ptr_array_index (histories, i);
      RelmCalibrationOptions options = RELM_CALIBRATION_OPTIONS_INIT;
      g_autoptr (GArray) ratios = leave_one_out ? pool_ratios (histories, horizon, history) : NULL;
      Score score = { .widths = g_array_new (FALSE, FALSE, sizeof (double)) };

      options.horizon = horizon;
      if (ratios != NULL)
        {
          options.prior = (const double *) (gconstpointer) ratios->data;
          options.n_prior = ratios->len;
        }
      score_history (&score, history, &options);
      print_score (history->name, history->n_items, &score);
      add_score (&sum, &score);
      n_items += history->n_items;
      g_array_unref (score.widths);
    }
  print_score ("all", n_items, &sum);
  g_array_unref (sum.widths);
}

static void
measure_all (GPtrArray *histories,
             gboolean leave_one_out)
{
  for (guint i = 0; i < G_N_ELEMENTS (horizons); i++)
    measure (histories, horizons[i], leave_one_out);
}

int
main (int argc,
      char **argv)
{
  const gboolean ratios = argc > 1 && strcmp (argv[1], "--ratios") == 0;
  const gboolean leave_one_out = argc > 1 && strcmp (argv[1], "--leave-one-out") == 0;
  g_autoptr (GPtrArray) commits = read_named ("RELM_PERF_HISTORIES", relm_history_read);
  g_autoptr (GPtrArray) issues = read_named ("RELM_PERF_TRACKERS", relm_history_read_archive);
  g_autoptr (GPtrArray) invented = NULL;

  if (ratios)
    {
      g_ptr_array_extend_and_steal (commits, g_steal_pointer (&issues));
      print_ratios (commits);
      return 0;
    }
  if (commits->len > 0)
    {
      g_print ("Commits stand in for items of work.\n");
      measure_all (commits, leave_one_out);
    }
  if (issues->len > 0)
    {
      g_print ("\nClosed issues of trackers.\n");
      measure_all (issues, leave_one_out);
    }
  if (commits->len + issues->len > 0)
    return 0;
  g_print ("Neither RELM_PERF_HISTORIES nor RELM_PERF_TRACKERS is set: these histories are invented, and say nothing of real ones.\n");
  invented = invent_histories ();
  measure_all (invented, leave_one_out);
  return 0;
}
