/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a window shows: a document, a release of it or the whole roadmap, the record that is selected, and the
 * baseline that the plan is compared with. One per window,
 * shared by its pages and its inspector. A record that leaves the project is no longer shown. Main thread.
 */

#pragma once

#include "relm-document.h"
#include "relm-forecasts.h"
#include "relm-plan-schedule.h"

G_BEGIN_DECLS

#define RELM_TYPE_VIEW_STATE (relm_view_state_get_type ())
G_DECLARE_FINAL_TYPE (RelmViewState, relm_view_state, RELM, VIEW_STATE, GObject)

RelmViewState *relm_view_state_new (void);
RelmDocument *relm_view_state_get_document (RelmViewState *self);
void relm_view_state_set_document (RelmViewState *self,
                                   RelmDocument *document);
RelmPlanSchedule *relm_view_state_get_schedule (RelmViewState *self);
RelmForecasts *relm_view_state_get_forecasts (RelmViewState *self);
RelmRecord *relm_view_state_get_release (RelmViewState *self);
void relm_view_state_set_release (RelmViewState *self,
                                  RelmRecord *release);
RelmRecord *relm_view_state_get_selected (RelmViewState *self);
void relm_view_state_set_selected (RelmViewState *self,
                                   RelmRecord *selected);
RelmRecord *relm_view_state_get_baseline (RelmViewState *self);
void relm_view_state_choose_baseline (RelmViewState *self,
                                      RelmRecord *baseline);
void relm_view_state_follow_baseline (RelmViewState *self);
gboolean relm_view_state_has_chosen_baseline (RelmViewState *self);

G_END_DECLS
