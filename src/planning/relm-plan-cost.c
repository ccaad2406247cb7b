/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-baseline-item.h"
#include "relm-money.h"
#include "relm-person.h"
#include "relm-plan-assignments.h"
#include "relm-plan-baseline.h"
#include "relm-plan-calendars.h"
#include "relm-plan-cost.h"
#include "relm-plan-item.h"
#include "relm-plan.h"
#include "relm-work-history.h"
#include "relm-work-item.h"

#define PER_CENT 100
#define MINUTES_OF_HOUR 60

struct _RelmPlanCost
{
  RelmProject *project;
  RelmPlanCalendars *calendars;
  RelmRecord *baseline; /* held, or NULL */
  GHashTable *was;      /* of the baseline, by record; or NULL */
  GHashTable *parents;  /* ids of work items that have parts */
  RelmDate status;
};

/* Everything about one release. */
typedef struct
{
  RelmPlanCost *cost;
  RelmPlanCostSum *sum;
  GArray *items; /* of RelmEarnedItem */
} Summing;

/**
 * relm_plan_cost_is_known:
 *
 * Returns: whether the project says anything about cost
 */
gboolean
relm_plan_cost_is_known (RelmProject *project)
{
  RelmRecordList *people = relm_project_get_list (project, RELM_TYPE_PERSON);
  RelmRecordList *items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);

  for (guint i = 0; i < relm_record_list_get_size (people); i++)
    if (relm_record_get_integer (relm_record_list_get (people, i), RELM_PERSON_HOURLY_COST) > 0)
      return TRUE;
  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    if (relm_record_get_integer (relm_record_list_get (items, i), RELM_WORK_ITEM_OTHER_COST) > 0 ||
        relm_record_get_integer (relm_record_list_get (items, i), RELM_WORK_ITEM_ACTUAL_COST) > 0)
      return TRUE;
  return FALSE;
}

/**
 * relm_plan_cost_new:
 * @today: what counts where the project has no status date
 *
 * Returns: (transfer full): what the project costs now
 */
RelmPlanCost *
relm_plan_cost_new (RelmProject *project,
                    RelmDate today)
{
  RelmPlanCost *self;

  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  self = g_new0 (RelmPlanCost, 1);
  self->project = g_object_ref (project);
  self->calendars = relm_plan_calendars_new (project);
  self->parents = relm_work_history_find_parents (project);
  self->status = relm_record_get_date (RELM_RECORD (project), RELM_PROJECT_STATUS_DATE);
  if (self->status == RELM_DATE_NONE)
    self->status = today;
  self->baseline = relm_plan_baseline_get_newest (project);
  if (self->baseline != NULL)
    {
      g_object_ref (self->baseline);
      self->was = relm_plan_baseline_index (project, self->baseline);
    }
  return self;
}

/**
 * relm_plan_cost_free:
 * @self: (transfer full):
 */
void
relm_plan_cost_free (RelmPlanCost *self)
{
  g_clear_pointer (&self->was, g_hash_table_unref);
  g_clear_object (&self->baseline);
  g_hash_table_unref (self->parents);
  relm_plan_calendars_free (self->calendars);
  g_object_unref (self->project);
  g_free (self);
}

static RelmCalendar *
get_calendar (RelmPlanCost *self,
              RelmRecord *item)
{
  return relm_plan_calendars_get (self->calendars,
                                  relm_plan_calendars_find (self->calendars, relm_record_get_string (item, RELM_WORK_ITEM_CALENDAR),
                                                            relm_record_get_string (item, RELM_WORK_ITEM_ASSIGNEE)));
}

/* Of the working time of people, rounded down; nothing where nobody knows what an hour costs. */
static gint64
price (RelmPlanCost *self,
       RelmRecord *item,
       gint64 minutes)
{
  RelmRecord *person = relm_project_resolve (self->project, item, RELM_WORK_ITEM_ASSIGNEE);
  const gint64 hourly = person != NULL && RELM_IS_PERSON (person) ? relm_record_get_integer (person, RELM_PERSON_HOURLY_COST) : 0;

  /* Apart, so that nothing overflows: see RELM_MONEY_MAX and RELM_FIELD_DURATION_MAX. */
  return MIN (minutes / MINUTES_OF_HOUR, RELM_MONEY_MAX / MAX (hourly, 1)) * hourly + minutes % MINUTES_OF_HOUR * hourly / MINUTES_OF_HOUR;
}

/* Of its assignee, for these days. */
static gint64
get_work (RelmRecord *item,
          RelmCalendar *calendar,
          RelmSpan days)
{
  const gint64 own = relm_plan_item_get_duration (item, calendar, days);
  const gint64 minutes = own > 0 ? own : relm_plan_item_get_work (calendar, days);

  return minutes * relm_plan_assignments_get_share (item) / PER_CENT;
}

