/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-outlook.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-source.h"
#include "relm-tracker-address.h"

static void
print_indented (const char *text)
{
  g_autofree char *line = g_strdup_printf ("  %s", text);

  relm_command_print (line);
}

static void
print_dates (const RelmReleaseForecast *forecast)
{
  g_autofree char *basis = relm_release_forecast_dup_basis (forecast);
  g_autofree char *trust = relm_release_forecast_dup_trust (forecast);
  g_autofree char *frozen = relm_release_forecast_dup_frozen (forecast);

  for (guint i = 0; i < RELM_FORECAST_N_LEVELS; i++)
    {
      g_autofree char *date = relm_release_forecast_dup_date (forecast, i);
      /* Translators: a chance in percent, and the date by which it is so */
      g_autofree char *line = g_strdup_printf (_ ("%u %%: %s"), relm_forecast_percents[i], date);

      print_indented (line);
    }
  if (frozen != NULL)
    {
      g_autofree char *line = g_strdup_printf (_ ("85 %% if nothing more is added: %s"), frozen);

      print_indented (line);
    }
  print_indented (basis);
  print_indented (trust);
}

/* Returns: whether it is known when, or known that there is nothing to forecast */
static gboolean
print_release (RelmRecord *release,
               const RelmReleaseForecast *forecast)
{
  g_autofree char *title = relm_record_dup_display_title (release);
  g_autofree char *refusal = relm_release_forecast_dup_refusal (forecast);
  g_autofree char *gap = relm_release_forecast_dup_gap (forecast);

  relm_command_print (title);
  if (refusal != NULL)
    print_indented (refusal);
  else
    print_dates (forecast);
  if (gap != NULL)
    print_indented (gap);
  return forecast->refusal < RELM_FORECAST_SHORT_HISTORY;
}

/* Where trackers are mirrored; asks nobody. */
static GPtrArray *
list_trackers (RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SOURCE);
  GPtrArray *trackers = relm_work_tracker_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      const char *location = relm_record_get_string (record, RELM_SOURCE_LOCATION);
      const gboolean tracker = g_strcmp0 (relm_record_get_string (record, RELM_SOURCE_KIND), "tracker") == 0;
      g_autoptr (RelmTrackerAddress) address =
        tracker && location != NULL ? relm_tracker_address_new (location, relm_record_get_string (record, RELM_SOURCE_SERVICE), NULL) : NULL;
      g_autofree char *path = address != NULL ? relm_tracker_address_dup_mirror_path (address, NULL) : NULL;

      if (tracker)
        relm_work_tracker_array_add (trackers, relm_record_get_id (record), path);
    }
  return trackers;
}

static int
print_forecasts (RelmProject *project,
                 const char *version)
{
  g_autoptr (GPtrArray) trackers = list_trackers (project);
  g_autoptr (RelmOutlookInput) input = relm_outlook_input_new (project, trackers, relm_date_today ());
  g_autoptr (GHashTable) outlooks = relm_outlook_input_run (input, NULL);
  g_autoptr (GPtrArray) releases = relm_roadmap_list_upcoming (project);
  gboolean found = version == NULL, all = TRUE;

  for (guint i = 0; i < releases->len; i++)
    {
      RelmRecord *release = g_ptr_array_index (releases, i);
      const RelmOutlook *outlook = g_hash_table_lookup (outlooks, relm_record_get_id (release));

      if (version != NULL && g_strcmp0 (relm_record_get_string (release, RELM_RELEASE_VERSION), version) != 0)
        continue;
      found = TRUE;
      all &= print_release (release, &outlook->forecast);
    }
  if (!found)
    {
      g_autofree char *text = g_strdup_printf (_ ("No upcoming release has the version “%s”. Name one of those that “show” lists."), version);

      relm_command_complain (text);
      return RELM_EXIT_FAILED;
    }
  return all ? RELM_EXIT_FINE : RELM_EXIT_PROBLEMS;
}

/**
 * relm_command_forecast:
 *
 * Prints when the releases of a project will be ready, with what chance, and from what that is known.
 *
 * Returns: an exit status; %RELM_EXIT_PROBLEMS when a release cannot be forecast
 */
int
relm_command_forecast (int argc,
                       char **argv)
{
  g_autofree char *version = NULL;
  const GOptionEntry entries[] = {
    { "release", 'r', 0, G_OPTION_ARG_STRING, &version, N_ ("Only this release"), N_ ("VERSION") },
    { NULL },
  };
  g_autofree char *path = relm_command_parse (&argc, &argv, entries, TRUE);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;

  return project != NULL ? print_forecasts (project, version) : RELM_EXIT_FAILED;
}
