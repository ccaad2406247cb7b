/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A mirror that is filled for the first time, in a file beside its place. What can be read while it is written is written
 * twice: to the journal and then to the database. Nobody reads this one, so it is written once, and gets its name when it
 * is complete. For src/mirror alone; belongs to one thread.
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _RelmMirrorFirst RelmMirrorFirst;

RelmMirrorFirst *relm_mirror_first_new (const char *path,
                                        sqlite3 **database,
                                        GError **error);
gboolean relm_mirror_first_put_in_place (RelmMirrorFirst *self,
                                         GError **error);
void relm_mirror_first_free (RelmMirrorFirst *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorFirst, relm_mirror_first_free)

G_END_DECLS
