/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The entries of one kind in a release: a GListModel of RelmChangelogEntry, in the order in which they are shown. Built by
 * the builder, then immutable; owned by its release.
 */

#pragma once

#include <gio/gio.h>

#include "relm-changelog-entry.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGELOG_SECTION (relm_changelog_section_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelogSection, relm_changelog_section, RELM, CHANGELOG_SECTION, GObject)

RelmChangelogSection *relm_changelog_section_new (RelmChangelogKind kind);
RelmChangelogKind relm_changelog_section_get_kind (RelmChangelogSection *self);
const char *relm_changelog_section_get_nick (RelmChangelogSection *self);
const char *relm_changelog_section_get_title (RelmChangelogSection *self);
guint relm_changelog_section_get_size (RelmChangelogSection *self);
RelmChangelogEntry *relm_changelog_section_get (RelmChangelogSection *self,
                                                guint index);

/* For the builder alone. */
void relm_changelog_section_append (RelmChangelogSection *self,
                                    RelmChangelogEntry *entry);

G_END_DECLS
