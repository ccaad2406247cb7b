/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where a date is on the timeline: a linear map between days and pixels, and the two tiers of ticks that suit the zoom. The
 * first pixel of a day is where it starts, so an inclusive finish ends where the next day starts. Logical coordinates: time
 * grows with x; mirroring for right-to-left is the widget's. Plain values without GTK, any thread.
 */

#pragma once

#include "relm-date.h"

G_BEGIN_DECLS

typedef struct
{
  RelmDate first;      /* the day that starts at x = 0 */
  RelmDate last;       /* the last day of the map, inclusive */
  double day_width;    /* pixels per day, within the two limits below */
  int week_start;      /* 1 for Monday to 7 for Sunday */
} RelmTimeScale;

#define RELM_TIME_SCALE_MIN 0.12
#define RELM_TIME_SCALE_MAX 96.0

/* Divisions of time, from fine to coarse. */
typedef enum
{
  RELM_TIME_UNIT_DAY,
  RELM_TIME_UNIT_WEEK,
  RELM_TIME_UNIT_MONTH,
  RELM_TIME_UNIT_QUARTER,
  RELM_TIME_UNIT_YEAR,
  RELM_TIME_UNIT_DECADE,
} RelmTimeUnit;

#define RELM_TIME_N_UNITS (RELM_TIME_UNIT_DECADE + 1)

/* What the header shows. */
typedef struct
{
  RelmTimeUnit major;
  RelmTimeUnit minor;
} RelmTimeTiers;

/* One cell of a tier. */
typedef struct
{
  RelmDate start;
  RelmDate end; /* exclusive: the start of the next one */
} RelmTimeTick;

double relm_time_scale_get_x (const RelmTimeScale *self,
                              double date);
double relm_time_scale_get_date (const RelmTimeScale *self,
                                 double x);
RelmDate relm_time_scale_get_day (const RelmTimeScale *self,
                                  double x);
double relm_time_scale_get_width (const RelmTimeScale *self);
RelmTimeTiers relm_time_scale_get_tiers (const RelmTimeScale *self);
GArray *relm_time_scale_list_ticks (const RelmTimeScale *self,
                                    RelmTimeUnit unit,
                                    double from,
                                    double to);

RelmDate relm_time_unit_floor (RelmTimeUnit unit,
                               RelmDate date,
                               int week_start);
RelmDate relm_time_unit_next (RelmTimeUnit unit,
                              RelmDate start);
char *relm_time_unit_dup_label (RelmTimeUnit unit,
                                RelmDate start,
                                gboolean major,
                                double width);
double relm_time_unit_get_day_width (RelmTimeUnit unit);

gboolean relm_time_is_weekend (RelmDate date);
int relm_time_get_locale_week_start (void);

G_END_DECLS
