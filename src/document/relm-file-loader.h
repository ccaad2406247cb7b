/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reads a project from its file, with the snapshot that saving will be compared with; or from a draft, with what became of
 * the file since. Blocks; any thread.
 */

#pragma once

#include "relm-draft-place.h"
#include "relm-file-snapshot.h"
#include "relm-project.h"

G_BEGIN_DECLS

/* What came of it. Owned by whoever loaded it. */
typedef struct
{
  RelmProject *project;
  GFile *file;                /* nullable: where it is saved */
  RelmFileSnapshot *snapshot; /* nullable: not when a draft's file is not what the draft was made from */
  RelmDraftPlace *draft;      /* nullable: where it came from */
  gboolean is_deleted;        /* a draft's file is not there any more */
  gboolean is_newer;    /* a newer Relm wrote it: this one must not */
  gboolean is_writable; /* the person may write it */
} RelmLoadedFile;

RelmLoadedFile *relm_file_loader_load (GFile *file,
                                       GError **error);
RelmLoadedFile *relm_file_loader_load_draft (const char *path,
                                             GError **error);
void relm_loaded_file_free (RelmLoadedFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmLoadedFile, relm_loaded_file_free)

G_END_DECLS
