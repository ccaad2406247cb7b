/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Orders records by one field as people expect: words as the language sorts them, choices in the order of their table,
 * what has no value last. Sorting uses GTK's sort keys, so that ten thousand records are sorted at once. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-project.h"

G_BEGIN_DECLS

/* The project in which references are looked up, NULL when there is none. */
typedef RelmProject *(*RelmRecordSorterProject) (gpointer user_data);

GtkSorter *relm_record_sorter_new (const RelmKind *kind,
                                   guint field,
                                   RelmRecordSorterProject get_project,
                                   gpointer user_data);

G_END_DECLS
