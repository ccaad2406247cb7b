/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Edits that were not saved when Relm ended: a copy of the project under $XDG_DATA_HOME/relm/drafts/, with what it was made
 * from. The next start offers it. A draft belongs to the process that writes it for as long as that lives, and after that to
 * whoever opens it. Immutable once it was handed on; any thread may list them, and look at their files.
 */

#pragma once

#include <gio/gio.h>

#include "relm-disk-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_DRAFT (relm_draft_get_type ())
G_DECLARE_FINAL_TYPE (RelmDraft, relm_draft, RELM, DRAFT, GObject)

GPtrArray *relm_drafts_list (void);

const char *relm_draft_get_path (RelmDraft *self);
const char *relm_draft_get_title (RelmDraft *self);
gint64 relm_draft_get_time (RelmDraft *self);
GFile *relm_draft_get_file (RelmDraft *self);
RelmDiskState relm_draft_get_disk_state (RelmDraft *self);
void relm_draft_look_at_file (RelmDraft *self);
void relm_draft_discard (RelmDraft *self);

G_END_DECLS
