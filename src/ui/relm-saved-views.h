/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Ways of looking at a project's timeline that a person gave a name, kept on this computer, outside the project's file: others have
 * their own. Each is a set of texts by name. Main thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RELM_SAVED_VIEWS_MAX 50

GStrv relm_saved_views_list (GFile *file);
GVariant *relm_saved_views_get (GFile *file,
                                const char *name);
void relm_saved_views_set (GFile *file,
                           const char *name,
                           GVariant *view);

G_END_DECLS
