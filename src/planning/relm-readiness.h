/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How far a release is, in numbers that can be checked: counts of its work items, milestones and gates, the days that are left, and
 * its health: what a person says, or else what the numbers say, with the reason. A plain struct; all releases are counted in
 * one pass over the project when the first is asked for, and again after it has changed. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_HEALTH_UNKNOWN, /* nothing to judge by */
  RELM_HEALTH_ON_TRACK,
  RELM_HEALTH_AT_RISK,
  RELM_HEALTH_OFF_TRACK,
  RELM_HEALTH_PAUSED, /* only a person says so */
} RelmHealth;

typedef struct
{
  guint n_items; /* work items without the cancelled ones: the sum of the next four */
  guint n_open;
  guint n_in_progress;
  guint n_blocked;
  guint n_done;
  guint n_cancelled;
  guint n_overdue; /* items that should have finished */
  int progress;    /* percent of the items' work that is done; 0 without items */

  guint n_milestones;
  guint n_milestones_done;
  guint n_milestones_overdue;

  guint n_gates;
  guint n_gates_passed;
  guint n_gates_overdue; /* nothing was decided about them by their day */
  guint n_gates_refused; /* no-go */

  guint n_serious; /* risks and issues that weigh so much */

  RelmDate date; /* when the release is planned, or was made; RELM_DATE_NONE */
  int days_left; /* until @date, negative when it has passed; 0 without one and when done */
  gboolean done;
  int days_late; /* 0 when it is not overdue */

  RelmHealth health;
  gboolean health_is_derived; /* the numbers say it, not a person */
} RelmReadiness;

RelmReadiness relm_readiness_compute (RelmProject *project,
                                      RelmRecord *release,
                                      RelmDate today);
char *relm_readiness_dup_reason (const RelmReadiness *self);
const char *relm_health_get_nick (RelmHealth health);
const char *relm_health_get_label (RelmHealth health);

G_END_DECLS
