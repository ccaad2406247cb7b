/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-kind.h"

static const struct
{
  const char *nick;
  const char *title;   /* for people */
  const char *heading; /* in the Markdown, which is not translated */
} kinds[RELM_CHANGELOG_N_KINDS] = {
  [RELM_CHANGELOG_KIND_BREAKING] = { "breaking", N_ ("Breaking changes"), "Breaking" },
  [RELM_CHANGELOG_KIND_ADDED] = { "added", N_ ("Added"), "Added" },
  [RELM_CHANGELOG_KIND_CHANGED] = { "changed", N_ ("Changed"), "Changed" },
  [RELM_CHANGELOG_KIND_DEPRECATED] = { "deprecated", N_ ("Deprecated"), "Deprecated" },
  [RELM_CHANGELOG_KIND_REMOVED] = { "removed", N_ ("Removed"), "Removed" },
  [RELM_CHANGELOG_KIND_FIXED] = { "fixed", N_ ("Fixed"), "Fixed" },
  [RELM_CHANGELOG_KIND_SECURITY] = { "security", N_ ("Security"), "Security" },
  [RELM_CHANGELOG_KIND_OTHER] = { "other", N_ ("Other"), "Other" },
};

/* What the types of Conventional Commits mean to a reader. */
static const struct
{
  const char *type;
  RelmChangelogKind kind;
} types[] = {
  { "feat", RELM_CHANGELOG_KIND_ADDED },        { "feature", RELM_CHANGELOG_KIND_ADDED },
  { "features", RELM_CHANGELOG_KIND_ADDED },    { "fix", RELM_CHANGELOG_KIND_FIXED },
  { "bugfix", RELM_CHANGELOG_KIND_FIXED },      { "hotfix", RELM_CHANGELOG_KIND_FIXED },
  { "perf", RELM_CHANGELOG_KIND_CHANGED },      { "refactor", RELM_CHANGELOG_KIND_CHANGED },
  { "improvement", RELM_CHANGELOG_KIND_CHANGED }, { "revert", RELM_CHANGELOG_KIND_CHANGED },
  { "deprecate", RELM_CHANGELOG_KIND_DEPRECATED }, { "remove", RELM_CHANGELOG_KIND_REMOVED },
  { "security", RELM_CHANGELOG_KIND_SECURITY },
};

/**
 * relm_changelog_kind_get_nick:
 *
 * Returns: (transfer none): its name in JSON and in files; never changes
 */
const char *
relm_changelog_kind_get_nick (RelmChangelogKind kind)
{
  g_return_val_if_fail (kind < RELM_CHANGELOG_N_KINDS, NULL);

  return kinds[kind].nick;
}

/**
 * relm_changelog_kind_get_title:
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
relm_changelog_kind_get_title (RelmChangelogKind kind)
{
  g_return_val_if_fail (kind < RELM_CHANGELOG_N_KINDS, NULL);

  return _ (kinds[kind].title);
}

/**
 * relm_changelog_kind_get_heading:
 *
 * Returns: (transfer none): its heading in a changelog file, which is not translated so that programs can read it
 */
const char *
relm_changelog_kind_get_heading (RelmChangelogKind kind)
{
  g_return_val_if_fail (kind < RELM_CHANGELOG_N_KINDS, NULL);

  return kinds[kind].heading;
}

/**
 * relm_changelog_kind_from_nick:
 * @nick: (nullable): the kind of a change entry
 *
 * Returns: the kind; RELM_CHANGELOG_KIND_CHANGED for one that is not known
 */
RelmChangelogKind
relm_changelog_kind_from_nick (const char *nick)
{
  for (guint i = 0; i < RELM_CHANGELOG_N_KINDS; i++)
    if (g_strcmp0 (nick, kinds[i].nick) == 0)
      return (RelmChangelogKind) i;
  return RELM_CHANGELOG_KIND_CHANGED;
}

static gboolean
starts_with_word (const char *text,
                  const char *word)
{
  return g_ascii_strncasecmp (text, word, strlen (word)) == 0;
}

/* What is changed may really be taken away, or announced to be. */
static RelmChangelogKind
refine (RelmChangelogKind kind,
        const char *description)
{
  if (kind != RELM_CHANGELOG_KIND_ADDED && kind != RELM_CHANGELOG_KIND_CHANGED)
    return kind;
  if (starts_with_word (description, "deprecate"))
    return RELM_CHANGELOG_KIND_DEPRECATED;
  if (starts_with_word (description, "remove") || starts_with_word (description, "drop "))
    return RELM_CHANGELOG_KIND_REMOVED;
  return kind;
}

/**
 * relm_changelog_kind_from_commit:
 * @type: (nullable): its type, in lower case, when it is a conventional commit
 * @scope: (nullable): its scope
 * @description: its description, or its subject
 * @conventional: whether the repository follows Conventional Commits
 *
 * In a repository that does not, nothing but a reference to a vulnerability says what a commit is, so it is a change.
 *
 * Returns: the kind of change for a reader; never RELM_CHANGELOG_KIND_BREAKING
 */
RelmChangelogKind
relm_changelog_kind_from_commit (const char *type,
                                 const char *scope,
                                 const char *description,
                                 gboolean conventional)
{
  if (strstr (description, "CVE-") != NULL || g_strcmp0 (scope, "security") == 0)
    return RELM_CHANGELOG_KIND_SECURITY;
  if (!conventional)
    return RELM_CHANGELOG_KIND_CHANGED;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (type, types[i].type) == 0)
      return refine (types[i].kind, description);
  return RELM_CHANGELOG_KIND_OTHER;
}
