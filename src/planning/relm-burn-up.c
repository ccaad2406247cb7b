/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-burn-up.h"
#include "relm-plan.h"
#include "relm-work-history.h"
#include "relm-work-item.h"

#define DAYS 7
#define WEEKS_MAX 260 /* five years */

/* From when on something belongs to the scope, and when it was done; RELM_DATE_NONE for never. */
typedef struct
{
  RelmDate added;
  RelmDate done;
} Life;

static RelmDate
get_first_day (const GArray *lives,
               RelmDate today)
{
  RelmDate first = today;

  for (guint i = 0; i < lives->len; i++)
    {
      const Life *life = &g_array_index (lives, Life, i);

      if (life->added != RELM_DATE_NONE)
        first = MIN (first, life->added);
      if (life->done != RELM_DATE_NONE)
        first = MIN (first, life->done);
    }
  return first;
}

/* The week in which a day is, counted from the first one; what was before belongs to the first. */
static guint
get_week (const RelmBurnUp *self,
          RelmDate date)
{
  const int ago = (self->end - date) / DAYS;

  return (guint) CLAMP ((int) self->n_weeks - 1 - ago, 0, (int) self->n_weeks - 1);
}

static void
add_up (guint *weeks,
        guint n_weeks)
{
  for (guint i = 1; i < n_weeks; i++)
    weeks[i] += weeks[i - 1];
}

/* Returns: (nullable): NULL when there is nothing to see yet */
static RelmBurnUp *
make (const GArray *lives,
      RelmDate today)
{
  const int days = today - get_first_day (lives, today) + 1;
  RelmBurnUp *self;

  if (lives->len == 0 || days <= DAYS)
    return NULL;
  self = g_new0 (RelmBurnUp, 1);
  self->end = today;
  self->n_weeks = (guint) MIN ((days + DAYS - 1) / DAYS, WEEKS_MAX);
  self->scope = g_new0 (guint, self->n_weeks);
  self->done = g_new0 (guint, self->n_weeks);
  for (guint i = 0; i < lives->len; i++)
    {
      const Life *life = &g_array_index (lives, Life, i);

      self->scope[life->added != RELM_DATE_NONE ? get_week (self, life->added) : 0]++;
      if (life->done != RELM_DATE_NONE)
        self->done[get_week (self, life->done)]++;
    }
  add_up (self->scope, self->n_weeks);
  add_up (self->done, self->n_weeks);
  return self;
}

/**
 * relm_burn_up_new_for_release:
 * @release: a release of @project
 * @today: the last day that is shown
 *
 * Items with parts do not count, their parts do; an item that does not say when it was added was there from the beginning.
 *
 * Returns: (transfer full) (nullable): its burn-up; %NULL when there is none yet
 */
RelmBurnUp *
relm_burn_up_new_for_release (RelmProject *project,
                              RelmRecord *release,
                              RelmDate today)
{
  g_autoptr (GHashTable) parents = relm_work_history_find_parents (project);
  g_autoptr (GArray) lives = g_array_new (FALSE, FALSE, sizeof (Life));
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *item = relm_record_list_get (list, i);
      Life life = { relm_record_get_date (item, RELM_WORK_ITEM_ADDED), relm_record_get_date (item, RELM_WORK_ITEM_ACTUAL_FINISH) };

      if (relm_plan_is_cancelled (item) || g_hash_table_contains (parents, relm_record_get_id (item)) ||
          relm_plan_get_release (project, item) != release)
        continue;
      if (relm_plan_is_done (item) && life.done == RELM_DATE_NONE)
        life.done = today;
      if (!relm_plan_is_done (item))
        life.done = RELM_DATE_NONE;
      g_array_append_val (lives, life);
    }
  return make (lives, today);
}

static RelmDate
get_day (gint64 time)
{
  g_autoptr (GDateTime) moment = time > 0 ? g_date_time_new_from_unix_local (time) : NULL;
  int year, month, day;

  if (moment == NULL)
    return RELM_DATE_NONE;
  g_date_time_get_ymd (moment, &year, &month, &day);
  return relm_date_from_ymd (year, month, day);
}

/**
 * relm_burn_up_new_for_milestone:
 * @mirror: what a tracker said
 * @title: of milestones of it
 * @today: the last day that is shown
 *
 * A tracker does not say when an issue came into a milestone; it counts from when it was filed.
 *
 * Returns: (transfer full) (nullable): the burn-up of their issues; %NULL when there is none yet, or it cannot be read
 */
RelmBurnUp *
relm_burn_up_new_for_milestone (RelmMirrorTracker *mirror,
                                const char *title,
                                RelmDate today)
{
  g_autoptr (GArray) rows = relm_mirror_tracker_list_lives (mirror, title, NULL);
  g_autoptr (GArray) lives = g_array_new (FALSE, FALSE, sizeof (Life));

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const RelmMirrorLife *row = &g_array_index (rows, RelmMirrorLife, i);
      const Life life = { get_day (row->created), row->state == RELM_MIRROR_ITEM_DONE ? get_day (row->closed) : RELM_DATE_NONE };

      if (row->state != RELM_MIRROR_ITEM_DROPPED)
        g_array_append_val (lives, life);
    }
  return make (lives, today);
}

/**
 * relm_burn_up_free:
 * @self: (nullable) (transfer full): a burn-up
 */
void
relm_burn_up_free (RelmBurnUp *self)
{
  if (self == NULL)
    return;
  g_free (self->scope);
  g_free (self->done);
  g_free (self);
}

/**
 * relm_burn_up_get_scope:
 *
 * Returns: how much there is to do in all, today
 */
guint
relm_burn_up_get_scope (const RelmBurnUp *self)
{
  return self->scope[self->n_weeks - 1];
}

/**
 * relm_burn_up_get_done:
 *
 * Returns: how much of it is done, today
 */
guint
relm_burn_up_get_done (const RelmBurnUp *self)
{
  return self->done[self->n_weeks - 1];
}

/**
 * relm_burn_up_get_added:
 *
 * Returns: by how much the scope grew after the first week
 */
guint
relm_burn_up_get_added (const RelmBurnUp *self)
{
  return relm_burn_up_get_scope (self) - self->scope[0];
}
