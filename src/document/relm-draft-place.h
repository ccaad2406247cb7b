/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where one draft is, for whoever has it: “UUID.draft” under $XDG_DATA_HOME/relm/drafts/, and “UUID.lock”, which is locked for
 * as long as the draft is somebody's. The lock ends with the process, however that ends, so that a draft without one is a
 * crash's. Any thread; owned by one.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RelmDraftPlace RelmDraftPlace;

char *relm_draft_place_dup_folder (void);
RelmDraftPlace *relm_draft_place_new (void);
RelmDraftPlace *relm_draft_place_take (const char *path);
void relm_draft_place_free (RelmDraftPlace *self);

const char *relm_draft_place_get_path (RelmDraftPlace *self);
void relm_draft_place_remove (RelmDraftPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmDraftPlace, relm_draft_place_free)

G_END_DECLS
