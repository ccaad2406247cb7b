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

/**
 * relm_draft_question_ask_async:
 * @parent: a widget of the window in which the project is opened
 * @callback: is given the dialog as its source
 */
void
relm_draft_question_ask_async (GtkWidget *parent,
                               RelmDraft *draft,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autofree char *body = make_body (draft);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Restore Unsaved Changes?"), body));

  adw_alert_dialog_add_responses (dialog, "later", _ ("_Not Now"), "discard", _ ("_Discard"), "restore", _ ("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "restore");
  adw_alert_dialog_set_close_response (dialog, "later");
  adw_alert_dialog_choose (dialog, parent, NULL, callback, user_data);
}

/**
 * relm_draft_question_ask_finish:
 *
 * Returns: what the person chose; to keep it for later if the question went away without an answer
 */
RelmDraftAnswer
relm_draft_question_ask_finish (GObject *dialog,
                                GAsyncResult *result)
{
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  if (g_str_equal (response, "restore"))
    return RELM_DRAFT_ANSWER_RESTORE;
  return g_str_equal (response, "discard") ? RELM_DRAFT_ANSWER_DISCARD : RELM_DRAFT_ANSWER_LATER;
}
