/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which commits of a repository touch a path: found out once per commit when the repository is read, and kept in its mirror
 * as one bit per commit. A plain struct; any thread.
 */

#pragma once

#include "relm-mirror-writer.h"
#include "relm-mirror.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_commits; /* whose bit is known: those with a smaller number */
  GByteArray *bits; /* of commit 0 the lowest bit of the first byte, and so on */
} RelmMirrorPath;

RelmMirrorPath *relm_mirror_path_new (void);
void relm_mirror_path_free (RelmMirrorPath *self);
gboolean relm_mirror_path_contains (const RelmMirrorPath *self,
                                    gint32 id);
void relm_mirror_path_set_next (RelmMirrorPath *self,
                                gboolean touches);

RelmMirrorPath *relm_mirror_load_path (RelmMirror *mirror,
                                       const char *path,
                                       GError **error);
gboolean relm_mirror_knows_paths (RelmMirror *mirror,
                                  const char *const *paths);
GHashTable *relm_mirror_count_touching (RelmMirror *mirror,
                                        GPtrArray *paths,
                                        GError **error);

RelmMirrorPath *relm_mirror_writer_load_path (RelmMirrorWriter *writer,
                                              const char *path,
                                              GError **error);
gboolean relm_mirror_writer_set_path (RelmMirrorWriter *writer,
                                      const char *path,
                                      const RelmMirrorPath *touching,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorPath, relm_mirror_path_free)

G_END_DECLS
