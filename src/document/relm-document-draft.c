/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping what is not saved yet. */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include "relm-document-private.h"

/* After the first edit, not the last: who types without a pause has a draft too. Leaves a second for writing. */
guint relm_document_draft_delay = 2000;

/* A document that is dropped meanwhile is gone at once: what is being written is for the next start. */
static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RelmDocument) self = relm_document_unwrap_weak (user_data);
  g_autoptr (GError) error = NULL;

  if (!relm_draft_writer_write_finish (result, &error))
    g_message ("The draft could not be written: %s", error->message);
  if (self == NULL)
    return;
  self->draft_writing = FALSE;
  relm_document_update_draft (self);
}

static void
write_draft (RelmDocument *self)
{
  g_autoptr (GBytes) text = relm_format_cache_write (self->cache);
  g_autofree char *title = relm_document_dup_title (self);
  GBytes *base = self->snapshot != NULL ? relm_file_snapshot_get_bytes (self->snapshot) : NULL;

  if (self->draft == NULL)
    self->draft = relm_draft_writer_new (NULL);
  self->draft_state = relm_history_get_state (self->history);
  self->draft_writing = TRUE;
  relm_draft_writer_write_async (self->draft, title, self->file, base, text, written_cb, relm_document_wrap_weak (self));
}

static gboolean
write_cb (gpointer data)
{
  RelmDocument *self = data;

  self->draft_timer = 0;
  write_draft (self);
  return G_SOURCE_REMOVE;
}

/* Private: has what is not saved written soon, and removes the draft when there is nothing. */
void
relm_document_update_draft (RelmDocument *self)
{
  if (self->closed)
    return;
  if (!relm_document_get_modified (self))
    {
      g_clear_handle_id (&self->draft_timer, g_source_remove);
      if (self->draft_state != 0)
        relm_draft_writer_remove (self->draft);
      self->draft_state = 0;
      return;
    }
  if (self->draft_timer == 0 && !self->draft_writing && self->draft_state != relm_history_get_state (self->history))
    self->draft_timer = g_timeout_add (relm_document_draft_delay, write_cb, self);
}

/* Private: goes on with a draft that was opened; takes over @place. */
void
relm_document_take_draft (RelmDocument *self,
                          RelmDraftPlace *place)
{
  g_clear_handle_id (&self->draft_timer, g_source_remove);
  g_clear_pointer (&self->draft, relm_draft_writer_unref);
  self->draft = relm_draft_writer_new (place);
  self->draft_state = relm_history_get_state (self->history);
}

/* Private: forgets the draft; what was written of it stays for the next start. */
void
relm_document_leave_draft (RelmDocument *self)
{
  g_clear_handle_id (&self->draft_timer, g_source_remove);
  g_clear_pointer (&self->draft, relm_draft_writer_unref);
}

/**
 * relm_document_close:
 *
 * Ends what the document does in the background, and removes its draft. For when its window is closed and a person decided
 * about what is unsaved. A document that is dropped without it leaves its draft for the next start.
 */
void
relm_document_close (RelmDocument *self)
{
  g_return_if_fail (RELM_IS_DOCUMENT (self));

  self->closed = TRUE;
  if (self->draft != NULL)
    relm_draft_writer_close (self->draft);
  relm_document_leave_draft (self);
  g_clear_pointer (&self->watch, relm_file_watch_free);
}
