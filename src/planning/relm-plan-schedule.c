/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-exception-request.h"
#include "relm-freeze-window.h"
#include "relm-person.h"
#include "relm-plan-item.h"
#include "relm-plan-kind.h"
#include "relm-plan-schedule-private.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"

struct _RelmPlanSchedule
{
  GObject parent_instance;

  RelmProject *project;
  RelmPlanNetwork *network; /* NULL when it has to be made anew */
  RelmSchedule *engine;     /* with the network */
  GPtrArray *problems;      /* what does not hold; NULL until somebody asks */
  GHashTable *broken;       /* the dependencies among that; NULL until somebody asks */
  gboolean stale;           /* items were changed since the engine computed */
  guint changed_id;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmPlanSchedule, relm_plan_schedule, G_TYPE_OBJECT)

static void
drop (RelmPlanSchedule *self)
{
  g_clear_pointer (&self->engine, relm_schedule_free);
  g_clear_pointer (&self->network, relm_plan_network_free);
}

static void
ensure (RelmPlanSchedule *self)
{
  if (self->network == NULL)
    {
      self->network = relm_plan_network_new (self->project);
      self->engine = relm_schedule_new (relm_plan_network_get_network (self->network));
      relm_schedule_run (self->engine);
    }
  else if (self->stale)
    relm_schedule_update (self->engine);
  self->stale = FALSE;
}

static gboolean
changed_cb (gpointer data)
{
  RelmPlanSchedule *self = data;

  self->changed_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* It says what may not be done, which moves nothing. */
static gboolean
says_what_is_frozen (RelmRecord *record)
{
  return RELM_IS_FREEZE_WINDOW (record) || RELM_IS_EXCEPTION_REQUEST (record);
}

/* Whether it has no say in dates. */
static gboolean
leaves_dates (RelmRecord *record,
              RelmChangeType type,
              guint field)
{
  if (type == RELM_CHANGE_MOVE || says_what_is_frozen (record))
    return TRUE;
  if (type != RELM_CHANGE_SET)
    return FALSE;
  if (RELM_IS_PERSON (record))
    return field != RELM_PERSON_CALENDAR;
  return relm_plan_kind_get (record)->planned_finish >= 0 && !relm_plan_kind_has_say (record, field);
}

/* Whether somebody who looks at the plan may see another one: stakeholders and changes are no part of it. */
static gboolean
concerns (RelmRecord *record,
          RelmChangeType type,
          guint field)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);

  if (RELM_IS_PROJECT (record))
    return field == RELM_PROJECT_CALENDAR || field == RELM_PROJECT_STATUS_DATE;
  if (RELM_IS_PERSON (record))
    return type != RELM_CHANGE_SET || field == RELM_PERSON_CALENDAR || field == RELM_PERSON_NAME || field == RELM_PERSON_CAPACITY;
  if (kind->planned_finish >= 0)
    return type != RELM_CHANGE_SET || relm_kind_get_title_field (relm_record_get_kind (record)) != (int) field;
  return says_what_is_frozen (record) || RELM_IS_SCHEDULE_DEPENDENCY (record) || RELM_IS_WORK_CALENDAR (record) || RELM_IS_WORK_EXCEPTION (record);
}

/* The same for what takes part in the plan, or might. */
static gboolean
follow_item (RelmPlanSchedule *self,
             RelmRecord *record,
             RelmChangeType type,
             guint field)
{
  if (!relm_plan_is_schedulable (record))
    return FALSE;
  switch (type)
    {
    case RELM_CHANGE_INSERT:
      return relm_plan_network_leaves_out (self->network, record, FALSE) || relm_plan_network_join (self->network, record);
    case RELM_CHANGE_REMOVE:
      return relm_plan_network_leaves_out (self->network, record, TRUE) || relm_plan_network_leave (self->network, record);
    case RELM_CHANGE_SET:
    case RELM_CHANGE_MOVE:
    default:
      return relm_plan_network_refresh (self->network, record, field);
    }
}

