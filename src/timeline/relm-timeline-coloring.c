/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-component.h"
#include "relm-person.h"
#include "relm-timeline-coloring.h"
#include "relm-timeline-value.h"
#include "relm-work-item.h"

G_DEFINE_ENUM_TYPE (RelmTimelineColoring, relm_timeline_coloring,
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_COLOR_BY_STATE, "state"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_COLOR_BY_ASSIGNEE, "assignee"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_COLOR_BY_COMPONENT, "component"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_COLOR_BY_PRIORITY, "priority"))

/* Where a value comes from, and what it is called when there is none. */
typedef struct
{
  guint field;
  GType (*get_type) (void);   /* of what the field refers to, or NULL */
  const RelmChoice *choices;  /* what the field may be instead */
  const char *none;
} Rule;

static const Rule rules[] = {
  [RELM_TIMELINE_COLOR_BY_ASSIGNEE] = { RELM_WORK_ITEM_ASSIGNEE, relm_person_get_type, NULL, N_ ("Unassigned") },
  [RELM_TIMELINE_COLOR_BY_COMPONENT] = { RELM_WORK_ITEM_COMPONENT, relm_component_get_type, NULL, N_ ("Without a Component") },
  [RELM_TIMELINE_COLOR_BY_PRIORITY] = { RELM_WORK_ITEM_PRIORITY, NULL, relm_work_item_priorities, NULL },
};

/* From cool to warm, by the choices of the field: low, normal, high, critical. */
static const guint priority_hues[] = { 1, 0, 4, 5 };

/* Which of the values it has: G_MAXUINT for none. */
static guint
find_value (const Rule *rule,
            RelmProject *project,
            RelmRecord *work_item)
{
  RelmRecord *value;
  guint position;

  if (rule->choices != NULL)
    return (guint) relm_record_get_choice (work_item, rule->field);
  value = relm_timeline_value_resolve (project, work_item, rule->field);
  if (value == NULL || !relm_record_list_find (relm_project_get_list (project, rule->get_type ()), value, &position))
    return G_MAXUINT;
  return position;
}

static guint
get_hue_of_value (const Rule *rule,
                  guint value)
{
  if (value == G_MAXUINT)
    return RELM_TIMELINE_HUE_NONE;
  if (rule->choices == NULL)
    return value % RELM_TIMELINE_N_HUES;
  return value < G_N_ELEMENTS (priority_hues) ? priority_hues[value] : RELM_TIMELINE_HUE_NONE;
}

static char *
dup_label_of_value (const Rule *rule,
                    RelmProject *project,
                    guint value)
{
  if (value == G_MAXUINT)
    return g_strdup (rule->none != NULL ? _ (rule->none) : NULL);
  if (rule->choices != NULL)
    return g_strdup (_ (rule->choices[value].label));
  return relm_record_dup_display_title (relm_record_list_get (relm_project_get_list (project, rule->get_type ()), value));
}

/**
 * relm_timeline_coloring_get_hue:
 * @coloring: not by state
 *
 * Returns: the hue of what it has; RELM_TIMELINE_HUE_NONE when it has nothing
 */
guint
relm_timeline_coloring_get_hue (RelmTimelineColoring coloring,
                                RelmProject *project,
                                RelmRecord *work_item)
{
  g_return_val_if_fail (coloring != RELM_TIMELINE_COLOR_BY_STATE, RELM_TIMELINE_HUE_NONE);
  g_return_val_if_fail (RELM_IS_WORK_ITEM (work_item), RELM_TIMELINE_HUE_NONE);

  return get_hue_of_value (&rules[coloring], find_value (&rules[coloring], project, work_item));
}

/**
 * relm_timeline_coloring_dup_label:
 * @coloring: not by state
 *
 * Returns: (transfer full) (nullable): what its colour stands for, in words; %NULL when it has nothing, or what everything has
 *   that nobody said anything of
 */
