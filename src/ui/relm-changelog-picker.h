/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Chooses one of the releases of a changelog, of which there may be a thousand: a list with a search. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-changelog.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGELOG_PICKER (relm_changelog_picker_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelogPicker, relm_changelog_picker, RELM, CHANGELOG_PICKER, GtkWidget)

void relm_changelog_picker_set_changelog (RelmChangelogPicker *self,
                                          RelmChangelog *changelog);
RelmChangelogRelease *relm_changelog_picker_get_release (RelmChangelogPicker *self);
void relm_changelog_picker_set_release (RelmChangelogPicker *self,
                                        RelmChangelogRelease *release);

G_END_DECLS
