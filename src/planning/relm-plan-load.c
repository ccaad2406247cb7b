/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"
#include "relm-load-profile.h"
#include "relm-plan-assignments.h"
#include "relm-plan-item.h"
#include "relm-plan-load.h"
#include "relm-plan-schedule-private.h"
#include "relm-plan.h"
#include "relm-work-item.h"

#define PER_CENT 100
#define NAMES_MAX 3 /* of what somebody has to do at a time */

/* An item that somebody does. */
typedef struct
{
  RelmRecord *record; /* unowned: held by records */
  RelmLoadNeed need;
  RelmSpan days;
} Work;

typedef struct
{
  RelmRecord *person; /* NULL for work that nobody has */
  gint32 units;
  GArray *works; /* of Work */
  RelmLoadProfile *all;
  RelmLoadProfile *open; /* what is not done */
} Row;

struct _RelmPlanLoad
{
  RelmPlanAssignments *assignments;
  GPtrArray *calendars; /* held for the needs */
  GPtrArray *records;   /* held */
  GArray *rows;         /* of Row */
};

static Row *
row_of (RelmPlanLoad *self,
        guint row)
{
  return &g_array_index (self->rows, Row, row);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_array_unref (row->works);
  g_clear_pointer (&row->all, relm_load_profile_free);
  g_clear_pointer (&row->open, relm_load_profile_free);
}

static void
add_row (RelmPlanLoad *self,
         RelmRecord *person,
         gint32 units)
{
  Row row = { .person = person, .units = units, .works = g_array_new (FALSE, FALSE, sizeof (Work)) };

  g_array_append_val (self->rows, row);
}

/* When an item that stands elsewhere than the engine would have it is worked on: from the beginning of its first day on. */
static void
place (RelmCalendar *calendar,
       RelmRecord *record,
       RelmSpan days,
       RelmLoadNeed *need)
{
  const gint64 own = relm_plan_item_get_duration (record, calendar, days);
  const RelmTime end = relm_time_from_date (days.finish + 1, 0);
  RelmTime finish = end;

  need->start = relm_calendar_next_start (calendar, relm_time_from_date (days.start, 0));
  if (own > 0)
    finish = relm_calendar_add (calendar, need->start, (gint32) MIN (own, RELM_DURATION_MAX));
  need->finish = MIN (end, finish);
}

static void
add_work (RelmPlanLoad *self,
          RelmPlanSchedule *schedule,
          guint item,
          guint row,
          gint32 share)
{
  RelmPlanNetwork *network = _relm_plan_schedule_get_network (schedule);
  const RelmItem *input = &relm_network_get_items (relm_plan_network_get_network (network), NULL)[item];
  RelmCalendar *calendar = relm_plan_network_get_calendar (network, item);
  const gint32 units = row_of (self, row)->units;
  Work work = { .record = relm_plan_network_get_record (network, item) };
  RelmItemDates dates;

  work.days = relm_plan_get_own_span (work.record);
  if (input->flags & RELM_ITEM_MILESTONE || !relm_span_is_set (work.days))
    return;
  work.need.calendar = input->flags & RELM_ITEM_ELAPSED ? NULL : calendar;
  work.need.units = units > 0 ? MIN (share, units) : share;
  relm_schedule_get_dates (_relm_plan_schedule_get_engine (schedule), item, &dates);
  work.need.start = dates.start;
  work.need.finish = dates.finish;
  if (_relm_plan_differs (network, item, work.days, relm_plan_item_get_days (dates.start, dates.finish)))
    place (calendar, work.record, work.days, &work.need);
  g_ptr_array_add (self->records, g_object_ref (work.record));
  g_ptr_array_add (self->calendars, relm_calendar_ref (calendar));
  g_array_append_val (row_of (self, row)->works, work);
}

/* Work that could have somebody, and has not. */
static void
add_unassigned (RelmPlanLoad *self,
                RelmPlanSchedule *schedule,
                const gboolean *assigned)
{
  RelmPlanNetwork *network = _relm_plan_schedule_get_network (schedule);
  const guint row = self->rows->len;

  add_row (self, NULL, 0);
  for (guint i = 0; i < relm_plan_network_get_n_items (network); i++)
    {
      RelmRecord *record = relm_plan_network_get_record (network, i);

      if (!assigned[i] && RELM_IS_WORK_ITEM (record) && !relm_plan_network_is_summary (network, i) && !relm_plan_is_done (record))
        add_work (self, schedule, i, row, relm_plan_assignments_get_share (record));
    }
  if (row_of (self, row)->works->len == 0)
    g_array_set_size (self->rows, row);
}

