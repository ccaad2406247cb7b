/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include "relm-command.h"
#include "relm-format.h"

/**
 * relm_command_schema:
 *
 * Prints the JSON Schema of .relm files.
 *
 * Returns: an exit status
 */
int
relm_command_schema (int argc,
                     char **argv)
{
  g_autofree char *nothing = relm_command_parse (&argc, &argv, NULL, FALSE);
  g_autofree char *schema = NULL;

  if (nothing == NULL)
    return RELM_EXIT_FAILED;
  schema = relm_format_schema ();
  g_print ("%s", schema);
  return RELM_EXIT_FINE;
}
