/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The history of a document's repositories, kept up to date: the sources of the project that are repositories, their mirrors,
 * and the changelog that is made of all. What the mirrors have is there at once; meanwhile the repositories are read, when
 * somebody looks for the first time and whenever somebody asks. One per window, shared by its pages. Main thread.
 *
 * What it says about reading is of the repository that matters most: one that is being read, else one that could not be, else
 * the first.
 */

#pragma once

#include "relm-changelog.h"
#include "relm-document.h"
#include "relm-git-source.h"

G_BEGIN_DECLS

#define RELM_TYPE_SOURCE_HISTORY (relm_source_history_get_type ())
G_DECLARE_FINAL_TYPE (RelmSourceHistory, relm_source_history, RELM, SOURCE_HISTORY, GObject)

RelmSourceHistory *relm_source_history_new (RelmDocument *document);
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
const char *relm_source_history_explain_incomplete (RelmSourceHistory *self);
const GError *relm_source_history_get_error (RelmSourceHistory *self);

G_END_DECLS