static gint64
get_cost (RelmPlanCost *self,
          RelmRecord *item,
          RelmCalendar *calendar,
          RelmSpan days)
{
  return price (self, item, get_work (item, calendar, days)) + relm_record_get_integer (item, RELM_WORK_ITEM_OTHER_COST);
}

/**
 * relm_plan_cost_of:
 * @item: a work item
 * @days: when it is to be done; both inclusive
 *
 * Returns: what it is to cost, in hundredths: the time of its assignee, and its other cost; 0 when that is not known
 */
gint64
relm_plan_cost_of (RelmPlanCost *self,
                   RelmRecord *item,
                   RelmSpan days)
{
  g_return_val_if_fail (RELM_IS_WORK_ITEM (item), 0);

  return get_cost (self, item, get_calendar (self, item), days);
}

/* What was spent on an item: as somebody wrote down; or by the time spent; or, of what it was to cost, as much as is done. */
static gint64
get_spent (RelmPlanCost *self,
           RelmRecord *item,
           RelmCalendar *calendar,
           RelmSpan days,
           gboolean *estimated)
{
  const gint64 actual = relm_record_get_integer (item, RELM_WORK_ITEM_ACTUAL_COST);
  const gint64 spent = relm_record_get_integer (item, RELM_WORK_ITEM_SPENT);
  const gint64 other = relm_record_get_integer (item, RELM_WORK_ITEM_OTHER_COST);
  const int progress = relm_plan_get_progress (item);

  *estimated = FALSE;
  if (actual > 0)
    return actual;
  if (spent > 0)
    return price (self, item, spent) + other * progress / PER_CENT;
  *estimated = progress > 0;
  return get_cost (self, item, calendar, days) * progress / PER_CENT;
}

static gboolean
belongs (RelmPlanCost *self,
         RelmRecord *item,
         RelmRecord *release)
{
  return !relm_plan_is_cancelled (item) && !g_hash_table_contains (self->parents, relm_record_get_id (item)) &&
         (release == NULL || relm_plan_get_release (self->project, item) == release);
}

/* What the baseline says of an item, or the plan of now where the item is newer. */
static gint64
get_budget (RelmPlanCost *self,
            RelmRecord *item,
            RelmCalendar *calendar,
            RelmSpan now,
            RelmSpan *days)
{
  RelmRecord *was = self->was != NULL ? g_hash_table_lookup (self->was, relm_record_get_id (item)) : NULL;
  const gint64 budget = was != NULL ? relm_record_get_integer (was, RELM_BASELINE_ITEM_COST) : 0;

  *days = was != NULL ? relm_plan_baseline_get_span (was) : now;
  if (!relm_span_is_set (*days))
    *days = now;
  return budget > 0 ? budget : get_cost (self, item, calendar, *days);
}

static void
add_item (Summing *summing,
          RelmRecord *item)
{
  RelmPlanCost *self = summing->cost;
  const RelmSpan now = relm_plan_get_own_span (item);
  RelmEarnedItem earned = { .calendar = get_calendar (self, item), .permille = relm_plan_get_progress (item) * 10 };
  RelmSpan days;
  gboolean estimated;

  if (!relm_span_is_set (now))
    {
      summing->sum->n_undated++;
      return;
    }
  earned.budget = get_budget (self, item, earned.calendar, now, &days);
  earned.actual_cost = get_spent (self, item, earned.calendar, now, &estimated);
  if (earned.budget == 0 && earned.actual_cost == 0)
    {
      summing->sum->n_free++;
      return;
    }
  earned.start = relm_time_from_date (days.start, 0);
  earned.finish = relm_time_from_date (days.finish + 1, 0);
  summing->sum->n_items++;
  summing->sum->n_estimated += estimated ? 1 : 0;
  g_array_append_val (summing->items, earned);
}

/**
 * relm_plan_cost_sum:
 * @release: (nullable): only what belongs to it; %NULL for all
 * @sum: (out): money in hundredths
 */
void
relm_plan_cost_sum (RelmPlanCost *self,
                    RelmRecord *release,
                    RelmPlanCostSum *sum)
{
  RelmRecordList *list = relm_project_get_list (self->project, RELM_TYPE_WORK_ITEM);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (RelmEarnedItem));
  Summing summing = { self, sum, items };

  *sum = (RelmPlanCostSum) { .baseline = self->baseline, .status = self->status };
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    if (belongs (self, relm_record_list_get (list, i), release))
      add_item (&summing, relm_record_list_get (list, i));
  relm_earned_value ((const RelmEarnedItem *) (gpointer) items->data, items->len, relm_plan_calendars_get (self->calendars, 0),
                     relm_time_from_date (self->status + 1, 0), &sum->value);
}
