/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-overview-forecast.h"
#include "relm-overview-row.h"
#include "relm-release.h"

/* By how much the date is later than the one that is promised, or else planned; 0 when it is not. */
static int
get_days_late (RelmRecord *release,
               RelmDate date)
{
  const RelmDate committed = relm_record_get_date (release, RELM_RELEASE_COMMITTED);
  const RelmDate wanted = committed != RELM_DATE_NONE ? committed : relm_record_get_date (release, RELM_RELEASE_PLANNED);

  return wanted != RELM_DATE_NONE && date > wanted ? date - wanted : 0;
}

static void
add_date (GtkWidget *group,
          RelmRecord *release,
          const char *title,
          const char *text,
          RelmDate date,
          RelmDate today)
{
  g_autofree char *words = NULL;
  AdwActionRow *row = relm_overview_row_new (group, title, text);
  const int late = get_days_late (release, date);

  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  adw_action_row_set_title_lines (row, 0);
  if (date == RELM_DATE_NONE)
    relm_overview_row_set_icon (row, "dialog-warning-symbolic", "error");
  else if (late > 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day too late", "%d days too late", (gulong) late), late);
  else
    words = relm_overview_dup_distance (date, today);
  relm_overview_row_add_words (row, words, late > 0 ? "warning" : NULL);
}

static void
add_dates (GtkWidget *group,
           RelmRecord *release,
           const RelmReleaseForecast *forecast,
           RelmDate today)
{
  g_autofree char *basis = relm_release_forecast_dup_basis (forecast);
  g_autofree char *trust = relm_release_forecast_dup_trust (forecast);

  g_autofree char *frozen = relm_release_forecast_dup_frozen (forecast);

  for (guint i = 0; i < RELM_FORECAST_N_LEVELS; i++)
    {
      /* Translators: a chance; below it stands the date by which something is done with this chance */
      g_autofree char *title = g_strdup_printf (_ ("With a chance of %u %%"), relm_forecast_percents[i]);
      g_autofree char *text = relm_release_forecast_dup_date (forecast, i);

      add_date (group, release, title, text, forecast->dates[i], today);
    }
  if (frozen != NULL)
    add_date (group, release, _ ("With a chance of 85 %, if nothing more is added"), frozen, forecast->frozen, today);
  adw_action_row_set_title_lines (relm_overview_row_new (group, trust, basis), 0);
}

/* Whole, however little width there is. */
static void
add_gap (GtkWidget *group,
         const char *gap)
{
  AdwActionRow *row = relm_overview_row_new (group, gap, NULL);

  adw_action_row_set_title_lines (row, 0);
  relm_overview_row_set_icon (row, "dialog-information-symbolic", "dimmed");
}

/**
 * relm_overview_forecast_fill:
 * @box: to append to
 * @release: a release of the project that is shown
 *
 * Nothing is appended for a release that is out or has no work left, and before the forecast is computed.
 */
void
relm_overview_forecast_fill (GtkBox *box,
                             RelmViewState *view_state,
                             RelmRecord *release,
                             RelmDate today)
{
  const RelmReleaseForecast *forecast = relm_forecasts_get (relm_view_state_get_forecasts (view_state), release);
  const gboolean given = forecast != NULL && forecast->method != RELM_FORECAST_METHOD_NONE;
  g_autofree char *refusal = NULL;
  g_autofree char *gap = NULL;
  GtkWidget *group;

  if (!given && (forecast == NULL || forecast->refusal < RELM_FORECAST_SHORT_HISTORY))
    return;
  group = relm_overview_group_new (box, _ ("Forecast"));
  if (given)
    add_dates (group, release, forecast, today);
  else
    {
      refusal = relm_release_forecast_dup_refusal (forecast);
      relm_overview_row_new (group, _ ("Too little is known to forecast it"), refusal);
    }
  gap = relm_release_forecast_dup_gap (forecast);
  if (gap != NULL)
    add_gap (group, gap);
}
