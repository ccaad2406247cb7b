/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When so many items will be finished, judged by the rhythm at which items were finished and added until now: the weeks
 * to come are drawn from the weeks that were, four in a row at a time, so that good and bad spells stay spells, and what
 * was added in a week comes with what was finished in it. A circular block bootstrap: Politis and Romano, "A circular
 * block-resampling procedure for stationary data" (1992). Half of the blocks begin within the last quarter of a year, since
 * the pace of late says more than that of long ago.
 *
 * Its percentiles are over-confident when read as they are, because the rhythm itself changes; RelmCalibration says by
 * how much. Seeded: the same rhythm and seed give the same answer. Immutable once made; any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_THROUGHPUT_MAX_WEEKS 520 /* what takes longer than ten years is said to be never done */

/* Items per week, the oldest week first. Whoever made it owns the arrays. */
typedef struct
{
  const guint *finished;
  const guint *added; /* NULL: nothing is ever added */
  guint n_weeks;
} RelmRhythm;

typedef struct _RelmThroughput RelmThroughput;

RelmThroughput *relm_throughput_new (const RelmRhythm *rhythm,
                                     double remaining,
                                     guint n_trials,
                                     guint64 seed);
void relm_throughput_free (RelmThroughput *throughput);
double relm_throughput_get_weeks (RelmThroughput *throughput,
                                  guint percent);

double relm_rhythm_measure (const RelmRhythm *rhythm,
                            guint first,
                            double remaining);
double relm_rhythm_get_rate (const RelmRhythm *rhythm);
double relm_rhythm_get_unsteadiness (const RelmRhythm *rhythm);
RelmRhythm relm_rhythm_cut (const RelmRhythm *rhythm,
                            guint end,
                            guint n_weeks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmThroughput, relm_throughput_free)

G_END_DECLS
