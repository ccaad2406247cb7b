/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-calibration.h"
#include "relm-work-history.h"
#include "relm-work-item.h"

#define DAYS 7
#define WEEKS_MAX 1040 /* twenty years: what is older says nothing of today */

typedef struct
{
  RelmWorkHistory *history;
  const GArray *lives;
  const GArray *scopes;
  RelmDate *begins; /* of the scopes */
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

static const RelmWorkLife *
get_life (const Reading *reading,
          guint i)
{
  return &g_array_index (reading->lives, RelmWorkLife, i);
}

/* Whether its finish is one that what remains can be measured by. */
static gboolean
is_sample (const Reading *reading,
           const RelmWorkLife *life)
{
  return life->planned || life->scope >= 0 || reading->history->all_issues;
}

/* As of the day on which it was the plan's or the tracker's word. */
static gboolean
is_finish (const Reading *reading,
           const RelmWorkLife *life)
{
  return life->counts && life->done_on != RELM_DATE_NONE && is_sample (reading, life);
}

/* How many weeks ago a day is, from 0; -1 when it is not looked at. */
static int
get_weeks_ago (const Reading *reading,
               RelmDate date)
{
  return date != RELM_DATE_NONE && date < reading->history->end ? (reading->history->end - 1 - date) / DAYS : -1;
}

static gboolean
has_milestones (const Reading *reading)
{
  guint n = 0;

  for (guint i = 0; i < reading->lives->len; i++)
    {
      const RelmWorkLife *life = get_life (reading, i);
      const int ago = get_weeks_ago (reading, life->done_on);

      if (life->counts && life->tracked && life->scope >= 0 && ago >= 0 && ago < RELM_CALIBRATION_WINDOW)
        n++;
    }
  return n >= RELM_CALIBRATION_MIN_FINISHED;
}

/* What does not say when it began did with the first of its issues that was closed. */
static void
find_begins (Reading *reading)
{
  for (guint i = 0; i < reading->scopes->len; i++)
    reading->begins[i] = g_array_index (reading->scopes, RelmWorkScope, i).begin;
  for (guint i = 0; i < reading->lives->len; i++)
    {
      const RelmWorkLife *life = get_life (reading, i);
      const RelmWorkScope *scope = life->scope >= 0 ? &g_array_index (reading->scopes, RelmWorkScope, life->scope) : NULL;
      RelmDate *begin = scope != NULL ? &reading->begins[life->scope] : NULL;

      if (scope != NULL && scope->begin == RELM_DATE_NONE && scope->milestone && life->counts && life->done_on != RELM_DATE_NONE &&
          (*begin == RELM_DATE_NONE || life->done_on < *begin))
        *begin = life->done_on;
    }
}

static void
count (Reading *reading,
       guint *weeks,
       RelmDate date)
{
  const int ago = get_weeks_ago (reading, date);

  if (ago >= 0 && ago < (int) reading->history->rhythm.n_weeks)
    weeks[reading->history->rhythm.n_weeks - 1 - (guint) ago]++;
}

static void
count_work (Reading *reading,
            const RelmWorkLife *life)
{
  const RelmWorkScope *scope = &g_array_index (reading->scopes, RelmWorkScope, life->scope);
  RelmReleaseWork *work;

  if (scope->release == NULL)
    return;
  work = g_hash_table_lookup (reading->history->releases, scope->release);
  if (work == NULL)
    g_hash_table_insert (reading->history->releases, g_strdup (scope->release), work = g_new0 (RelmReleaseWork, 1));
  work->milestone = scope->milestone;
  work->n_items++;
  if (life->done)
    return;
  work->n_open++;
  work->n_estimated += life->estimated ? 1 : 0;
  work->n_tracked += life->tracked ? 1 : 0;
}

static void
count_life (Reading *reading,
            const RelmWorkLife *life)
{
  RelmWorkHistory *history = reading->history;
  const RelmDate begin = life->scope >= 0 ? reading->begins[life->scope] : RELM_DATE_NONE;

  if (is_finish (reading, life))
    count (reading, history->finished, life->done_on);
  else if (life->done && life->done_on == RELM_DATE_NONE && is_sample (reading, life))
    history->n_undated++;
  history->mixed |= history->tracked && life->planned && !life->tracked && life->done_on != RELM_DATE_NONE;
  history->says_added |= life->added != RELM_DATE_NONE;
  if (life->scope >= 0)
    count_work (reading, life);
  if (begin != RELM_DATE_NONE && life->added > begin)
    count (reading, history->added, life->added);
}

static RelmDate
find_first_finish (const Reading *reading)
{
  RelmDate first = reading->history->end;

  for (guint i = 0; i < reading->lives->len; i++)
    if (is_finish (reading, get_life (reading, i)))
      first = MIN (first, get_life (reading, i)->done_on);
  return first;
}

static void
read_lives (Reading *reading)
{
  RelmWorkHistory *history = reading->history;
  const guint n_weeks = (guint) MIN ((history->end - find_first_finish (reading)) / DAYS, WEEKS_MAX);

  history->finished = g_new0 (guint, n_weeks + 1);
  history->added = g_new0 (guint, n_weeks + 1);
  history->rhythm = (RelmRhythm) { history->finished, history->added, n_weeks };
  find_begins (reading);
  for (guint i = 0; i < reading->lives->len; i++)
    if (get_life (reading, i)->counts)
      count_life (reading, get_life (reading, i));
  for (guint i = 0; i < n_weeks; i++)
    history->n_finished += history->finished[i];
  if (!history->says_added)
    history->rhythm.added = NULL;
}

/**
 * relm_work_history_new:
 * @lives: all work; not kept
 * @tracked: whether the trackers that were read are asked for; else the plan's own history, of @lives to which none was added yet
 *
 * Returns: (transfer full): what they say of the past
 */
RelmWorkHistory *
relm_work_history_new (RelmWorkLives *lives,
                       gboolean tracked)
{
  const GArray *scopes = relm_work_lives_list_scopes (lives);
  g_autofree RelmDate *begins = g_new0 (RelmDate, scopes->len + 1);
  RelmWorkHistory *self = g_atomic_rc_box_new0 (RelmWorkHistory);
  Reading reading = { self, relm_work_lives_list (lives), scopes, begins };

  self->end = relm_work_lives_get_known (lives);
  self->tracked = tracked;
  self->releases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->all_issues = tracked && !has_milestones (&reading);
  read_lives (&reading);
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
 * @release: an id
 *
 * Returns: what belongs to a release
 */
RelmReleaseWork
relm_work_history_get_work (RelmWorkHistory *history,
                            const char *release)
{
  const RelmReleaseWork *work = g_hash_table_lookup (history->releases, release);

  return work != NULL ? *work : (RelmReleaseWork) { 0 };
}
