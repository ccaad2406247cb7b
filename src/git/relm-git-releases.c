/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-git-releases.h"

typedef struct
{
  RelmGitGraph *graph;
  GPtrArray *releases; /* RelmGitRelease, by commit, then by version */
  gint32 *last;        /* for each commit the index of the last release on it, or -1 */
  guint8 *any;         /* for each commit whether a release is on it */
  guint8 *stable;      /* for each commit whether a release is on it that is no pre-release */
} Arrangement;

/* The words before a version, without what joins them: “v” is “”, “release-” is “release”, “gtk_v” is “gtk”. */
static char *
dup_series (const char *prefix)
{
  gsize length = strlen (prefix);
  char *series = g_ascii_strdown (prefix, -1);

  if (length > 0 && series[length - 1] == 'v' && (length == 1 || !g_ascii_isalnum (series[length - 2])))
    length--;
  while (length > 0 && g_ascii_ispunct (series[length - 1]))
    length--;
  series[length] = '\0';
  return series;
}

static gboolean
is_general (const char *series)
{
  static const char *const words[] = { "", "r", "rel", "release", "releases", "ver", "version" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (series, words[i]))
      return TRUE;
  return FALSE;
}

/* The project's own name may stand before its versions; other names are those of its parts, which have their own releases. */
static char *
find_own_series (char **series,
                 guint n)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint n_best = 0, n_general = 0;

  for (guint i = 0; i < n; i++)
    {
      guint count;

      if (series[i] == NULL)
        continue;
      if (is_general (series[i]))
        {
          n_general++;
          continue;
        }
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, series[i])) + 1;
      g_hash_table_insert (counts, series[i], GUINT_TO_POINTER (count));
      if (count > n_best || (count == n_best && strcmp (series[i], best) < 0))
        {
          best = series[i];
          n_best = count;
        }
    }
  return n_best * 2 >= n_general ? g_strdup (best) : NULL;
}

