/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes and removes one document's draft in worker threads. What was asked for last is what counts, in whatever order the
 * workers come to run. Counted; owned by a document and by the work under way. Main thread.
 */

#pragma once

#include "relm-draft-content.h"
#include "relm-draft-place.h"

G_BEGIN_DECLS

typedef struct _RelmDraftWriter RelmDraftWriter;

RelmDraftWriter *relm_draft_writer_new (RelmDraftPlace *place);
RelmDraftWriter *relm_draft_writer_ref (RelmDraftWriter *self);
void relm_draft_writer_unref (RelmDraftWriter *self);

void relm_draft_writer_write_async (RelmDraftWriter *self,
                                    const char *title,
                                    GFile *file,
                                    GBytes *base,
                                    GBytes *text,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean relm_draft_writer_write_finish (GAsyncResult *result,
                                         GError **error);
void relm_draft_writer_remove (RelmDraftWriter *self);
void relm_draft_writer_close (RelmDraftWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmDraftWriter, relm_draft_writer_unref)

G_END_DECLS
