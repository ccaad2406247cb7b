/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline's page with its table, of a sample plan, as a person uses it. */

#pragma once

#include "relm-plan-table-private.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-page-private.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmTimelinePage *page;
  RelmPlanTable *table;
  RelmTimeline *timeline;
} RelmPlanTableFixture;

void relm_plan_table_fixture_settle (void);
void relm_plan_table_fixture_show (RelmPlanTableFixture *fixture,
                                   int width,
                                   int height,
                                   const char *layout);
void relm_plan_table_fixture_setup (RelmPlanTableFixture *fixture,
                                    gconstpointer data);
void relm_plan_table_fixture_teardown (RelmPlanTableFixture *fixture,
                                       gconstpointer data);
RelmRecord *relm_plan_table_fixture_look_up (RelmPlanTableFixture *fixture,
                                             const char *id);
RelmPlanRow *relm_plan_table_fixture_get_row (RelmPlanTableFixture *fixture,
                                              const char *id);
void relm_plan_table_fixture_assert_text (RelmPlanTableFixture *fixture,
                                          const char *id,
                                          RelmPlanColumn column,
                                          const char *expected);
gboolean relm_plan_table_fixture_write_cell (RelmPlanTableFixture *fixture,
                                             const char *id,
                                             RelmPlanColumn column,
                                             const char *text);
gboolean relm_plan_table_fixture_can_edit (RelmPlanTableFixture *fixture,
                                           const char *id,
                                           RelmPlanColumn column);
void relm_plan_table_fixture_assert_date (RelmPlanTableFixture *fixture,
                                          const char *id,
                                          guint field,
                                          const char *expected);
void relm_plan_table_fixture_take_picture (RelmPlanTableFixture *fixture,
                                           const char *name);
void relm_plan_table_fixture_assert_words (RelmPlanTableFixture *fixture,
                                           RelmRecord *record,
                                           const char *expected);
