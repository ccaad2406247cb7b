/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The mirror of a repository: one SQLite database in the cache that holds what the repository said when it was last read,
 * so that its history is there at once and without a network. This reads it; RelmMirrorWriter writes it. Any thread, one
 * handle per thread; what it returns belongs to the caller. Deleting the file loses nothing but time.
 */

#pragma once

#include "relm-mirror-commit.h"
#include "relm-mirror-error.h"
#include "relm-mirror-tag.h"

G_BEGIN_DECLS

typedef struct _RelmMirror RelmMirror;

RelmMirror *relm_mirror_open (const char *path,
                              GError **error);
void relm_mirror_close (RelmMirror *self);

GPtrArray *relm_mirror_list_tags (RelmMirror *self,
                                  GError **error);
GPtrArray *relm_mirror_list_commits (RelmMirror *self,
                                     const char *tag,
                                     GError **error);
guint relm_mirror_count_unreleased (RelmMirror *self);
char *relm_mirror_dup_state (RelmMirror *self,
                             const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirror, relm_mirror_close)

G_END_DECLS
