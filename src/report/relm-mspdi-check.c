/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a plan that was read holds together: what is named is there. */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-mspdi-plan.h"
#include "relm-text.h"

/**
 * relm_mspdi_fail:
 * @name: of the file
 * @line: where in it
 * @message: a translated sentence
 *
 * Sets an error: “plan.xml:12: What is wrong.”
 */
void
relm_mspdi_fail (GError **error,
                 const char *name,
                 int line,
                 RelmMspdiError code,
                 const char *message)
{
  g_autofree char *safe_name = relm_text_display_title (name);
  g_autofree char *safe = relm_text_display_title (message);

  g_set_error (error, RELM_MSPDI_ERROR, (int) code, "%s:%d: %s", safe_name, line, safe);
}

static gboolean
check_tasks (RelmMspdiPlan *self,
             const char *name,
             GHashTable *tasks,
             GError **error)
{
  GArray *array = self->tasks;

  for (guint i = 0; i < array->len; i++)
    {
      RelmMspdiTask *task = &g_array_index (array, RelmMspdiTask, i);

      if (task->uid >= 0 && g_hash_table_insert (tasks, &task->uid, task))
        continue;
      relm_mspdi_fail (error, name, task->line, RELM_MSPDI_ERROR_STRUCTURE,
            task->uid < 0 ? _ ("A task has no UID.") : _ ("Two tasks have the same UID."));
      return FALSE;
    }
  if (array->len == 0)
    relm_mspdi_fail (error, name, 1, RELM_MSPDI_ERROR_STRUCTURE, _ ("There are no tasks in it."));
  return array->len > 0;
}

static gboolean
check_links (RelmMspdiPlan *self,
             const char *name,
             GHashTable *tasks,
             GError **error)
{
  GArray *array = self->links;

  for (guint i = 0; i < array->len; i++)
    {
      RelmMspdiLink *link = &g_array_index (array, RelmMspdiLink, i);
      const RelmMspdiTask *task = &g_array_index (self->tasks, RelmMspdiTask, link->to);
      g_autofree char *message = NULL;

      if (link->type < 0 || link->type > 3)
        message = g_strdup_printf (_ ("“%s” cannot be “%d”."), "Type", (int) link->type);
      else if (link->cross_project == 0 && !g_hash_table_contains (tasks, &link->from))
        /* Translators: the first placeholder is a task's name, the second the number of another one */
        message = g_strdup_printf (_ ("“%s” waits for the task with the UID %d, which is not in the file."),
                                   task->name != NULL ? task->name : "", (int) link->from);
      if (message != NULL)
        {
          relm_mspdi_fail (error, name, link->line, RELM_MSPDI_ERROR_REFERENCE, message);
          return FALSE;
        }
      link->to = task->uid;
    }
  return TRUE;
}

static gboolean
check_assignments (RelmMspdiPlan *self,
                   const char *name,
                   GHashTable *tasks,
                   GError **error)
{
  g_autoptr (GHashTable) resources = g_hash_table_new (g_int64_hash, g_int64_equal);
  const RelmMspdiPlan *plan = self;

  for (guint i = 0; i < plan->resources->len; i++)
    g_hash_table_add (resources, &g_array_index (plan->resources, RelmMspdiResource, i).uid);
  for (guint i = 0; i < plan->assignments->len; i++)
    {
      const RelmMspdiAssignment *assignment = &g_array_index (plan->assignments, RelmMspdiAssignment, i);
      g_autofree char *message = NULL;

      if (!g_hash_table_contains (tasks, &assignment->task))
        message = g_strdup_printf (_ ("Somebody is assigned to the task with the UID %d, which is not in the file."),
                                   (int) assignment->task);
      else if (assignment->resource > 0 && !g_hash_table_contains (resources, &assignment->resource))
        message = g_strdup_printf (_ ("The resource with the UID %d is assigned, and is not in the file."),
                                   (int) assignment->resource);
      if (message != NULL)
        {
          relm_mspdi_fail (error, name, assignment->line, RELM_MSPDI_ERROR_REFERENCE, message);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * relm_mspdi_plan_check:
 * @self: a plan as it stands in a file; afterwards its links name their tasks by UID
 * @name: of the file
 *
 * Returns: whether each task has a UID of its own, and everything that is named is there
 */
gboolean
relm_mspdi_plan_check (RelmMspdiPlan *self,
                       const char *name,
                       GError **error)
{
  g_autoptr (GHashTable) tasks = g_hash_table_new (g_int64_hash, g_int64_equal);

  return check_tasks (self, name, tasks, error) && check_links (self, name, tasks, error) &&
         check_assignments (self, name, tasks, error);
}
