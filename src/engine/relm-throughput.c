/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "relm-draw-private.h"
#include "relm-throughput.h"

#define BLOCK 4 /* weeks drawn in a row */
#define LATELY 20 /* weeks in which half of the blocks begin; chosen as the spread in relm-calibration.c is */

struct _RelmThroughput
{
  double *weeks; /* sorted */
  guint n;
};

/* What is left after week @i; when it ends within the week, the part of the week that was needed is in @part. */
static double
pass_week (const RelmRhythm *rhythm,
           guint i,
           double left,
           double *part)
{
  double net = (double) rhythm->finished[i] - (rhythm->added != NULL ? rhythm->added[i] : 0);

  if (net > 0 && net >= left)
    {
      *part = left / net;
      return 0;
    }
  return left - net;
}

/* The first week of a block. */
static guint
draw_start (const RelmRhythm *rhythm,
            double chance)
{
  const guint lately = MIN (LATELY, rhythm->n_weeks);

  if (chance < 0.5)
    return rhythm->n_weeks - 1 - (guint) (chance * 2 * lately);
  return (guint) ((chance - 0.5) * 2 * rhythm->n_weeks);
}

static double
try_once (const RelmRhythm *rhythm,
          double remaining,
          guint64 key)
{
  guint start = 0;
  double part = 0;

  for (guint week = 0; week < RELM_THROUGHPUT_MAX_WEEKS; week++)
    {
      if (week % BLOCK == 0)
        start = draw_start (rhythm, relm_draw (key, week));
      remaining = pass_week (rhythm, (start + week % BLOCK) % rhythm->n_weeks, remaining, &part);
      if (remaining <= 0)
        return week + part;
    }
  return INFINITY;
}

static int
compare_weeks (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * relm_throughput_new:
 * @rhythm: the weeks to draw from, at least one; not kept
 * @remaining: items that are to be finished, at least 0
 * @n_trials: at least 1; 10,000 is good
 *
 * Returns: (transfer full): the forecast
 */
RelmThroughput *
relm_throughput_new (const RelmRhythm *rhythm,
                     double remaining,
                     guint n_trials,
                     guint64 seed)
{
  RelmThroughput *self;

  g_return_val_if_fail (rhythm != NULL && rhythm->n_weeks > 0 && n_trials > 0 && remaining >= 0, NULL);

  self = g_new (RelmThroughput, 1);
  self->n = n_trials;
  self->weeks = g_new (double, n_trials);
  for (guint i = 0; i < n_trials; i++)
    self->weeks[i] = remaining > 0 ? try_once (rhythm, remaining, relm_draw_trial_key (seed, i)) : 0;
  qsort (self->weeks, self->n, sizeof *self->weeks, compare_weeks);
  return self;
}

void
relm_throughput_free (RelmThroughput *throughput)
{
  g_return_if_fail (throughput != NULL);

  g_free (throughput->weeks);
  g_free (throughput);
}

/**
 * relm_throughput_get_weeks:
 * @percent: 1 to 100
 *
 * Returns: the weeks after which so many of a hundred trials had everything finished; infinite when never, at this rhythm
 */
double
relm_throughput_get_weeks (RelmThroughput *throughput,
                           guint percent)
{
  g_return_val_if_fail (throughput != NULL && percent >= 1 && percent <= 100, INFINITY);

  return throughput->weeks[((guint64) throughput->n * percent + 99) / 100 - 1];
}

/**
 * relm_rhythm_measure:
 * @first: the week in which it begins
 * @remaining: the items that remained then
 *
 * Returns: the weeks that they really took; infinite when they were not finished by the end of the rhythm
 */
double
relm_rhythm_measure (const RelmRhythm *rhythm,
                     guint first,
                     double remaining)
{
  double part = 0;

  g_return_val_if_fail (rhythm != NULL, INFINITY);

  if (remaining <= 0)
    return 0;
  for (guint i = first; i < rhythm->n_weeks; i++)
    {
      remaining = pass_week (rhythm, i, remaining, &part);
      if (remaining <= 0)
        return i - first + part;
    }
  return INFINITY;
}

/**
 * relm_rhythm_get_rate:
 *
 * Returns: by how many items less remain after a week, on average; not positive when as many are added as are finished
 */
double
relm_rhythm_get_rate (const RelmRhythm *rhythm)
{
  double net = 0;

  g_return_val_if_fail (rhythm != NULL, 0);

  for (guint i = 0; i < rhythm->n_weeks; i++)
    net += (double) rhythm->finished[i] - (rhythm->added != NULL ? rhythm->added[i] : 0);
  return rhythm->n_weeks > 0 ? net / rhythm->n_weeks : 0;
}

/* Finished within the spell of weeks that is the @i-th, counted back from the end. */
static double
count_spell (const RelmRhythm *rhythm,
             guint i)
{
  double sum = 0;

  for (guint j = 1; j <= BLOCK; j++)
    sum += rhythm->finished[rhythm->n_weeks - i * BLOCK - j];
  return sum;
}

/**
 * relm_rhythm_get_unsteadiness:
 *
 * Returns: the standard deviation of what was finished in spells of four weeks, divided by its mean: 0 for a steady pace, 1 and
 *   more where much is finished at once, and then nothing for long. 0 with less than two spells
 */
double
relm_rhythm_get_unsteadiness (const RelmRhythm *rhythm)
{
  const guint n = rhythm->n_weeks / BLOCK;
  double sum = 0, squares = 0, mean;

  for (guint i = 0; i < n; i++)
    {
      const double spell = count_spell (rhythm, i);

      sum += spell;
      squares += spell * spell;
    }
  mean = n > 0 ? sum / n : 0;
  return n > 1 && mean > 0 ? sqrt (MAX (squares / n - mean * mean, 0)) / mean : 0;
}

/**
 * relm_rhythm_cut:
 * @end: the first week that is not looked at, at most the number of weeks
 *
 * Returns: at most @n_weeks before @end, within the arrays of @rhythm
 */
RelmRhythm
relm_rhythm_cut (const RelmRhythm *rhythm,
                 guint end,
                 guint n_weeks)
{
  guint n = MIN (n_weeks, end), first = end - n;

  g_return_val_if_fail (rhythm != NULL && end <= rhythm->n_weeks, *rhythm);

  return (RelmRhythm) { rhythm->finished + first, rhythm->added != NULL ? rhythm->added + first : NULL, n };
}
