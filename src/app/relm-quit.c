/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include "relm-quit.h"
#include "relm-unsaved-dialog.h"
#include "relm-window.h"

/* The end that is being prepared. Owned by its callbacks; one at a time. */
typedef struct
{
  GtkApplication *application;
  RelmSession *session; /* the application’s */
  GPtrArray *documents; /* to be saved yet */
  RelmWindow *window;   /* unowned: that saves just now */
} Quit;

static gboolean is_quitting;

static void save_next (Quit *self);

static void
quit_free (Quit *self)
{
  is_quitting = FALSE;
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_object_unref (self->application);
  g_free (self);
}

static void
stay (Quit *self)
{
  relm_session_hold (self->session, FALSE);
  quit_free (self);
}

static void
close_all (Quit *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (self->application));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  quit_free (self);
}

static RelmWindow *
find_window (Quit *self,
             RelmDocument *document)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (RELM_IS_WINDOW (l->data) && relm_window_get_document (l->data) == document)
      return l->data;
  return NULL;
}

static void
stop_following (Quit *self)
{
  g_signal_handlers_disconnect_by_data (self->window, self);
  g_signal_handlers_disconnect_by_data (self->application, self);
  self->window = NULL;
}

static void
kept_cb (Quit *self)
{
  stop_following (self);
  stay (self);
}

static void
removed_cb (Quit *self,
            GtkWindow *window)
{
  if (window != GTK_WINDOW (self->window))
    return;
  stop_following (self);
  save_next (self);
}

static void
save_next (Quit *self)
{
  g_autoptr (RelmDocument) document = NULL;

  if (self->documents->len == 0)
    {
      close_all (self);
      return;
    }
  document = g_ptr_array_steal_index (self->documents, 0);
  self->window = find_window (self, document);
  if (self->window == NULL)
    {
      save_next (self);
      return;
    }
  g_signal_connect_swapped (self->window, "kept", G_CALLBACK (kept_cb), self);
  g_signal_connect_swapped (self->application, "window-removed", G_CALLBACK (removed_cb), self);
  relm_window_save_and_close (self->window);
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Quit *self = user_data;

  self->documents = relm_unsaved_dialog_ask_finish (source, result);
  if (self->documents != NULL)
    save_next (self);
  else
    stay (self);
}

static GPtrArray *
list_unsaved (GtkApplication *application)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      RelmDocument *document = RELM_IS_WINDOW (l->data) ? relm_window_get_document (l->data) : NULL;

      if (document != NULL && relm_document_get_modified (document))
        g_ptr_array_add (documents, g_object_ref (document));
    }
  return documents;
}

/**
 * relm_quit:
 * @session: of @application; goes on when the end is called off
 *
 * Ends the program, unless the person decides otherwise. Does nothing while that is being decided.
 */
void
relm_quit (GtkApplication *application,
           RelmSession *session)
{
  g_autoptr (GPtrArray) unsaved = NULL;
  RelmWindow *window;
  Quit *self;

  if (is_quitting)
    return;
  is_quitting = TRUE;
  self = g_new0 (Quit, 1);
  self->application = g_object_ref (application);
  self->session = session;
  relm_session_hold (session, TRUE);

  unsaved = list_unsaved (application);
  if (unsaved->len == 0)
    {
      close_all (self);
      return;
    }
  window = find_window (self, g_ptr_array_index (unsaved, 0));
  gtk_window_present (GTK_WINDOW (window));
  relm_unsaved_dialog_ask_async (GTK_WIDGET (window), unsaved, answered_cb, self);
}
