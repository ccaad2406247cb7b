/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-draft-question.h"
#include "relm-draft-search.h"
#include "relm-file-words.h"
#include "relm-recovery-dialog.h"
#include "relm-text.h"

/* In pixels; a dialog keeps the height that it had when it was shown, so that it is told. */
#define HEIGHT_WITHOUT_ROWS 170
#define HEIGHT_OF_ROW 76
#define HEIGHT_MAX 560

struct _RelmRecoveryDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwPreferencesGroup *group;

  GCancellable *cancellable;
  GPtrArray *rows;      /* of AdwActionRow; each has its draft */
  GPtrArray *discarded; /* of RelmDraft: gone with the dialog, or with the offer to have it back */
};

enum
{
  RESTORE,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (RelmRecoveryDialog, relm_recovery_dialog, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

static void add_draft (RelmRecoveryDialog *self,
                       RelmDraft *draft);

static RelmDraft *
get_draft (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "relm-draft");
}

/* Nothing to decide about and nothing to have back. What is restored may take the place of the dialog's own window. */
static void
close_if_done (RelmRecoveryDialog *self)
{
  if (self->rows->len == 0 && self->discarded->len == 0 && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_row (RelmRecoveryDialog *self,
            GtkWidget *row)
{
  if (self->group != NULL) /* and the window is not gone */
    adw_preferences_group_remove (self->group, row);
  g_ptr_array_remove (self->rows, row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recovery.restore-all", self->rows->len > 0);
}

static void
restore_row (RelmRecoveryDialog *self,
             GtkWidget *row)
{
  g_autoptr (RelmDraft) draft = g_object_ref (get_draft (row));

  remove_row (self, row);
  g_signal_emit (self, signals[RESTORE], 0, draft);
}

static void
restore_cb (GtkWidget *button)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (button, RELM_TYPE_RECOVERY_DIALOG);
  g_autoptr (RelmRecoveryDialog) self = g_object_ref (RELM_RECOVERY_DIALOG (dialog));

  restore_row (self, gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));
  close_if_done (self);
}

static void
discard_for_good (RelmRecoveryDialog *self,
                  RelmDraft *draft)
{
  if (!g_ptr_array_find (self->discarded, draft, NULL))
    return;
  relm_draft_discard (draft);
  g_ptr_array_remove (self->discarded, draft);
}

static void
toast_dismissed_cb (AdwToast *toast,
                    RelmRecoveryDialog *self)
{
  discard_for_good (self, g_object_get_data (G_OBJECT (toast), "relm-draft"));
  close_if_done (self);
}

static void
take_back_cb (AdwToast *toast,
              RelmRecoveryDialog *self)
{
  g_autoptr (RelmDraft) draft = g_object_ref (g_object_get_data (G_OBJECT (toast), "relm-draft"));

  if (g_ptr_array_remove (self->discarded, draft))
    add_draft (self, draft);
}

static void
discard_cb (GtkWidget *button)
{
  RelmRecoveryDialog *self = RELM_RECOVERY_DIALOG (gtk_widget_get_ancestor (button, RELM_TYPE_RECOVERY_DIALOG));
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  RelmDraft *draft = g_object_ref (get_draft (row));
  g_autofree char *title = g_strdup_printf (_ ("Changes to “%s” discarded"), relm_draft_get_title (draft));
  AdwToast *toast = adw_toast_new ("");

  g_ptr_array_add (self->discarded, draft);
  remove_row (self, row);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "relm-draft", g_object_ref (draft), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (take_back_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static char *
describe (RelmDraft *draft)
{
  GFile *file = relm_draft_get_file (draft);
  g_autofree char *edited = relm_file_words_edited (relm_draft_get_time (draft));
  g_autofree char *place = file != NULL ? relm_file_words_place (file) : g_strdup (_ ("Never saved"));
  g_autofree char *facts = relm_text_join_facts ((const char *const[]){ edited, place }, 2);
  const char *state = relm_draft_question_explain (draft);

  return state != NULL ? g_strconcat (facts, "\n", state, NULL) : g_steal_pointer (&facts);
}

static void
add_draft (RelmRecoveryDialog *self,
           RelmDraft *draft)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *restore = gtk_button_new_with_mnemonic (_ ("_Restore"));
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *subtitle = describe (draft);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), relm_draft_get_title (draft));
  adw_action_row_set_title_lines (row, 1);
  adw_action_row_set_subtitle (row, subtitle);
  g_object_set_data_full (G_OBJECT (row), "relm-draft", g_object_ref (draft), g_object_unref);
  gtk_widget_set_tooltip_text (discard, _ ("Discard"));
  gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (discard, "flat");
  g_signal_connect (discard, "clicked", G_CALLBACK (discard_cb), NULL);
  g_signal_connect (restore, "clicked", G_CALLBACK (restore_cb), NULL);
  adw_action_row_add_suffix (row, discard);
  adw_action_row_add_suffix (row, restore);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, g_object_ref (row));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recovery.restore-all", TRUE);
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RelmRecoveryDialog) self = user_data;
  g_autoptr (GPtrArray) drafts = relm_drafts_search_finish (result, NULL);

  if (drafts == NULL)
    return;
  for (guint i = 0; i < drafts->len; i++)
    add_draft (self, g_ptr_array_index (drafts, i));
  adw_dialog_set_content_height (ADW_DIALOG (self), (int) MIN (HEIGHT_WITHOUT_ROWS + drafts->len * HEIGHT_OF_ROW, HEIGHT_MAX));
  if (drafts->len == 0)
    adw_preferences_group_set_description (self->group, _ ("There is nothing to restore."));
}

