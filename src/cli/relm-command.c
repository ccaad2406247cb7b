/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-format.h"
#include "relm-text.h"

/**
 * relm_command_print:
 * @text: (nullable): a line; what comes from a file or a repository is made safe for a terminal
 */
void
relm_command_print (const char *text)
{
  g_autofree char *safe = relm_text_display (text);

  g_print ("%s\n", safe);
}

/**
 * relm_command_complain:
 * @text: a sentence that says what went wrong and what to do
 */
void
relm_command_complain (const char *text)
{
  g_autofree char *safe = relm_text_display (text);

  g_printerr ("relm-cli: %s\n", safe);
}

static const RelmCommand *
find_command (const char *name)
{
  for (const RelmCommand *command = relm_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

/* Help is asked for, so that it is an answer and not a complaint. */
static G_NORETURN void
print_help_and_exit (GOptionContext *context)
{
  char *help = g_option_context_get_help (context, TRUE, NULL);

  g_print ("%s", help);
  g_free (help); /* nothing that goes out of scope at exit() is freed */
  exit (RELM_EXIT_FINE);
}

/**
 * relm_command_parse:
 * @argc: (inout): how many words there are
 * @argv: (inout): the words, the command's name first
 * @entries: (nullable): the options that it takes besides --help
 * @takes_file: whether it takes a file
 *
 * Prints the help and ends the program when that is asked for; complains when the words are off.
 *
 * Returns: (transfer full) (nullable): the file, or the empty string when it takes none; %NULL when the words are off
 */
char *
relm_command_parse (int *argc,
                    char ***argv,
                    const GOptionEntry *entries,
                    gboolean takes_file)
{
  const RelmCommand *command = find_command ((*argv)[0]);
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *program = g_strdup_printf ("relm-cli %s", command->name);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entries[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Shows this help"), NULL },
                                        { NULL } };

  g_set_prgname (program);
  context = g_option_context_new (takes_file ? _ (command->arguments) : NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      relm_command_complain (error->message);
      return NULL;
    }
  if (help)
    print_help_and_exit (context);
  if (*argc == (takes_file ? 2 : 1))
    return g_strdup (takes_file ? (*argv)[1] : "");

  relm_command_complain (*argc < 2 && takes_file ? _ ("Name a .relm file.") : _ ("There are too many words."));
  g_printerr ("%s\n  %s %s\n", _ ("Usage:"), program, takes_file ? _ (command->arguments) : "");
  return NULL;
}

static GBytes *
load (const char *path,
      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::size,standard::type", 0, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("%s is not a file. Name a .relm file."), path);
      return NULL;
    }
  if (g_file_info_get_size (info) > RELM_FORMAT_MAX_SIZE)
    {
      g_set_error (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_TOO_LARGE,
                   _ ("%s is larger than 64 MB, which is more than a project can be."), path);
      return NULL;
    }
  return g_file_load_bytes (file, NULL, NULL, error);
}

/**
 * relm_command_open:
 * @path: a file
 * @version: (out) (optional): the version of its format
 *
 * Complains when it cannot be read.
 *
 * Returns: (transfer full) (nullable): the project that it holds
 */
RelmProject *
relm_command_open (const char *path,
                   gint64 *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (path, &error);
  RelmProject *project = NULL;

  if (bytes != NULL)
    project = relm_format_read (bytes, path, version, &error);
  if (project == NULL)
    relm_command_complain (error->message);
  return project;
}
