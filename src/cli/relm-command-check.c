/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-format.h"

/**
 * relm_command_check:
 *
 * Says what is wrong with a project.
 *
 * Returns: an exit status
 */
int
relm_command_check (int argc,
                    char **argv)
{
  g_autofree char *path = relm_command_parse (&argc, &argv, NULL, TRUE);
  g_autoptr (RelmProject) project = NULL;
  g_auto (GStrv) problems = NULL;
  gint64 version = 0;

  project = path != NULL ? relm_command_open (path, &version) : NULL;
  if (project == NULL)
    return RELM_EXIT_FAILED;

  if (version > RELM_FORMAT_VERSION)
    relm_command_complain (_ ("A newer Relm made this file. Update Relm to change it; what is not known here was not checked."));
  problems = relm_project_list_problems (project);
  for (char **problem = problems; *problem != NULL; problem++)
    relm_command_print (*problem);
  return *problems != NULL ? RELM_EXIT_PROBLEMS : RELM_EXIT_FINE;
}
