/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-communication.h"
#include "relm-stakeholder.h"
#include "relm-told.h"

static char *
dup_heading (RelmProject *project,
             RelmRecord *stakeholder)
{
  RelmRecord *last = relm_told_find_last (project, stakeholder);
  g_autofree char *title = relm_record_dup_display_title (stakeholder);
  g_autofree char *date = NULL;

  if (last == NULL)
    /* Translators: the name of a stakeholder */
    return g_strdup_printf (_ ("%s: never told anything"), title);
  date = relm_date_display (relm_record_get_date (last, RELM_COMMUNICATION_TOLD));
  /* Translators: the name of a stakeholder, and a date */
  return g_strdup_printf (_ ("%s: told on %s"), title, date);
}

/* Returns: whether they know all */
static gboolean
print_stakeholder (RelmProject *project,
                   RelmRecord *stakeholder)
{
  g_autoptr (GPtrArray) changes = relm_told_list_changes (project, stakeholder);
  g_autofree char *heading = dup_heading (project, stakeholder);

  relm_command_print (heading);
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("  %s", ((RelmToldChange *) changes->pdata[i])->sentence);

      relm_command_print (line);
    }
  return changes->len == 0;
}

/**
 * relm_command_told:
 *
 * Prints when each stakeholder was told something last, and what has changed since.
 *
 * Returns: an exit status; %RELM_EXIT_PROBLEMS when somebody does not know what has changed
 */
int
relm_command_told (int argc,
                   char **argv)
{
  g_autofree char *path = relm_command_parse (&argc, &argv, NULL, TRUE);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;
  RelmRecordList *stakeholders;
  gboolean all = TRUE;

  if (project == NULL)
    return RELM_EXIT_FAILED;
  stakeholders = relm_project_get_list (project, RELM_TYPE_STAKEHOLDER);
  for (guint i = 0; i < relm_record_list_get_size (stakeholders); i++)
    all &= print_stakeholder (project, relm_record_list_get (stakeholders, i));
  return all ? RELM_EXIT_FINE : RELM_EXIT_PROBLEMS;
}
