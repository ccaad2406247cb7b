/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What Relm remembers between two starts, in $XDG_STATE_HOME/relm/: which projects were open, and how each was looked at.
 * Nothing that would be missed: what cannot be read or written is as if it were not there. Main thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void relm_memory_set_open (GPtrArray *files);
GPtrArray *relm_memory_get_open (void);

void relm_memory_set_look (GFile *file,
                           const char *view,
                           const char *release);
gboolean relm_memory_get_look (GFile *file,
                               char **view,
                               char **release);
void relm_memory_set_detail (GFile *file,
                             const char *name,
                             const char *value);
char *relm_memory_dup_detail (GFile *file,
                              const char *name);

G_END_DECLS
