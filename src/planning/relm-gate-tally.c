/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-gate-tally.h"
#include "relm-plan.h"
#include "relm-work-item.h"

#define DEPTH_MAX 64 /* how deep work items may be part of each other; a file may hold a circle */

typedef struct
{
  guint64 revision; /* of the project that was counted */
  RelmDate today;
  GHashTable *counts; /* RelmRecord, unowned, to an array of RelmGateCount; NULL is the key of the whole project */
} Table;

static gboolean
is_kind (RelmRecord *item,
         const char *kind)
{
  return g_strcmp0 (relm_record_get_string (item, RELM_WORK_ITEM_KIND), kind) == 0;
}

static gboolean
concerns (RelmGateTally tally,
          RelmRecord *item)
{
  switch (tally)
    {
    case RELM_GATE_TALLY_BUGS:
      return is_kind (item, "bug") || is_kind (item, "security");
    case RELM_GATE_TALLY_TESTS:
      return is_kind (item, "test");
    case RELM_GATE_TALLY_DOCS:
      return is_kind (item, "documentation");
    case RELM_GATE_TALLY_WORK:
    case RELM_GATE_TALLY_BLOCKED:
    case RELM_GATE_TALLY_OVERDUE:
    case RELM_GATE_N_TALLIES:
    default:
      return TRUE;
    }
}

static gboolean
is_left (RelmGateTally tally,
         RelmRecord *item,
         RelmDate today)
{
  if (tally == RELM_GATE_TALLY_OVERDUE)
    return relm_plan_is_overdue (item, today);
  if (relm_plan_is_done (item))
    return FALSE;
  return tally != RELM_GATE_TALLY_BLOCKED || g_strcmp0 (relm_record_get_string (item, RELM_WORK_ITEM_STATE), "blocked") == 0;
}

static RelmGateCount *
get_counts (Table *self,
            RelmRecord *scope)
{
  RelmGateCount *counts = g_hash_table_lookup (self->counts, scope);

  if (counts == NULL)
    {
      counts = g_new0 (RelmGateCount, RELM_GATE_N_TALLIES);
      g_hash_table_insert (self->counts, scope, counts);
    }
  return counts;
}

static void
add (RelmGateCount *counts,
     const RelmGateCount *more)
{
  for (guint i = 0; i < RELM_GATE_N_TALLIES; i++)
    {
      counts[i].n_of += more[i].n_of;
      counts[i].n_left += more[i].n_left;
    }
}

/* The phase that it names, or that what it is part of names. */
static RelmRecord *
find_phase (RelmProject *project,
            RelmRecord *item)
{
  RelmRecord *phase = NULL;

  for (guint depth = 0; item != NULL && phase == NULL && depth < DEPTH_MAX; depth++)
    {
      phase = relm_project_resolve (project, item, RELM_WORK_ITEM_PHASE);
      item = relm_project_resolve (project, item, RELM_WORK_ITEM_PARENT);
    }
  return phase;
}

static void
count_item (Table *self,
            RelmProject *project,
            RelmRecord *item)
{
  RelmRecord *release = relm_plan_get_release (project, item);
  RelmRecord *phase = find_phase (project, item);
  RelmGateCount counts[RELM_GATE_N_TALLIES] = { { 0 } };

  if (relm_plan_is_cancelled (item))
    return;
  for (RelmGateTally i = 0; i < RELM_GATE_N_TALLIES; i++)
    {
      counts[i].n_of = concerns (i, item);
      counts[i].n_left = counts[i].n_of > 0 && is_left (i, item, self->today);
    }
  add (get_counts (self, NULL), counts);
  if (release != NULL)
    add (get_counts (self, release), counts);
  if (phase != NULL)
    add (get_counts (self, phase), counts);
}

static Table *
create_table (RelmProject *project,
              RelmDate today)
{
  RelmRecordList *items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  Table *self = g_new0 (Table, 1);

  self->revision = relm_project_get_revision (project);
  self->today = today;
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    count_item (self, project, relm_record_list_get (items, i));
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
 * relm_gate_tally_get:
 * @scope: (nullable): a release or a phase of the project; %NULL for all of it
 * @today: the day to compare with
 *
 * Returns: how many there are, and how many of them are in the way
 */
RelmGateCount
relm_gate_tally_get (RelmProject *project,
                     RelmRecord *scope,
                     RelmGateTally tally,
                     RelmDate today)
{
  static const char key[] = "relm-gate-tally";
  Table *self = g_object_get_data (G_OBJECT (project), key);

  g_return_val_if_fail (tally < RELM_GATE_N_TALLIES, ((RelmGateCount) { 0 }));

  if (self == NULL || self->revision != relm_project_get_revision (project) || self->today != today)
    {
      self = create_table (project, today);
      g_object_set_data_full (G_OBJECT (project), key, self, free_table);
    }
  return get_counts (self, scope)[tally];
}
