/* SPDX-License-Identifier: GPL-3.0-or-later */

/* relm-cli: what Relm knows of a project, without a display. */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-translations.h"

const RelmCommand relm_commands[] = {
  { "check", N_ ("FILE"), N_ ("Says what is wrong with a project"), relm_command_check },
  { "show", N_ ("FILE"), N_ ("Sums up what is in a project"), relm_command_show },
  { "schedule", N_ ("FILE"), N_ ("Says when releases are ready, and what decides that"), relm_command_schedule },
  { "level", N_ ("FILE"), N_ ("Says what would have to move so that nobody has too much to do"), relm_command_level },
  { "forecast", N_ ("FILE"), N_ ("Says when releases will be ready, with what chance"), relm_command_forecast },
  { "gates", N_ ("FILE"), N_ ("Says which criteria of gates are met"), relm_command_gates },
  { "cost", N_ ("FILE"), N_ ("Says what is earned and spent, and what to expect"), relm_command_cost },
  { "told", N_ ("FILE"), N_ ("Says who has to be told what has changed"), relm_command_told },
  { "changelog", N_ ("FILE"), N_ ("Prints what changed, from the repository of a project"), relm_command_changelog },
  { "sync", N_ ("FILE"), N_ ("Reads what is new in the repositories and trackers of a project"), relm_command_sync },
  { "items", N_ ("FILE"), N_ ("Lists what the trackers of a project hold, as they were read last"), relm_command_items },
  { "export", N_ ("FILE"), N_ ("Writes the plan of a project for other programs"), relm_command_export },
  { "import", N_ ("FILE"), N_ ("Makes a project from a plan of Microsoft Project XML"), relm_command_import },
  { "schema", "", N_ ("Prints the JSON Schema of .relm files"), relm_command_schema },
  { NULL },
};

static void
print_help (void)
{
  g_print ("%s\n  relm-cli %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…] [FILE]"), _ ("Commands:"));
  for (const RelmCommand *command = relm_commands; command->name != NULL; command++)
    g_print ("  %-12s %s\n", command->name, _ (command->summary));
  g_print ("\n%s\n  %-12s %s\n  %-12s %s\n\n%s\n", _ ("Options:"), "--help", _ ("Shows this help, or a command's"),
           "--version", _ ("Shows the version"),
           _ ("The exit status is 0 when all is well, 1 when a project has problems, and 2 when it cannot be read."));
}

int
main (int argc,
      char *argv[])
{
  relm_translations_init ();
  g_set_prgname ("relm-cli");

  if (argc >= 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("relm-cli " RELM_VERSION "\n");
      return RELM_EXIT_FINE;
    }
  if (argc >= 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_help ();
      return RELM_EXIT_FINE;
    }
  for (const RelmCommand *command = relm_commands; argc >= 2 && command->name != NULL; command++)
    if (g_str_equal (argv[1], command->name))
      return command->run (argc - 1, argv + 1);

  relm_command_complain (argc < 2 ? _ ("Name a command.") : _ ("There is no such command."));
  g_printerr ("%s\n", _ ("“relm-cli --help” lists what there is."));
  return RELM_EXIT_FAILED;
}
