/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Puts commits into the mirror: their text made UTF-8, their messages understood, their authors counted and put through the
 * mailmap. The part of reading a repository that needs no repository. Used in one thread at a time.
 */

#pragma once

#include "relm-git-mailmap.h"
#include "relm-git-raw-commit.h"
#include "relm-mirror-writer.h"

G_BEGIN_DECLS

typedef struct _RelmGitStore RelmGitStore;

RelmGitStore *relm_git_store_new (RelmMirrorWriter *writer,
                                  const RelmGitMailmap *mailmap);
void relm_git_store_free (RelmGitStore *self);
gboolean relm_git_store_load_authors (RelmGitStore *self,
                                      gboolean remap,
                                      GError **error);
gboolean relm_git_store_add (RelmGitStore *self,
                             guint id,
                             const guint8 *oid,
                             const RelmGitRawCommit *commit,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitStore, relm_git_store_free)

G_END_DECLS
