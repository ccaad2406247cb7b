/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-memory.h"
#include "relm-property-text.h"
#include "relm-timeline-look.h"

/* The properties of the timeline that are its look. */
const char *const relm_timeline_look[] = { "grouping", "coloring", "labels", "titles-width", "folds", "show-critical", "show-baseline", NULL };

/**
 * relm_timeline_look_create_actions:
 *
 * Returns: (transfer full): an action for each property that a menu can set
 */
GSimpleActionGroup *
relm_timeline_look_create_actions (RelmTimeline *timeline)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; relm_timeline_look[i] != NULL; i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (relm_timeline_look[i], timeline, relm_timeline_look[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}

static char *
dup_name (const char *property)
{
  return g_strconcat ("timeline-", property, NULL);
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
  for (guint i = 0; relm_timeline_look[i] != NULL; i++)
    {
      g_autofree char *name = dup_name (relm_timeline_look[i]);
      g_autofree char *value = relm_property_text_dup (timeline, relm_timeline_look[i]);

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
  for (guint i = 0; relm_timeline_look[i] != NULL; i++)
    {
      g_autofree char *name = dup_name (relm_timeline_look[i]);
      g_autofree char *value = file != NULL ? relm_memory_dup_detail (file, name) : NULL;

      relm_property_text_set (timeline, relm_timeline_look[i], value);
    }
}
