/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who does what: the people of a project as resources of the engine, and which of them each item of its network needs. A snapshot.
 * Main thread, but for the arrays of the engine, which any thread may read.
 */

#pragma once

#include "relm-levelling.h"
#include "relm-plan-network.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *people;     /* of RelmRecord, in the order of the project */
  GArray *resources;     /* of RelmResource, per person: the hours of the person, without leave, and per cent */
  GArray *assignments;   /* of RelmAssignment: items without parts that somebody does; what is done is among them */
  GPtrArray *calendars;  /* holds those of the resources */
} RelmPlanAssignments;

RelmPlanAssignments *relm_plan_assignments_new (RelmProject *project,
                                                RelmPlanNetwork *network);
void relm_plan_assignments_free (RelmPlanAssignments *self);
gint32 relm_plan_assignments_get_share (RelmRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmPlanAssignments, relm_plan_assignments_free)

G_END_DECLS
