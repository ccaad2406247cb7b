/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the releases of a changelog share: where their commits are, and what the project says about them. Immutable and
 * counted atomically, so that workers hold it too. For src/changelog alone.
 */

#pragma once

#include "relm-changelog-tags.h"
#include "relm-changelog.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *repositories; /* of RelmChangelogRepository; empty: the project has none */
  RelmCurated *curated;
  gboolean conventional; /* one of the repositories at least follows Conventional Commits */
  gboolean named;        /* entries say which component they are of */
} RelmChangelogOrigin;

RelmChangelogOrigin *relm_changelog_origin_ref (RelmChangelogOrigin *origin);
void relm_changelog_origin_unref (RelmChangelogOrigin *origin);

RelmChangelogRelease *relm_changelog_release_new_unreleased (RelmChangelogOrigin *origin,
                                                             const char *previous_tag,
                                                             guint n_commits);
RelmChangelogRelease *relm_changelog_release_new_for_tags (RelmChangelogOrigin *origin,
                                                           GPtrArray *tags,
                                                           const RelmCuratedRelease *curated);
RelmChangelogRelease *relm_changelog_release_new_for_record (RelmChangelogOrigin *origin,
                                                             const RelmCuratedRelease *curated);

RelmChangelogRelease *relm_changelog_release_new_copy (RelmChangelogRelease *release);

GPtrArray *relm_changelog_release_list_commits (RelmChangelogRelease *self,
                                                GError **error);
void relm_changelog_release_build (RelmChangelogRelease *self,
                                   GPtrArray *commits,
                                   const char *const *folded);
gboolean relm_changelog_release_has_tag (RelmChangelogRelease *self,
                                         const char *name);
GPtrArray *relm_changelog_release_get_tags (RelmChangelogRelease *self);
const char *relm_changelog_release_get_record_id (RelmChangelogRelease *self);
void relm_changelog_remove_release (RelmChangelog *self,
                                    RelmChangelogRelease *release);

RelmChangelog *relm_changelog_new_copy (RelmChangelog *changelog,
                                        RelmChangelogRelease *only);

G_END_DECLS
