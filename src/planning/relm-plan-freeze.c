/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-exception-request.h"
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

/* What was approved counts before what waits, and that before what was not approved. */
static guint
get_weight (RelmRecord *request)
{
  static const char *const states[] = { "withdrawn", "refused", "requested", "approved" };
  const char *state = relm_record_get_string (request, RELM_EXCEPTION_REQUEST_STATE);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (state, states[i]) == 0)
      return i + 1;
  return 1;
}

/**
 * relm_plan_freeze_find_request:
 * @window: a freeze window
 * @item: a work item
 *
 * Returns: (transfer none) (nullable): the request for an exception that counts, if there are several
 */
RelmRecord *
relm_plan_freeze_find_request (RelmProject *project,
                               RelmRecord *window,
                               RelmRecord *item)
{
  g_autoptr (GArray) references = relm_project_find_references (project, relm_record_get_id (item));
  RelmRecord *found = NULL;

  for (guint i = 0; i < references->len; i++)
    {
      const RelmReference *reference = &g_array_index (references, RelmReference, i);

      if (RELM_IS_EXCEPTION_REQUEST (reference->record) && reference->field == RELM_EXCEPTION_REQUEST_SUBJECT &&
          relm_project_resolve (project, reference->record, RELM_EXCEPTION_REQUEST_FREEZE_WINDOW) == window &&
          (found == NULL || get_weight (reference->record) > get_weight (found)))
        found = reference->record;
    }
  return found;
}

/**
 * relm_plan_freeze_stops:
 * @window: a freeze window
 * @item: a record of the project
 *
 * Returns: whether the item may not be done in the window: it concerns it, and no exception is approved
 */
gboolean
relm_plan_freeze_stops (RelmProject *project,
                        RelmRecord *window,
                        RelmRecord *item)
{
  RelmRecord *request;

  if (!relm_plan_freeze_concerns (project, window, item))
    return FALSE;
  request = relm_plan_freeze_find_request (project, window, item);
  return request == NULL || g_strcmp0 (relm_record_get_string (request, RELM_EXCEPTION_REQUEST_STATE), "approved") != 0;
}

/**
 * relm_plan_freeze_concerns:
 * @window: a freeze window
 * @item: a record of the project
 *
 * Returns: whether the item is of a kind that is not done in the window without an exception: of its release, or of any if the window
 *   names none
 */
gboolean
relm_plan_freeze_concerns (RelmProject *project,
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
