/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-draft-question.h"
#include "relm-file-words.h"

/**
 * relm_draft_question_explain:
 *
 * Returns: (transfer none) (nullable): what became of its file since, as a translated sentence; %NULL for nothing
 */
const char *
relm_draft_question_explain (RelmDraft *draft)
{
  switch (relm_draft_get_disk_state (draft))
    {
    case RELM_DISK_STATE_CHANGED:
      return _ ("The file was changed since.");
    case RELM_DISK_STATE_DELETED:
      return _ ("The file is not there any more.");
    case RELM_DISK_STATE_SAME:
    default:
      return NULL;
    }
}

static char *
make_body (RelmDraft *draft)
{
  g_autofree char *edited = relm_file_words_edited (relm_draft_get_time (draft));
  const char *state = relm_draft_question_explain (draft);
  GString *body = g_string_new (NULL);

  /* Translators: the first placeholder is a project’s name, the second a phrase like “Edited today at 14:32” */
  g_string_append_printf (body, _ ("There are changes to “%s” that were not saved before Relm ended. %s."),
                          relm_draft_get_title (draft), edited);
  if (state != NULL)
    g_string_append_printf (body, "\n\n%s %s", state,
                            _ ("If you restore the changes, nothing is written until you have chosen what to keep."));
  return g_string_free (body, FALSE);
}

static void
response_cb (AdwAlertDialog *dialog,
             const char *response,
             GTask *task)
{
  RelmDraftAnswer answer = RELM_DRAFT_ANSWER_LATER;

  if (g_str_equal (response, "restore"))
    answer = RELM_DRAFT_ANSWER_RESTORE;
  else if (g_str_equal (response, "discard"))
    answer = RELM_DRAFT_ANSWER_DISCARD;
  g_task_return_int (task, answer);
}

static void
drop_task_cb (gpointer data,
              GClosure *closure)
{
  g_object_unref (data);
}

/**
 * relm_draft_question_ask_async:
 * @parent: a widget of the window in which the project is opened
 */
void
relm_draft_question_ask_async (GtkWidget *parent,
                               RelmDraft *draft,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autofree char *body = make_body (draft);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Restore Unsaved Changes?"), body));
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  adw_alert_dialog_add_responses (dialog, "later", _ ("_Not Now"), "discard", _ ("_Discard"), "restore", _ ("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "restore");
  adw_alert_dialog_set_close_response (dialog, "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), task, drop_task_cb, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

/**
 * relm_draft_question_ask_finish:
 *
 * Returns: what the person chose; to keep it for later if the question went away without an answer
 */
RelmDraftAnswer
relm_draft_question_ask_finish (GtkWidget *parent,
                                GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gssize answer;

  g_return_val_if_fail (g_task_is_valid (result, parent), RELM_DRAFT_ANSWER_LATER);

  answer = g_task_propagate_int (G_TASK (result), &error);
  return error == NULL ? (RelmDraftAnswer) answer : RELM_DRAFT_ANSWER_LATER;
}
