/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-document.h"
#include "relm-plan-levelling.h"
#include "relm-plan-load.h"

static void
result_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static RelmDocument *
open_document (const char *path,
               GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GAsyncResult) result = NULL;

  relm_document_open_async (file, NULL, result_cb, &result);
  return relm_document_open_finish (wait (&result), error);
}

static void
print_move (const RelmPlanLevelMove *move)
{
  g_autofree char *title = relm_record_dup_display_title (move->record);
  g_autofree char *before = relm_span_is_set (move->before) ? relm_span_display (move->before) : g_strdup ("–");
  g_autofree char *after = relm_span_display (move->after);
  g_autofree char *line = g_strdup_printf ("  %s: %s → %s, %+d d (%s)", title, before, after, move->delay, move->reason);

  relm_command_print (line);
}

static void
print_release (const RelmPlanLevelRelease *release)
{
  g_autofree char *title = relm_record_dup_display_title (release->release);
  g_autofree char *before = relm_date_display (release->before);
  g_autofree char *after = relm_date_display (release->after);
  /* Translators: a release, and on which days all of it is done: before, and after levelling */
  g_autofree char *line = g_strdup_printf (_ ("%s: ready on %s instead of %s"), title, after, before);

  relm_command_print (line);
}

static void
print_over (RelmPlanSchedule *schedule)
{
  g_autoptr (RelmPlanLoad) load = relm_plan_load_new (schedule);
  g_autoptr (GArray) over = relm_plan_load_list_over (load);

  if (over->len > 0)
    g_print ("%s\n", _ ("Over-allocated"));
  for (guint i = 0; i < over->len; i++)
    {
      const RelmPlanOver *at = &g_array_index (over, RelmPlanOver, i);
      g_autofree char *text = relm_plan_load_dup_description (load, at->row, at->days);
      g_autofree char *line = g_strdup_printf ("  %s", text);

      relm_command_print (line);
    }
}

static void
print_levelling (RelmPlanLevelling *levelling)
{
  GPtrArray *moves = relm_plan_levelling_get_moves (levelling);
  GArray *releases = relm_plan_levelling_get_releases (levelling);
  g_autofree char *summary = relm_plan_levelling_dup_summary (levelling);

  relm_command_print (summary);
  for (guint i = 0; i < moves->len; i++)
    print_move (moves->pdata[i]);
  for (guint i = 0; i < releases->len; i++)
    print_release (&g_array_index (releases, RelmPlanLevelRelease, i));
}

static gboolean
adopt (RelmDocument *document,
       RelmPlanLevelling *levelling,
       GError **error)
{
  GArray *edits = relm_plan_levelling_get_edits (levelling);
  g_autoptr (GAsyncResult) result = NULL;

  if (edits->len == 0)
    return TRUE;
  if (relm_document_get_read_only (document))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY,
                           _ ("The file may only be read: its permissions say so, or a newer Relm wrote it. Copy it, and level the copy."));
      return FALSE;
    }
  relm_document_edit_begin (document, "Level");
  for (guint i = 0; i < edits->len; i++)
    {
      const RelmPlanEdit *edit = &g_array_index (edits, RelmPlanEdit, i);
      const RelmValue value = { .type = relm_record_get_kind (edit->record)->fields[edit->field].type, .integer = edit->value };

      if (relm_document_set (document, edit->record, edit->field, &value, error))
        continue;
      relm_document_edit_cancel (document);
      return FALSE;
    }
  relm_document_edit_end (document);
  relm_document_save_async (document, 0, NULL, result_cb, &result);
  return relm_document_save_finish (document, wait (&result), error);
}

static int
level (RelmDocument *document,
       gint64 seed,
       gboolean write)
{
  g_autoptr (RelmPlanSchedule) schedule = relm_plan_schedule_new (relm_document_get_project (document));
  g_autoptr (RelmPlanLevelling) levelling = relm_plan_levelling_new (schedule, (guint64) seed);
  g_autoptr (GError) error = NULL;

  print_over (schedule);
  print_levelling (levelling);
  if (!write || adopt (document, levelling, &error))
    return RELM_EXIT_FINE;
  relm_command_complain (error->message);
  return RELM_EXIT_FAILED;
}

/**
 * relm_command_level:
 *
 * Prints who has too much to do and what would have to move so that nobody has, and moves it when told to.
 *
 * Returns: an exit status
 */
int
relm_command_level (int argc,
                    char **argv)
{
  gint64 seed = RELM_PLAN_LEVEL_SEED;
  gboolean write = FALSE;
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("Of the search; each gives its own plan, always the same"), N_ ("N") },
    { "write", 'w', 0, G_OPTION_ARG_NONE, &write, N_ ("Changes the file"), NULL },
    { NULL },
  };
  g_autofree char *path = relm_command_parse (&argc, &argv, entries, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmDocument) document = NULL;
  int status;

  if (path == NULL)
    return RELM_EXIT_FAILED;
  document = open_document (path, &error);
  if (document == NULL)
    {
      relm_command_complain (error->message);
      return RELM_EXIT_FAILED;
    }
  status = level (document, seed, write);
  relm_document_close (document);
  return status;
}
