/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include "relm-commit-style.h"

/**
 * relm_commit_type_is_known:
 * @type: (nullable): the type of a conventional commit
 *
 * Returns: whether it is one that projects which follow the convention use; “word: …” is a common subject elsewhere too
 */
gboolean
relm_commit_type_is_known (const char *type)
{
  static const char *const known[] = { "build",    "bugfix",  "chore",       "ci",       "deprecate", "deps",
                                       "doc",      "docs",    "feat",        "feature",  "features",  "fix",
                                       "hotfix",   "i18n",    "improvement", "perf",     "refactor",  "release",
                                       "remove",   "revert",  "security",    "style",    "test",      "tests",
                                       "wip" };

  if (type == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (type, known[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * relm_commit_style_is_conventional:
 * @n_commits: commits of a repository without merges
 * @n_known: how many of them have a known type
 *
 * Returns: whether the repository follows Conventional Commits: at least half of its commits do
 */
gboolean
relm_commit_style_is_conventional (guint n_commits,
                                   guint n_known)
{
  return n_known > 0 && n_known >= (n_commits + 1) / 2;
}
