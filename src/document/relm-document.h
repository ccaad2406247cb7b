/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * An open project: the project, the file it came from, what was done to it since, and what became of the file meanwhile.
 * Nothing else changes a project. One document per file, one window per document.
 *
 * Main thread. Reading, writing and hashing happen in worker threads; the functions that end in _async say so.
 */

#pragma once

#include <gio/gio.h>

#include "relm-disk-state.h"
#include "relm-document-error.h"
#include "relm-draft.h"
#include "relm-file-saver.h"
#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_TYPE_DOCUMENT (relm_document_get_type ())
G_DECLARE_FINAL_TYPE (RelmDocument, relm_document, RELM, DOCUMENT, GObject)

/* Making, opening, closing */
RelmDocument *relm_document_new (RelmProject *project);
void relm_document_open_async (GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void relm_document_open_draft_async (RelmDraft *draft,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
RelmDocument *relm_document_open_finish (GAsyncResult *result,
                                         GError **error);
void relm_document_close (RelmDocument *self);

/* Saving */
void relm_document_save_async (RelmDocument *self,
                               RelmSaveFlags flags,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void relm_document_save_as_async (RelmDocument *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean relm_document_save_finish (RelmDocument *self,
                                    GAsyncResult *result,
                                    GError **error);
void relm_document_reload_async (RelmDocument *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean relm_document_reload_finish (RelmDocument *self,
                                      GAsyncResult *result,
                                      GError **error);
void relm_document_check_disk (RelmDocument *self);

/* What it is */
RelmProject *relm_document_get_project (RelmDocument *self);
GFile *relm_document_get_file (RelmDocument *self);
char *relm_document_dup_title (RelmDocument *self);
gboolean relm_document_get_modified (RelmDocument *self);
gboolean relm_document_get_read_only (RelmDocument *self);
gboolean relm_document_is_newer (RelmDocument *self);
gboolean relm_document_get_busy (RelmDocument *self);
RelmDiskState relm_document_get_disk_state (RelmDocument *self);

/* Edits: whatever is between begin and end is one step of undo. */
void relm_document_edit_begin (RelmDocument *self,
                               const char *label);
void relm_document_edit_begin_merging (RelmDocument *self,
                                       const char *label,
                                       gconstpointer key);
void relm_document_edit_end (RelmDocument *self);
void relm_document_edit_cancel (RelmDocument *self);
gboolean relm_document_set (RelmDocument *self,
                            RelmRecord *record,
                            guint field,
                            const RelmValue *value,
                            GError **error);
gboolean relm_document_set_string (RelmDocument *self,
                                   RelmRecord *record,
                                   guint field,
                                   const char *string,
                                   GError **error);
gboolean relm_document_set_date (RelmDocument *self,
                                 RelmRecord *record,
                                 guint field,
                                 RelmDate date,
                                 GError **error);
gboolean relm_document_set_integer (RelmDocument *self,
                                    RelmRecord *record,
                                    guint field,
                                    gint64 integer,
                                    GError **error);
gboolean relm_document_set_boolean (RelmDocument *self,
                                    RelmRecord *record,
                                    guint field,
                                    gboolean boolean,
                                    GError **error);
gboolean relm_document_set_strings (RelmDocument *self,
                                    RelmRecord *record,
                                    guint field,
                                    const char *const *strings,
                                    GError **error);
RelmRecord *relm_document_add (RelmDocument *self,
                               GType type,
                               guint position);
gboolean relm_document_insert (RelmDocument *self,
                               RelmRecord *record,
                               guint position,
                               GError **error);
void relm_document_remove (RelmDocument *self,
                           RelmRecord *record);
void relm_document_move (RelmDocument *self,
                         RelmRecord *record,
                         guint position);

/* Undo */
void relm_document_undo (RelmDocument *self);
void relm_document_redo (RelmDocument *self);
gboolean relm_document_get_can_undo (RelmDocument *self);
gboolean relm_document_get_can_redo (RelmDocument *self);
const char *relm_document_get_undo_label (RelmDocument *self);
const char *relm_document_get_redo_label (RelmDocument *self);

G_END_DECLS
