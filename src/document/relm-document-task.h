/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a document does with its file, one after the other: while it is saved it is not read again, and saving twice in a row
 * is two saves. The document is busy as long as something is under way. Main thread; private to document/.
 */

#pragma once

#include "relm-document.h"

G_BEGIN_DECLS

/* Starts the work; it ends with relm_document_task_end() and then returning from @task. */
typedef void (*RelmDocumentTaskFunc) (RelmDocument *self,
                                      GTask *task);

void relm_document_task_run (RelmDocument *self,
                             GTask *task,
                             RelmDocumentTaskFunc begin);
void relm_document_task_end (RelmDocument *self);
gboolean relm_document_task_refuse_without_file (RelmDocument *self,
                                                 GTask *task);

G_END_DECLS
