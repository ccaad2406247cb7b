/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A changelog as a file: Markdown for people and JSON for programs. What comes from commits is text in it and nothing
 * else: it cannot become markup, HTML or a link. Releases that are not loaded are rendered without entries.
 */

#pragma once

#include "relm-changelog.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_CHANGELOG_FORMAT_MARKDOWN,
  RELM_CHANGELOG_FORMAT_JSON,
} RelmChangelogFormat;

char *relm_changelog_to_markdown (RelmChangelog *self,
                                  RelmChangelogRelease *only);
char *relm_changelog_entry_to_markdown (RelmChangelogEntry *entry);
char *relm_changelog_to_json (RelmChangelog *self,
                              RelmChangelogRelease *only);
char *relm_changelog_render (RelmChangelog *self,
                             RelmChangelogRelease *only,
                             RelmChangelogFormat format);
void relm_changelog_render_async (RelmChangelog *self,
                                  RelmChangelogRelease *only,
                                  RelmChangelogFormat format,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *relm_changelog_render_finish (GAsyncResult *result,
                                    GError **error);
char *relm_markdown_escape (const char *text);

G_END_DECLS
