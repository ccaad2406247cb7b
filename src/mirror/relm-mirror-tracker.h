/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The mirror of a tracker: one SQLite database in the cache that holds what the tracker said, page by page, so that all of
 * it is there at once and without a network. Reading and writing; any thread, one handle per thread, several programs at
 * once. Deleting the file loses nothing but time.
 */

#pragma once

#include <gio/gio.h>

#include "relm-mirror-error.h"
#include "relm-mirror-page.h"

G_BEGIN_DECLS

typedef struct _RelmMirrorTracker RelmMirrorTracker;

RelmMirrorTracker *relm_mirror_tracker_open (const char *path,
                                             GError **error);
const char *relm_mirror_tracker_get_path (RelmMirrorTracker *self);
void relm_mirror_tracker_close (RelmMirrorTracker *self);
gboolean relm_mirror_tracker_make_anew (RelmMirrorTracker *self,
                                        GError **error);

guint relm_mirror_tracker_count (RelmMirrorTracker *self,
                                 RelmMirrorRowKind kind);
GPtrArray *relm_mirror_tracker_list (RelmMirrorTracker *self,
                                     RelmMirrorRowKind kind,
                                     GError **error);
GArray *relm_mirror_tracker_list_ids (RelmMirrorTracker *self,
                                      RelmMirrorRowKind kind,
                                      const char *tail,
                                      GError **error);
GArray *relm_mirror_tracker_search (RelmMirrorTracker *self,
                                    const char *words,
                                    gboolean open_only,
                                    GCancellable *cancellable,
                                    GError **error);
gpointer relm_mirror_tracker_read (RelmMirrorTracker *self,
                                   RelmMirrorRowKind kind,
                                   gint64 id);
gpointer relm_mirror_tracker_find (RelmMirrorTracker *self,
                                   RelmMirrorRowKind kind,
                                   const char *key);
GPtrArray *relm_mirror_tracker_list_closing (RelmMirrorTracker *self,
                                            const char *key,
                                            GError **error);
GHashTable *relm_mirror_tracker_list_keys (RelmMirrorTracker *self,
                                           RelmMirrorRowKind kind,
                                           GError **error);
char *relm_mirror_tracker_dup_state (RelmMirrorTracker *self,
                                     const char *key);
gint64 relm_mirror_tracker_get_number (RelmMirrorTracker *self,
                                       const char *key);

gboolean relm_mirror_tracker_begin (RelmMirrorTracker *self,
                                    GError **error);
gboolean relm_mirror_tracker_put (RelmMirrorTracker *self,
                                  const RelmMirrorPage *page,
                                  GError **error);
gboolean relm_mirror_tracker_remove (RelmMirrorTracker *self,
                                     RelmMirrorRowKind kind,
                                     const char *key,
                                     GError **error);
gboolean relm_mirror_tracker_set_state (RelmMirrorTracker *self,
                                        const char *key,
                                        const char *value,
                                        GError **error);
gboolean relm_mirror_tracker_set_number (RelmMirrorTracker *self,
                                         const char *key,
                                         gint64 value,
                                         GError **error);
gboolean relm_mirror_tracker_commit (RelmMirrorTracker *self,
                                     GError **error);
void relm_mirror_tracker_roll_back (RelmMirrorTracker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorTracker, relm_mirror_tracker_close)

G_END_DECLS
