/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-plan.h"
#include "relm-work-history.h"
#include "relm-work-item.h"

#define DAYS 7
#define WEEKS_MAX 1040 /* twenty years: what is older says nothing of today */

typedef struct
{
  RelmProject *project;
  GHashTable *parents;
  GHashTable *begins; /* releases to the days on which they began */
  RelmDate today;
  RelmWorkHistory *history;
} Reading;

/**
 * relm_work_history_find_parents:
 *
 * Returns: (transfer full) (element-type utf8): the ids of work items that have parts, until the project changes
 */
GHashTable *
relm_work_history_find_parents (RelmProject *project)
{
  GHashTable *parents = g_hash_table_new (g_str_hash, g_str_equal);
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      const char *parent = relm_record_get_string (relm_record_list_get (list, i), RELM_WORK_ITEM_PARENT);

      if (parent != NULL)
        g_hash_table_add (parents, (char *) parent);
    }
  return parents;
}

static gboolean
counts (Reading *reading,
        RelmRecord *item)
{
  return !relm_plan_is_cancelled (item) && !g_hash_table_contains (reading->parents, relm_record_get_id (item));
}

/* By its own date, or by that of what it is in a tracker. */
static RelmDate
get_finish (RelmRecord *item)
{
  const RelmDate finish = relm_record_get_date (item, RELM_WORK_ITEM_ACTUAL_FINISH);

  if (finish != RELM_DATE_NONE || !relm_plan_is_done (item))
    return finish;
  return relm_record_get_date (item, RELM_WORK_ITEM_ITEM_CLOSED);
}

/* When work on a release began, or was to begin. */
static RelmDate
find_begin (Reading *reading,
            RelmRecord *release)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (reading->begins, release, NULL, &known))
    {
      known = GINT_TO_POINTER (relm_plan_get_span (reading->project, release).start);
      g_hash_table_insert (reading->begins, release, known);
    }
  return GPOINTER_TO_INT (known);
}

static void
count (Reading *reading,
       guint *weeks,
       RelmDate date)
{
  const int ago = (reading->today - 1 - date) / DAYS;

  if (date < reading->today && ago < (int) reading->history->rhythm.n_weeks)
    weeks[reading->history->rhythm.n_weeks - 1 - (guint) ago]++;
}

static void
count_item (Reading *reading,
            RelmRecord *item)
{
  RelmWorkHistory *history = reading->history;
  const RelmDate finish = get_finish (item);
  const RelmDate added = relm_record_get_date (item, RELM_WORK_ITEM_ADDED);
  RelmRecord *release = added != RELM_DATE_NONE ? relm_plan_get_release (reading->project, item) : NULL;

  if (finish != RELM_DATE_NONE)
    count (reading, history->finished, finish);
  else if (relm_plan_is_done (item))
    history->n_undated++;
  history->says_added |= added != RELM_DATE_NONE;
  if (release != NULL && find_begin (reading, release) != RELM_DATE_NONE && added > find_begin (reading, release))
    count (reading, history->added, added);
}

static RelmDate
find_first_finish (Reading *reading,
                   RelmRecordList *list)
{
  RelmDate first = reading->today;

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *item = relm_record_list_get (list, i);
      const RelmDate finish = get_finish (item);

      if (finish != RELM_DATE_NONE && counts (reading, item))
        first = MIN (first, finish);
    }
  return first;
}

/**
 * relm_work_history_new:
 * @today: the day that is not over yet
 *
 * Returns: (transfer full): what the project's work items say of its past
 */
RelmWorkHistory *
relm_work_history_new (RelmProject *project,
                       RelmDate today)
{
  g_autoptr (GHashTable) parents = relm_work_history_find_parents (project);
  g_autoptr (GHashTable) begins = g_hash_table_new (NULL, NULL);
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  RelmWorkHistory *self = g_new0 (RelmWorkHistory, 1);
  Reading reading = { project, parents, begins, today, self };
  const guint n_weeks = (guint) MIN ((today - find_first_finish (&reading, list)) / DAYS, WEEKS_MAX);

  self->finished = g_new0 (guint, n_weeks + 1);
  self->added = g_new0 (guint, n_weeks + 1);
  self->rhythm = (RelmRhythm) { self->finished, self->added, n_weeks };
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    if (counts (&reading, relm_record_list_get (list, i)))
      count_item (&reading, relm_record_list_get (list, i));
  for (guint i = 0; i < n_weeks; i++)
    self->n_finished += self->finished[i];
  if (!self->says_added)
    self->rhythm.added = NULL;
  return self;
}

void
relm_work_history_free (RelmWorkHistory *history)
{
  g_free (history->finished);
  g_free (history->added);
  g_free (history);
}