static void
later_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
restore_all_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  g_autoptr (RelmRecoveryDialog) self = g_object_ref (RELM_RECOVERY_DIALOG (widget));

  while (self->rows->len > 0)
    restore_row (self, g_ptr_array_index (self->rows, 0));
  if (gtk_widget_get_root (widget) != NULL)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
relm_recovery_dialog_closed (AdwDialog *dialog)
{
  RelmRecoveryDialog *self = RELM_RECOVERY_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  while (self->discarded->len > 0)
    discard_for_good (self, g_ptr_array_index (self->discarded, 0));
}

static void
relm_recovery_dialog_dispose (GObject *object)
{
  RelmRecoveryDialog *self = RELM_RECOVERY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELM_TYPE_RECOVERY_DIALOG);

  G_OBJECT_CLASS (relm_recovery_dialog_parent_class)->dispose (object);
}

static void
relm_recovery_dialog_finalize (GObject *object)
{
  RelmRecoveryDialog *self = RELM_RECOVERY_DIALOG (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->discarded);

  G_OBJECT_CLASS (relm_recovery_dialog_parent_class)->finalize (object);
}

static void
relm_recovery_dialog_class_init (RelmRecoveryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = relm_recovery_dialog_dispose;
  object_class->finalize = relm_recovery_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = relm_recovery_dialog_closed;

  /**
   * RelmRecoveryDialog::restore:
   * @draft: a draft
   *
   * The person wants these edits back in a window.
   */
  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   RELM_TYPE_DRAFT);

  gtk_widget_class_install_action (widget_class, "recovery.later", NULL, later_action);
  gtk_widget_class_install_action (widget_class, "recovery.restore-all", NULL, restore_all_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmRecoveryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelmRecoveryDialog, group);
}

static void
relm_recovery_dialog_init (RelmRecoveryDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->discarded = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recovery.restore-all", FALSE);
  relm_drafts_search_async (NULL, self->cancellable, found_cb, g_object_ref (self));
}

/**
 * relm_recovery_dialog_new:
 *
 * Returns: (transfer floating): a dialog
 */
RelmRecoveryDialog *
relm_recovery_dialog_new (void)
{
  return g_object_new (RELM_TYPE_RECOVERY_DIALOG, NULL);
}

/**
 * relm_recovery_dialog_get_n_drafts:
 *
 * Returns: how many are left to decide about
 */
guint
relm_recovery_dialog_get_n_drafts (RelmRecoveryDialog *self)
{
  g_return_val_if_fail (RELM_IS_RECOVERY_DIALOG (self), 0);

  return self->rows->len;
}
