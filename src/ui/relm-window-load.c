/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a project comes into a window: from its file, or from edits of it that were not saved. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-draft-question.h"
#include "relm-draft-search.h"
#include "relm-format.h"
#include "relm-new-project-dialog.h"
#include "relm-text.h"
#include "relm-window-private.h"

/* A file is opened, and edits of it that were not saved are looked for, at the same time. Owned by what is under way. */
typedef struct
{
  RelmWindow *window;
  RelmDocument *document; /* nullable */
  GError *error;          /* nullable: why there is no document */
  GPtrArray *drafts;      /* nullable: of RelmDraft */
  guint n_pending;
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_object (&self->document);
  g_clear_error (&self->error);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_object_unref (self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Private: has the desktop remember the file. */
void
_relm_window_add_to_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) "application/vnd.relm+json",
    .app_name = (char *) "Relm",
    .app_exec = (char *) "relm %u",
  };

  if (g_file_is_native (file))
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* Private: the reader names places in the text of the file, which few people have seen. */
void
_relm_window_show_read_error (RelmWindow *self,
                              const char *title,
                              const GError *error)
{
  g_autoptr (GError) told = g_error_copy (error);

  if (g_error_matches (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_SYNTAX) ||
      g_error_matches (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_STRUCTURE))
    {
      g_free (told->message);
      /* Translators: the placeholder says what is wrong with a file, and at which line and column */
      told->message = g_strdup_printf (_ ("%s\n\nRelm did not change the file. Mend it in a text editor, or take an older copy of it."),
                                       error->message);
    }
  relm_window_show_error (GTK_WIDGET (self), title, told);
}

static void
show_opened (RelmWindow *self,
             RelmDocument *document,
             const GError *error)
{
  if (self->cancellable == NULL)
    return; /* the window was closed meanwhile */
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading);
  if (document == NULL)
    {
      gtk_stack_set_visible_child_name (self->states, "start");
      _relm_window_show_read_error (self, _ ("Could Not Open the Project"), error);
      return;
    }
  if (relm_document_get_file (document) != NULL)
    _relm_window_add_to_recent (relm_document_get_file (document));
  relm_window_set_document (self, document);
}

static void
draft_opened_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (RelmWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmDocument) document = relm_document_open_finish (result, &error);

  show_opened (self, document, error);
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  RelmWindow *self = opening->window;
  RelmDraft *draft = g_ptr_array_index (opening->drafts, 0);
  const RelmDraftAnswer answer = relm_draft_question_ask_finish (source, result);

  if (self->cancellable == NULL)
    return; /* the window was closed meanwhile */
  if (answer == RELM_DRAFT_ANSWER_RESTORE)
    {
      relm_document_open_draft_async (draft, self->cancellable, draft_opened_cb, g_object_ref (self));
      return;
    }
  if (answer == RELM_DRAFT_ANSWER_DISCARD)
    relm_draft_discard (draft);
  show_opened (self, opening->document, opening->error);
}

/* When both are there. */
static void
go_on (Opening *opening)
{
  RelmWindow *self = opening->window;
  g_autoptr (Opening) owned = NULL;

  if (--opening->n_pending > 0)
    return;
  owned = opening;
  if (self->cancellable == NULL)
    return; /* the window was closed meanwhile */
  if (opening->drafts == NULL || opening->drafts->len == 0 || g_error_matches (opening->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_opened (self, opening->document, opening->error);
  else
    relm_draft_question_ask_async (GTK_WIDGET (self), g_ptr_array_index (opening->drafts, 0), answered_cb,
                                   g_steal_pointer (&owned));
}

static void
file_opened_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  Opening *opening = user_data;

  opening->document = relm_document_open_finish (result, &opening->error);
  go_on (opening);
}

static void
drafts_found_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  Opening *opening = user_data;

  opening->drafts = relm_drafts_search_finish (result, NULL);
  go_on (opening);
}

static void
begin_loading (RelmWindow *self,
               GFile *file,
               const char *name)
{
  g_autofree char *shown = relm_text_display_title (name);
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”…"), shown);

  g_set_object (&self->loading, file);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->loading_label, text);
  gtk_stack_set_visible_child_name (self->states, "loading");
}

/**
 * relm_window_load:
 * @file: a project's file, read without blocking
 *
 * Asks first when there are edits of it that were not saved. The window has to be empty.
 */
void
relm_window_load (RelmWindow *self,
                  GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  Opening *opening;

  g_return_if_fail (RELM_IS_WINDOW (self) && relm_window_is_empty (self));

  begin_loading (self, file, name);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->n_pending = 2;
  relm_document_open_async (file, self->cancellable, file_opened_cb, opening);
  relm_drafts_search_async (file, self->cancellable, drafts_found_cb, opening);
}

/**
 * relm_window_load_draft:
 * @draft: edits that were not saved
 *
 * The window has to be empty.
 */
void
relm_window_load_draft (RelmWindow *self,
                        RelmDraft *draft)
{
  g_return_if_fail (RELM_IS_WINDOW (self) && relm_window_is_empty (self));

  begin_loading (self, relm_draft_get_file (draft), relm_draft_get_title (draft));
  relm_document_open_draft_async (draft, self->cancellable, draft_opened_cb, g_object_ref (self));
}

static void
created_cb (RelmWindow *self,
            RelmDocument *document)
{
  RelmWindow *window =
    relm_window_is_empty (self) ? self : relm_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  relm_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * relm_window_ask_new_project:
 *
 * Asks what a new project needs. It is shown in this window if that is empty, or else in one of its own.
 */
void
relm_window_ask_new_project (RelmWindow *self)
{
  RelmNewProjectDialog *dialog;

  g_return_if_fail (RELM_IS_WINDOW (self));

  dialog = relm_new_project_dialog_new (NULL);
  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}