static void
add_works (RelmPlanLoad *self,
           RelmPlanSchedule *schedule)
{
  const guint n = relm_plan_network_get_n_items (_relm_plan_schedule_get_network (schedule));
  g_autofree gboolean *assigned = g_new0 (gboolean, n);

  for (guint i = 0; i < self->assignments->people->len; i++)
    add_row (self, self->assignments->people->pdata[i], g_array_index (self->assignments->resources, RelmResource, i).units);
  for (guint i = 0; i < self->assignments->assignments->len; i++)
    {
      const RelmAssignment *assignment = &g_array_index (self->assignments->assignments, RelmAssignment, i);

      assigned[assignment->item] = TRUE;
      add_work (self, schedule, (guint) assignment->item, (guint) assignment->resource, assignment->units);
    }
  add_unassigned (self, schedule, assigned);
}

static void
sum_up (Row *row,
        RelmCalendar *calendar)
{
  RelmDate first = RELM_DATE_MAX;

  for (guint i = 0; i < row->works->len; i++)
    first = MIN (first, relm_time_get_date (g_array_index (row->works, Work, i).need.start));
  row->all = relm_load_profile_new (calendar, row->units, first);
  row->open = relm_load_profile_new (calendar, row->units, first);
  for (guint i = 0; i < row->works->len; i++)
    {
      const Work *work = &g_array_index (row->works, Work, i);

      relm_load_profile_take (row->all, &work->need);
      if (!relm_plan_is_done (work->record))
        relm_load_profile_take (row->open, &work->need);
    }
}

/**
 * relm_plan_load_new:
 *
 * Returns: (transfer full): what everybody has to do now
 */
RelmPlanLoad *
relm_plan_load_new (RelmPlanSchedule *schedule)
{
  RelmPlanLoad *self;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (schedule), NULL);

  self = g_new0 (RelmPlanLoad, 1);
  self->assignments = relm_plan_assignments_new (relm_plan_schedule_get_project (schedule), _relm_plan_schedule_get_network (schedule));
  self->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_calendar_unref);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  add_works (self, schedule);
  for (guint i = 0; i < self->rows->len; i++)
    sum_up (row_of (self, i), i < self->assignments->resources->len ? g_array_index (self->assignments->resources, RelmResource, i).calendar
                                                                    : relm_plan_schedule_get_calendar (schedule));
  return self;
}

void
relm_plan_load_free (RelmPlanLoad *self)
{
  g_array_unref (self->rows);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->calendars);
  relm_plan_assignments_free (self->assignments);
  g_free (self);
}

guint
relm_plan_load_get_n_rows (RelmPlanLoad *self)
{
  return self->rows->len;
}

/**
 * relm_plan_load_get_n_items:
 *
 * Returns: how many items somebody does
 */
guint
relm_plan_load_get_n_items (RelmPlanLoad *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += row_of (self, i)->person != NULL ? row_of (self, i)->works->len : 0;
  return n;
}

/**
 * relm_plan_load_get_person:
 *
 * Returns: (transfer none) (nullable): whose row it is; %NULL for work that nobody has
 */
RelmRecord *
relm_plan_load_get_person (RelmPlanLoad *self,
                           guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return row_of (self, row)->person;
}

/**
 * relm_plan_load_dup_name:
 *
 * Returns: (transfer full): what the row is called
 */
char *
relm_plan_load_dup_name (RelmPlanLoad *self,
                         guint row)
{
  RelmRecord *person = relm_plan_load_get_person (self, row);

  /* Translators: work that nobody has been given */
  return person != NULL ? relm_record_dup_display_title (person) : g_strdup (_ ("Unassigned"));
}

/**
 * relm_plan_load_get_days:
 *
 * Returns: from the first to the last day on which there is something to do; unset when there is none
 */
RelmSpan
relm_plan_load_get_days (RelmPlanLoad *self,
                         guint row)
{
  g_return_val_if_fail (row < self->rows->len, ((RelmSpan) { 0 }));

  return relm_load_profile_get_days (row_of (self, row)->all);
}