static void
choose_series (GPtrArray *tags)
{
  g_autofree char **series = g_new0 (char *, tags->len);
  g_autofree char *own = NULL;

  for (guint i = 0; i < tags->len; i++)
    {
      RelmGitTag *tag = tags->pdata[i];
      g_autofree char *prefix = NULL;

      tag->version = relm_version_parse_tag (tag->name, &prefix);
      if (tag->version != NULL)
        series[i] = dup_series (prefix);
    }
  own = find_own_series (series, tags->len);
  for (guint i = 0; i < tags->len; i++)
    {
      RelmGitTag *tag = tags->pdata[i];

      if (series[i] != NULL && !is_general (series[i]) && g_strcmp0 (series[i], own) != 0)
        g_clear_pointer (&tag->version, relm_version_free);
      g_free (series[i]);
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const RelmGitTag *tag_a = *(RelmGitTag *const *) a;
  const RelmGitTag *tag_b = *(RelmGitTag *const *) b;
  int result = memcmp (tag_a->oid, tag_b->oid, sizeof tag_a->oid);

  if (result == 0)
    result = relm_version_compare (tag_a->version, tag_b->version);
  if (result == 0)
    result = tag_b->annotated - tag_a->annotated;
  return result != 0 ? result : strcmp (tag_a->name, tag_b->name);
}

/* “v1.0” and “1.0.0” on the same commit are one release: the annotated tag, else the first by name. */
static void
drop_doubles (GPtrArray *tags)
{
  g_autoptr (GPtrArray) releases = g_ptr_array_new ();
  const RelmGitTag *kept = NULL;

  for (guint i = 0; i < tags->len; i++)
    if (((RelmGitTag *) tags->pdata[i])->version != NULL)
      g_ptr_array_add (releases, tags->pdata[i]);
  g_ptr_array_sort (releases, compare_doubles);
  for (guint i = 0; i < releases->len; i++)
    {
      RelmGitTag *tag = releases->pdata[i];

      if (kept != NULL && memcmp (kept->oid, tag->oid, sizeof tag->oid) == 0 &&
          relm_version_compare (kept->version, tag->version) == 0)
        g_clear_pointer (&tag->version, relm_version_free);
      else
        kept = tag;
    }
}

/**
 * relm_git_releases_choose:
 * @tags: (element-type RelmGitTag): tags whose commits are known
 * @pattern: (nullable): what the tags of releases look like, with * and ?; %NULL or empty: found out
 *
 * Sets the versions of the tags that are releases.
 */
void
relm_git_releases_choose (GPtrArray *tags,
                          const char *pattern)
{
  if (pattern == NULL || *pattern == '\0')
    choose_series (tags);
  else
    for (guint i = 0; i < tags->len; i++)
      {
        RelmGitTag *tag = tags->pdata[i];

        if (g_pattern_match_simple (pattern, tag->name))
          tag->version = relm_version_parse_tag (tag->name, NULL);
      }
  drop_doubles (tags);
}

static gboolean
is_stable (const RelmGitRelease *release)
{
  return !relm_version_is_prerelease (release->tag->version);
}

static int
compare_versions (const RelmGitTag *a,
                  const RelmGitTag *b)
{
  const int result = relm_version_compare (a->version, b->version);

  return result != 0 ? result : strcmp (a->name, b->name);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const RelmGitTag *tag_a = (*(RelmGitRelease *const *) a)->tag;
  const RelmGitTag *tag_b = (*(RelmGitRelease *const *) b)->tag;

  if (tag_a->commit != tag_b->commit)
    return tag_a->commit < tag_b->commit ? -1 : 1;
  return compare_versions (tag_a, tag_b);
}

static int
compare_releases (gconstpointer a,
                  gconstpointer b)
{
  return compare_versions ((*(RelmGitRelease *const *) a)->tag, (*(RelmGitRelease *const *) b)->tag);
}

static void
release_free (gpointer data)
{
  RelmGitRelease *release = data;

  g_array_unref (release->commits);
  g_ptr_array_unref (release->below);
  g_ptr_array_unref (release->earlier);
  g_free (release);
}

static void
list_releases (Arrangement *self,
               GPtrArray *tags)
{
  for (guint i = 0; i < tags->len; i++)
    {
      RelmGitTag *tag = tags->pdata[i];
      RelmGitRelease *release;

      if (tag->version == NULL || tag->commit < 0)
        continue;
      release = g_new0 (RelmGitRelease, 1);
      release->tag = tag;
      release->commits = g_array_new (FALSE, FALSE, sizeof (gint32));
      release->below = g_ptr_array_new ();
      release->earlier = g_ptr_array_new ();
      g_ptr_array_add (self->releases, release);
    }
  g_ptr_array_sort (self->releases, compare_places);
}

static void
mark_commits (Arrangement *self)
{
  const guint n = relm_git_graph_get_n_commits (self->graph);

  self->last = g_new (gint32, n);
  self->any = g_new0 (guint8, n);
  self->stable = g_new0 (guint8, n);
  memset (self->last, 0xff, n * sizeof *self->last);
  for (guint i = 0; i < self->releases->len; i++)
    {
      const RelmGitRelease *release = self->releases->pdata[i];
      const gint32 commit = release->tag->commit;

      self->last[commit] = (gint32) i;
      self->any[commit] = TRUE;
      if (is_stable (release))
        self->stable[commit] = TRUE;
    }
}

/* The release with the greatest version at or before @from on its commit that counts; or NULL. */
static RelmGitRelease *
find_on_commit (Arrangement *self,
                gint32 from,
                gint32 commit,
                gboolean only_stable)
{
  for (gint32 i = from; i >= 0; i--)
    {
      RelmGitRelease *release = self->releases->pdata[i];

      if (release->tag->commit != commit)
        break;
      if (!only_stable || is_stable (release))
        return release;
    }
  return NULL;
}

/* Finds what a release brought, and which ones it contains next. */
static void
look_below (Arrangement *self,
            guint index,
            gboolean only_stable,
            GArray *commits,
            GPtrArray *below)
{
  const gint32 commit = ((RelmGitRelease *) self->releases->pdata[index])->tag->commit;
  RelmGitRelease *beside = find_on_commit (self, (gint32) index - 1, commit, only_stable);
  g_autoptr (GArray) reached = NULL;

  if (beside != NULL)
    {
      g_ptr_array_add (below, beside);
      return;
    }
  reached = g_array_new (FALSE, FALSE, sizeof (gint32));
  relm_git_graph_get_range (self->graph, commit, only_stable ? self->stable : self->any, commits, reached);
  for (guint i = 0; i < reached->len; i++)
    {
      const gint32 other = g_array_index (reached, gint32, i);

      g_ptr_array_add (below, find_on_commit (self, self->last[other], other, only_stable));
    }
}

static void
find_ranges (Arrangement *self)
{
  for (guint i = 0; i < self->releases->len; i++)
    {
      RelmGitRelease *release = self->releases->pdata[i];

      look_below (self, i, FALSE, release->commits, release->below);
      if (is_stable (release))
        {
          g_array_set_size (release->commits, 0);
          look_below (self, i, TRUE, release->commits, release->earlier);
        }
      else
        g_ptr_array_extend (release->earlier, release->below, NULL, NULL);
      for (guint j = 0; j < release->below->len; j++)
        ((RelmGitRelease *) release->below->pdata[j])->n_above++;
    }
}

static void
rank_versions (Arrangement *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, self->releases, NULL, NULL);
  g_ptr_array_sort (sorted, compare_releases);
  for (guint i = 0; i < sorted->len; i++)
    ((RelmGitRelease *) sorted->pdata[i])->version_rank = i;
}

