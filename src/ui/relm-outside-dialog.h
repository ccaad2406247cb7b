/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The commits of a release that touch no component’s path, so that nobody wonders where they are. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-changelog-release.h"

G_BEGIN_DECLS

char *relm_outside_dup_count (const RelmChangelogContents *contents);
void relm_outside_dialog_show (GtkWidget *from,
                               RelmChangelogRelease *release);

G_END_DECLS
