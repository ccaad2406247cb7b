/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-exposure.h"
#include "relm-gate.h"
#include "relm-milestone.h"
#include "relm-plan.h"
#include "relm-raid-item.h"
#include "relm-readiness-table.h"
#include "relm-release.h"
#include "relm-work-item.h"

/* What is counted of one release, or of all. */
typedef struct
{
  RelmReadiness readiness;
  gint64 progress; /* percents of its work items, together */
  RelmSpan parts;  /* when what is in it takes place */
} Count;

typedef struct
{
  guint64 revision; /* of the project that was counted */
  RelmDate today;
  GHashTable *counts; /* RelmRecord, unowned, to Count; NULL is the key of the whole roadmap */
} Table;

static void
count_state (RelmReadiness *self,
             const char *state)
{
  if (g_strcmp0 (state, "cancelled") == 0)
    {
      self->n_cancelled++;
      return;
    }
  self->n_items++;
  if (g_strcmp0 (state, "done") == 0)
    self->n_done++;
  else if (g_strcmp0 (state, "in_progress") == 0)
    self->n_in_progress++;
  else if (g_strcmp0 (state, "blocked") == 0)
    self->n_blocked++;
  else
    self->n_open++;
}

static void
count_item (Count *count,
            RelmRecord *item,
            RelmDate today)
{
  if (relm_plan_is_done (item) && !relm_plan_is_cancelled (item))
    count_state (&count->readiness, "done");
  else
    count_state (&count->readiness, relm_record_get_string (item, RELM_WORK_ITEM_STATE));
  if (!relm_plan_is_cancelled (item))
    count->progress += relm_plan_get_progress (item);
  if (relm_plan_is_overdue (item, today))
    count->readiness.n_overdue++;
}

static void
count_milestone (Count *count,
                 RelmRecord *milestone,
                 RelmDate today)
{
  count->readiness.n_milestones++;
  if (relm_plan_is_done (milestone))
    count->readiness.n_milestones_done++;
  else if (relm_plan_is_overdue (milestone, today))
    count->readiness.n_milestones_overdue++;
}

static void
count_gate (Count *count,
            RelmRecord *gate,
            RelmDate today)
{
  count->readiness.n_gates++;
  if (relm_plan_is_done (gate))
    count->readiness.n_gates_passed++;
  else if (g_strcmp0 (relm_record_get_string (gate, RELM_GATE_DECISION), "no_go") == 0)
    count->readiness.n_gates_refused++;
  else if (relm_plan_is_overdue (gate, today))
    count->readiness.n_gates_overdue++;
}

static void
count_record (Count *count,
              RelmRecord *record,
              RelmDate today)
{
  if (RELM_IS_WORK_ITEM (record))
    count_item (count, record, today);
  else if (RELM_IS_MILESTONE (record))
    count_milestone (count, record, today);
  else if (RELM_IS_GATE (record))
    count_gate (count, record, today);
  else if (RELM_IS_RAID_ITEM (record) && relm_exposure_get (record) == RELM_EXPOSURE_SERIOUS)
    count->readiness.n_serious++;
  if (!RELM_IS_RELEASE (record))
    count->parts = relm_span_union (count->parts, relm_plan_get_own_span (record));
}

static Count *
get_count (Table *self,
           RelmRecord *release)
{
  Count *count = g_hash_table_lookup (self->counts, release);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (self->counts, release, count);
    }
  return count;
}

static void
count_list (Table *self,
            RelmProject *project,
            RelmRecordList *list)
{
  Count *all = get_count (self, NULL);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      RelmRecord *release;

      if (!relm_plan_is_schedulable (record) && !RELM_IS_RAID_ITEM (record))
        return;
      release = relm_plan_get_release (project, record);
      count_record (all, record, self->today);
      if (release != NULL)
        count_record (get_count (self, release), record, self->today);
    }
}

static void
finish_count (RelmRecord *release,
              Count *count,
              RelmDate today)
{
  RelmReadiness *self = &count->readiness;

  if (self->n_items > 0)
    self->progress = (int) (count->progress / self->n_items);
  if (release == NULL)
    return;
  self->done = relm_plan_is_done (release);
  self->days_late = relm_plan_get_days_late (release, today);
  self->date = relm_plan_get_span_of_parts (release, count->parts).finish;
  if (!self->done && self->date != RELM_DATE_NONE)
    self->days_left = self->date - today;
}

static Table *
create_table (RelmProject *project,
              RelmDate today)
{
  Table *self = g_new0 (Table, 1);
  GHashTableIter iter;
  gpointer release, count;

  self->revision = relm_project_get_revision (project);
  self->today = today;
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    count_list (self, project, relm_project_get_list_at (project, i));
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &release, &count))
    finish_count (release, count, today);
  return self;
}

static void
free_table (gpointer data)
{
  Table *self = data;

  g_hash_table_unref (self->counts);
  g_free (self);
}

/**
 * relm_readiness_table_find:
 * @release: (nullable): one of its releases, or %NULL for the whole roadmap
 * @today: the day to compare with
 *
 * Returns: (transfer none): all about it but its health; valid until the project changes
 */
const RelmReadiness *
relm_readiness_table_find (RelmProject *project,
                           RelmRecord *release,
                           RelmDate today)
{
  static const char key[] = "relm-readiness-table";
  Table *self = g_object_get_data (G_OBJECT (project), key);

  if (self == NULL || self->revision != relm_project_get_revision (project) || self->today != today)
    {
      self = create_table (project, today);
      g_object_set_data_full (G_OBJECT (project), key, self, free_table);
    }
  return &get_count (self, release)->readiness;
}
