/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A file as it was when it was read or written: which file it is, and its bytes. A document keeps one, so that it never
 * replaces bytes that it has not read, and has the common text for a merge. Immutable, counted; any thread.
 */

#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

typedef struct _RelmFileSnapshot RelmFileSnapshot;

RelmFileSnapshot *relm_file_snapshot_read (const char *path,
                                           goffset max_size,
                                           GError **error);
RelmFileSnapshot *relm_file_snapshot_compare (const char *path,
                                              GBytes *expected,
                                              GError **error);
RelmFileSnapshot *relm_file_snapshot_new_unread (GBytes *bytes);
RelmFileSnapshot *relm_file_snapshot_ref (RelmFileSnapshot *self);
void relm_file_snapshot_unref (RelmFileSnapshot *self);

GBytes *relm_file_snapshot_get_bytes (RelmFileSnapshot *self);
gboolean relm_file_snapshot_has_bytes (RelmFileSnapshot *self,
                                       GBytes *bytes);
gboolean relm_file_snapshot_is_same_file (RelmFileSnapshot *self,
                                          RelmFileSnapshot *other);
gboolean relm_file_snapshot_has_status (RelmFileSnapshot *self,
                                        const struct stat *status);
gboolean relm_file_snapshot_is_writable (RelmFileSnapshot *self,
                                         const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmFileSnapshot, relm_file_snapshot_unref)

G_END_DECLS
