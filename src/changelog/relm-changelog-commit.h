/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A commit as the changelog sees it: with the parts of the product that it changes. A plain struct that owns what it has.
 */

#pragma once

#include "relm-mirror-commit.h"

G_BEGIN_DECLS

typedef struct
{
  RelmMirrorCommit *commit;
  char **components;     /* their names, or NULL: the product has no parts */
  gboolean conventional; /* whether its repository follows Conventional Commits */
  gboolean outside;      /* it changes nothing of the product: only other paths of its repository */
} RelmChangelogCommit;

RelmChangelogCommit *relm_changelog_commit_new (RelmMirrorCommit *commit);
void relm_changelog_commit_free (RelmChangelogCommit *self);
GPtrArray *relm_changelog_commits_new (void);
GPtrArray *relm_changelog_commits_merge (GPtrArray *lists);

G_END_DECLS
