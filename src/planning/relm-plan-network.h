/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A project as the engine's network: which records take part, what each becomes, and the way back from items to records. The only
 * translator between the two; the rules are in the help (scheduling.page). A snapshot that its maker keeps up to date. Main thread.
 */

#pragma once

#include "relm-network.h"
#include "relm-plan-calendars.h"

G_BEGIN_DECLS

typedef struct _RelmPlanNetwork RelmPlanNetwork;

/* What an item was before it was placed elsewhere. */
typedef struct
{
  guint item;
  RelmItem was;
  RelmDate start;
} RelmPlanPlace;

RelmPlanNetwork *relm_plan_network_new (RelmProject *project);
void relm_plan_network_free (RelmPlanNetwork *self);

RelmNetwork *relm_plan_network_get_network (RelmPlanNetwork *self);
RelmPlanCalendars *relm_plan_network_get_calendars (RelmPlanNetwork *self);
guint relm_plan_network_get_n_items (RelmPlanNetwork *self);
int relm_plan_network_find (RelmPlanNetwork *self,
                            RelmRecord *record);
int relm_plan_network_find_readiness (RelmPlanNetwork *self,
                                      RelmRecord *release);
RelmRecord *relm_plan_network_get_record (RelmPlanNetwork *self,
                                          guint item);
RelmRecord *relm_plan_network_get_dependency (RelmPlanNetwork *self,
                                              guint link);
gboolean relm_plan_network_is_readiness (RelmPlanNetwork *self,
                                         guint item);
gboolean relm_plan_network_follows (RelmPlanNetwork *self,
                                    guint item);
gboolean relm_plan_network_is_summary (RelmPlanNetwork *self,
                                       guint item);
RelmCalendar *relm_plan_network_get_calendar (RelmPlanNetwork *self,
                                              guint item);

gboolean relm_plan_network_refresh (RelmPlanNetwork *self,
                                    RelmRecord *record,
                                    guint field);
gboolean relm_plan_network_refresh_dependency (RelmPlanNetwork *self,
                                               RelmRecord *dependency,
                                               gboolean removed);
gboolean relm_plan_network_join (RelmPlanNetwork *self,
                                 RelmRecord *record);
gboolean relm_plan_network_leave (RelmPlanNetwork *self,
                                  RelmRecord *record);
gboolean relm_plan_network_refresh_calendars (RelmPlanNetwork *self,
                                              RelmRecord *record,
                                              guint field);
void relm_plan_network_refresh_status (RelmPlanNetwork *self);
gboolean relm_plan_network_leaves_out (RelmPlanNetwork *self,
                                       RelmRecord *record,
                                       gboolean removed);
RelmPlanPlace relm_plan_network_place (RelmPlanNetwork *self,
                                       guint item,
                                       RelmSpan span);
void relm_plan_network_put_back (RelmPlanNetwork *self,
                                 const RelmPlanPlace *place);
gboolean relm_plan_network_settle_places (RelmPlanNetwork *self,
                                          GArray *places);
void relm_plan_network_settle_start (RelmPlanNetwork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmPlanNetwork, relm_plan_network_free)

G_END_DECLS
