/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Making one plan of a problem: each task in a given order as early as what is before it and what is left of each resource
 * allow. Four resources share a word, so that a step is checked for all four at once.
 */

#pragma once

#include "relm-leveller.h"

G_BEGIN_DECLS

typedef struct
{
  guint word;
  guint64 units;
} RelmLevelNeed;

typedef struct
{
  gint32 task;
  gint32 delay;
} RelmLevelBefore;

/* A problem, or its mirror image, laid out for generation. */
typedef struct
{
  guint n;
  gint32 *duration;
  gint32 *release;
  gint32 *fixed;
  guint *before_begin; /* n + 1 */
  RelmLevelBefore *before;
  guint *need_begin; /* n + 1 */
  RelmLevelNeed *needs;
  guint n_words;
  guint64 *capacity; /* per word */
  gint32 horizon;
  guint64 *left; /* n_words * horizon */
  gint32 used;   /* steps of it that are not as new */
  gboolean *placed;
  gint32 *stack;
} RelmLevelLayout;

RelmLevelLayout *relm_level_layout_new (const RelmLevelProblem *problem,
                                        gboolean mirrored);
void relm_level_layout_free (RelmLevelLayout *layout);
gint32 relm_level_layout_generate (RelmLevelLayout *layout,
                                   const gint32 *order,
                                   gint32 *starts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmLevelLayout, relm_level_layout_free)

G_END_DECLS
