/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-commit.h"

/**
 * relm_changelog_commit_new:
 * @commit: (transfer full): what the mirror says
 *
 * Returns: (transfer full): a commit of a product without parts
 */
RelmChangelogCommit *
relm_changelog_commit_new (RelmMirrorCommit *commit)
{
  RelmChangelogCommit *self = g_new0 (RelmChangelogCommit, 1);

  self->commit = commit;
  return self;
}

/**
 * relm_changelog_commit_free:
 * @self: (nullable) (transfer full): a commit
 */
void
relm_changelog_commit_free (RelmChangelogCommit *self)
{
  if (self == NULL)
    return;
  relm_mirror_commit_free (self->commit);
  g_strfreev (self->components);
  g_free (self);
}

/**
 * relm_changelog_commits_new:
 *
 * Returns: (transfer full) (element-type RelmChangelogCommit): an empty list that owns its commits
 */
GPtrArray *
relm_changelog_commits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) relm_changelog_commit_free);
}

static const RelmChangelogCommit *
get_next (GPtrArray *lists,
          guint list,
          const guint *next)
{
  GPtrArray *commits = lists->pdata[list];

  return next[list] < commits->len ? commits->pdata[next[list]] : NULL;
}

/* The list whose next commit is the newest; -1 at the end of all. */
static int
find_newest (GPtrArray *lists,
             const guint *next)
{
  const RelmChangelogCommit *newest = NULL;
  int found = -1;

  for (guint i = 0; i < lists->len; i++)
    {
      const RelmChangelogCommit *commit = get_next (lists, i, next);

      if (commit != NULL && (newest == NULL || commit->commit->time > newest->commit->time))
        {
          newest = commit;
          found = (int) i;
        }
    }
  return found;
}

/**
 * relm_changelog_commits_merge:
 * @lists: (element-type GPtrArray): the commits of several repositories, each newest first
 *
 * Within a repository descendants stay before their ancestors; between repositories the newer commit comes first.
 *
 * Returns: (transfer full) (element-type RelmChangelogCommit): one list; it owns the commits now, and @lists are empty
 */
GPtrArray *
relm_changelog_commits_merge (GPtrArray *lists)
{
  GPtrArray *merged;
  g_autofree guint *next = NULL;
  int list;

  if (lists->len == 1)
    return g_ptr_array_ref (lists->pdata[0]);
  merged = relm_changelog_commits_new ();
  next = g_new0 (guint, lists->len + 1);
  while ((list = find_newest (lists, next)) >= 0)
    g_ptr_array_add (merged, ((GPtrArray *) lists->pdata[list])->pdata[next[list]++]);
  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_set_free_func (lists->pdata[i], NULL);
  return merged;
}
