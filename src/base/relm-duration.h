/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Durations of work as people write them: "3 d", "1 w 2 d", "4.5 h", "30 min". Kept as minutes of working time; a day is 8 hours
 * and a week 5 days, whatever the calendar, so that the same text is always the same duration. Plain integers, any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_DURATION_HOUR 60
#define RELM_DURATION_DAY (8 * RELM_DURATION_HOUR)
#define RELM_DURATION_WEEK (5 * RELM_DURATION_DAY)

gboolean relm_duration_parse (const char *text,
                              gint64 *minutes);
char *relm_duration_format (gint64 minutes);

G_END_DECLS
