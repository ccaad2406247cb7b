/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which tags are releases, in what order, and which commits each of them brought. No git and no database here.
 *
 * A release is newer than all that it contains; of two that do not contain each other the greater version is newer. Dates say
 * nothing: maintenance releases are made after newer ones, and clocks are wrong. A release brought what it contains and no
 * earlier release that it contains does, where pre-releases count only for pre-releases.
 */

#pragma once

#include "relm-git-tag.h"

G_BEGIN_DECLS

typedef struct
{
  RelmGitTag *tag;            /* not owned */
  const RelmGitTag *previous; /* the newest of those that it follows, or NULL; not owned */
  GArray *commits;            /* gint32, descendants first */

  /* for the arrangement alone */
  GPtrArray *below;   /* the releases that it contains, without those that they contain */
  GPtrArray *earlier; /* the same of those that count as earlier ones */
  guint n_above;      /* how many of those that are not placed yet have it below them */
  guint version_rank;
  guint rank; /* 1 is the newest */
} RelmGitRelease;

void relm_git_releases_choose (GPtrArray *tags,
                               const char *pattern);
GPtrArray *relm_git_releases_arrange (GPtrArray *tags,
                                      RelmGitGraph *graph);

G_END_DECLS
