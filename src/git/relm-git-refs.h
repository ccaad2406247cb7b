/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the references of a repository say: where its history ends, and its tags. Two repositories with the same fingerprint
 * have the same history. For src/git alone; made and used in one thread.
 */

#pragma once

#include "relm-git-library.h"
#include "relm-git-tag.h"

G_BEGIN_DECLS

typedef struct
{
  git_oid head;
  GPtrArray *tags;      /* RelmGitTag, by name */
  GHashTable *shallow;  /* the object ids of commits whose parents are not there, in hexadecimal; or NULL: all is there */
  char *fingerprint;    /* hexadecimal */
  char *shallow_digest; /* of the set of those commits; empty when all is there */
} RelmGitRefs;

RelmGitRefs *relm_git_refs_read (git_repository *repository,
                                 const char *branch,
                                 const char *tag_pattern,
                                 GError **error);
void relm_git_refs_free (RelmGitRefs *self);
void relm_git_refs_peel (RelmGitRefs *self,
                         git_repository *repository);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitRefs, relm_git_refs_free)

G_END_DECLS