char *
relm_timeline_coloring_dup_label (RelmTimelineColoring coloring,
                                  RelmProject *project,
                                  RelmRecord *work_item)
{
  const Rule *rule = &rules[coloring];
  guint value;

  g_return_val_if_fail (coloring != RELM_TIMELINE_COLOR_BY_STATE, NULL);
  g_return_val_if_fail (RELM_IS_WORK_ITEM (work_item), NULL);

  value = find_value (rule, project, work_item);
  if (value == G_MAXUINT || (rule->choices != NULL && relm_record_is_default (work_item, rule->field)))
    return NULL;
  return dup_label_of_value (rule, project, value);
}

static void
free_key (gpointer data)
{
  RelmTimelineKey *key = data;

  g_free (key->label);
  g_free (key);
}

static void
add_key (GPtrArray *keys,
         const Rule *rule,
         RelmProject *project,
         guint value)
{
  RelmTimelineKey *key = g_new0 (RelmTimelineKey, 1);

  key->label = dup_label_of_value (rule, project, value);
  key->hue = get_hue_of_value (rule, value);
  g_ptr_array_add (keys, key);
}

static guint
count_values (const Rule *rule,
              RelmProject *project)
{
  guint n = 0;

  if (rule->choices == NULL)
    return relm_record_list_get_size (relm_project_get_list (project, rule->get_type ()));
  while (rule->choices[n].nick != NULL)
    n++;
  return n;
}

/* What work items refer to, each once; among it NULL, where one refers to nothing. */
static GHashTable *
list_referred (const Rule *rule,
               RelmProject *project)
{
  RelmRecordList *work_items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  GHashTable *referred = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < relm_record_list_get_size (work_items); i++)
    g_hash_table_add (referred, relm_timeline_value_resolve (project, relm_record_list_get (work_items, i), rule->field));
  return referred;
}

static void
mark_choices (const Rule *rule,
              RelmProject *project,
              gboolean *used,
              guint n_values)
{
  RelmRecordList *work_items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);

  for (guint i = 0; i < relm_record_list_get_size (work_items); i++)
    {
      const guint choice = find_value (rule, project, relm_record_list_get (work_items, i));

      used[MIN (choice, n_values)] = TRUE;
    }
}

static void
mark_referred (const Rule *rule,
               RelmProject *project,
               gboolean *used,
               guint n_values)
{
  RelmRecordList *values = relm_project_get_list (project, rule->get_type ());
  g_autoptr (GHashTable) referred = list_referred (rule, project);

  for (guint i = 0; i < n_values; i++)
    used[i] = g_hash_table_contains (referred, relm_record_list_get (values, i));
  used[n_values] = g_hash_table_contains (referred, NULL);
}

/* Which values work items have; the last stands for having none. */
static gboolean *
list_used (const Rule *rule,
           RelmProject *project,
           guint n_values)
{
  gboolean *used = g_new0 (gboolean, n_values + 1);

  if (rule->choices != NULL)
    mark_choices (rule, project, used, n_values);
  else
    mark_referred (rule, project, used, n_values);
  return used;
}

/**
 * relm_timeline_coloring_list_keys:
 *
 * What the colours stand for, of the work items that there are, in the order of the file; last what has nothing.
 *
 * Returns: (transfer full) (element-type RelmTimelineKey): empty when they are coloured by state
 */
GPtrArray *
relm_timeline_coloring_list_keys (RelmTimelineColoring coloring,
                                  RelmProject *project)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (free_key);
  const Rule *rule = &rules[coloring];
  g_autofree gboolean *used = NULL;
  guint n_values;

  if (coloring == RELM_TIMELINE_COLOR_BY_STATE)
    return keys;
  n_values = count_values (rule, project);
  used = list_used (rule, project, n_values);
  for (guint i = 0; i < n_values; i++)
    if (used[i])
      add_key (keys, rule, project, i);
  if (used[n_values] && rule->none != NULL)
    add_key (keys, rule, project, G_MAXUINT);
  return keys;
}
