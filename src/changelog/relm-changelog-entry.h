/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One line of the changelog: what a commit says, or several that are one change, or a person's words in their place.
 * Immutable once its section is built, so any thread may read it; owned by its section.
 */

#pragma once

#include "relm-changelog-kind.h"
#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGELOG_ENTRY (relm_changelog_entry_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelogEntry, relm_changelog_entry, RELM, CHANGELOG_ENTRY, GObject)

RelmChangelogEntry *relm_changelog_entry_new (RelmChangelogKind kind,
                                              const char *summary);

RelmChangelogKind relm_changelog_entry_get_kind (RelmChangelogEntry *self);
const char *relm_changelog_entry_get_summary (RelmChangelogEntry *self);
const char *relm_changelog_entry_get_scope (RelmChangelogEntry *self);
const char *const *relm_changelog_entry_get_components (RelmChangelogEntry *self);
char *relm_changelog_entry_dup_place (RelmChangelogEntry *self);
gboolean relm_changelog_entry_get_breaking (RelmChangelogEntry *self);
const char *relm_changelog_entry_get_note (RelmChangelogEntry *self);
const char *relm_changelog_entry_get_author (RelmChangelogEntry *self);
const char *const *relm_changelog_entry_get_oids (RelmChangelogEntry *self);
const char *const *relm_changelog_entry_get_references (RelmChangelogEntry *self);
RelmRecord *relm_changelog_entry_get_record (RelmChangelogEntry *self);
gboolean relm_changelog_entry_matches (RelmChangelogEntry *self,
                                       const char *const *words,
                                       const char *scope);

/* For the builder alone. */
void relm_changelog_entry_set_scope (RelmChangelogEntry *self,
                                     const char *scope);
void relm_changelog_entry_add_components (RelmChangelogEntry *self,
                                          const char *const *components);
void relm_changelog_entry_set_breaking (RelmChangelogEntry *self,
                                        const char *note);
void relm_changelog_entry_set_author (RelmChangelogEntry *self,
                                      const char *author);
void relm_changelog_entry_set_record (RelmChangelogEntry *self,
                                      RelmRecord *record);
void relm_changelog_entry_add_commit (RelmChangelogEntry *self,
                                      const char *oid,
                                      const char *const *references);

G_END_DECLS
