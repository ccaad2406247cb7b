/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include "relm-plan-predecessors.h"
#include "relm-report-links.h"
#include "relm-schedule-dependency.h"

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const RelmReportLink *first = a;
  const RelmReportLink *second = b;

  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;
  return (first->from > second->from) - (first->from < second->from);
}

/**
 * relm_report_links_new:
 *
 * Returns: (transfer full) (element-type RelmReportLink): the links between rows, by successor and then by predecessor
 */
GArray *
relm_report_links_new (RelmProject *project,
                       RelmReportOutline *outline)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SCHEDULE_DEPENDENCY);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (RelmReportLink));

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      const RelmReportLink link = {
        .from = relm_report_outline_find (outline, relm_project_resolve (project, record, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR)),
        .to = relm_report_outline_find (outline, relm_project_resolve (project, record, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR)),
        .type = relm_record_get_string (record, RELM_SCHEDULE_DEPENDENCY_TYPE),
        .lag_minutes = relm_record_get_integer (record, RELM_SCHEDULE_DEPENDENCY_LAG_MINUTES),
      };

      if (link.from != RELM_REPORT_NONE && link.to != RELM_REPORT_NONE && link.from != link.to)
        g_array_append_val (links, link);
    }
  g_array_sort (links, compare_links);
  return links;
}

/**
 * relm_report_links_get_range:
 * @links: as relm_report_links_new() gives them
 * @to: a row
 * @first: (out): the first link that leads to it
 * @last: (out): the one after the last; the same as @first when there is none
 */
void
relm_report_links_get_range (GArray *links,
                             guint to,
                             guint *first,
                             guint *last)
{
  guint low = 0;
  guint high = links->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (links, RelmReportLink, middle).to < to)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  while (low < links->len && g_array_index (links, RelmReportLink, low).to == to)
    low++;
  *last = low;
}

/**
 * relm_report_link_dup_text:
 *
 * Returns: (transfer full): the link as planners write it beside the successor, with the predecessor's row counted from 1: “12”,
 *   “12SS” or “12FS+2d”
 */
char *
relm_report_link_dup_text (const RelmReportLink *link)
{
  const RelmPlanPredecessor predecessor = { link->from + 1, link->type, link->lag_minutes };

  return relm_plan_predecessor_format (&predecessor);
}
