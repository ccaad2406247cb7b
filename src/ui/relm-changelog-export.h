/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes the changelog, or one release of it, to a file that a person chooses: Markdown, or JSON when the name says so.
 * Main thread; the rendering and the writing happen in a worker.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-changelog-render.h"

G_BEGIN_DECLS

void relm_changelog_export (GtkWidget *from,
                            RelmChangelog *changelog,
                            RelmChangelogRelease *only,
                            RelmChangelogFormat format);
void relm_changelog_export_save_async (RelmChangelog *changelog,
                                       RelmChangelogRelease *only,
                                       RelmChangelogFormat format,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean relm_changelog_export_save_finish (GAsyncResult *result,
                                            GError **error);

G_END_DECLS
