/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A plan with the dates that another scheduler gave it, made into a network.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "relm-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  JsonNode *root;
  JsonArray *tasks; /* of root; task i is item i */
  RelmNetwork *network;
  RelmSchedule *schedule;
} RelmTestPlanCase;

char *relm_test_plan_case_unpack (const char *folder,
                                  const char *set);
void relm_test_plan_case_remove (const char *folder);
RelmTestPlanCase *relm_test_plan_case_load (const char *path);
void relm_test_plan_case_free (RelmTestPlanCase *plan);
RelmTime relm_test_plan_case_time (JsonObject *object,
                                   const char *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTestPlanCase, relm_test_plan_case_free)

G_END_DECLS
