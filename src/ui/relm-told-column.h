/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The column of a table of stakeholders that says when they were told something last, and how much they do not know. Owned by the page with the table; main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_TYPE_TOLD_COLUMN (relm_told_column_get_type ())
G_DECLARE_FINAL_TYPE (RelmToldColumn, relm_told_column, RELM, TOLD_COLUMN, GObject)

RelmToldColumn *relm_told_column_new (void);
GtkColumnViewColumn *relm_told_column_get_column (RelmToldColumn *self);
void relm_told_column_update (RelmToldColumn *self,
                              RelmProject *project);

G_END_DECLS
