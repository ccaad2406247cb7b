/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-plan-kind.h"
#include "relm-plan-schedule.h"
#include "relm-schedule-dependency.h"

/* The search for a way from one record to another along dependencies, and from what has parts to them. */
typedef struct
{
  RelmProject *project;
  GHashTable *after; /* id to GPtrArray of RelmRecord */
  GHashTable *from;  /* RelmRecord to the RelmRecord that led there */
  GQueue open;
} Search;

static void
add_step (Search *self,
          const char *id,
          RelmRecord *to)
{
  GPtrArray *after;

  if (id == NULL || to == NULL)
    return;
  after = g_hash_table_lookup (self->after, id);
  if (after == NULL)
    {
      after = g_ptr_array_new ();
      g_hash_table_insert (self->after, (char *) id, after);
    }
  g_ptr_array_add (after, to);
}

/* A summary waits for its parts and they for it: what is linked to one is linked to the other. */
static void
add_parent (Search *self,
            RelmRecord *record)
{
  const int field = relm_plan_kind_get (record)->parent;
  RelmRecord *parent = field >= 0 ? relm_project_resolve (self->project, record, (guint) field) : NULL;

  if (parent == NULL)
    return;
  add_step (self, relm_record_get_id (record), parent);
  add_step (self, relm_record_get_id (parent), record);
}

static void
add_steps (Search *self)
{
  for (guint i = 0; i < relm_project_get_n_lists (self->project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (self->project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        {
          RelmRecord *record = relm_record_list_get (list, j);

          if (RELM_IS_SCHEDULE_DEPENDENCY (record))
            add_step (self, relm_record_get_string (record, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR),
                      relm_project_resolve (self->project, record, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR));
          else
            add_parent (self, record);
        }
    }
}

static void
reach (Search *self,
       RelmRecord *record,
       RelmRecord *from)
{
  if (g_hash_table_contains (self->from, record))
    return;
  g_hash_table_insert (self->from, record, from);
  g_queue_push_tail (&self->open, record);
}

static gboolean
search (Search *self,
        RelmRecord *start,
        RelmRecord *goal)
{
  reach (self, start, NULL);
  while (!g_queue_is_empty (&self->open))
    {
      RelmRecord *record = g_queue_pop_head (&self->open);
      GPtrArray *after = g_hash_table_lookup (self->after, relm_record_get_id (record));

      if (record == goal)
        return TRUE;
      for (guint i = 0; after != NULL && i < after->len; i++)
        reach (self, g_ptr_array_index (after, i), record);
    }
  return FALSE;
}

/**
 * relm_plan_find_loop:
 * @project: a project
 * @predecessor: what would be before
 * @successor: what would be after
 *
 * Returns: (transfer full) (nullable) (element-type RelmRecord): the records, from @successor to @predecessor, that a dependency
 *   between the two would make wait for one another; %NULL when it would not
 */
GPtrArray *
relm_plan_find_loop (RelmProject *project,
                     RelmRecord *predecessor,
                     RelmRecord *successor)
{
  g_autoptr (GHashTable) after = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) from = g_hash_table_new (NULL, NULL);
  Search self = { project, after, from, G_QUEUE_INIT };
  GPtrArray *loop = NULL;

  g_return_val_if_fail (RELM_IS_PROJECT (project) && RELM_IS_RECORD (predecessor) && RELM_IS_RECORD (successor), NULL);

  add_steps (&self);
  if (search (&self, successor, predecessor))
    {
      loop = g_ptr_array_new_with_free_func (g_object_unref);
      for (RelmRecord *record = predecessor; record != NULL; record = g_hash_table_lookup (from, record))
        g_ptr_array_insert (loop, 0, g_object_ref (record));
    }
  g_queue_clear (&self.open);
  return loop;
}
