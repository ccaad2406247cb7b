/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A point in the schedule: minutes of the wall clock since 1 January 2000, 0:00, without a zone. 32 bits, because the kernel
 * then reads half the memory that it would with 64. Times reach from the year 98 to the year 3901, and durations to 950
 * years, so that a time plus or minus a duration and a lag never overflows. Plain integers, any thread.
 */

#pragma once

#include "relm-date.h"

G_BEGIN_DECLS

typedef gint32 RelmTime;

#define RELM_TIME_NONE G_MININT32
#define RELM_TIME_MIN ((RelmTime) - 1000000000)
#define RELM_TIME_MAX ((RelmTime) 1000000000)
#define RELM_DURATION_MAX 500000000 /* minutes, of a duration or of a lag to either side */
#define RELM_MINUTES_PER_DAY 1440

/* The nearest time that there is; what a sum of times and durations in 64 bits becomes. */
static inline RelmTime
relm_time_clamp (gint64 minutes)
{
  return (RelmTime) CLAMP (minutes, (gint64) RELM_TIME_MIN, (gint64) RELM_TIME_MAX);
}

RelmTime relm_time_from_date (RelmDate date,
                              int minute);
RelmDate relm_time_get_date (RelmTime time);
int relm_time_get_minute (RelmTime time);

G_END_DECLS
