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

/* What is to be known of one work item. */
typedef struct
{
  RelmGateTally kind; /* of bugs, tests or documentation; RELM_GATE_N_TALLIES for other work */
  gboolean is_left;
  gboolean is_blocked;
  gboolean is_overdue;
} Facts;

static RelmGateTally
find_kind (RelmRecord *item)
{
  static const struct
  {
    const char *nick;
    RelmGateTally kind;
  } kinds[] = {
    { "bug", RELM_GATE_TALLY_BUGS },
    { "security", RELM_GATE_TALLY_BUGS },
    { "test", RELM_GATE_TALLY_TESTS },
    { "documentation", RELM_GATE_TALLY_DOCS },
  };
  const char *nick = relm_record_get_string (item, RELM_WORK_ITEM_KIND);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].nick, nick) == 0)
      return kinds[i].kind;
  return RELM_GATE_N_TALLIES;
}

static void
count (RelmGateCount *self,
       gboolean is_left)
{
  self->n_of++;
  self->n_left += is_left ? 1 : 0;
}

static void
add (RelmGateCount *counts,
     const Facts *facts)
{
  count (&counts[RELM_GATE_TALLY_WORK], facts->is_left);
  count (&counts[RELM_GATE_TALLY_BLOCKED], facts->is_blocked);
  count (&counts[RELM_GATE_TALLY_OVERDUE], facts->is_overdue);
  if (facts->kind != RELM_GATE_N_TALLIES)
    count (&counts[facts->kind], facts->is_left);
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
  const Facts facts = {
    .kind = find_kind (item),
    .is_left = !relm_plan_is_done (item),
    .is_blocked = relm_plan_is_blocked (item) && !relm_plan_is_done (item),
    .is_overdue = relm_plan_is_overdue (item, self->today),
  };

  if (relm_plan_is_cancelled (item))
    return;
  add (get_counts (self, NULL), &facts);
  if (release != NULL)
    add (get_counts (self, release), &facts);
  if (phase != NULL)
    add (get_counts (self, phase), &facts);
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
