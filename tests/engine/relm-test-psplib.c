/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "relm-test-psplib.h"

static void
free_instance (RelmTestPsplib *self)
{
  g_array_unref (self->tasks);
  g_array_unref (self->arcs);
  g_array_unref (self->uses);
  g_array_unref (self->capacities);
  g_free (self);
}

/* The numbers of a line. */
static guint
parse_numbers (const char *line,
               gint32 *numbers,
               guint max)
{
  guint n = 0;
  char *end;

  while (n < max)
    {
      numbers[n] = (gint32) strtol (line, &end, 10);
      if (end == line)
        break;
      line = end;
      n++;
    }
  return n;
}

static void
add_successors (RelmTestPsplib *self,
                const gint32 *numbers)
{
  for (gint32 i = 0; i < numbers[2]; i++)
    {
      RelmLevelArc arc = { numbers[0] - 1, numbers[3 + i] - 1, 0 };

      g_array_append_val (self->arcs, arc);
    }
}

static void
add_task (RelmTestPsplib *self,
          const gint32 *numbers,
          guint n)
{
  RelmLevelTask task = { numbers[2], 0, RELM_LEVEL_FREE };

  g_array_append_val (self->tasks, task);
  for (guint i = 3; i < n; i++)
    {
      RelmLevelUse use = { numbers[0] - 1, (gint32) i - 3, numbers[i] };

      if (use.units > 0)
        g_array_append_val (self->uses, use);
    }
}

/* The file is in sections, each headed by a line of capitals. */
static void
parse (RelmTestPsplib *self,
       char **lines)
{
  enum { NONE, ARCS, TASKS, CAPACITIES } section = NONE;
  gint32 numbers[64];

  for (; *lines != NULL; lines++)
    {
      guint n = parse_numbers (*lines, numbers, G_N_ELEMENTS (numbers));

      if (g_str_has_prefix (*lines, "PRECEDENCE"))
        section = ARCS;
      else if (g_str_has_prefix (*lines, "REQUESTS"))
        section = TASKS;
      else if (g_str_has_prefix (*lines, "RESOURCEAVAIL"))
        section = CAPACITIES;
      else if (section == ARCS && n >= 3)
        add_successors (self, numbers);
      else if (section == TASKS && n >= 3)
        add_task (self, numbers, n);
      else if (section == CAPACITIES && n > 0)
        g_array_append_vals (self->capacities, numbers, n);
    }
}

static void
finish (RelmTestPsplib *self)
{
  for (guint i = 0; i < self->arcs->len; i++)
    {
      RelmLevelArc *arc = &g_array_index (self->arcs, RelmLevelArc, i);

      arc->delay = g_array_index (self->tasks, RelmLevelTask, arc->from).duration;
    }
  self->problem = (RelmLevelProblem) {
    .tasks = (RelmLevelTask *) (gpointer) self->tasks->data,
    .n_tasks = self->tasks->len,
    .arcs = (RelmLevelArc *) (gpointer) self->arcs->data,
    .n_arcs = self->arcs->len,
    .uses = (RelmLevelUse *) (gpointer) self->uses->data,
    .n_uses = self->uses->len,
    .capacities = (gint32 *) (gpointer) self->capacities->data,
    .n_resources = self->capacities->len,
  };
}

static RelmTestPsplib *
load_instance (const char *path)
{
  RelmTestPsplib *self = g_new0 (RelmTestPsplib, 1);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  self->tasks = g_array_new (FALSE, FALSE, sizeof (RelmLevelTask));
  self->arcs = g_array_new (FALSE, FALSE, sizeof (RelmLevelArc));
  self->uses = g_array_new (FALSE, FALSE, sizeof (RelmLevelUse));
  self->capacities = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  parse (self, lines);
  finish (self);
  return self;
}

/**
 * relm_test_psplib_load:
 * @folder: where the set was unpacked
 * @set: "j30" or "j120"
 * @step: every so manieth instance
 *
 * Returns: (transfer full) (element-type RelmTestPsplib): the instances
 */
GPtrArray *
relm_test_psplib_load (const char *folder,
                       const char *set,
                       guint step)
{
  GPtrArray *instances = g_ptr_array_new_with_free_func ((GDestroyNotify) free_instance);
  g_autofree char *table = g_build_filename (g_getenv ("RELM_TEST_CASES"), "psplib", "best-known.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (table, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autofree char *path = NULL;
      RelmTestPsplib *instance;

      if (g_strv_length (cells) < 4 || !g_str_equal (cells[0], set) || n++ % step != 0)
        continue;
      path = g_build_filename (folder, set, cells[1], NULL);
      instance = load_instance (path);
      instance->critical_path = atoi (cells[2]);
      instance->best_known = atoi (cells[3]);
      g_ptr_array_add (instances, instance);
    }
  return instances;
}

/**
 * relm_test_psplib_is_valid:
 *
 * Returns: whether a plan keeps every arc and never needs more of a resource than there is
 */
gboolean
relm_test_psplib_is_valid (const RelmLevelProblem *problem,
                           const gint32 *starts)
{
  gint32 end = 0;

  for (guint i = 0; i < problem->n_arcs; i++)
    if (starts[problem->arcs[i].to] < starts[problem->arcs[i].from] + problem->arcs[i].delay)
      return FALSE;
  for (guint i = 0; i < problem->n_tasks; i++)
    end = MAX (end, starts[i] + problem->tasks[i].duration);
  for (gint32 step = 0; step < end; step++)
    for (guint resource = 0; resource < problem->n_resources; resource++)
      {
        gint32 used = 0;

        for (guint i = 0; i < problem->n_uses; i++)
          {
            const RelmLevelUse *use = &problem->uses[i];

            if (use->resource == (gint32) resource && starts[use->task] <= step &&
                step < starts[use->task] + problem->tasks[use->task].duration)
              used += use->units;
          }
        if (used > problem->capacities[resource])
          return FALSE;
      }
  return TRUE;
}
