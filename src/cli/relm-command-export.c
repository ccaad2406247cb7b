/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "relm-command.h"
#include "relm-file-saver.h"
#include "relm-release.h"
#include "relm-report.h"
#include "relm-same-file.h"

#define PREVIOUS_MAX (16 * 1024 * 1024)

/* The words of the call. */
typedef struct
{
  char *release; /* or NULL: all */
  char *format_name; /* or NULL: by the name of the output */
  char *output; /* or NULL: the standard output */
  gboolean with_work;
  RelmReportFormat format;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->release);
  g_free (options->format_name);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
dup_formats (void)
{
  const char *nicks[RELM_REPORT_N_FORMATS + 1] = { NULL };

  for (guint i = 0; i < RELM_REPORT_N_FORMATS; i++)
    nicks[i] = relm_report_format_get_nick (i);
  return g_strjoinv (", ", (char **) nicks);
}

static gboolean
guess_format (Options *options)
{
  g_autofree char *folded = g_ascii_strdown (options->output, -1);

  for (options->format = 0; options->format < RELM_REPORT_N_FORMATS; options->format++)
    {
      g_autofree char *ending = g_strconcat (".", relm_report_format_get_suffix (options->format), NULL);

      if (g_str_has_suffix (folded, ending))
        return TRUE;
    }
  return FALSE;
}

static gboolean
parse_format (Options *options)
{
  g_autofree char *formats = NULL;
  g_autofree char *message = NULL;

  if (options->format_name != NULL ? relm_report_format_find (options->format_name, &options->format)
                                   : options->output != NULL && guess_format (options))
    return TRUE;
  formats = dup_formats ();
  /* Translators: the placeholder is a list of words for the command line, such as “csv, ical” */
  message = g_strdup_printf (options->format_name != NULL ? _ ("There is no such format. Say one of: %s.")
                                                          : _ ("Say as what, with “--format” and one of: %s."),
                             formats);
  relm_command_complain (message);
  return FALSE;
}

static char *
parse (int argc,
       char **argv,
       Options *options)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format_name,
      N_ ("As what; else the name of the output says it"), N_ ("FORMAT") },
    { "release", 'r', 0, G_OPTION_ARG_STRING, &options->release, N_ ("Only this version"), N_ ("VERSION") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_ ("Write to this file"), N_ ("PATH") },
    { "with-work", 0, 0, G_OPTION_ARG_NONE, &options->with_work, N_ ("Work items become events as well (ical)"), NULL },
    { NULL },
  };
  g_autofree char *path = relm_command_parse (&argc, &argv, entries, TRUE);

  return path != NULL && parse_format (options) ? g_steal_pointer (&path) : NULL;
}

static RelmRecord *
find_release (RelmProject *project,
              const char *version)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_RELEASE);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *release = relm_record_list_get (list, i);

      if (g_strcmp0 (relm_record_get_string (release, RELM_RELEASE_VERSION), version) == 0)
        return release;
    }
  return NULL;
}

/* What is there now, if it can be read and is of a size that an export has. */
static GBytes *
load_previous (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::size,standard::type", 0, NULL, NULL);

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > PREVIOUS_MAX)
    return NULL;
  return g_file_load_bytes (file, NULL, NULL, NULL);
}

/* What it is made from is not what it is written to. */
static gboolean
is_same (const char *path,
         GFile *output)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  if (!relm_same_file (file, output))
    return FALSE;
  relm_command_complain (_ ("The output is the project itself. Name another file."));
  return TRUE;
}

static int
write_report (RelmProject *project,
              GFile *output,
              const Options *options,
              const RelmReportOptions *report)
{
  g_autoptr (GBytes) bytes = relm_report_write (project, options->format, report);
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    {
      fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
      if (fflush (stdout) == 0)
        return RELM_EXIT_FINE;
      relm_command_complain (_ ("The answer could not be written to the standard output."));
      return RELM_EXIT_FAILED;
    }
  if (relm_file_saver_save (output, bytes, NULL, RELM_SAVE_OVERWRITE, NULL, NULL, &error))
    return RELM_EXIT_FINE;
  relm_command_complain (error->message);
  return RELM_EXIT_FAILED;
}

/**
 * relm_command_export:
 *
 * Writes the plan of a project, or of one release of it, as a file for other programs.
 *
 * Returns: an exit status
 */
int
relm_command_export (int argc,
                     char **argv)
{
  g_auto (Options) options = { NULL };
  g_autofree char *path = parse (argc, argv, &options);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;
  g_autoptr (GFile) output = options.output != NULL ? g_file_new_for_commandline_arg (options.output) : NULL;
  g_autoptr (GBytes) previous = NULL;
  RelmReportOptions report = { .now = g_get_real_time () / G_USEC_PER_SEC, .with_work = options.with_work };

  if (project == NULL || (output != NULL && is_same (path, output)))
    return RELM_EXIT_FAILED;
  if (options.release != NULL)
    {
      report.release = find_release (project, options.release);
      if (report.release == NULL)
        {
          relm_command_complain (_ ("There is no such release. Name the version of one that the project plans."));
          return RELM_EXIT_FAILED;
        }
    }
  previous = output != NULL ? load_previous (output) : NULL;
  report.previous = previous;
  return write_report (project, output, &options, &report);
}
