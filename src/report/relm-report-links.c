/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

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

static char *
dup_lag (gint64 minutes)
{
  const char sign = minutes < 0 ? '-' : '+';
  const gint64 size = ABS (minutes);

  if (minutes == 0)
    return g_strdup ("");
  if (size % RELM_REPORT_DAY_MINUTES == 0)
    return g_strdup_printf ("%c%" G_GINT64_FORMAT "d", sign, size / RELM_REPORT_DAY_MINUTES);
  if (size % 60 == 0)
    return g_strdup_printf ("%c%" G_GINT64_FORMAT "h", sign, size / 60);
  return g_strdup_printf ("%c%" G_GINT64_FORMAT "m", sign, size);
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
  g_autofree char *type = g_ascii_strup (link->type != NULL ? link->type : "fs", -1);
  g_autofree char *lag = dup_lag (link->lag_minutes);
  const gboolean plain = g_str_equal (type, "FS") && link->lag_minutes == 0;

  return g_strdup_printf ("%u%s%s", link->from + 1, plain ? "" : type, lag);
}
