/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The calendars of a project, compiled for the engine: that of the project, and one for each calendar and person that differ from
 * it. A snapshot: who made it refreshes it, or makes it anew, when calendars, exceptions or people change. Main thread.
 */

#pragma once

#include "relm-calendar.h"
#include "relm-project.h"

G_BEGIN_DECLS

typedef struct _RelmPlanCalendars RelmPlanCalendars;

RelmPlanCalendars *relm_plan_calendars_new (RelmProject *project);
void relm_plan_calendars_free (RelmPlanCalendars *self);

gboolean relm_plan_calendars_refresh (RelmPlanCalendars *self);
guint relm_plan_calendars_find (RelmPlanCalendars *self,
                                const char *calendar_id,
                                const char *person_id);
guint relm_plan_calendars_get_count (RelmPlanCalendars *self);
RelmCalendar *relm_plan_calendars_get (RelmPlanCalendars *self,
                                       guint index);
gboolean relm_plan_calendars_has_old (RelmPlanCalendars *self);
GPtrArray *relm_plan_calendars_get_errors (RelmPlanCalendars *self);

RelmCalendar *relm_plan_compile_calendar (RelmProject *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmPlanCalendars, relm_plan_calendars_free)

G_END_DECLS