/**
 * relm_plan_load_get_day:
 *
 * Returns: what there is to do on a day
 */
RelmPlanLoadDay
relm_plan_load_get_day (RelmPlanLoad *self,
                        guint row,
                        RelmDate day)
{
  const Row *of;
  gint64 taken, capacity;

  g_return_val_if_fail (row < self->rows->len, ((RelmPlanLoadDay) { 0 }));

  of = row_of (self, row);
  taken = relm_load_profile_get_taken (of->all, day);
  capacity = relm_load_profile_get_capacity (of->all, day);
  return (RelmPlanLoadDay) {
    (gint32) MIN (taken / PER_CENT, G_MAXINT32),
    (gint32) (capacity / PER_CENT),
    of->person != NULL && taken > capacity && relm_load_profile_get_taken (of->open, day) > 0,
  };
}

static gboolean
is_same (RelmPlanLoadDay a,
         RelmPlanLoadDay b)
{
  return a.minutes == b.minutes && a.capacity == b.capacity && a.over == b.over;
}

static gboolean
is_off (RelmPlanLoadDay day)
{
  return day.minutes == 0 && day.capacity == 0;
}

/* The last day, that way, until which all that are not off are like this one. */
static RelmDate
find_end (RelmPlanLoad *self,
          guint row,
          RelmDate day,
          int step)
{
  const RelmPlanLoadDay like = relm_plan_load_get_day (self, row, day);
  const RelmSpan days = relm_plan_load_get_days (self, row);
  RelmDate end = day;

  for (RelmDate next = day + step; next >= days.start && next <= days.finish; next += step)
    {
      const RelmPlanLoadDay at = relm_plan_load_get_day (self, row, next);

      if (is_off (at) && !is_off (like))
        continue;
      if (!is_same (at, like))
        break;
      end = next;
    }
  return end;
}

/**
 * relm_plan_load_get_stretch:
 *
 * Returns: the days around @day on which there is as much to do as on it, days off between them aside
 */
RelmSpan
relm_plan_load_get_stretch (RelmPlanLoad *self,
                            guint row,
                            RelmDate day)
{
  g_return_val_if_fail (row < self->rows->len, ((RelmSpan) { day, day }));

  return (RelmSpan) { find_end (self, row, day, -1), find_end (self, row, day, 1) };
}

/**
 * relm_plan_load_list_records:
 *
 * Returns: (transfer full) (element-type RelmRecord): what there is to do on these days
 */
GPtrArray *
relm_plan_load_list_records (RelmPlanLoad *self,
                             guint row,
                             RelmSpan days)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (row < self->rows->len, records);

  for (guint i = 0; i < row_of (self, row)->works->len; i++)
    {
      const Work *work = &g_array_index (row_of (self, row)->works, Work, i);

      if (relm_time_get_date (work->need.start) <= days.finish && relm_time_get_date (work->need.finish - 1) >= days.start)
        g_ptr_array_add (records, g_object_ref (work->record));
    }
  return records;
}

static void
list_over_of (RelmPlanLoad *self,
              guint row,
              GArray *over)
{
  const RelmSpan days = relm_plan_load_get_days (self, row);
  RelmPlanOver current = { .row = row };

  for (RelmDate day = days.start; relm_span_is_set (days) && day <= days.finish; day++)
    {
      const RelmPlanLoadDay load = relm_plan_load_get_day (self, row, day);

      if (load.over && !current.worst.over)
        current.days.start = day;
      if (load.over)
        current.days.finish = day;
      if (load.over && (!current.worst.over || load.minutes - load.capacity > current.worst.minutes - current.worst.capacity))
        current.worst = load;
      if (current.worst.over && ((!load.over && !is_off (load)) || day == days.finish))
        {
          g_array_append_val (over, current);
          current.worst = (RelmPlanLoadDay) { 0 };
        }
    }
}

/**
 * relm_plan_load_list_over:
 *
 * Returns: (transfer full) (element-type RelmPlanOver): where somebody has more to do than they can, by row and in order of time
 */
