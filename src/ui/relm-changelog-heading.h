/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The headings of the list of what changed: an icon, the kind in words, and how many there are. Owned by the list view that
 * gets them. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-changelog-entry.h"

G_BEGIN_DECLS

GtkListItemFactory *relm_changelog_heading_factory_new (GtkSectionModel *counted);
RelmChangelogKind relm_changelog_heading_get_kind (RelmChangelogEntry *entry);

G_END_DECLS
