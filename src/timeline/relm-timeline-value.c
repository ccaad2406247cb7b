/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-value.h"
#include "relm-work-item.h"

#define DEPTH_MAX 16 /* how far up a value is looked for; a file may hold a circle */

/**
 * relm_timeline_value_resolve:
 * @field: one of a work item that refers to a record
 *
 * Its own value, or for a part that of what it is part of; people do not answer for the parts of what they do.
 *
 * Returns: (transfer none) (nullable): the record that it belongs to
 */
RelmRecord *
relm_timeline_value_resolve (RelmProject *project,
                             RelmRecord *work_item,
                             guint field)
{
  const guint depth = field == RELM_WORK_ITEM_ASSIGNEE ? 1 : DEPTH_MAX;
  RelmRecord *value = NULL;

  for (guint i = 0; work_item != NULL && value == NULL && i < depth; i++)
    {
      value = relm_project_resolve (project, work_item, field);
      work_item = relm_project_resolve (project, work_item, RELM_WORK_ITEM_PARENT);
    }
  return value;
}
