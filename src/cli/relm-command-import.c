/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-document.h"
#include "relm-file-saver.h"
#include "relm-format.h"
#include "relm-mspdi-import.h"

static GBytes *
load (const char *path,
      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::size,standard::type", 0, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > RELM_MSPDI_MAX_SIZE)
    {
      g_set_error (error, RELM_MSPDI_ERROR, RELM_MSPDI_ERROR_TOO_LARGE,
                   _ ("%s is no file, or larger than 64 MB, which is more than a plan can be."), path);
      return NULL;
    }
  return g_file_load_bytes (file, NULL, NULL, error);
}

static RelmProject *
create_project (RelmMspdiPlan *plan,
                const char *name)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmDocument) document = relm_document_new (project);
  g_autoptr (RelmMspdiImport) import = relm_mspdi_import (plan, project, NULL, name);

  relm_document_edit_begin (document, "Import");
  relm_document_set_string (document, RELM_RECORD (project), RELM_PROJECT_NAME, plan->title != NULL ? plan->title : name, NULL);
  for (guint i = 0; i < import->records->len; i++)
    relm_document_insert (document, import->records->pdata[i], G_MAXUINT, NULL);
  if (import->calendar != NULL)
    relm_document_set_string (document, RELM_RECORD (project), RELM_PROJECT_CALENDAR, relm_record_get_id (import->calendar), NULL);
  relm_document_edit_end (document);
  if (import->left_out->len > 0)
    g_printerr ("%s\n", _ ("Left out:"));
  for (guint i = 0; i < import->left_out->len; i++)
    g_printerr ("  %s\n", (const char *) import->left_out->pdata[i]);
  return g_steal_pointer (&project);
}

static int
write_project (RelmProject *project,
               const char *path)
{
  g_autoptr (GBytes) bytes = relm_format_write (project);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  if (g_file_query_exists (file, NULL))
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("%s is there already. Name a new file."), path);
  else if (relm_file_saver_save (file, bytes, NULL, RELM_SAVE_OVERWRITE, NULL, NULL, &error))
    return RELM_EXIT_FINE;
  relm_command_complain (error->message);
  return RELM_EXIT_FAILED;
}

/**
 * relm_command_import:
 *
 * Makes a new project from a plan of Microsoft Project XML, and says what of it has no place in Relm.
 *
 * Returns: an exit status
 */
int
relm_command_import (int argc,
                     char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The project to make"), N_ ("PATH") },
    { NULL },
  };
  g_autofree char *path = relm_command_parse (&argc, &argv, entries, TRUE);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RelmMspdiPlan) plan = NULL;
  g_autoptr (RelmProject) project = NULL;

  if (path == NULL)
    return RELM_EXIT_FAILED;
  if (output == NULL)
    {
      relm_command_complain (_ ("Name the project to make with “--output”."));
      return RELM_EXIT_FAILED;
    }
  bytes = load (path, &error);
  plan = bytes != NULL ? relm_mspdi_read (bytes, name, &error) : NULL;
  if (plan == NULL)
    {
      relm_command_complain (error->message);
      return RELM_EXIT_FAILED;
    }
  project = create_project (plan, name);
  return write_project (project, output);
}
