/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The kinds of change of Keep a Changelog 1.1.0 (https://keepachangelog.com), what breaks before them, and what readers of
 * a changelog do not look for (chores, tests, documentation) after them. Static, any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order in which they are shown. */
typedef enum
{
  RELM_CHANGELOG_KIND_BREAKING,
  RELM_CHANGELOG_KIND_ADDED,
  RELM_CHANGELOG_KIND_CHANGED,
  RELM_CHANGELOG_KIND_DEPRECATED,
  RELM_CHANGELOG_KIND_REMOVED,
  RELM_CHANGELOG_KIND_FIXED,
  RELM_CHANGELOG_KIND_SECURITY,
  RELM_CHANGELOG_KIND_OTHER,
} RelmChangelogKind;

#define RELM_CHANGELOG_N_KINDS (RELM_CHANGELOG_KIND_OTHER + 1)

const char *relm_changelog_kind_get_nick (RelmChangelogKind kind);
const char *relm_changelog_kind_get_title (RelmChangelogKind kind);
const char *relm_changelog_kind_get_heading (RelmChangelogKind kind);
RelmChangelogKind relm_changelog_kind_from_nick (const char *nick);
RelmChangelogKind relm_changelog_kind_from_commit (const char *type,
                                                   const char *scope,
                                                   const char *description,
                                                   gboolean conventional);

G_END_DECLS
