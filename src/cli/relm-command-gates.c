/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-gate-check.h"
#include "relm-gate.h"
#include "relm-plan.h"
#include "relm-release.h"

static void
print_criterion (RelmProject *project,
                 RelmRecord *criterion)
{
  const RelmDate today = relm_date_today ();
  const char *standing = relm_criterion_standing_get_label (relm_criterion_check (project, criterion, today));
  g_autofree char *title = relm_record_dup_display_title (criterion);
  g_autofree char *reason = relm_criterion_dup_reason (project, criterion, today);
  g_autofree char *line = *reason != '\0' ? g_strdup_printf ("  %s: %s (%s)", title, standing, reason) : g_strdup_printf ("  %s: %s", title, standing);

  relm_command_print (line);
}

static char *
dup_standing (RelmRecord *gate,
              const RelmGateCheck *check)
{
  const RelmDate decided = relm_record_get_date (gate, RELM_GATE_DECIDED);
  const gboolean is_pending = g_strcmp0 (relm_record_get_string (gate, RELM_GATE_DECISION), "pending") == 0;
  g_autofree char *date = decided != RELM_DATE_NONE ? relm_date_display (decided) : NULL;
  g_autofree char *decision = is_pending ? NULL : g_strjoin (", ", relm_plan_get_state_label (gate), date, NULL);
  g_autofree char *words = relm_gate_check_dup_words (check);

  return decision != NULL ? g_strdup_printf ("%s; %s", decision, words) : g_steal_pointer (&words);
}

/* Returns: whether nothing keeps it from being passed, or it was */
static gboolean
print_gate (RelmProject *project,
            RelmRecord *gate)
{
  const RelmGateCheck check = relm_gate_check (project, gate, relm_date_today ());
  const RelmSpan span = relm_plan_get_own_span (gate);
  RelmRecord *release = relm_plan_get_release (project, gate);
  g_autoptr (GPtrArray) criteria = relm_gate_list_criteria (project, gate);
  g_autofree char *title = relm_record_dup_display_title (gate);
  g_autofree char *version = release != NULL ? relm_record_dup_display_title (release) : NULL;
  g_autofree char *date = relm_span_is_set (span) ? relm_span_display (span) : NULL;
  g_autofree char *standing = dup_standing (gate, &check);
  g_autofree char *where = g_strjoin (", ", version != NULL ? version : date, version != NULL ? date : NULL, NULL);
  g_autofree char *line = version != NULL || date != NULL ? g_strdup_printf ("%s (%s): %s", title, where, standing)
                                                          : g_strdup_printf ("%s: %s", title, standing);

  relm_command_print (line);
  for (guint i = 0; i < criteria->len; i++)
    print_criterion (project, criteria->pdata[i]);
  return relm_plan_is_done (gate) || (check.n_open == 0 && !relm_plan_is_blocked (gate));
}

static gboolean
has_release (RelmProject *project,
             const char *version)
{
  RelmRecordList *releases = relm_project_get_list (project, RELM_TYPE_RELEASE);

  for (guint i = 0; i < relm_record_list_get_size (releases); i++)
    if (g_strcmp0 (relm_record_get_string (relm_record_list_get (releases, i), RELM_RELEASE_VERSION), version) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_wanted (RelmProject *project,
           RelmRecord *gate,
           const char *version)
{
  RelmRecord *release = relm_plan_get_release (project, gate);

  return version == NULL || (release != NULL && g_strcmp0 (relm_record_get_string (release, RELM_RELEASE_VERSION), version) == 0);
}

static int
print_gates (RelmProject *project,
             const char *version)
{
  RelmRecordList *gates = relm_project_get_list (project, RELM_TYPE_GATE);
  gboolean all = TRUE;

  if (version != NULL && !has_release (project, version))
    {
      g_autofree char *text = g_strdup_printf (_ ("No release has the version “%s”. Name one of those that “show” lists."), version);

      relm_command_complain (text);
      return RELM_EXIT_FAILED;
    }
  for (guint i = 0; i < relm_record_list_get_size (gates); i++)
    if (is_wanted (project, relm_record_list_get (gates, i), version))
      all &= print_gate (project, relm_record_list_get (gates, i));
  return all ? RELM_EXIT_FINE : RELM_EXIT_PROBLEMS;
}

/**
 * relm_command_gates:
 *
 * Prints what the gates of a project ask for, and what of it is so.
 *
 * Returns: an exit status; %RELM_EXIT_PROBLEMS when a gate could not be passed now
 */
int
relm_command_gates (int argc,
                    char **argv)
{
  g_autofree char *version = NULL;
  const GOptionEntry entries[] = {
    { "release", 'r', 0, G_OPTION_ARG_STRING, &version, N_ ("Only this release"), N_ ("VERSION") },
    { NULL },
  };
  g_autofree char *path = relm_command_parse (&argc, &argv, entries, TRUE);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;

  return project != NULL ? print_gates (project, version) : RELM_EXIT_FAILED;
}
