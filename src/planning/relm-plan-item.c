/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-duration.h"
#include "relm-plan-item.h"
#include "relm-plan-kind.h"
#include "relm-plan.h"
#include "relm-release.h"

/* A release has a period in which it is made; that it is out is a point. */
static gboolean
is_point (RelmRecord *record)
{
  return relm_plan_is_point (record) || RELM_IS_RELEASE (record);
}

/* The beginning of the work of a day. */
static RelmTime
start_of (RelmCalendar *calendar,
          RelmDate date)
{
  return relm_calendar_next_start (calendar, relm_time_from_date (date, 0));
}

/* The end of the work of a day; midnight when nobody works on it. */
static RelmTime
end_of (RelmCalendar *calendar,
        RelmDate date)
{
  const RelmTime midnight = relm_time_from_date (date + 1, 0);
  const RelmTime finish = relm_calendar_previous_finish (calendar, midnight);

  return relm_time_get_date (finish) == date ? finish : midnight;
}

/**
 * relm_plan_item_get_planned:
 *
 * Returns: the planned dates alone, whatever happened since: of a release, the day on which it is out; both RELM_DATE_NONE
 *   without any
 */
RelmSpan
relm_plan_item_get_planned (RelmRecord *record)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  RelmSpan span = { relm_plan_kind_get_date (record, kind->planned_start), relm_plan_kind_get_date (record, kind->planned_finish) };

  if (is_point (record) || span.start == RELM_DATE_NONE)
    span.start = span.finish;
  if (span.finish == RELM_DATE_NONE || span.finish < span.start)
    span.finish = span.start;
  return span;
}

/**
 * relm_plan_item_get_days:
 * @start: a time
 * @finish: not before it
 *
 * Returns: the days from one to the other, both inclusive: midnight at the end of a day is of that day
 */
RelmSpan
relm_plan_item_get_days (RelmTime start,
                         RelmTime finish)
{
  const RelmDate last = relm_time_get_date (finish - 1);

  if (finish <= start)
    return (RelmSpan) { last, last };
  return (RelmSpan) { relm_time_get_date (start), last };
}

/**
 * relm_plan_item_is_pinned:
 *
 * Returns: whether a person decided that the record stays where it is
 */
gboolean
relm_plan_item_is_pinned (RelmRecord *record)
{
  return g_strcmp0 (relm_plan_kind_get_string (record, relm_plan_kind_get (record)->scheduling), "pinned") == 0;
}

/* How long the work of these days takes; on days off it is time that elapses. */
static void
set_days (RelmCalendar *calendar,
          RelmSpan days,
          RelmItem *item)
{
  const gint64 elapsed = (gint64) (days.finish - days.start + 1) * RELM_MINUTES_PER_DAY;

  item->flags &= (guint8) ~RELM_ITEM_ELAPSED;
  item->duration = relm_plan_item_get_work (calendar, days);
  item->duration = MIN (item->duration, RELM_DURATION_MAX);
  if (item->duration > 0)
    return;
  item->duration = (gint32) MIN (elapsed, RELM_DURATION_MAX);
  item->flags |= RELM_ITEM_ELAPSED;
}

static void
read_duration (RelmRecord *record,
               RelmCalendar *calendar,
               RelmSpan planned,
               RelmItem *item)
{
  const gint64 own = relm_plan_kind_get_integer (record, relm_plan_kind_get (record)->duration);

  item->duration = RELM_DURATION_DAY;
  if (own > 0)
    item->duration = (gint32) MIN (own, RELM_DURATION_MAX);
  else if (relm_span_is_set (planned))
    set_days (calendar, planned, item);
}

static RelmDate
first_date (RelmDate a,
            RelmDate b,
            RelmDate c)
{
  return a != RELM_DATE_NONE ? a : b != RELM_DATE_NONE ? b : c;
}

static void
read_done (RelmCalendar *calendar,
           RelmDate start,
           RelmDate finish,
           RelmItem *item)
{
  item->actual_finish = end_of (calendar, finish);
  item->actual_start = item->flags & RELM_ITEM_MILESTONE ? item->actual_finish : start_of (calendar, MIN (start, finish));
  item->actual_start = MIN (item->actual_start, item->actual_finish);
}

