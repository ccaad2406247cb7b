/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-cost-fact.h"
#include "relm-roadmap.h"

static void
print_fact (const RelmCostFact *fact)
{
  g_autofree char *line = fact->meaning != NULL ? g_strdup_printf ("  %s: %s (%s)", fact->label, fact->figure, fact->meaning)
                                                : g_strdup_printf ("  %s: %s", fact->label, fact->figure);

  relm_command_print (line);
}

/* Returns: whether anything is known about it */
static gboolean
print_sum (RelmPlanCost *cost,
           RelmProject *project,
           RelmRecord *release)
{
  RelmRecord *subject = release != NULL ? release : RELM_RECORD (project);
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *title = relm_record_dup_display_title (subject);
  g_autofree char *basis = NULL;
  g_autofree char *line = NULL;
  RelmPlanCostSum sum;

  relm_plan_cost_sum (cost, release, &sum);
  facts = relm_cost_fact_list (&sum, relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_CURRENCY));
  if (facts->len == 0)
    return FALSE;
  relm_command_print (title);
  for (guint i = 0; i < facts->len; i++)
    print_fact (facts->pdata[i]);
  basis = relm_cost_fact_dup_basis (&sum);
  line = g_strdup_printf ("  %s", basis);
  relm_command_print (line);
  return TRUE;
}

/**
 * relm_command_cost:
 *
 * Prints what a project and its upcoming releases cost: what is earned, what is spent, and what is to be expected.
 *
 * Returns: an exit status; %RELM_EXIT_PROBLEMS when nothing in the project costs anything
 */
int
relm_command_cost (int argc,
                   char **argv)
{
  g_autofree char *path = relm_command_parse (&argc, &argv, NULL, TRUE);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;
  g_autoptr (RelmPlanCost) cost = project != NULL ? relm_plan_cost_new (project, relm_date_today ()) : NULL;
  g_autoptr (GPtrArray) releases = NULL;

  if (project == NULL)
    return RELM_EXIT_FAILED;
  if (!print_sum (cost, project, NULL))
    {
      relm_command_complain (_ ("Nothing in the project costs anything: give people a cost of an hour, or work items a cost."));
      return RELM_EXIT_PROBLEMS;
    }
  releases = relm_roadmap_list_upcoming (project);
  for (guint i = 0; i < releases->len; i++)
    print_sum (cost, project, releases->pdata[i]);
  return RELM_EXIT_FINE;
}
