/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include "relm-draft.h"
#include "relm-memory.h"
#include "relm-same-file.h"
#include "relm-session.h"
#include "relm-settings.h"
#include "relm-windows.h"

struct _RelmSession
{
  GtkApplication *application; /* unowned: it owns this */
  guint update_id;
  gboolean held; /* the windows are being closed for the end */
};

static GPtrArray *
list_files (RelmSession *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (RELM_IS_WINDOW (l->data) && relm_window_get_file (l->data) != NULL)
      g_ptr_array_insert (files, 0, g_object_ref (relm_window_get_file (l->data))); /* the active one is opened last */
  return files;
}

static void
update (RelmSession *self)
{
  g_autoptr (GPtrArray) files = list_files (self);

  if (!self->held)
    relm_memory_set_open (files);
}

static gboolean
update_cb (gpointer data)
{
  RelmSession *self = data;

  self->update_id = 0;
  if (gtk_application_get_windows (self->application) != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (RelmSession *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
window_added_cb (RelmSession *self,
                 GtkWindow *window)
{
  /* The title is that of the project, and the window that is active comes first. */
  g_signal_connect_swapped (window, "notify::title", G_CALLBACK (queue_update), self);
  g_signal_connect_swapped (window, "notify::is-active", G_CALLBACK (queue_update), self);
}

static void
window_removed_cb (RelmSession *self,
                   GtkWindow *window)
{
  g_signal_handlers_disconnect_by_data (window, self);
  queue_update (self);
}

/**
 * relm_session_new:
 * @application: owns the session
 *
 * Returns: (transfer full): a session that follows the windows of @application
 */
RelmSession *
relm_session_new (GtkApplication *application)
{
  RelmSession *self = g_new0 (RelmSession, 1);

  self->application = application;
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (window_added_cb), self);
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (window_removed_cb), self);
  return self;
}

/**
 * relm_session_free:
 * @self: (transfer full): a session
 */
void
relm_session_free (RelmSession *self)
{
  g_signal_handlers_disconnect_by_data (self->application, self);
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    g_signal_handlers_disconnect_by_data (l->data, self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_free (self);
}

/**
 * relm_session_hold:
 * @held: whether what is open stays remembered, though windows are closed from now on
 */
void
relm_session_hold (RelmSession *self,
                   gboolean held)
{
  if (held)
    update (self);
  self->held = held;
  if (!held)
    queue_update (self);
}

static gboolean
has_draft (GPtrArray *drafts,
           GFile *file)
{
  for (guint i = 0; i < drafts->len; i++)
    if (relm_same_file (relm_draft_get_file (g_ptr_array_index (drafts, i)), file))
      return TRUE;
  return FALSE;
}

/**
 * relm_session_restore:
 *
 * Opens what was open last, if the person wants that. A project with edits that were not saved is left to those who ask
 * about them.
 */
void
relm_session_restore (RelmSession *self)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  if (!relm_settings_get_boolean ("restore-session", FALSE))
    return;
  files = relm_memory_get_open ();
  if (files->len == 0)
    return;
  drafts = relm_drafts_list ();
  for (guint i = 0; i < files->len; i++)
    if (!has_draft (drafts, g_ptr_array_index (files, i)))
      relm_windows_open (self->application, g_ptr_array_index (files, i));
}
