/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where a kind of record keeps what the plan wants to know. Found by the names of its fields, so that a new kind with such fields
 * takes part in the plan without a change here. One per kind, kept with its class for as long as the program runs. Main thread.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

/* Indices of fields; -1 for what the kind does not have. */
typedef struct
{
  int planned_start;
  int planned_finish;
  int committed;
  int actual_start;
  int actual_finish;
  int state;
  int progress;
  int release;
  int phase;
  int parent;
  int assignee;
  int scheduling;
  int duration;
  int calendar;
  int constraint;
  int constraint_date;
  int deadline;
  int allocation;
  int held_until;
  gboolean point; /* records of the kind are points in time, not periods */
} RelmPlanKind;

const RelmPlanKind *relm_plan_kind_get (RelmRecord *record);

gboolean relm_plan_kind_has_say (RelmRecord *record,
                                 guint field);
RelmDate relm_plan_kind_get_date (RelmRecord *record,
                                  int field);
const char *relm_plan_kind_get_string (RelmRecord *record,
                                       int field);
gint64 relm_plan_kind_get_integer (RelmRecord *record,
                                   int field);

G_END_DECLS
