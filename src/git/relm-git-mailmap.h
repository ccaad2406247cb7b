/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A .mailmap file: who is who under several names and addresses. By the rules of gitmailmap(5); unlike libgit2's it does not
 * tell upper from lower case, as git does not. Immutable once made, any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RelmGitMailmap RelmGitMailmap;

RelmGitMailmap *relm_git_mailmap_new (const char *contents,
                                      gssize length);
void relm_git_mailmap_free (RelmGitMailmap *self);
void relm_git_mailmap_resolve (const RelmGitMailmap *self,
                               const char **name,
                               const char **email);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitMailmap, relm_git_mailmap_free)

G_END_DECLS
