/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The file that is written beside the one to be replaced: “.NAME.relm-XXXXXX” in the same folder, because only there can it
 * take the other's place at once. It is locked for as long as its process lives, so that whoever saves next removes what a
 * crash left behind and nothing that is in use. Owned by a saver; one thread at a time.
 */

#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

typedef struct _RelmTemporaryFile RelmTemporaryFile;

RelmTemporaryFile *relm_temporary_file_new (const char *target,
                                            mode_t mode);
void relm_temporary_file_free (RelmTemporaryFile *self);

const char *relm_temporary_file_get_path (RelmTemporaryFile *self);
gboolean relm_temporary_file_write (RelmTemporaryFile *self,
                                    GBytes *bytes);
gboolean relm_temporary_file_copy_attributes (RelmTemporaryFile *self,
                                              const char *target,
                                              const struct stat *status);
gboolean relm_temporary_file_finish (RelmTemporaryFile *self);
void relm_temporary_file_keep (RelmTemporaryFile *self);

void relm_temporary_file_remove_stale (const char *folder,
                                       const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTemporaryFile, relm_temporary_file_free)

G_END_DECLS
