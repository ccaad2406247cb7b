/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The changelog of a project: a GListModel of RelmChangelogRelease, newest first, with what is not released yet on top.
 * Made from the mirrors of repositories and from what people wrote in the project; it holds no truth of its own and is made
 * anew when either changes. Owned by whoever loaded it; main thread, or one worker alone.
 */

#pragma once

#include "relm-changelog-release.h"
#include "relm-changelog-repository.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGELOG (relm_changelog_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelog, relm_changelog, RELM, CHANGELOG, GObject)

RelmChangelog *relm_changelog_load (GPtrArray *repositories,
                                    RelmProject *project,
                                    GCancellable *cancellable,
                                    GError **error);
void relm_changelog_load_async (GPtrArray *repositories,
                                RelmProject *project,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
RelmChangelog *relm_changelog_load_finish (GAsyncResult *result,
                                           GError **error);

guint relm_changelog_get_n_releases (RelmChangelog *self);
RelmChangelogRelease *relm_changelog_get_release (RelmChangelog *self,
                                                  guint index);
RelmChangelogRelease *relm_changelog_find_release (RelmChangelog *self,
                                                   const char *name);
RelmChangelogRelease *relm_changelog_find_record (RelmChangelog *self,
                                                  RelmRecord *record);
gboolean relm_changelog_is_conventional (RelmChangelog *self);
gboolean relm_changelog_load_all (RelmChangelog *self,
                                  GCancellable *cancellable,
                                  GError **error);
char *relm_changelog_suggest_version (RelmChangelog *self,
                                      RelmDate date);

G_END_DECLS
