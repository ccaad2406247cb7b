/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The history of a document's repository, kept up to date: the first source of the project that is a repository, its mirror,
 * and the changelog that is made of both. What the mirror has is there at once; meanwhile the repository is read, when the
 * document is opened and whenever somebody asks. One per window, shared by its pages. Main thread.
 */

#pragma once

#include "relm-changelog.h"
#include "relm-document.h"
#include "relm-git-source.h"

G_BEGIN_DECLS

#define RELM_TYPE_SOURCE_HISTORY (relm_source_history_get_type ())
G_DECLARE_FINAL_TYPE (RelmSourceHistory, relm_source_history, RELM, SOURCE_HISTORY, GObject)

RelmSourceHistory *relm_source_history_new (RelmDocument *document,
                                            const char *cache_dir);
void relm_source_history_sync (RelmSourceHistory *self);
void relm_source_history_look_again (RelmSourceHistory *self);
void relm_source_history_cancel (RelmSourceHistory *self);

RelmDocument *relm_source_history_get_document (RelmSourceHistory *self);
RelmRecord *relm_source_history_get_source (RelmSourceHistory *self);
RelmChangelog *relm_source_history_get_changelog (RelmSourceHistory *self);
gboolean relm_source_history_is_busy (RelmSourceHistory *self);
RelmGitSourceState relm_source_history_get_state (RelmSourceHistory *self);
double relm_source_history_get_progress (RelmSourceHistory *self);
const char *relm_source_history_get_status (RelmSourceHistory *self);
gint64 relm_source_history_get_last_sync (RelmSourceHistory *self);
gboolean relm_source_history_is_incomplete (RelmSourceHistory *self);
const GError *relm_source_history_get_error (RelmSourceHistory *self);

G_END_DECLS