/* Takes the one with the greatest version out. */
static RelmGitRelease *
take_greatest (GPtrArray *ready)
{
  guint best = 0;

  for (guint i = 1; i < ready->len; i++)
    if (((RelmGitRelease *) ready->pdata[i])->version_rank > ((RelmGitRelease *) ready->pdata[best])->version_rank)
      best = i;
  return g_ptr_array_steal_index_fast (ready, best);
}

/* Newest first: takes again and again the one with the greatest version that nothing left contains. */
static void
find_order (Arrangement *self)
{
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();
  guint rank = 0;

  for (guint i = 0; i < self->releases->len; i++)
    if (((RelmGitRelease *) self->releases->pdata[i])->n_above == 0)
      g_ptr_array_add (ready, self->releases->pdata[i]);
  while (ready->len > 0)
    {
      RelmGitRelease *release = take_greatest (ready);

      release->rank = ++rank;
      for (guint i = 0; i < release->below->len; i++)
        {
          RelmGitRelease *other = release->below->pdata[i];

          if (--other->n_above == 0)
            g_ptr_array_add (ready, other);
        }
    }
  g_assert (rank == self->releases->len);
}

static void
find_previous (Arrangement *self)
{
  for (guint i = 0; i < self->releases->len; i++)
    {
      RelmGitRelease *release = self->releases->pdata[i];
      const RelmGitRelease *best = NULL;

      for (guint j = 0; j < release->earlier->len; j++)
        {
          const RelmGitRelease *other = release->earlier->pdata[j];

          if (best == NULL || other->rank < best->rank)
            best = other;
        }
      release->previous = best != NULL ? best->tag : NULL;
    }
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const guint rank_a = (*(RelmGitRelease *const *) a)->rank;
  const guint rank_b = (*(RelmGitRelease *const *) b)->rank;

  return rank_a < rank_b ? -1 : 1;
}

/**
 * relm_git_releases_arrange:
 * @tags: (element-type RelmGitTag): all tags; those of releases have a version, and the number of a commit that the tips of
 *   the last sort of @graph contain
 * @graph: a sorted graph
 *
 * Returns: (transfer full) (element-type RelmGitRelease): the releases, the newest first
 */
GPtrArray *
relm_git_releases_arrange (GPtrArray *tags,
                           RelmGitGraph *graph)
{
  Arrangement self = { .graph = graph, .releases = g_ptr_array_new_with_free_func (release_free) };

  list_releases (&self, tags);
  mark_commits (&self);
  find_ranges (&self);
  rank_versions (&self);
  find_order (&self);
  find_previous (&self);
  g_ptr_array_sort (self.releases, compare_ranks);
  g_free (self.last);
  g_free (self.any);
  g_free (self.stable);
  return self.releases;
}
