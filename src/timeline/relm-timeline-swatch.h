/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A node for style sheets that lends its colour to what its parent draws, so that the timeline follows light and dark, the
 * accent colour and high contrast without knowing of them. The timeline never draws it; elsewhere it shows its colour, as a style
 * sheet says. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELM_TYPE_TIMELINE_SWATCH (relm_timeline_swatch_get_type ())
G_DECLARE_FINAL_TYPE (RelmTimelineSwatch, relm_timeline_swatch, RELM, TIMELINE_SWATCH, GtkWidget)

GtkWidget *relm_timeline_swatch_new (const char *css_name);
GtkWidget *relm_timeline_swatch_new_for_hue (guint hue);

G_END_DECLS
