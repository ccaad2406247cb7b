/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-component.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-stakeholder.h"
#include "relm-timeline-lanes.h"
#include "relm-timeline-value.h"
#include "relm-work-item.h"

#define GENERAL_KEY "general"

G_DEFINE_ENUM_TYPE (RelmTimelineGrouping, relm_timeline_grouping,
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_BY_RELEASE, "release"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_BY_PHASE, "phase"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_BY_ASSIGNEE, "assignee"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_BY_COMPONENT, "component"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_BY_STAKEHOLDER, "stakeholder"))

static void
add_lane (RelmTimelineLanes *self,
          RelmRecord *record,
          const char *key,
          const char *label)
{
  const RelmTimelineLane lane = { .record = record, .key = key, .label = label };

  g_array_append_val (self->lanes, lane);
  if (record != NULL || g_str_equal (key, ""))
    g_hash_table_insert (self->numbers, record, GUINT_TO_POINTER (self->lanes->len));
}

static void
add_releases (RelmTimelineLanes *self)
{
  RelmRecord *only = self->view->release;
  g_autoptr (GPtrArray) releases = relm_roadmap_list_releases (self->project);

  for (guint i = 0; i < releases->len; i++)
    {
      RelmRecord *release = g_ptr_array_index (releases, i);

      if (only == NULL || only == release)
        add_lane (self, release, relm_record_get_id (release), NULL);
    }
  if (only == NULL)
    add_lane (self, NULL, "", N_ ("Without a Release"));
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const RelmSpan first = relm_plan_get_own_span (*(RelmRecord *const *) a);
  const RelmSpan second = relm_plan_get_own_span (*(RelmRecord *const *) b);

  return (first.start > second.start) - (first.start < second.start);
}

/* One lane for each record of a kind, in the order of time where they have one, else of the file. */
static void
add_kind (RelmTimelineLanes *self,
          GType type,
          const char *rest)
{
  RelmRecordList *list = relm_project_get_list (self->project, type);
  RelmRecord *only = self->view->release;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    if (type != RELM_TYPE_PHASE || only == NULL || relm_plan_get_release (self->project, relm_record_list_get (list, i)) == only)
      g_ptr_array_add (records, relm_record_list_get (list, i));
  if (type == RELM_TYPE_PHASE)
    g_ptr_array_sort (records, compare_starts);

  add_lane (self, NULL, GENERAL_KEY, type == RELM_TYPE_PHASE ? N_ ("Releases, Milestones and Gates") : N_ ("Releases, Phases, Milestones and Gates"));
  for (guint i = 0; i < records->len; i++)
    add_lane (self, g_ptr_array_index (records, i), relm_record_get_id (g_ptr_array_index (records, i)), NULL);
  add_lane (self, NULL, "", rest);
}

/**
 * relm_timeline_lanes_init:
 * @self: to be cleared with relm_timeline_lanes_clear()
 * @view: what is shown, and how; it must outlive @self
 *
 * Lists the lanes, in the order in which they are shown. Some may turn out to be empty.
 */
void
relm_timeline_lanes_init (RelmTimelineLanes *self,
                          RelmProject *project,
                          const RelmTimelineView *view)
{
  self->project = project;
  self->view = view;
  self->lanes = g_array_new (FALSE, FALSE, sizeof (RelmTimelineLane));
  self->numbers = g_hash_table_new (NULL, NULL);
  switch (view->grouping)
    {
    case RELM_TIMELINE_BY_PHASE:
      add_kind (self, RELM_TYPE_PHASE, N_ ("Without a Phase"));
      break;
    case RELM_TIMELINE_BY_ASSIGNEE:
      add_kind (self, RELM_TYPE_PERSON, N_ ("Unassigned"));
      break;
    case RELM_TIMELINE_BY_COMPONENT:
      add_kind (self, RELM_TYPE_COMPONENT, N_ ("Without a Component"));
      break;
    case RELM_TIMELINE_BY_STAKEHOLDER:
      add_kind (self, RELM_TYPE_STAKEHOLDER, N_ ("Asked For by Nobody"));
      break;
    case RELM_TIMELINE_BY_RELEASE:
    default:
      add_releases (self);
      break;
    }
}

/**
 * relm_timeline_lanes_clear:
 *
 * Frees what it holds.
 */
void
relm_timeline_lanes_clear (RelmTimelineLanes *self)
{
  g_array_unref (self->lanes);
  g_hash_table_unref (self->numbers);
}

static RelmRecord *
find_value (RelmTimelineLanes *self,
            RelmRecord *work_item)
{
  static const guint fields[] = {
    [RELM_TIMELINE_BY_RELEASE] = RELM_WORK_ITEM_RELEASE,
    [RELM_TIMELINE_BY_PHASE] = RELM_WORK_ITEM_PHASE,
    [RELM_TIMELINE_BY_ASSIGNEE] = RELM_WORK_ITEM_ASSIGNEE,
    [RELM_TIMELINE_BY_COMPONENT] = RELM_WORK_ITEM_COMPONENT,
    [RELM_TIMELINE_BY_STAKEHOLDER] = RELM_WORK_ITEM_STAKEHOLDER,
  };

  return relm_timeline_value_resolve (self->project, work_item, fields[self->view->grouping]);
}

/* The lane of what has no field for it is the first one. */
static guint
find_by_value (RelmTimelineLanes *self,
               RelmRecord *record)
{
  const guint own = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, record));

  if (own > 0)
    return RELM_TIMELINE_NONE; /* it is a lane itself */
  if (!RELM_IS_WORK_ITEM (record))
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, find_value (self, record))) - 1;
}

/**
 * relm_timeline_lanes_find:
 * @record: a record that may take place at some time
 *
 * Returns: the index of the lane that it is shown in; RELM_TIMELINE_NONE when it is not shown, or is what a lane is about
 */
guint
relm_timeline_lanes_find (RelmTimelineLanes *self,
                          RelmRecord *record)
{
  RelmRecord *release = relm_plan_get_release (self->project, record);

  if (self->view->grouping == RELM_TIMELINE_BY_RELEASE)
    return RELM_IS_RELEASE (record) ? RELM_TIMELINE_NONE : GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, release)) - 1;
  if (self->view->release != NULL && self->view->release != release)
    return RELM_TIMELINE_NONE;
  return find_by_value (self, record);
}
