/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-file-words.h"
#include "relm-unsaved-dialog.h"

/* What is asked about. Owned by the dialog. */
typedef struct
{
  GPtrArray *documents;
  GPtrArray *switches; /* of GtkCheckButton, unowned; none for a single document */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->switches);
  g_free (self);
}

static GPtrArray *
list_chosen (Question *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->documents->len; i++)
    if (self->switches->len == 0 || gtk_check_button_get_active (g_ptr_array_index (self->switches, i)))
      g_ptr_array_add (chosen, g_object_ref (g_ptr_array_index (self->documents, i)));
  return chosen;
}

static GtkWidget *
make_row (Question *self,
          RelmDocument *document)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GFile *file = relm_document_get_file (document);
  g_autofree char *title = relm_document_dup_title (document);
  g_autofree char *place = file != NULL ? relm_file_words_place (file) : g_strdup (_ ("Not saved yet"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_ptr_array_add (self->switches, check);
  return row;
}

static GtkWidget *
make_list (Question *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < self->documents->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, g_ptr_array_index (self->documents, i)));
  return group;
}

static char *
make_body (GPtrArray *documents)
{
  g_autofree char *title = NULL;

  if (documents->len > 1)
    return g_strdup (_ ("These projects have changes that were not saved. Those that you do not choose are lost."));
  title = relm_document_dup_title (g_ptr_array_index (documents, 0));
  return g_strdup_printf (_ ("“%s” has changes that were not saved. They are lost if you discard them."), title);
}

/**
 * relm_unsaved_dialog_ask_async:
 * @parent: a widget of the window that shows the question
 * @documents: (element-type RelmDocument): at least one, all modified
 * @callback: is given the dialog as its source
 */
void
relm_unsaved_dialog_ask_async (GtkWidget *parent,
                               GPtrArray *documents,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autofree char *body = make_body (documents);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Save Changes?"), body));
  Question *question = g_new0 (Question, 1);

  question->documents = g_ptr_array_ref (documents);
  question->switches = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (dialog), "relm-question", question, question_free);
  if (documents->len > 1)
    adw_alert_dialog_set_extra_child (dialog, make_list (question));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard",
                                  documents->len > 1 ? _ ("_Discard All") : _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, parent, NULL, callback, user_data);
}

/**
 * relm_unsaved_dialog_ask_finish:
 *
 * Returns: (transfer full) (nullable) (element-type RelmDocument): the documents to save; what the others have unsaved is
 *   not wanted; %NULL when nothing is to end
 */
GPtrArray *
relm_unsaved_dialog_ask_finish (GObject *dialog,
                                GAsyncResult *result)
{
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  if (g_str_equal (response, "save"))
    return list_chosen (g_object_get_data (dialog, "relm-question"));
  return g_str_equal (response, "discard") ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;
}