/* Whether the network takes the change over. */
static gboolean
follow (RelmPlanSchedule *self,
        RelmRecord *record,
        RelmChangeType type,
        guint field)
{
  if (RELM_IS_SCHEDULE_DEPENDENCY (record))
    return relm_plan_network_refresh_dependency (self->network, record, type == RELM_CHANGE_REMOVE);
  if (RELM_IS_PROJECT (record) && field == RELM_PROJECT_STATUS_DATE)
    {
      relm_plan_network_refresh_status (self->network);
      return TRUE;
    }
  if (RELM_IS_PROJECT (record) || RELM_IS_PERSON (record) || RELM_IS_WORK_CALENDAR (record) || RELM_IS_WORK_EXCEPTION (record))
    return relm_plan_network_refresh_calendars (self->network, record, type == RELM_CHANGE_SET ? field : G_MAXUINT);
  return follow_item (self, record, type, field);
}

static void
project_changed_cb (RelmPlanSchedule *self,
                    RelmChangeType type,
                    RelmRecord *record,
                    guint field)
{
  /* The sentences hold titles. */
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  if (!concerns (record, type, field))
    return;
  g_clear_pointer (&self->broken, g_hash_table_unref);
  if (self->network != NULL && !leaves_dates (record, type, field))
    {
      if (follow (self, record, type, field))
        self->stale = TRUE;
      else
        drop (self);
    }
  if (self->changed_id == 0)
    self->changed_id = g_idle_add_full (G_PRIORITY_DEFAULT, changed_cb, self, NULL);
}

static void
relm_plan_schedule_dispose (GObject *object)
{
  RelmPlanSchedule *self = RELM_PLAN_SCHEDULE (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  drop (self);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->broken, g_hash_table_unref);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (relm_plan_schedule_parent_class)->dispose (object);
}

static void
relm_plan_schedule_class_init (RelmPlanScheduleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_plan_schedule_dispose;

  /**
   * RelmPlanSchedule::changed:
   *
   * Dates may be others than before. Emitted from the main loop, once for all edits since it last ran.
   */
  signals[CHANGED] = g_signal_new ("changed", RELM_TYPE_PLAN_SCHEDULE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relm_plan_schedule_init (RelmPlanSchedule *self)
{
}

/**
 * relm_plan_schedule_new:
 * @project: a project
 *
 * Returns: (transfer full): its dates, which are computed when somebody asks
 */
RelmPlanSchedule *
relm_plan_schedule_new (RelmProject *project)
{
  RelmPlanSchedule *self;

  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  self = g_object_new (RELM_TYPE_PLAN_SCHEDULE, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  return self;
}

/**
 * relm_plan_schedule_get_project:
 *
 * Returns: (transfer none): whose dates these are
 */
RelmProject *
relm_plan_schedule_get_project (RelmPlanSchedule *self)
{
  return self->project;
}

/* The network, with dates computed. */
RelmPlanNetwork *
_relm_plan_schedule_get_network (RelmPlanSchedule *self)
{
  ensure (self);
  return self->network;
}

RelmSchedule *
_relm_plan_schedule_get_engine (RelmPlanSchedule *self)
{
  ensure (self);
  return self->engine;
}

/* The days of an item, as planned by the engine. */
RelmSpan
_relm_plan_schedule_get_computed (RelmPlanSchedule *self,
                                  guint item)
{
  RelmItemDates dates;

  relm_schedule_get_dates (self->engine, item, &dates);
  return relm_plan_item_get_days (dates.start, dates.finish);
}

/* How far the record of a release may slip is for what is after it to say; what leads to it is its readiness. */
static guint
find_late_item (RelmPlanSchedule *self,
                RelmRecord *record,
                guint item)
{
  const int readiness = RELM_IS_RELEASE (record) ? relm_plan_network_find_readiness (self->network, record) : -1;

  return readiness >= 0 ? (guint) readiness : item;
}

/**
 * relm_plan_schedule_get_dates:
 * @record: a record of the project
 * @dates: (out): its dates
 *
 * Returns: whether the record takes part in the plan: it has dates, or is linked to what has
 */
gboolean
relm_plan_schedule_get_dates (RelmPlanSchedule *self,
                              RelmRecord *record,
                              RelmPlanDates *dates)
{
  RelmItemDates engine;
  guint late_item;
  int item;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (record), FALSE);

  ensure (self);
  item = relm_plan_network_find (self->network, record);
  if (item < 0)
    return FALSE;

  late_item = find_late_item (self, record, (guint) item);
  relm_schedule_get_dates (self->engine, late_item, &engine);
  *dates = (RelmPlanDates) {
    .computed = _relm_plan_schedule_get_computed (self, (guint) item),
    .early = relm_plan_item_get_days (engine.early_start, engine.early_finish),
    .late = relm_plan_item_get_days (engine.late_start, engine.late_finish),
    .total_float = engine.total_float,
    .free_float = engine.free_float,
    .criticality = relm_schedule_get_criticality (self->engine, late_item, RELM_PLAN_NEAR_FLOAT),
    .follows = relm_plan_network_follows (self->network, (guint) item),
    .pinned = relm_plan_item_is_pinned (record),
  };
  if (relm_plan_is_done (record))
    dates->late = dates->early = dates->computed;
  return TRUE;
}

/**
 * relm_plan_schedule_list_problems:
 *
 * Returns: (transfer full) (element-type RelmPlanProblem): what does not hold: loops, dependencies that are broken, deadlines and
 *   constraints that cannot be met, releases that will not be ready, work in a freeze, hours that cannot be read. Kept until something changes; not
 *   to be changed.
 */
GPtrArray *
relm_plan_schedule_list_problems (RelmPlanSchedule *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self), NULL);

  ensure (self);
  if (self->problems == NULL)
    self->problems = _relm_plan_schedule_find_problems (self);
  return g_ptr_array_ref (self->problems);
}

