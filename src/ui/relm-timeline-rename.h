/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Renames what is drawn: an entry in a popover that points at it. Enter takes it, Escape does not. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

GtkPopover *relm_timeline_rename_open (GtkWidget *from,
                                       const GdkRectangle *place,
                                       RelmDocument *document,
                                       RelmRecord *record);

G_END_DECLS
