/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-freeze-window.h"
#include "relm-plan-freeze.h"
#include "relm-plan.h"
#include "relm-work-item.h"

static const struct
{
  const char *freeze;
  const char *work[5];
} stopped[] = {
  { "feature", { "feature" } },
  { "code", { "feature", "bug", "chore", "security" } },
  { "test", { "test" } },
  { "docs", { "documentation" } },
};

static gboolean
stops_kind (const char *freeze,
            const char *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (stopped); i++)
    if (g_strcmp0 (stopped[i].freeze, freeze) == 0)
      return g_strv_contains (stopped[i].work, work);
  return FALSE;
}

/**
 * relm_plan_freeze_stops:
 * @window: a freeze window
 * @item: a record of the project
 *
 * Returns: whether the item is of a kind that is not done in the window: of its release, or of any if the window names none
 */
gboolean
relm_plan_freeze_stops (RelmProject *project,
                        RelmRecord *window,
                        RelmRecord *item)
{
  RelmRecord *release;

  if (!RELM_IS_WORK_ITEM (item) || !RELM_IS_FREEZE_WINDOW (window) || !relm_span_is_set (relm_plan_freeze_get_days (window)) ||
      relm_record_get_string (item, RELM_WORK_ITEM_KIND) == NULL ||
      !stops_kind (relm_record_get_string (window, RELM_FREEZE_WINDOW_KIND), relm_record_get_string (item, RELM_WORK_ITEM_KIND)))
    return FALSE;
  release = relm_project_resolve (project, window, RELM_FREEZE_WINDOW_RELEASE);
  return release == NULL || relm_plan_get_release (project, item) == release;
}

/**
 * relm_plan_freeze_get_days:
 *
 * Returns: its days, both inclusive; unset when it has no first day. Without a last one it is that day alone.
 */
RelmSpan
relm_plan_freeze_get_days (RelmRecord *window)
{
  const RelmDate start = relm_record_get_date (window, RELM_FREEZE_WINDOW_START);
  const RelmDate finish = relm_record_get_date (window, RELM_FREEZE_WINDOW_FINISH);

  if (start == RELM_DATE_NONE)
    return (RelmSpan) { RELM_DATE_NONE, RELM_DATE_NONE };
  return (RelmSpan) { start, MAX (start, finish) };
}
