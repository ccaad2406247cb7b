/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reads a project's file: the snapshot that saving will be compared with, and the project in it. Blocks; any thread.
 */

#pragma once

#include "relm-file-snapshot.h"
#include "relm-project.h"

G_BEGIN_DECLS

/* What came of it. Owned by whoever loaded it. */
typedef struct
{
  RelmFileSnapshot *snapshot;
  RelmProject *project;
  gboolean is_newer;    /* a newer Relm wrote it: this one must not */
  gboolean is_writable; /* the person may write it */
} RelmLoadedFile;

RelmLoadedFile *relm_file_loader_load (GFile *file,
                                       GError **error);
void relm_loaded_file_free (RelmLoadedFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmLoadedFile, relm_loaded_file_free)

G_END_DECLS
