/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When work is done: hours of the seven days of a week, and days that differ. Compiled to sums of working minutes, so that
 * adding working time to a time, and the working time between two times, cost the same however far apart they are. Before the
 * first and after the last day that differs, the week repeats for ever.
 *
 * Immutable and reference counted: any number of threads may share one.
 */

#pragma once

#include "relm-time.h"

G_BEGIN_DECLS

#define RELM_DAY_MAX_PERIODS 8
#define RELM_CALENDAR_MAX_DAYS 73050 /* between the first and the last day that differs: 200 years */

#define RELM_CALENDAR_ERROR (relm_calendar_error_quark ())

typedef enum
{
  RELM_CALENDAR_ERROR_HOURS, /* hours that overlap, go backwards, or are none */
  RELM_CALENDAR_ERROR_EMPTY, /* a week without working time */
  RELM_CALENDAR_ERROR_RANGE, /* days that differ are too far apart, or their order is wrong */
} RelmCalendarError;

/* Working time of one day, in minutes after midnight, in order. */
typedef struct
{
  guint n;
  struct
  {
    guint16 start;
    guint16 finish; /* after the start, at most 1440 */
  } periods[RELM_DAY_MAX_PERIODS];
} RelmDayHours;

/* Days, both inclusive, with these hours whatever the week says. Where two overlap, the later in the array counts. */
typedef struct
{
  RelmSpan days;
  RelmDayHours hours;
} RelmCalendarException;

typedef struct _RelmCalendar RelmCalendar;

GQuark relm_calendar_error_quark (void);

RelmCalendar *relm_calendar_new (const RelmDayHours week[7],
                                 const RelmCalendarException *exceptions,
                                 gsize n_exceptions,
                                 GError **error);
RelmCalendar *relm_calendar_new_office (void);
RelmCalendar *relm_calendar_new_always (void);
RelmCalendar *relm_calendar_without (RelmCalendar *calendar,
                                     const RelmSpan *leave,
                                     gsize n_leave,
                                     GError **error);
RelmCalendar *relm_calendar_ref (RelmCalendar *calendar);
void relm_calendar_unref (RelmCalendar *calendar);
gboolean relm_calendar_equal (RelmCalendar *a,
                              RelmCalendar *b);

gboolean relm_calendar_is_working (RelmCalendar *calendar,
                                   RelmTime time);
gint32 relm_calendar_get_day_minutes (RelmCalendar *calendar,
                                      RelmDate date);
RelmTime relm_calendar_add (RelmCalendar *calendar,
                            RelmTime time,
                            gint32 minutes);
gint32 relm_calendar_work (RelmCalendar *calendar,
                           RelmTime from,
                           RelmTime to);
RelmTime relm_calendar_next_start (RelmCalendar *calendar,
                                   RelmTime time);
RelmTime relm_calendar_previous_finish (RelmCalendar *calendar,
                                        RelmTime time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmCalendar, relm_calendar_unref)

G_END_DECLS
