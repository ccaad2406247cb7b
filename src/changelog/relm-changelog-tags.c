/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-tags.h"
#include "relm-version.h"

/* A tag while it is looked at. */
typedef struct
{
  RelmChangelogTag *tag;
  RelmVersion *version; /* or NULL: what follows no version */
  guint rank;           /* the same for the same version, greater for a greater one */
  guint list;
  guint next; /* in its list, the index of the next one of the same rank, or NONE */
  gboolean taken;
} Item;

#define NONE G_MAXUINT

typedef struct
{
  guint n_lists;
  guint n_ranks;
  GArray **items; /* of Item, by list */
  guint *first;   /* by rank and list: the index of the first one that is not taken, or NONE */
  guint *heads;   /* by list: the index of the first one that is not taken */
} Gathering;

/**
 * relm_changelog_tag_new:
 * @tag: (transfer full): a tag of a repository that is a release
 *
 * Returns: (transfer full): it
 */
RelmChangelogTag *
relm_changelog_tag_new (RelmMirrorTag *tag,
                        guint repository)
{
  RelmChangelogTag *self = g_new0 (RelmChangelogTag, 1);

  self->tag = tag;
  self->repository = repository;
  self->n_commits = tag->n_commits;
  return self;
}

/**
 * relm_changelog_tag_free:
 * @self: (nullable) (transfer full): a tag
 */
void
relm_changelog_tag_free (RelmChangelogTag *self)
{
  if (self == NULL)
    return;
  relm_mirror_tag_free (self->tag);
  g_free (self);
}

/**
 * relm_changelog_tags_new:
 *
 * Returns: (transfer full) (element-type RelmChangelogTag): an empty list that owns its tags
 */
GPtrArray *
relm_changelog_tags_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) relm_changelog_tag_free);
}

static int
compare_versions (const RelmVersion *a,
                  const RelmVersion *b)
{
  if (a == NULL || b == NULL)
    return (a != NULL) - (b != NULL);
  return relm_version_compare (a, b);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return compare_versions ((*(Item *const *) a)->version, (*(Item *const *) b)->version);
}

static void
add_items (Gathering *self,
           GPtrArray *lists)
{
  self->n_lists = lists->len;
  self->items = g_new0 (GArray *, lists->len);
  self->heads = g_new0 (guint, lists->len);
  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *tags = lists->pdata[i];

      self->items[i] = g_array_sized_new (FALSE, TRUE, sizeof (Item), tags->len);
      g_array_set_size (self->items[i], tags->len);
      for (guint j = 0; j < tags->len; j++)
        {
          Item *item = &g_array_index (self->items[i], Item, j);

          item->tag = tags->pdata[j];
          item->version = relm_version_parse_tag (item->tag->tag->version, NULL);
          item->list = i;
        }
    }
}

static void
rank_items (Gathering *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < self->n_lists; i++)
    for (guint j = 0; j < self->items[i]->len; j++)
      g_ptr_array_add (sorted, &g_array_index (self->items[i], Item, j));
  g_ptr_array_sort (sorted, compare_items);
  for (guint i = 0; i < sorted->len; i++)
    {
      Item *item = sorted->pdata[i];
      const Item *before = i > 0 ? sorted->pdata[i - 1] : NULL;

      /* names that are no versions are nobody's but their own */
      if (before == NULL || item->version == NULL || compare_versions (before->version, item->version) != 0)
        self->n_ranks++;
      item->rank = self->n_ranks - 1;
    }
}

static guint *
get_first (Gathering *self,
           guint rank,
           guint list)
{
  return &self->first[(gsize) rank * self->n_lists + list];
}