/* What has happened: it is done, or has begun. What has progress began when it was planned to, unless somebody says when. */
static void
read_progress (RelmRecord *record,
               RelmCalendar *calendar,
               RelmSpan planned,
               RelmItem *item)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const RelmDate start = relm_plan_kind_get_date (record, kind->actual_start);
  const RelmDate finish = relm_plan_kind_get_date (record, kind->actual_finish);
  const int progress = relm_plan_get_progress (record);
  const RelmDate began = first_date (start, planned.start, finish);

  if (began == RELM_DATE_NONE)
    return;
  if (relm_plan_is_done (record))
    read_done (calendar, began, first_date (finish, planned.finish, began), item);
  else if (start != RELM_DATE_NONE || progress > 0)
    {
      item->actual_start = start_of (calendar, began);
      item->remaining = (gint32) ((gint64) item->duration * (100 - progress) / 100);
    }
}

/* A constraint without the date that it needs is none. */
static RelmConstraint
find_constraint (RelmRecord *record)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const RelmField *field = &relm_record_get_kind (record)->fields[MAX (kind->constraint, 0)];
  const int choice = kind->constraint >= 0 ? relm_field_find_choice (field, relm_plan_kind_get_string (record, kind->constraint)) : -1;

  if (choice > RELM_CONSTRAINT_ALAP && relm_plan_kind_get_date (record, kind->constraint_date) == RELM_DATE_NONE)
    return RELM_CONSTRAINT_ASAP;
  return (RelmConstraint) MAX (choice, RELM_CONSTRAINT_ASAP);
}

static void
read_constraint (RelmRecord *record,
                 RelmCalendar *calendar,
                 RelmItem *item)
{
  const RelmDate date = relm_plan_kind_get_date (record, relm_plan_kind_get (record)->constraint_date);
  const RelmConstraint constraint = find_constraint (record);

  item->constraint = (guint8) constraint;
  switch (constraint)
    {
    case RELM_CONSTRAINT_FINISH_NO_EARLIER:
    case RELM_CONSTRAINT_FINISH_NO_LATER:
    case RELM_CONSTRAINT_MUST_FINISH:
      item->constraint_time = end_of (calendar, date);
      break;
    case RELM_CONSTRAINT_START_NO_EARLIER:
    case RELM_CONSTRAINT_START_NO_LATER:
    case RELM_CONSTRAINT_MUST_START:
      item->constraint_time = item->flags & RELM_ITEM_MILESTONE ? end_of (calendar, date) : start_of (calendar, date);
      break;
    case RELM_CONSTRAINT_ASAP:
    case RELM_CONSTRAINT_ALAP:
    default:
      break;
    }
}

static RelmTime
time_of (RelmCalendar *calendar,
         RelmDate date,
         const RelmItem *item)
{
  if (item->flags & RELM_ITEM_MILESTONE)
    return end_of (calendar, date);
  return item->flags & RELM_ITEM_ELAPSED ? relm_time_from_date (date, 0) : start_of (calendar, date);
}

/*
 * Where a person put it: it stays there when it is pinned, and when nothing else says where it should be. What is planned for days
 * off has to be pinned for that, because the calendar would move it to the next working day.
 */
static void
read_place (RelmRecord *record,
            RelmCalendar *calendar,
            RelmSpan planned,
            gboolean follows,
            RelmItem *item)
{
  if (!relm_span_is_set (planned))
    return;
  if (relm_plan_item_is_pinned (record) || (!follows && item->constraint == RELM_CONSTRAINT_ASAP && item->flags & RELM_ITEM_ELAPSED))
    {
      item->flags |= RELM_ITEM_PINNED;
      item->constraint = RELM_CONSTRAINT_ASAP;
    }
  else if (!follows && item->constraint == RELM_CONSTRAINT_ASAP)
    item->constraint = RELM_CONSTRAINT_START_NO_EARLIER;
  else
    return;
  item->constraint_time = time_of (calendar, planned.start, item);
}

/**
 * relm_plan_item_stays:
 * @follows: whether it has predecessors
 *
 * Returns: whether its planned start alone says when it starts
 */
gboolean
relm_plan_item_stays (RelmRecord *record,
                      gboolean follows)
{
  return !follows && find_constraint (record) == RELM_CONSTRAINT_ASAP;
}

