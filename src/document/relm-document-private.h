/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the files of relm-document share: the object itself. It is in several files because what a document does with its file,
 * its draft and its watch have little to do with each other.
 */

#pragma once

#include "relm-document.h"
#include "relm-draft-writer.h"
#include "relm-file-watch.h"
#include "relm-format-cache.h"
#include "relm-history.h"

G_BEGIN_DECLS

struct _RelmDocument
{
  GObject parent_instance;

  RelmProject *project;
  RelmFormatCache *cache; /* of its text */
  gulong title_handler;
  GFile *file;                /* NULL until it is first saved */
  RelmFileSnapshot *snapshot; /* the file as it was last read or written; NULL when that is not known */

  RelmHistory *history;
  RelmStep *open_step; /* between begin and end */
  guint64 saved_state; /* the state that the file has; 0 for none */

  gboolean told_modified; /* what the last notification said */
  gboolean is_newer; /* a newer Relm wrote the file */
  gboolean read_only;
  RelmDiskState disk_state;

  RelmDraftWriter *draft; /* NULL until there is something to keep */
  guint64 draft_state;    /* the state that it has, or is about to; 0 when there is none */
  gboolean draft_writing;
  guint draft_timer;
  gboolean closed;

  RelmFileWatch *watch;
  gboolean looking;    /* at the file */
  gboolean look_again; /* something happened while that could not be done */

  gboolean busy;
  GQueue waiting; /* see relm-document-task */
};

/* Milliseconds from an edit to its draft; changed by tests alone. */
extern guint relm_document_draft_delay;

typedef enum
{
  RELM_DOCUMENT_PROP_PROJECT = 1,
  RELM_DOCUMENT_PROP_FILE,
  RELM_DOCUMENT_PROP_TITLE,
  RELM_DOCUMENT_PROP_MODIFIED,
  RELM_DOCUMENT_PROP_READ_ONLY,
  RELM_DOCUMENT_PROP_BUSY,
  RELM_DOCUMENT_PROP_DISK_STATE,
  RELM_DOCUMENT_PROP_CAN_UNDO,
  RELM_DOCUMENT_PROP_CAN_REDO,
  RELM_DOCUMENT_PROP_UNDO_LABEL,
  RELM_DOCUMENT_PROP_REDO_LABEL,
  RELM_DOCUMENT_N_PROPS,
} RelmDocumentProperty;

void relm_document_notify (RelmDocument *self,
                           RelmDocumentProperty property);
void relm_document_notify_history (RelmDocument *self);
void relm_document_take_project (RelmDocument *self,
                                 RelmProject *project);
void relm_document_set_saved_state (RelmDocument *self,
                                    guint64 state);

void relm_document_take_file (RelmDocument *self,
                              GFile *file);
void relm_document_take_snapshot (RelmDocument *self,
                                  RelmFileSnapshot *snapshot);
void relm_document_set_limits (RelmDocument *self,
                               gboolean is_newer,
                               gboolean is_writable);
void relm_document_set_disk_state (RelmDocument *self,
                                   RelmDiskState state);
gpointer relm_document_wrap_weak (RelmDocument *self);
RelmDocument *relm_document_unwrap_weak (gpointer weak);
gboolean relm_document_has_edits (RelmDocument *self);
void relm_document_reload_if_clean (RelmDocument *self);
void relm_document_watch (RelmDocument *self);
void relm_document_look_if_wanted (RelmDocument *self);
void relm_document_update_draft (RelmDocument *self);
void relm_document_take_draft (RelmDocument *self,
                               RelmDraftPlace *place);
void relm_document_leave_draft (RelmDocument *self);
void relm_document_emit_reloaded (RelmDocument *self);

G_END_DECLS
