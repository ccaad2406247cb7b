/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tells that something happened to a file, when it is quiet again: a checkout deletes, makes and fills a file, which is one
 * event for a person. What happened is for the listener to find out. A file behind a link is watched as well as the link.
 * Owned by a document; main thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RelmFileWatch RelmFileWatch;

typedef void (*RelmFileWatchFunc) (gpointer user_data);

RelmFileWatch *relm_file_watch_new (GFile *file,
                                    RelmFileWatchFunc callback,
                                    gpointer user_data);
void relm_file_watch_free (RelmFileWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmFileWatch, relm_file_watch_free)

G_END_DECLS
