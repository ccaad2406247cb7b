/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A changelog as a whole, in which a change stands once. Alone, a final release shows all since the final one before
 * it, and its pre-releases show their part of that; in one file that would be the same lines twice. There a pre-release
 * folds into the final release that holds it, because that is the one people install; until there is one, it has a
 * section of its own.
 */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-private.h"

typedef struct
{
  GHashTable *seen;       /* object ids of the commits that are listed already */
  GPtrArray *prereleases; /* that no final release holds so far, oldest first */
  GPtrArray *folded;
} Fold;

static void
fold_clear (Fold *self)
{
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->prereleases);
  g_ptr_array_unref (self->folded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fold, fold_clear)

/* What is left of @commits without those that are listed elsewhere; tags that do not follow each other may share some. */
static GPtrArray *
take_new_commits (Fold *self,
                  GPtrArray *commits)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; i < commits->len; i++)
    if (g_hash_table_add (self->seen, g_strdup (((RelmChangelogCommit *) commits->pdata[i])->commit->oid)))
      g_ptr_array_add (rest, commits->pdata[i]);
  return rest;
}

/* Whether a commit that one of its tags names is listed. */
static gboolean
is_seen (Fold *self,
         RelmChangelogRelease *release)
{
  GPtrArray *tags = relm_changelog_release_get_tags (release);

  for (guint i = 0; i < tags->len; i++)
    if (g_hash_table_contains (self->seen, ((RelmChangelogTag *) tags->pdata[i])->tag->oid))
      return TRUE;
  return FALSE;
}

/* The pre-releases that are listed now because a final release holds them; their ids in the project. */
static char **
fold_prereleases (Fold *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->prereleases->len;)
    {
      RelmChangelogRelease *release = self->prereleases->pdata[i];
      const char *id = relm_changelog_release_get_record_id (release);

      if (!is_seen (self, release))
        {
          i++;
          continue;
        }
      if (id != NULL)
        g_strv_builder_add (ids, id);
      g_ptr_array_add (self->folded, g_object_ref (release));
      g_ptr_array_remove_index (self->prereleases, i);
    }
  return g_strv_builder_end (ids);
}

static gboolean
load_release (Fold *self,
              RelmChangelogRelease *release,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) commits = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_auto (GStrv) ids = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  commits = relm_changelog_release_list_commits (release, error);
  if (commits == NULL)
    return FALSE;
  rest = take_new_commits (self, commits);
  if (!relm_changelog_release_is_prerelease (release) && !relm_changelog_release_is_unreleased (release))
    ids = fold_prereleases (self);
  relm_changelog_release_build (release, rest, (const char *const *) ids);
  return TRUE;
}

/**
 * relm_changelog_load_all:
 * @cancellable: (nullable): a cancellable
 *
 * Loads what is in every release so that each change is in one of them: pre-releases that a final release holds are not
 * in the list any more. For a changelog that nobody shows. Blocks.
 *
 * Returns: whether all of it is there now
 */
gboolean
relm_changelog_load_all (RelmChangelog *self,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (Fold) fold = { .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                         .prereleases = g_ptr_array_new (),
                         .folded = g_ptr_array_new_with_free_func (g_object_unref) };
  g_autoptr (GPtrArray) finals = g_ptr_array_new ();

  g_return_val_if_fail (RELM_IS_CHANGELOG (self), FALSE);

  for (guint i = relm_changelog_get_n_releases (self); i > 0; i--)
    {
      RelmChangelogRelease *release = relm_changelog_get_release (self, i - 1);

      g_ptr_array_add (relm_changelog_release_is_prerelease (release) ? fold.prereleases : finals, release);
    }
  for (guint i = 0; i < finals->len; i++)
    if (!load_release (&fold, finals->pdata[i], cancellable, error))
      return FALSE;
  for (guint i = 0; i < fold.prereleases->len; i++)
    if (!load_release (&fold, fold.prereleases->pdata[i], cancellable, error))
      return FALSE;
  for (guint i = 0; i < fold.folded->len; i++)
    relm_changelog_remove_release (self, fold.folded->pdata[i]);
  return TRUE;
}