/* What levelling decided holds where something else than the planned start decides. */
static void
read_hold (RelmRecord *record,
           gboolean stays,
           RelmItem *item)
{
  const RelmDate date = relm_plan_kind_get_date (record, relm_plan_kind_get (record)->held_until);

  if (date != RELM_DATE_NONE && !stays)
    item->not_before = relm_time_from_date (date, 0);
}

/**
 * relm_plan_item_read:
 * @record: a record with planned dates, or that waits for others
 * @calendar: its calendar
 * @follows: whether it has predecessors
 * @item: (out): what it becomes, without its calendar's index and its parent
 */
void
relm_plan_item_read (RelmRecord *record,
                     RelmCalendar *calendar,
                     gboolean follows,
                     RelmItem *item)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const RelmSpan planned = relm_plan_item_get_planned (record);
  const RelmDate deadline = first_date (relm_plan_kind_get_date (record, kind->deadline),
                                        relm_plan_kind_get_date (record, kind->committed), RELM_DATE_NONE);

  *item = (RelmItem) RELM_ITEM_INIT;
  if (is_point (record))
    item->flags |= RELM_ITEM_MILESTONE;
  else
    read_duration (record, calendar, planned, item);
  read_progress (record, calendar, planned, item);
  read_constraint (record, calendar, item);
  read_hold (record, !follows && item->constraint == RELM_CONSTRAINT_ASAP, item);
  read_place (record, calendar, planned, follows, item);
  if (deadline != RELM_DATE_NONE)
    item->deadline = end_of (calendar, deadline);
}

/**
 * relm_plan_item_get_work:
 * @days: both inclusive
 *
 * Returns: the working time of these days, in minutes
 */
gint32
relm_plan_item_get_work (RelmCalendar *calendar,
                         RelmSpan days)
{
  return relm_calendar_work (calendar, relm_time_from_date (days.start, 0), relm_time_from_date (days.finish + 1, 0));
}

/**
 * relm_plan_item_is_as_much:
 *
 * Returns: whether as much work is done in both; of days off, whether they are as many
 */
gboolean
relm_plan_item_is_as_much (RelmCalendar *calendar,
                           RelmSpan days,
                           RelmSpan others)
{
  gint32 work;

  if (!relm_span_is_set (days) || !relm_span_is_set (others))
    return FALSE;
  work = relm_plan_item_get_work (calendar, days);
  return work == relm_plan_item_get_work (calendar, others) && (work > 0 || days.finish - days.start == others.finish - others.start);
}

/**
 * relm_plan_item_get_duration:
 * @days: when somebody wants the record to take place; both inclusive
 *
 * Returns: the duration of its own that it then has, in working minutes: as now where the work of these days is that of its planned
 *   ones, and where there is none; 0 when it has none of its own
 */
gint64
relm_plan_item_get_duration (RelmRecord *record,
                             RelmCalendar *calendar,
                             RelmSpan days)
{
  const gint64 own = relm_plan_kind_get_integer (record, relm_plan_kind_get (record)->duration);
  const gint32 work = relm_plan_item_get_work (calendar, days);

  return own == 0 || work == 0 || relm_plan_item_is_as_much (calendar, relm_plan_item_get_planned (record), days) ? own : work;
}

/**
 * relm_plan_item_place:
 * @span: days, both inclusive
 * @item: (inout): what the record is; becomes what it would be, were it pinned to these days
 *
 * What takes as much work there keeps its duration; what does not gets the working time of the new days.
 */
void
relm_plan_item_place (RelmRecord *record,
                      RelmCalendar *calendar,
                      RelmSpan span,
                      RelmItem *item)
{
  const gint64 own = relm_plan_item_get_duration (record, calendar, span);

  if (own > 0)
    item->duration = (gint32) MIN (own, RELM_DURATION_MAX);
  else if (!(item->flags & RELM_ITEM_MILESTONE) && !relm_plan_item_is_as_much (calendar, relm_plan_item_get_planned (record), span))
    set_days (calendar, span, item);
  item->flags |= RELM_ITEM_PINNED;
  item->constraint = RELM_CONSTRAINT_ASAP;
  item->constraint_time = time_of (calendar, item->flags & RELM_ITEM_MILESTONE ? span.finish : span.start, item);
}
