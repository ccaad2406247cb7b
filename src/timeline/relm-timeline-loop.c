/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-schedule-dependency.h"
#include "relm-timeline-private.h"

/* What waits for each record: an array of records by record. */
static GHashTable *
collect_successors (RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SCHEDULE_DEPENDENCY);
  GHashTable *successors = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *link = relm_record_list_get (list, i);
      RelmRecord *from = relm_project_resolve (project, link, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR);
      RelmRecord *to = relm_project_resolve (project, link, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR);
      GPtrArray *its = from != NULL ? g_hash_table_lookup (successors, from) : NULL;

      if (from == NULL || to == NULL)
        continue;
      if (its == NULL)
        {
          its = g_ptr_array_new ();
          g_hash_table_insert (successors, from, its);
        }
      g_ptr_array_add (its, to);
    }
  return successors;
}

/* From where each record is reached first when the links are followed from @first; %NULL for @first itself. */
static GHashTable *
walk (GHashTable *successors,
      RelmRecord *first,
      RelmRecord *last)
{
  GHashTable *reached_from = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_hash_table_insert (reached_from, first, NULL);
  g_ptr_array_add (queue, first);
  for (guint i = 0; i < queue->len && !g_hash_table_contains (reached_from, last); i++)
    {
      RelmRecord *record = g_ptr_array_index (queue, i);
      GPtrArray *its = g_hash_table_lookup (successors, record);

      for (guint j = 0; its != NULL && j < its->len; j++)
        if (!g_hash_table_contains (reached_from, g_ptr_array_index (its, j)))
          {
            g_hash_table_insert (reached_from, g_ptr_array_index (its, j), record);
            g_ptr_array_add (queue, g_ptr_array_index (its, j));
          }
    }
  return reached_from;
}

/**
 * _relm_timeline_find_loop:
 * @predecessor: what would come first
 * @successor: what would wait for it
 *
 * Returns: (transfer full) (nullable) (element-type RelmRecord): the shortest loop that a link between the two would close, from
 *   @predecessor on, each once; %NULL when it would close none
 */
GPtrArray *
_relm_timeline_find_loop (RelmProject *project,
                          RelmRecord *predecessor,
                          RelmRecord *successor)
{
  g_autoptr (GHashTable) successors = collect_successors (project);
  g_autoptr (GHashTable) reached_from = walk (successors, successor, predecessor);
  GPtrArray *loop;

  if (!g_hash_table_contains (reached_from, predecessor))
    return NULL;
  loop = g_ptr_array_new_with_free_func (g_object_unref);
  for (RelmRecord *record = predecessor; record != NULL; record = g_hash_table_lookup (reached_from, record))
    g_ptr_array_insert (loop, 0, g_object_ref (record));
  /* From the successor to the predecessor: the predecessor comes first. */
  g_ptr_array_insert (loop, 0, g_ptr_array_steal_index (loop, loop->len - 1));
  return loop;
}
