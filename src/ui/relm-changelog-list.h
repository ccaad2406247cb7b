/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The entries of one release, below a heading for each kind of change, with what a filter leaves of them. Only the rows that
 * can be seen are widgets, so that thousands of entries scroll as well as ten. What may be done with an entry are actions
 * of whoever owns the list, on the entry that is selected. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-changelog-release.h"

G_BEGIN_DECLS

#define RELM_CHANGELOG_LIST_ANY_KIND (-1)

#define RELM_TYPE_CHANGELOG_LIST (relm_changelog_list_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelogList, relm_changelog_list, RELM, CHANGELOG_LIST, GtkWidget)

GtkWidget *relm_changelog_list_new (void);
void relm_changelog_list_set_release (RelmChangelogList *self,
                                      RelmChangelogRelease *release);
void relm_changelog_list_set_filter (RelmChangelogList *self,
                                     const char *search,
                                     int kind);
void relm_changelog_list_set_menu (RelmChangelogList *self,
                                   GMenuModel *menu);
void relm_changelog_list_expect_change (RelmChangelogList *self);
RelmChangelogEntry *relm_changelog_list_get_selected (RelmChangelogList *self);
GListModel *relm_changelog_list_get_model (RelmChangelogList *self);

G_END_DECLS
