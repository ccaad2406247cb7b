/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What was done to a project since it was opened: the steps that can be undone and those that can be made again. Each state
 * that the project was in has a number, never given twice, so that a document knows whether it is in the state that the file
 * has, however it came there. Owned by a document. Main thread.
 */

#pragma once

#include "relm-step.h"

G_BEGIN_DECLS

typedef struct _RelmHistory RelmHistory;

RelmHistory *relm_history_new (void);
void relm_history_free (RelmHistory *self);

guint64 relm_history_get_state (RelmHistory *self);
void relm_history_push (RelmHistory *self,
                        RelmStep *step);
void relm_history_seal (RelmHistory *self);
RelmStep *relm_history_peek_undo (RelmHistory *self);
RelmStep *relm_history_peek_redo (RelmHistory *self);
gboolean relm_history_undo (RelmHistory *self,
                            RelmProject *project);
gboolean relm_history_redo (RelmHistory *self,
                            RelmProject *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmHistory, relm_history_free)

G_END_DECLS
