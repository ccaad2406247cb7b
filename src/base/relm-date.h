/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Civil dates without a zone, as plain numbers.
 *
 * Work is planned in days, so a date is the number of days since 31 December of the year 0 (proleptic Gregorian; the
 * Julian day of GDate), and arithmetic on dates is arithmetic on integers. 0 means that there is no date, so that zeroed
 * memory is unset. Value type: no ownership, any thread.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef gint32 RelmDate;

#define RELM_DATE_NONE ((RelmDate) 0)
#define RELM_DATE_MAX ((RelmDate) 3652059) /* 9999-12-31 */

/* A period with both ends inclusive, as people say it. Either end may be RELM_DATE_NONE. */
typedef struct
{
  RelmDate start;
  RelmDate finish;
} RelmSpan;

RelmDate relm_date_from_ymd (int year,
                             int month,
                             int day);
void relm_date_to_ymd (RelmDate date,
                       int *year,
                       int *month,
                       int *day);
RelmDate relm_date_from_unix (gint64 seconds);
RelmDate relm_date_from_unix_local (gint64 seconds);
RelmDate relm_date_today (void);
gboolean relm_date_parse (const char *text,
                          RelmDate *date);
char *relm_date_format (RelmDate date);
char *relm_date_display (RelmDate date);
char *relm_date_display_short (RelmDate date);
int relm_date_weekday (RelmDate date);
RelmDate relm_date_add_months (RelmDate date,
                               int months);

gboolean relm_span_is_set (RelmSpan span);
RelmSpan relm_span_union (RelmSpan a,
                          RelmSpan b);
char *relm_span_display (RelmSpan span);

G_END_DECLS
