/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A row of the changelog: what changed, and below it where, in which commit, by whom, and what it refers to. Used again for
 * one entry after another by the list that owns it. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-changelog-entry.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGELOG_ROW (relm_changelog_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelogRow, relm_changelog_row, RELM, CHANGELOG_ROW, GtkWidget)

GtkWidget *relm_changelog_row_new (void);
void relm_changelog_row_set_entry (RelmChangelogRow *self,
                                   RelmChangelogEntry *entry);
RelmChangelogEntry *relm_changelog_row_get_entry (RelmChangelogRow *self);
GtkWidget *relm_changelog_row_get_menu_button (RelmChangelogRow *self);
char *relm_changelog_row_dup_label (RelmChangelogRow *self);

G_END_DECLS
