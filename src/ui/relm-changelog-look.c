/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-changelog-look.h"

static const struct
{
  const char *icon;
  const char *style;
} looks[RELM_CHANGELOG_N_KINDS] = {
  [RELM_CHANGELOG_KIND_BREAKING] = { "dialog-warning-symbolic", "error" },
  [RELM_CHANGELOG_KIND_ADDED] = { "list-add-symbolic", "success" },
  [RELM_CHANGELOG_KIND_CHANGED] = { "document-edit-symbolic", "accent" },
  [RELM_CHANGELOG_KIND_DEPRECATED] = { "alarm-symbolic", "warning" },
  [RELM_CHANGELOG_KIND_REMOVED] = { "list-remove-symbolic", "warning" },
  [RELM_CHANGELOG_KIND_FIXED] = { "object-select-symbolic", "success" },
  [RELM_CHANGELOG_KIND_SECURITY] = { "security-high-symbolic", "accent" },
  [RELM_CHANGELOG_KIND_OTHER] = { "view-more-horizontal-symbolic", "dimmed" },
};

/**
 * relm_changelog_look_get_icon:
 *
 * Returns: (transfer none): the name of a symbolic icon
 */
const char *
relm_changelog_look_get_icon (RelmChangelogKind kind)
{
  g_return_val_if_fail (kind < RELM_CHANGELOG_N_KINDS, NULL);

  return looks[kind].icon;
}

/**
 * relm_changelog_look_get_style:
 *
 * Returns: (transfer none): a style class
 */
const char *
relm_changelog_look_get_style (RelmChangelogKind kind)
{
  g_return_val_if_fail (kind < RELM_CHANGELOG_N_KINDS, NULL);

  return looks[kind].style;
}
