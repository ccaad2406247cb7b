/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a release of the changelog is in one line: how much is in it, which version the changes ask for, who took part,
 * and how many commits touch no component. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-changelog.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGELOG_SUMMARY (relm_changelog_summary_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelogSummary, relm_changelog_summary, RELM, CHANGELOG_SUMMARY, GtkWidget)

void relm_changelog_summary_set_release (RelmChangelogSummary *self,
                                         RelmChangelog *changelog,
                                         RelmChangelogRelease *release);

G_END_DECLS
