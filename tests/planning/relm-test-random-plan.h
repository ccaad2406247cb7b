/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A random project with its schedule, edits of it, and the comparison with a schedule that was made anew. */

#pragma once

#include "relm-plan-schedule-private.h"
#include "relm-test-plan.h"

#define RELM_RANDOM_PLAN_ITEMS 25
#define RELM_RANDOM_PLAN_PEOPLE 3

typedef struct
{
  RelmProject *project;
  RelmPlanSchedule *schedule;
  GRand *random;
  guint n_added;
  guint n_kept; /* edits that the network was kept for */
} RelmRandomPlan;

char *relm_random_plan_pick_id (RelmRandomPlan *plan,
                                const char *prefix,
                                gint32 n);
void relm_random_plan_set_up (RelmRandomPlan *plan,
                              guint seed);
void relm_random_plan_set_up_releases (RelmRandomPlan *plan,
                                       guint seed);
void relm_random_plan_tear_down (RelmRandomPlan *plan);
RelmRecord *relm_random_plan_pick_item (RelmRandomPlan *plan);
void relm_random_plan_set_text (RelmRandomPlan *plan,
                                RelmRecord *record,
                                const char *field,
                                char *text);
void relm_random_plan_unset (RelmRandomPlan *plan,
                             RelmRecord *record,
                             guint field);
void relm_random_plan_add_dependency (RelmRandomPlan *plan);
void relm_random_plan_edit_dependency (RelmRandomPlan *plan);
void relm_random_plan_edit_item (RelmRandomPlan *plan);
char *relm_random_plan_pick_end (RelmRandomPlan *plan);
void relm_random_plan_edit_any_dependency (RelmRandomPlan *plan);
void relm_random_plan_edit_end (RelmRandomPlan *plan);
void relm_random_plan_add_item (RelmRandomPlan *plan);
void relm_random_plan_assert_same (RelmRandomPlan *plan);
