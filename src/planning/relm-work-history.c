/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-plan.h"
#include "relm-release.h"
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

/* When work on each release began, or was to begin: as it says itself, or with the first of its work items. */
static void
find_begins (Reading *reading,
             RelmRecordList *list)
{
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *item = relm_record_list_get (list, i);
      RelmRecord *release = relm_plan_get_release (reading->project, item);
      const RelmDate planned = release != NULL ? relm_record_get_date (release, RELM_RELEASE_PLANNED_START) : RELM_DATE_NONE;
      const RelmDate begin = planned != RELM_DATE_NONE ? planned : relm_plan_get_own_span (item).start;
      const RelmDate known = release != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (reading->begins, release)) : RELM_DATE_NONE;

      if (release != NULL && begin != RELM_DATE_NONE && (known == RELM_DATE_NONE || begin < known))
        g_hash_table_insert (reading->begins, release, GINT_TO_POINTER (begin));
    }
}

/* Whether it came into a release that was under way. */
static gboolean
is_growth (Reading *reading,
           RelmRecord *release,
           RelmDate added)
{
  const RelmDate begin = GPOINTER_TO_INT (g_hash_table_lookup (reading->begins, release));

  return begin != RELM_DATE_NONE && added > begin;
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
count_work (RelmWorkHistory *history,
            RelmRecord *release,
            RelmRecord *item)
{
  RelmReleaseWork *work = g_hash_table_lookup (history->releases, release);

  if (work == NULL)
    g_hash_table_insert (history->releases, release, work = g_new0 (RelmReleaseWork, 1));
  work->n_items++;
  if (relm_plan_is_done (item))
    return;
  work->n_open++;
  work->n_estimated += relm_work_history_is_estimated (item) ? 1 : 0;
}

static void
count_item (Reading *reading,
            RelmRecord *item)
{
  RelmWorkHistory *history = reading->history;
  const RelmDate finish = get_finish (item);
  const RelmDate added = relm_record_get_date (item, RELM_WORK_ITEM_ADDED);
  RelmRecord *release = relm_plan_get_release (reading->project, item);

  if (finish != RELM_DATE_NONE)
    count (reading, history->finished, finish);
  else if (relm_plan_is_done (item))
    history->n_undated++;
  history->says_added |= added != RELM_DATE_NONE;
  if (release != NULL)
    count_work (history, release, item);
  if (release != NULL && is_growth (reading, release, added))
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
  RelmWorkHistory *self = g_atomic_rc_box_new0 (RelmWorkHistory);
  Reading reading = { project, parents, begins, today, self };
  const guint n_weeks = (guint) MIN ((today - find_first_finish (&reading, list)) / DAYS, WEEKS_MAX);

  self->releases = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->finished = g_new0 (guint, n_weeks + 1);
  self->added = g_new0 (guint, n_weeks + 1);
  self->rhythm = (RelmRhythm) { self->finished, self->added, n_weeks };
  find_begins (&reading, list);
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    if (counts (&reading, relm_record_list_get (list, i)))
      count_item (&reading, relm_record_list_get (list, i));
  for (guint i = 0; i < n_weeks; i++)
    self->n_finished += self->finished[i];
  if (!self->says_added)
    self->rhythm.added = NULL;
  return self;
}

RelmWorkHistory *
relm_work_history_ref (RelmWorkHistory *history)
{
  return g_atomic_rc_box_acquire (history);
}

static void
clear (gpointer data)
{
  RelmWorkHistory *self = data;

  g_free (self->finished);
  g_free (self->added);
  g_hash_table_unref (self->releases);
}

void
relm_work_history_unref (RelmWorkHistory *history)
{
  g_atomic_rc_box_release_full (history, clear);
}

/**
 * relm_work_history_is_estimated:
 *
 * Returns: whether a record is a work item with an optimistic and a pessimistic duration
 */
gboolean
relm_work_history_is_estimated (RelmRecord *record)
{
  return RELM_IS_WORK_ITEM (record) && relm_record_get_integer (record, RELM_WORK_ITEM_OPTIMISTIC) > 0 &&
         relm_record_get_integer (record, RELM_WORK_ITEM_PESSIMISTIC) > 0;
}

/**
 * relm_work_history_get_work:
 *
 * Returns: what belongs to a release
 */
RelmReleaseWork
relm_work_history_get_work (RelmWorkHistory *history,
                            RelmRecord *release)
{
  const RelmReleaseWork *work = g_hash_table_lookup (history->releases, release);

  return work != NULL ? *work : (RelmReleaseWork) { 0 };
}
