/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * libgit2, started once and told to trust nobody: no configuration of a person or a system is read, and a folder that belongs
 * to somebody else is refused. It runs no hook and no filter when objects are read. For src/git alone; any thread.
 */

#pragma once

#include <git2.h>
#include <glib.h>

G_BEGIN_DECLS

git_repository *relm_git_library_open (const char *folder,
                                       GError **error);
void relm_git_library_set_error (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_repository, git_repository_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_odb_object, git_odb_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_reference_iterator, git_reference_iterator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_object, git_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_commit, git_commit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_tree, git_tree_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_blob, git_blob_free)

G_END_DECLS
