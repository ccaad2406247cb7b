/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-duration.h"
#include "relm-plan-schedule.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-text.h"

static void
print_ready (RelmRecord *release,
             RelmDate ready)
{
  const RelmDate planned = relm_record_get_date (release, RELM_RELEASE_PLANNED);
  const int spare = planned != RELM_DATE_NONE ? planned - ready : 0;
  g_autofree char *title = relm_record_dup_display_title (release);
  g_autofree char *when = relm_date_display (ready);
  g_autofree char *line = NULL;

  if (planned == RELM_DATE_NONE)
    /* Translators: a release, and the date on which all of it is done */
    line = g_strdup_printf (_ ("%s: ready on %s, no date planned"), title, when);
  else if (spare < 0)
    line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: ready on %s, %d day too late", "%s: ready on %s, %d days too late", (gulong) -spare),
                            title, when, -spare);
  else
    line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: ready on %s, %d day to spare", "%s: ready on %s, %d days to spare", (gulong) spare),
                            title, when, spare);
  relm_command_print (line);
}

static void
print_record (RelmPlanSchedule *schedule,
              RelmRecord *record)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *reason = relm_plan_schedule_dup_reason (schedule, record);
  g_autofree char *days = NULL;
  g_autofree char *line = NULL;
  RelmPlanDates dates;

  if (!relm_plan_schedule_get_dates (schedule, record, &dates))
    return;
  days = relm_span_display (dates.computed);
  line = g_strdup_printf ("  %s  %s (%s)", days, title, reason);
  relm_command_print (line);
}

/* When each release is ready, and what decides that. */
static void
print_releases (RelmPlanSchedule *schedule,
                RelmProject *project)
{
  g_autoptr (GPtrArray) releases = relm_roadmap_list_upcoming (project);

  for (guint i = 0; i < releases->len; i++)
    {
      RelmRecord *release = g_ptr_array_index (releases, i);
      const RelmDate ready = relm_plan_schedule_get_ready (schedule, release);
      g_autoptr (GPtrArray) critical = relm_plan_schedule_list_critical (schedule, release);

      if (ready == RELM_DATE_NONE)
        continue;
      print_ready (release, ready);
      for (guint j = 0; j < critical->len; j++)
        print_record (schedule, g_ptr_array_index (critical, j));
    }
}

/* What would be elsewhere, if everything followed what is before it. */
static void
print_pending (RelmPlanSchedule *schedule)
{
  g_autoptr (GArray) pending = relm_plan_schedule_list_pending (schedule);

  if (pending->len == 0)
    return;
  g_print ("\n%s\n", _ ("Would be elsewhere, because of what is before it"));
  for (guint i = 0; i < pending->len; i++)
    print_record (schedule, g_array_index (pending, RelmPlanMove, i).record);
}

static gboolean
print_problems (RelmPlanSchedule *schedule)
{
  g_autoptr (GPtrArray) problems = relm_plan_schedule_list_problems (schedule);

  if (problems->len > 0)
    g_print ("\n%s\n", _ ("Does not hold"));
  for (guint i = 0; i < problems->len; i++)
    {
      const RelmPlanProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *line = g_strdup_printf ("  %s", problem->text);

      relm_command_print (line);
    }
  return problems->len > 0;
}

/**
 * relm_command_schedule:
 *
 * Prints when the releases of a project are ready, what decides that, and what does not hold.
 *
 * Returns: an exit status
 */
int
relm_command_schedule (int argc,
                       char **argv)
{
  g_autofree char *path = relm_command_parse (&argc, &argv, NULL, TRUE);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;
  g_autoptr (RelmPlanSchedule) schedule = NULL;

  if (project == NULL)
    return RELM_EXIT_FAILED;
  schedule = relm_plan_schedule_new (project);
  print_releases (schedule, project);
  print_pending (schedule);
  return print_problems (schedule) ? RELM_EXIT_PROBLEMS : RELM_EXIT_FINE;
}
