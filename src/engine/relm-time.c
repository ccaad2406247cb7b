/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-time.h"

#define EPOCH 730120 /* the RelmDate of 1 January 2000 */

/**
 * relm_time_from_date:
 * @date: a date, or %RELM_DATE_NONE
 * @minute: minutes after its midnight; 1440 is the end of the day
 *
 * Returns: the time; %RELM_TIME_NONE without a date; the nearest time for a date that is too far
 */
RelmTime
relm_time_from_date (RelmDate date,
                     int minute)
{
  if (date == RELM_DATE_NONE)
    return RELM_TIME_NONE;
  return relm_time_clamp ((gint64) (date - EPOCH) * RELM_MINUTES_PER_DAY + minute);
}

/**
 * relm_time_get_date:
 * @time: a time, or %RELM_TIME_NONE
 *
 * Returns: the day in which it lies; midnight is of the day that begins. %RELM_DATE_NONE for no time
 */
RelmDate
relm_time_get_date (RelmTime time)
{
  if (time == RELM_TIME_NONE)
    return RELM_DATE_NONE;
  return (time - relm_time_get_minute (time)) / RELM_MINUTES_PER_DAY + EPOCH;
}

/**
 * relm_time_get_minute:
 * @time: a time
 *
 * Returns: minutes after midnight, 0 to 1439
 */
int
relm_time_get_minute (RelmTime time)
{
  int minute = time % RELM_MINUTES_PER_DAY;

  return minute < 0 ? minute + RELM_MINUTES_PER_DAY : minute;
}
