/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One of the repositories that a changelog is made of, and which parts of the product are in it: all of it, or what touches a
 * path. A plain struct, made on the main thread; then whoever loads a changelog has it, in any thread.
 */

#pragma once

#include "relm-changelog-commit.h"
#include "relm-project.h"

G_BEGIN_DECLS

/* A component, or the repository itself where the project says nothing of components. */
typedef struct
{
  char *name; /* or NULL: it has none */
  char *path; /* or NULL: all of the repository */
} RelmChangelogPart;

typedef struct
{
  char *mirror_path;
  GPtrArray *parts; /* RelmChangelogPart, at least one */
  gboolean conventional; /* whether it follows Conventional Commits; set by the changelog when it is read */
} RelmChangelogRepository;

GPtrArray *relm_changelog_repositories_new (void);
RelmChangelogRepository *relm_changelog_repositories_add (GPtrArray *repositories,
                                                          const char *mirror_path);
void relm_changelog_repositories_add_source (GPtrArray *repositories,
                                             RelmProject *project,
                                             RelmRecord *source,
                                             const char *mirror_path);
gboolean relm_changelog_repositories_need_names (GPtrArray *repositories);

void relm_changelog_repository_add_part (RelmChangelogRepository *self,
                                         const char *name,
                                         const char *path);
gboolean relm_changelog_repository_has_paths (RelmChangelogRepository *self);
GPtrArray *relm_changelog_repository_list_commits (RelmChangelogRepository *self,
                                                   const char *tag,
                                                   gboolean with_names,
                                                   GError **error);

G_END_DECLS
