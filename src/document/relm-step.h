/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One step of undo: what a person did, in their words, and the operations that did it. Records are rows of tables, so four
 * operations cover every edit: a field is set, a record is added, removed or moved. Each is its own inverse's inverse, so that
 * undo and redo bring back exactly what was there.
 *
 * A step makes its operations while it records them. Owned by a history, or by a document while it is open. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

typedef struct _RelmStep RelmStep;

RelmStep *relm_step_new (const char *label,
                         gconstpointer key);
void relm_step_free (RelmStep *self);

const char *relm_step_get_label (RelmStep *self);
gboolean relm_step_is_empty (RelmStep *self);
guint relm_step_get_size (RelmStep *self);

void relm_step_set (RelmStep *self,
                    RelmProject *project,
                    RelmRecord *record,
                    guint field,
                    const RelmValue *value);
void relm_step_add (RelmStep *self,
                    RelmProject *project,
                    RelmRecord *record,
                    guint position);
void relm_step_remove (RelmStep *self,
                       RelmProject *project,
                       RelmRecord *record);
void relm_step_move (RelmStep *self,
                     RelmProject *project,
                     RelmRecord *record,
                     guint position);
void relm_step_complete (RelmStep *self,
                         RelmProject *project);

gboolean relm_step_can_join (RelmStep *self,
                             RelmStep *later);
void relm_step_join (RelmStep *self,
                     RelmStep *later);
void relm_step_seal (RelmStep *self);

void relm_step_undo (RelmStep *self,
                     RelmProject *project);
void relm_step_redo (RelmStep *self,
                     RelmProject *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmStep, relm_step_free)

G_END_DECLS
