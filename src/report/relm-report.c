/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-report-csv.h"
#include "relm-report-icalendar.h"
#include "relm-report-mspdi.h"
#include "relm-report.h"

typedef struct
{
  const char *nick;
  const char *label;
  const char *suffix;
  GBytes *(*write) (RelmProject *project, const RelmReportOptions *options);
} Format;

static const Format formats[RELM_REPORT_N_FORMATS] = {
  [RELM_REPORT_CSV] = { "csv", N_ ("Table (CSV)"), "csv", relm_report_csv_write },
  [RELM_REPORT_ICALENDAR] = { "ical", N_ ("Calendar (iCalendar)"), "ics", relm_report_icalendar_write },
  [RELM_REPORT_MSPDI] = { "mspdi", N_ ("Microsoft Project XML"), "xml", relm_report_mspdi_write },
};

/**
 * relm_report_write:
 * @format: as what
 * @options: what of it, and when
 *
 * Returns: (transfer full): the file
 */
GBytes *
relm_report_write (RelmProject *project,
                   RelmReportFormat format,
                   const RelmReportOptions *options)
{
  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);
  g_return_val_if_fail (format < RELM_REPORT_N_FORMATS, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  return formats[format].write (project, options);
}

/**
 * relm_report_format_get_nick:
 *
 * Returns: what programs call it; never changes
 */
const char *
relm_report_format_get_nick (RelmReportFormat format)
{
  g_return_val_if_fail (format < RELM_REPORT_N_FORMATS, NULL);

  return formats[format].nick;
}

/**
 * relm_report_format_get_label:
 *
 * Returns: what people call it, translated
 */
const char *
relm_report_format_get_label (RelmReportFormat format)
{
  g_return_val_if_fail (format < RELM_REPORT_N_FORMATS, NULL);

  return _ (formats[format].label);
}

/**
 * relm_report_format_get_suffix:
 *
 * Returns: how names of such files end, without the dot
 */
const char *
relm_report_format_get_suffix (RelmReportFormat format)
{
  g_return_val_if_fail (format < RELM_REPORT_N_FORMATS, NULL);

  return formats[format].suffix;
}

/**
 * relm_report_format_find:
 * @nick: what programs call it
 * @format: (out): which one that is
 *
 * Returns: whether there is such a format
 */
gboolean
relm_report_format_find (const char *nick,
                         RelmReportFormat *format)
{
  for (guint i = 0; i < RELM_REPORT_N_FORMATS; i++)
    if (g_str_equal (formats[i].nick, nick))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}
