/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The tags of several repositories that are the same release: those of one version, one of each repository. For
 * src/changelog alone; any thread.
 */

#pragma once

#include "relm-mirror-tag.h"

G_BEGIN_DECLS

typedef struct
{
  RelmMirrorTag *tag; /* owned */
  guint repository;   /* its index */
  guint n_commits;    /* that change the product */
} RelmChangelogTag;

RelmChangelogTag *relm_changelog_tag_new (RelmMirrorTag *tag,
                                          guint repository);
void relm_changelog_tag_free (RelmChangelogTag *self);
GPtrArray *relm_changelog_tags_new (void);
GPtrArray *relm_changelog_tags_gather (GPtrArray *lists);

G_END_DECLS
