/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds out which commits touch a path, for those of which the mirror does not know it yet. As “git log
 * --full-history” has it: what is at the path is not what a parent has there; a merge changes what is there in none of its
 * parents. The thread that reads a repository.
 */

#pragma once

#include "relm-git-graph.h"
#include "relm-git-library.h"
#include "relm-git-reader.h"
#include "relm-mirror-writer.h"

G_BEGIN_DECLS

gboolean relm_git_paths_update (git_odb *odb,
                                RelmGitGraph *graph,
                                RelmMirrorWriter *writer,
                                const char *const *paths,
                                RelmGitReaderProgressFunc progress_func,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
