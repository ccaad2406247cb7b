/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-draft.h"
#include "relm-recovery.h"
#include "relm-recovery-dialog.h"
#include "relm-same-file.h"
#include "relm-windows.h"

static guint
count_beside (GPtrArray *drafts,
              GFile **files,
              int n_files)
{
  guint n = drafts->len;

  for (guint i = 0; i < drafts->len; i++)
    for (int j = 0; j < n_files; j++)
      if (relm_same_file (relm_draft_get_file (g_ptr_array_index (drafts, i)), files[j]))
        {
          n--;
          break;
        }
  return n;
}

/* The menu offers it only when there is something. */
static guint
update_action (GtkApplication *application,
               GFile **files,
               int n_files)
{
  g_autoptr (GPtrArray) drafts = relm_drafts_list ();
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (application), "recover");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), drafts->len > 0);
  return count_beside (drafts, files, n_files);
}

static void
restore_cb (GtkApplication *application,
            RelmDraft *draft)
{
  relm_windows_restore (application, draft);
}

static void
closed_cb (GtkApplication *application)
{
  update_action (application, NULL, 0);
}

/**
 * relm_recovery_show:
 *
 * Shows what can be restored.
 */
void
relm_recovery_show (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);
  RelmRecoveryDialog *dialog = relm_recovery_dialog_new ();

  if (window == NULL)
    window = GTK_WINDOW (relm_windows_get_empty (application));
  gtk_window_present (window);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), application, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
}

/**
 * relm_recovery_begin:
 *
 * At start, when a window is there: shows what can be restored, if there is anything.
 */
void
relm_recovery_begin (GtkApplication *application)
{
  if (update_action (application, NULL, 0) > 0)
    relm_recovery_show (application);
}

/**
 * relm_recovery_begin_beside:
 * @files: what a person wants to see now
 *
 * At start: only says that there is something to restore besides, because the windows of the files ask for themselves.
 */
void
relm_recovery_begin_beside (GtkApplication *application,
                            GFile **files,
                            int n_files)
{
  const guint n = update_action (application, files, n_files);
  GtkWindow *window = gtk_application_get_active_window (application);
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (n == 0 || window == NULL)
    return;
  title = g_strdup_printf (ngettext ("Changes to %u other project were not saved",
                                     "Changes to %u other projects were not saved", n), n);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Show"));
  adw_toast_set_action_name (toast, "app.recover");
  adw_toast_set_timeout (toast, 0);
  relm_window_add_toast (GTK_WIDGET (window), toast);
}
