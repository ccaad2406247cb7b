/* SPDX-License-Identifier: GPL-3.0-or-later */

/* relm-cli: what Relm knows of a project, without a display. */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>

#include "relm-format.h"
#include "relm-text.h"

/* Exit statuses: 0 all is well, 1 the project has problems, 2 it could not be read or the words of the call are off. */
typedef struct
{
  const char *name;
  const char *summary; /* N_() */
  int (*run) (RelmProject *project);
} Command;

static void
print_line (const char *text)
{
  g_autofree char *safe = relm_text_display (text);

  g_print ("%s\n", safe);
}

static int
check (RelmProject *project)
{
  g_auto (GStrv) problems = relm_project_list_problems (project);

  for (guint i = 0; problems[i] != NULL; i++)
    print_line (problems[i]);
  return problems[0] != NULL ? 1 : 0;
}

static int
show (RelmProject *project)
{
  g_autofree char *title = relm_record_dup_display_title (RELM_RECORD (project));

  print_line (title);
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);

      if (relm_record_list_get_size (list) == 0)
        continue;
      g_print ("\n%s (%u)\n", _ (relm_record_list_get_kind (list)->label_plural), relm_record_list_get_size (list));
      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        {
          g_autofree char *record_title = relm_record_dup_display_title (relm_record_list_get (list, j));

          g_print ("  %s\n", record_title);
        }
    }
  return 0;
}

static const Command commands[] = {
  { "check", N_ ("Says what is wrong with a project"), check },
  { "show", N_ ("Lists what is in a project"), show },
};

static int
print_help (int status)
{
  g_print ("%s\n\n", _ ("Usage: relm-cli COMMAND FILE"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  return status;
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

static int
run (const Command *command,
     const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (path, &error);
  g_autoptr (RelmProject) project = NULL;
  g_autofree char *safe = NULL;

  if (bytes != NULL)
    project = relm_format_read (bytes, path, NULL, &error);
  if (project != NULL)
    return command->run (project);
  safe = relm_text_display (error->message);
  g_printerr ("relm-cli: %s\n", safe);
  return 2;
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RELM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc == 2 && g_str_equal (argv[1], "--help"))
    return print_help (0);
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("relm-cli " RELM_VERSION "\n");
      return 0;
    }
  for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return run (&commands[i], argv[2]);
  return print_help (2);
}
