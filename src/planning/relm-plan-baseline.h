/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The plan of now beside a frozen copy of it: what has moved, by how much, what was added since, and what was removed. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_VARIANCE_MOVED,
  RELM_VARIANCE_ADDED,   /* since the baseline: it has no dates there */
  RELM_VARIANCE_REMOVED, /* or cancelled, or without dates now */
} RelmVarianceKind;

typedef struct
{
  RelmVarianceKind kind;
  RelmRecord *record; /* NULL when it is no longer in the project */
  char *title;        /* safe to show */
  RelmSpan was;       /* inclusive days; unset for what was added */
  RelmSpan now;       /* unset for what was removed */
  int days;           /* by how many days it finishes later; negative for earlier */
} RelmVariance;

gboolean relm_plan_baseline_holds (RelmRecord *record);
RelmRecord *relm_plan_baseline_get_newest (RelmProject *project);
GHashTable *relm_plan_baseline_index (RelmProject *project,
                                      RelmRecord *baseline);
RelmSpan relm_plan_baseline_get_span (RelmRecord *item);
gboolean relm_plan_baseline_find (GHashTable *index,
                                  RelmRecord *record,
                                  RelmSpan *was);
GPtrArray *relm_plan_baseline_compare (RelmProject *project,
                                       RelmRecord *baseline);

RelmVariance *relm_plan_baseline_compare_one (RelmProject *project,
                                              RelmRecord *baseline,
                                              RelmRecord *record);

char *relm_variance_dup_sentence (const RelmVariance *self);
void relm_variance_free (RelmVariance *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmVariance, relm_variance_free)

G_END_DECLS
