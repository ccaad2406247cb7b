/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Makes the sections of one release out of its commits and of what people wrote in their place. Pure: the same input gives
 * the same output; any thread.
 */

#pragma once

#include "relm-changelog-commit.h"
#include "relm-changelog-section.h"
#include "relm-contributors.h"
#include "relm-curated.h"

G_BEGIN_DECLS

/* What touches nothing of the product may be most of a large repository; so many are enough to see what it is. */
#define RELM_CHANGELOG_OUTSIDE_MAX 500

/* What a release holds, ready to be shown. */
typedef struct
{
  GPtrArray *sections;     /* of RelmChangelogSection that have entries, in order */
  GPtrArray *contributors; /* of RelmContributor */
  guint n_commits;         /* without merges */
  GPtrArray *outside;      /* of RelmChangelogEntry: of commits that touch no component's path, the newest RELM_CHANGELOG_OUTSIDE_MAX */
  guint n_outside;         /* how many those commits are in all; without merges */
  guint n_entries;
} RelmChangelogContents;

/* For which release. */
typedef struct
{
  const char *release_id; /* the project's release that it is, or NULL */
  gboolean unreleased;    /* the commits that no release holds yet */
  const char *const *folded; /* releases of the project whose entries it lists too, or NULL */
} RelmChangelogScope;

RelmChangelogContents *relm_changelog_build (GPtrArray *commits,
                                             RelmCurated *curated,
                                             const RelmChangelogScope *scope);
void relm_changelog_contents_free (RelmChangelogContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmChangelogContents, relm_changelog_contents_free)

G_END_DECLS
