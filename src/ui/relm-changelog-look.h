/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a kind of change is told apart at a glance: an icon and a style beside its words, never instead of them. Static, any
 * thread.
 */

#pragma once

#include "relm-changelog-kind.h"

G_BEGIN_DECLS

const char *relm_changelog_look_get_icon (RelmChangelogKind kind);
const char *relm_changelog_look_get_style (RelmChangelogKind kind);

G_END_DECLS
