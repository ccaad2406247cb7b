/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * In a sandbox the desktop lends Relm a project's file, and nothing beside it. A repository there is asked for, once: the
 * folder that a person chooses takes the place of the one that the project names, and is remembered outside of the project.
 * Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *relm_folder_access_dup_location (GFile *file,
                                       const char *location);
gboolean relm_folder_access_is_missing (GFile *file,
                                        const char *location,
                                        const GError *error);
char *relm_folder_access_dup_name (GFile *file,
                                   const char *location);
GFile *relm_folder_access_find_on_host (GFile *file);
void relm_folder_access_remember (GFile *file,
                                  const char *location,
                                  GFile *folder);
void relm_folder_access_ask (GtkWidget *widget,
                             GFile *file,
                             const char *location,
                             const char *action);

G_END_DECLS
