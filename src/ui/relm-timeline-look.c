/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-memory.h"
#include "relm-timeline-look.h"

/* The properties of the timeline that are its look. */
static const char *const look[] = { "grouping", "labels", "folds", "show-critical", "show-baseline" };

/**
 * relm_timeline_look_create_actions:
 *
 * Returns: (transfer full): an action for each property that a menu can set
 */
GSimpleActionGroup *
relm_timeline_look_create_actions (RelmTimeline *timeline)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (look); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (look[i], timeline, look[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}

static char *
dup_name (const char *property)
{
  return g_strconcat ("timeline-", property, NULL);
}

static GParamSpec *
find_property (RelmTimeline *timeline,
               const char *name)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (timeline), name);
}

/* NULL for what it is at first, which need not be remembered. */
static char *
dup_value (RelmTimeline *timeline,
           const char *property)
{
  GParamSpec *pspec = find_property (timeline, property);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (G_OBJECT (timeline), property, &value);
  if (g_param_value_defaults (pspec, &value))
    return NULL;
  if (G_VALUE_HOLDS_ENUM (&value))
    return g_strdup (g_enum_get_value (G_PARAM_SPEC_ENUM (pspec)->enum_class, g_value_get_enum (&value))->value_nick);
  if (G_VALUE_HOLDS_BOOLEAN (&value))
    return g_strdup (g_value_get_boolean (&value) ? "true" : "false");
  return g_value_dup_string (&value);
}

static void
set_value (RelmTimeline *timeline,
           const char *property,
           const char *text)
{
  GParamSpec *pspec = find_property (timeline, property);
  g_auto (GValue) value = G_VALUE_INIT;
  const GEnumValue *choice = NULL;

  g_value_init (&value, pspec->value_type);
  g_param_value_set_default (pspec, &value);
  if (G_VALUE_HOLDS_ENUM (&value) && text != NULL)
    choice = g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (pspec)->enum_class, text);
  if (choice != NULL)
    g_value_set_enum (&value, choice->value);
  else if (G_VALUE_HOLDS_BOOLEAN (&value) && text != NULL)
    g_value_set_boolean (&value, g_str_equal (text, "true"));
  else if (G_VALUE_HOLDS_STRING (&value))
    g_value_set_string (&value, text);
  g_object_set_property (G_OBJECT (timeline), property, &value);
}

/**
 * relm_timeline_look_remember:
 * @file: the file of the project that it shows
 *
 * Keeps how it is looked at.
 */
void
relm_timeline_look_remember (RelmTimeline *timeline,
                             GFile *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (look); i++)
    {
      g_autofree char *name = dup_name (look[i]);
      g_autofree char *value = dup_value (timeline, look[i]);

      relm_memory_set_detail (file, name, value);
    }
}

/**
 * relm_timeline_look_recall:
 * @file: (nullable): the file of the project that it shows
 *
 * Looks at it as the last time; as at first when nothing is known of it.
 */
void
relm_timeline_look_recall (RelmTimeline *timeline,
                           GFile *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (look); i++)
    {
      g_autofree char *name = dup_name (look[i]);
      g_autofree char *value = file != NULL ? relm_memory_dup_detail (file, name) : NULL;

      set_value (timeline, look[i], value);
    }
}
