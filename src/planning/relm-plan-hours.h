/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Working hours as people write them in a calendar: "mon-fri 08:00-12:00 13:00-17:00", "sat,sun 10:00-14:00". Days are the English
 * abbreviations in every locale, because they stand in the file. Plain structs, any thread.
 */

#pragma once

#include "relm-calendar.h"

G_BEGIN_DECLS

#define RELM_PLAN_ERROR (relm_plan_error_quark ())

typedef enum
{
  RELM_PLAN_ERROR_HOURS,        /* working hours that cannot be read */
  RELM_PLAN_ERROR_PREDECESSORS, /* predecessors that cannot be read, or that cannot come before */
} RelmPlanError;

GQuark relm_plan_error_quark (void);

gboolean relm_plan_hours_parse (const char *text,
                                RelmDayHours *hours,
                                GError **error);
gboolean relm_plan_week_parse (const char *const *texts,
                               RelmDayHours week[7],
                               GError **error);

G_END_DECLS