/**
 * relm_plan_schedule_is_broken:
 * @dependency: a schedule dependency
 *
 * Returns: whether it does not hold, because what waits is pinned or kept where it is too early. What has happened is not broken.
 */
gboolean
relm_plan_schedule_is_broken (RelmPlanSchedule *self,
                              RelmRecord *dependency)
{
  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self), FALSE);

  ensure (self);
  if (self->broken == NULL)
    self->broken = _relm_plan_schedule_find_broken (self);
  return g_hash_table_contains (self->broken, dependency);
}

/**
 * relm_plan_schedule_get_ready:
 * @release: a release
 *
 * Returns: the day on which all that belongs to the release is done; RELM_DATE_NONE when nothing does, or when it is out
 */
RelmDate
relm_plan_schedule_get_ready (RelmPlanSchedule *self,
                              RelmRecord *release)
{
  int item;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (release), RELM_DATE_NONE);

  ensure (self);
  item = relm_plan_network_find_readiness (self->network, release);
  return item >= 0 ? _relm_plan_schedule_get_computed (self, (guint) item).finish : RELM_DATE_NONE;
}

/**
 * relm_plan_schedule_get_calendar:
 *
 * Returns: (transfer none): the project's calendar, until something changes
 */
RelmCalendar *
relm_plan_schedule_get_calendar (RelmPlanSchedule *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self), NULL);

  ensure (self);
  return relm_plan_calendars_get (relm_plan_network_get_calendars (self->network), 0);
}

/* What has no part in the plan has the calendar of the project. */
static RelmCalendar *
find_calendar (RelmPlanSchedule *self,
               RelmRecord *record)
{
  const int item = relm_plan_network_find (self->network, record);

  return item >= 0 ? relm_plan_network_get_calendar (self->network, (guint) item) : relm_plan_schedule_get_calendar (self);
}

/**
 * relm_plan_schedule_get_moved:
 * @record: a record
 * @days: when it takes place; unset when nothing says so
 * @start: a day
 *
 * Returns: the days that it would take if it started then: as many as now, or, where that would be more or less work, until as much
 *   is done. What has no days yet takes as long as its duration says, or a day.
 */
