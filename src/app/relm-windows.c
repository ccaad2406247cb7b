/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-same-file.h"
#include "relm-windows.h"

/**
 * relm_windows_find:
 * @file: (nullable): a project's file
 *
 * Returns: (transfer none) (nullable): the window that shows it, or loads it
 */
RelmWindow *
relm_windows_find (GtkApplication *application,
                   GFile *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (RELM_IS_WINDOW (l->data) && relm_same_file (relm_window_get_file (l->data), file))
      return l->data;
  return NULL;
}

/**
 * relm_windows_get_empty:
 *
 * Returns: (transfer none): a window without a project; a new one if there is none
 */
RelmWindow *
relm_windows_get_empty (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (RELM_IS_WINDOW (l->data) && relm_window_is_empty (l->data))
      return l->data;
  return relm_window_new (application);
}

/**
 * relm_windows_open:
 * @file: a project's file
 *
 * Shows it: in the window that has it already, or in another.
 */
void
relm_windows_open (GtkApplication *application,
                   GFile *file)
{
  RelmWindow *window = relm_windows_find (application, file);

  if (window == NULL)
    {
      window = relm_windows_get_empty (application);
      relm_window_load (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* Returns: whether the project can be taken out of the window without a loss */
static gboolean
is_spare (RelmWindow *window)
{
  RelmDocument *document = relm_window_get_document (window);

  return document != NULL && !relm_document_get_modified (document) && !relm_document_get_busy (document);
}

static void
refuse (RelmWindow *window,
        RelmDraft *draft)
{
  g_autofree char *title = g_strdup_printf (_ ("Save or close “%s” first, then restore its other changes"),
                                            relm_draft_get_title (draft));

  relm_window_add_toast (GTK_WIDGET (window), adw_toast_new (title));
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * relm_windows_restore:
 * @draft: edits that were not saved
 *
 * Shows them. A window that has their file as it was saved makes room.
 */
void
relm_windows_restore (GtkApplication *application,
                      RelmDraft *draft)
{
  RelmWindow *old = relm_windows_find (application, relm_draft_get_file (draft));
  RelmWindow *window;

  if (old != NULL && !is_spare (old))
    {
      refuse (old, draft);
      return;
    }
  window = relm_windows_get_empty (application);
  relm_window_load_draft (window, draft);
  gtk_window_present (GTK_WINDOW (window));
  if (old != NULL)
    gtk_window_destroy (GTK_WINDOW (old));
}
