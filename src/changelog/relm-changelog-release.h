/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One release of the changelog, or what is not released yet: a GListModel of RelmChangelogSection. What it is (version,
 * tag, date, how many commits) is there at once; its sections are loaded when they are asked for. Owned by its changelog.
 * Main thread; or one worker alone, for the functions that block.
 */

#pragma once

#include "relm-changelog-builder.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGELOG_RELEASE (relm_changelog_release_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelogRelease, relm_changelog_release, RELM, CHANGELOG_RELEASE, GObject)

const char *relm_changelog_release_get_version (RelmChangelogRelease *self);
const char *relm_changelog_release_get_tag (RelmChangelogRelease *self);
const char *relm_changelog_release_get_previous_tag (RelmChangelogRelease *self);
RelmDate relm_changelog_release_get_date (RelmChangelogRelease *self);
gboolean relm_changelog_release_is_prerelease (RelmChangelogRelease *self);
gboolean relm_changelog_release_is_unreleased (RelmChangelogRelease *self);
char *relm_changelog_release_dup_title (RelmChangelogRelease *self);
RelmRecord *relm_changelog_release_get_record (RelmChangelogRelease *self);
guint relm_changelog_release_get_n_commits (RelmChangelogRelease *self);

gboolean relm_changelog_release_is_loaded (RelmChangelogRelease *self);
gboolean relm_changelog_release_load (RelmChangelogRelease *self,
                                      GCancellable *cancellable,
                                      GError **error);
void relm_changelog_release_load_async (RelmChangelogRelease *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean relm_changelog_release_load_finish (RelmChangelogRelease *self,
                                             GAsyncResult *result,
                                             GError **error);

/* When it is loaded */
guint relm_changelog_release_get_n_entries (RelmChangelogRelease *self);
guint relm_changelog_release_get_n_sections (RelmChangelogRelease *self);
RelmChangelogSection *relm_changelog_release_get_section (RelmChangelogRelease *self,
                                                          guint index);
RelmChangelogSection *relm_changelog_release_find_section (RelmChangelogRelease *self,
                                                           RelmChangelogKind kind);
const RelmChangelogContents *relm_changelog_release_get_contents (RelmChangelogRelease *self);

G_END_DECLS