RelmSpan
relm_plan_schedule_get_moved (RelmPlanSchedule *self,
                              RelmRecord *record,
                              RelmSpan days,
                              RelmDate start)
{
  const gboolean is_set = relm_span_is_set (days);
  const RelmSpan shifted = { start, is_set ? MIN (start + (days.finish - days.start), RELM_DATE_MAX) : start };
  RelmCalendar *calendar;
  RelmItem item;
  RelmTime from;
  RelmSpan found;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (record), shifted);

  ensure (self);
  calendar = find_calendar (self, record);
  if (relm_plan_is_point (record) || RELM_IS_RELEASE (record) || relm_plan_item_is_as_much (calendar, days, shifted))
    return shifted;
  relm_plan_item_read (record, calendar, FALSE, &item);
  from = relm_time_from_date (start, 0);
  if (item.flags & RELM_ITEM_ELAPSED)
    return shifted;
  found = relm_plan_item_get_days (from, relm_calendar_add (calendar, from, item.duration));
  return (RelmSpan) { start, MAX (start, found.finish) };
}

/**
 * relm_plan_schedule_get_duration:
 * @record: a record
 * @days: when somebody wants it to take place; both inclusive
 *
 * Returns: the duration of its own that it then has, in working minutes; 0 when it has none of its own
 */
gint64
relm_plan_schedule_get_duration (RelmPlanSchedule *self,
                                 RelmRecord *record,
                                 RelmSpan days)
{
  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (record), 0);

  ensure (self);
  return relm_plan_item_get_duration (record, find_calendar (self, record), days);
}

/**
 * relm_plan_schedule_get_work:
 * @record: a record
 * @days: both inclusive
 *
 * Returns: how much is worked on these days by the record's calendar, in minutes
 */
gint64
relm_plan_schedule_get_work (RelmPlanSchedule *self,
                             RelmRecord *record,
                             RelmSpan days)
{
  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (record), 0);

  ensure (self);
  return relm_plan_item_get_work (find_calendar (self, record), days);
}

/**
 * relm_plan_schedule_get_lasting:
 * @record: a record
 * @start: a day
 * @minutes: how long it takes, in working time; not negative
 *
 * Returns: the days on which it is done if it starts then
 */
RelmSpan
relm_plan_schedule_get_lasting (RelmPlanSchedule *self,
                                RelmRecord *record,
                                RelmDate start,
                                gint64 minutes)
{
  const RelmTime from = relm_time_from_date (start, 0);
  RelmTime until;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (record), ((RelmSpan) { start, start }));

  ensure (self);
  until = relm_calendar_add (find_calendar (self, record), from, (gint32) CLAMP (minutes, 0, RELM_DURATION_MAX));
  return (RelmSpan) { start, CLAMP (relm_plan_item_get_days (from, until).finish, start, RELM_DATE_MAX) };
}

typedef struct
{
  RelmRecord *record;
  RelmDate start;
} Critical;

static int
compare_critical (gconstpointer a,
                  gconstpointer b)
{
  return ((const Critical *) a)->start - ((const Critical *) b)->start;
}

/**
 * relm_plan_schedule_list_critical:
 * @release: a release
 *
 * Returns: (transfer full) (element-type RelmRecord): what decides when the release is ready and is still to be done, in the order
 *   in which it is done: if any of it slips, the release does
 */
GPtrArray *
relm_plan_schedule_list_critical (RelmPlanSchedule *self,
                                  RelmRecord *release)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Critical));
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (release), NULL);

  ensure (self);
  for (guint i = 0; i < relm_plan_network_get_n_items (self->network); i++)
    {
      const Critical critical = { relm_plan_network_get_record (self->network, i), _relm_plan_schedule_get_computed (self, i).start };

      if (RELM_IS_RELEASE (critical.record) || relm_plan_is_done (critical.record) || relm_plan_network_is_summary (self->network, i))
        continue;
      if (relm_schedule_get_criticality (self->engine, i, 0) == RELM_CRITICALITY_CRITICAL &&
          relm_plan_get_release (self->project, critical.record) == release)
        g_array_append_val (found, critical);
    }
  g_array_sort (found, compare_critical);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (records, g_object_ref (g_array_index (found, Critical, i).record));
  return records;
}
