/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "relm-earned-value.h"

/* A part of an amount, without overflow: 0 <= part <= whole. */
static gint64
take_part (gint64 amount,
           gint32 part,
           gint32 whole)
{
  return amount / whole * part + amount % whole * part / whole;
}

static gint64
planned_of (const RelmEarnedItem *item,
            RelmTime time)
{
  gint32 whole;

  if (time >= item->finish)
    return item->budget;
  if (time <= item->start)
    return 0;
  whole = relm_calendar_work (item->calendar, item->start, item->finish);
  return whole > 0 ? take_part (item->budget, relm_calendar_work (item->calendar, item->start, time), whole) : 0;
}

/**
 * relm_earned_value_planned:
 *
 * Returns: the planned value at a time: the curve that earned value is held against
 */
gint64
relm_earned_value_planned (const RelmEarnedItem *items,
                           guint n_items,
                           RelmTime time)
{
  gint64 sum = 0;

  g_return_val_if_fail (items != NULL || n_items == 0, 0);

  for (guint i = 0; i < n_items; i++)
    sum += planned_of (&items[i], time);
  return sum;
}

static double
divide (double dividend,
        double divisor)
{
  return divisor == 0 ? NAN : dividend / divisor;
}

static void
sum_up (const RelmEarnedItem *items,
        guint n_items,
        RelmTime status_time,
        RelmEarnedValue *value)
{
  for (guint i = 0; i < n_items; i++)
    {
      value->bac += items[i].budget;
      value->ac += items[i].actual_cost;
      value->ev += take_part (items[i].budget, CLAMP (items[i].permille, 0, 1000), 1000);
    }
  value->pv = relm_earned_value_planned (items, n_items, status_time);
  value->sv = value->ev - value->pv;
  value->cv = value->ev - value->ac;
}

static void
estimate_cost (RelmEarnedValue *value)
{
  double bac = (double) value->bac, ev = (double) value->ev, ac = (double) value->ac;
  double rest = bac - ev;

  value->spi = divide (ev, (double) value->pv);
  value->cpi = divide (ev, ac);
  value->eac_by_cost = divide (bac * ac, ev);
  if (rest == 0)
    value->eac_by_cost = ac;
  value->eac_by_plan = ac + rest;
  value->eac_by_cost_and_time = rest == 0 ? ac : ac + divide (rest, value->cpi * value->spi);
  value->etc = value->eac_by_cost - ac;
  value->vac = bac - value->eac_by_cost;
  value->tcpi_to_budget = divide (rest, bac - ac);
  value->tcpi_to_estimate = divide (rest, value->eac_by_cost - ac);
}

/* The first time by which so much was to be earned: the curve never falls, so halving finds it. */
static RelmTime
find_earned_time (const RelmEarnedItem *items,
                  guint n_items,
                  gint64 earned,
                  RelmTime start,
                  RelmTime finish)
{
  while (start < finish)
    {
      RelmTime middle = (RelmTime) (((gint64) start + finish - ((start ^ finish) & 1)) / 2);

      if (relm_earned_value_planned (items, n_items, middle) >= earned)
        finish = middle;
      else
        start = middle + 1;
    }
  return start;
}

static void
estimate_time (const RelmEarnedItem *items,
               guint n_items,
               RelmCalendar *calendar,
               RelmTime status_time,
               RelmEarnedValue *value)
{
  RelmTime start = RELM_TIME_MAX, finish = RELM_TIME_MIN;
  double gone, planned;

  for (guint i = 0; i < n_items; i++)
    {
      start = MIN (start, items[i].start);
      finish = MAX (finish, items[i].finish);
    }
  value->earned_time = value->finish_by_time = RELM_TIME_NONE;
  value->spi_time = NAN;
  if (value->bac <= 0)
    return;
  /* Who has earned just what was planned is neither early nor late, also while nothing is to be earned for a time. */
  value->earned_time = value->ev == value->pv && value->ev < value->bac ? status_time
                                                                        : find_earned_time (items, n_items, value->ev, start, finish);
  value->sv_time = relm_calendar_work (calendar, status_time, value->earned_time);
  gone = relm_calendar_work (calendar, start, status_time);
  planned = relm_calendar_work (calendar, start, finish);
  if (gone <= 0)
    return;
  value->spi_time = relm_calendar_work (calendar, start, value->earned_time) / gone;
  if (value->spi_time > 0 && planned / value->spi_time < RELM_DURATION_MAX)
    value->finish_by_time = relm_calendar_add (calendar, start, (gint32) (planned / value->spi_time));
}

/**
 * relm_earned_value:
 * @items: (array length=n_items): the items of the baseline, without summaries
 * @calendar: of the project; what time is counted in
 * @status_time: up to when progress and costs are told
 * @value: (out): everything
 */
void
relm_earned_value (const RelmEarnedItem *items,
                   guint n_items,
                   RelmCalendar *calendar,
                   RelmTime status_time,
                   RelmEarnedValue *value)
{
  g_return_if_fail ((items != NULL || n_items == 0) && calendar != NULL && value != NULL);

  *value = (RelmEarnedValue) { 0 };
  sum_up (items, n_items, status_time, value);
  estimate_cost (value);
  estimate_time (items, n_items, calendar, status_time, value);
}
