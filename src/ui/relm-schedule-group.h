/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A group of rows that the schedule decides: what is told of one record is told anew when dates may be others. A subclass fills it. Main
 * thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_SCHEDULE_GROUP (relm_schedule_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (RelmScheduleGroup, relm_schedule_group, RELM, SCHEDULE_GROUP, AdwPreferencesGroup)

struct _RelmScheduleGroupClass
{
  AdwPreferencesGroupClass parent_class;

  /* Adds rows to the empty group; it has a record. Returns: whether the group has something to say */
  gboolean (*fill) (RelmScheduleGroup *self);

  /* (nullable): what else it tells of, about which the schedule says nothing */
  GType (*get_other_type) (void);
};

void relm_schedule_group_set_record (RelmScheduleGroup *self,
                                     RelmViewState *view_state,
                                     RelmRecord *record);

RelmViewState *relm_schedule_group_get_view_state (RelmScheduleGroup *self);
RelmPlanSchedule *relm_schedule_group_get_schedule (RelmScheduleGroup *self);
RelmRecord *relm_schedule_group_get_record (RelmScheduleGroup *self);
void relm_schedule_group_add (RelmScheduleGroup *self,
                              AdwActionRow *row);

G_END_DECLS