GArray *
relm_plan_load_list_over (RelmPlanLoad *self)
{
  GArray *over = g_array_new (FALSE, FALSE, sizeof (RelmPlanOver));

  for (guint i = 0; i < self->rows->len; i++)
    if (row_of (self, i)->person != NULL)
      list_over_of (self, i, over);
  return over;
}

/**
 * relm_plan_load_count_over:
 *
 * Returns: on how many days there is more to do than can be done
 */
guint
relm_plan_load_count_over (RelmPlanLoad *self,
                           guint row)
{
  const RelmSpan days = relm_plan_load_get_days (self, row);
  guint n = 0;

  for (RelmDate day = days.start; relm_span_is_set (days) && day <= days.finish; day++)
    n += relm_plan_load_get_day (self, row, day).over;
  return n;
}

/* “X, Y and 3 more” */
static char *
dup_titles (GPtrArray *records)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n_more = records->len > NAMES_MAX ? records->len - NAMES_MAX : 0;

  for (guint i = 0; i < records->len - n_more; i++)
    {
      g_autofree char *title = relm_record_dup_display_title (records->pdata[i]);

      /* Translators: between two titles in a list */
      g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", title);
    }
  if (n_more > 0)
    /* Translators: follows a list of titles */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n_more), n_more);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* "14 h", whatever a day is. */
static char *
dup_hours (gint32 minutes)
{
  if (minutes % RELM_DURATION_HOUR == 0)
    /* Translators: a number of hours */
    return g_strdup_printf (_ ("%d\302\240h"), minutes / RELM_DURATION_HOUR);
  /* Translators: hours and minutes */
  return g_strdup_printf (_ ("%d\302\240h %d\302\240min"), minutes / RELM_DURATION_HOUR, minutes % RELM_DURATION_HOUR);
}

static char *
dup_amount (RelmPlanLoad *self,
            guint row,
            RelmPlanLoadDay load)
{
  g_autofree char *minutes = dup_hours (load.minutes);
  g_autofree char *capacity = dup_hours (load.capacity);

  if (load.minutes == 0)
    return load.capacity > 0 ? g_strdup (_ ("nothing to do")) : g_strdup (_ ("off"));
  if (row_of (self, row)->person == NULL)
    /* Translators: how much there is to do a day, like 14 h */
    return g_strdup_printf (_ ("%s a day"), minutes);
  if (load.over)
    /* Translators: how much there is to do and how much can be done, like 14 h and 8 h */
    return g_strdup_printf (_ ("%s of %s a day, over-allocated"), minutes, capacity);
  /* Translators: how much there is to do and how much can be done, like 6 h and 8 h */
  return g_strdup_printf (_ ("%s of %s a day"), minutes, capacity);
}

/**
 * relm_plan_load_dup_description:
 * @days: days that are alike
 *
 * Returns: (transfer full): them in words: “Ada, 12 – 16 May 2027, 14 h of 8 h a day, over-allocated: Parser, Tests”
 */
char *
relm_plan_load_dup_description (RelmPlanLoad *self,
                                guint row,
                                RelmSpan days)
{
  g_autoptr (GPtrArray) records = relm_plan_load_list_records (self, row, days);
  g_autofree char *name = relm_plan_load_dup_name (self, row);
  g_autofree char *when = relm_span_display (days);
  g_autofree char *amount = dup_amount (self, row, relm_plan_load_get_day (self, row, days.start));
  g_autofree char *titles = dup_titles (records);

  if (records->len == 0)
    /* Translators: a person, days, and what they have to do on them */
    return g_strdup_printf (_ ("%s, %s, %s"), name, when, amount);
  /* Translators: a person, days, how much they have to do on them, and the titles of that */
  return g_strdup_printf (_ ("%s, %s, %s: %s"), name, when, amount, titles);
}

/**
 * relm_plan_load_dup_summary:
 *
 * Returns: (transfer full): how somebody is off, in a few words: “Over-allocated on 3 days”
 */
char *
relm_plan_load_dup_summary (RelmPlanLoad *self,
                            guint row)
{
  const RelmSpan days = relm_plan_load_get_days (self, row);
  const guint n = relm_plan_load_count_over (self, row);

  if (!relm_span_is_set (days))
    return g_strdup (_ ("Nothing to do"));
  if (n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Over-allocated on %u day", "Over-allocated on %u days", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", row_of (self, row)->works->len), row_of (self, row)->works->len);
}