static void
chain_items (Gathering *self)
{
  self->first = g_new (guint, (gsize) self->n_ranks * self->n_lists + 1);
  memset (self->first, 0xff, (gsize) self->n_ranks * self->n_lists * sizeof *self->first);
  for (guint i = 0; i < self->n_lists; i++)
    for (guint j = self->items[i]->len; j > 0; j--)
      {
        Item *item = &g_array_index (self->items[i], Item, j - 1);

        item->next = *get_first (self, item->rank, i);
        *get_first (self, item->rank, i) = j - 1;
      }
}

static Item *
get_head (Gathering *self,
          guint list)
{
  GArray *items = self->items[list];

  while (self->heads[list] < items->len && g_array_index (items, Item, self->heads[list]).taken)
    self->heads[list]++;
  return self->heads[list] < items->len ? &g_array_index (items, Item, self->heads[list]) : NULL;
}

/* Whether nothing newer is left in any repository that has the version. */
static gboolean
is_ready (Gathering *self,
          const Item *item)
{
  for (guint i = 0; i < self->n_lists; i++)
    {
      const guint first = *get_first (self, item->rank, i);

      get_head (self, i);
      if (first != NONE && first != self->heads[i])
        return FALSE;
    }
  return TRUE;
}

/* The greatest version that is next in each repository that has it; where repositories contradict each other, the greatest
 * that is next in one. */
static Item *
find_next (Gathering *self)
{
  Item *best = NULL;
  gboolean best_ready = FALSE;

  for (guint i = 0; i < self->n_lists; i++)
    {
      Item *head = get_head (self, i);
      const gboolean ready = head != NULL && is_ready (self, head);

      if (head == NULL || (best_ready && !ready))
        continue;
      if (best == NULL || (ready && !best_ready) || head->rank > best->rank)
        {
          best = head;
          best_ready = ready;
        }
    }
  return best;
}

static GPtrArray *
take_group (Gathering *self,
            guint rank)
{
  GPtrArray *group = relm_changelog_tags_new ();

  for (guint i = 0; i < self->n_lists; i++)
    {
      guint *first = get_first (self, rank, i);
      Item *item = *first != NONE ? &g_array_index (self->items[i], Item, *first) : NULL;

      if (item == NULL)
        continue;
      item->taken = TRUE;
      *first = item->next;
      g_ptr_array_add (group, item->tag);
    }
  return group;
}

static void
gathering_clear (Gathering *self)
{
  for (guint i = 0; i < self->n_lists; i++)
    {
      for (guint j = 0; j < self->items[i]->len; j++)
        relm_version_free (g_array_index (self->items[i], Item, j).version);
      g_array_unref (self->items[i]);
    }
  g_free (self->items);
  g_free (self->first);
  g_free (self->heads);
}

/* What one repository has needs no comparing. */
static void
gather_alone (GPtrArray *tags,
              GPtrArray *groups)
{
  for (guint i = 0; i < tags->len; i++)
    {
      GPtrArray *group = relm_changelog_tags_new ();

      g_ptr_array_add (group, tags->pdata[i]);
      g_ptr_array_add (groups, group);
    }
}

/**
 * relm_changelog_tags_gather:
 * @lists: (element-type GPtrArray): per repository its releases, newest first
 *
 * “v1.2.0” of one repository and “1.2” of another are one release. Each repository's own order is kept; between them the
 * greater version comes first.
 *
 * Returns: (transfer full) (element-type GPtrArray): the releases, newest first, each as its tags in the order of the
 *   repositories; they own the tags now, and @lists must not be used any more
 */
GPtrArray *
relm_changelog_tags_gather (GPtrArray *lists)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Gathering self = { 0 };
  const Item *next;

  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_set_free_func (lists->pdata[i], NULL);
  if (lists->len == 1)
    {
      gather_alone (lists->pdata[0], groups);
      return groups;
    }
  add_items (&self, lists);
  rank_items (&self);
  chain_items (&self);
  while ((next = find_next (&self)) != NULL)
    g_ptr_array_add (groups, take_group (&self, next->rank));
  gathering_clear (&self);
  return groups;
}
