/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-outline.h"

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

/* Sorts items and keeps each once. */
void
relm_outline_sort (GArray *items)
{
  guint n = 0;

  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    if (i == 0 || g_array_index (items, gint32, i) != g_array_index (items, gint32, n - 1))
      g_array_index (items, gint32, n++) = g_array_index (items, gint32, i);
  g_array_set_size (items, n);
}

static void
cut_loop (RelmOutline *self,
          gint32 item)
{
  GArray *loop = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (gint32 i = item; loop->len == 0 || i != item; i = self->parents[i])
    g_array_append_val (loop, i);
  relm_outline_sort (loop);
  self->parents[g_array_index (loop, gint32, 0)] = -1;
  g_ptr_array_add (self->loops, loop);
}

/* Walks up from each item; who meets an item of the same walk again found a loop, which is cut at its first item. */
static void
check_parents (RelmOutline *self,
               const RelmItem *items)
{
  g_autofree guint *walk_of = g_new0 (guint, self->n);

  for (guint i = 0; i < self->n; i++)
    self->parents[i] = items[i].parent;
  for (guint i = 0; i < self->n; i++)
    {
      gint32 item = (gint32) i;

      for (; item >= 0 && walk_of[item] == 0; item = self->parents[item])
        walk_of[item] = i + 1;
      if (item >= 0 && walk_of[item] == i + 1)
        cut_loop (self, item);
    }
}

static void
list_children (RelmOutline *self)
{
  g_autofree guint *next = g_new (guint, self->n + 1);
  guint sum = 0;

  self->child_begin = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    if (self->parents[i] >= 0)
      self->child_begin[self->parents[i]]++;
  for (guint i = 0; i <= self->n; i++)
    {
      guint count = self->child_begin[i];

      self->child_begin[i] = next[i] = sum;
      sum += count;
    }
  self->children = g_new (gint32, sum);
  for (guint i = 0; i < self->n; i++)
    if (self->parents[i] >= 0)
      self->children[next[self->parents[i]]++] = (gint32) i;
}

/* Goes down from a root: begins an item on the way down, and ends it on the way up. */
static void
walk_down (RelmOutline *self,
           gint32 root,
           guint *next,
           guint *n_leaves)
{
  gint32 item = root;

  self->leaf_begin[item] = *n_leaves;
  next[item] = self->child_begin[item];
  while (item >= 0)
    {
      if (next[item] < self->child_begin[item + 1])
        {
          item = self->children[next[item]++];
          self->leaf_begin[item] = *n_leaves;
          next[item] = self->child_begin[item];
          continue;
        }
      if (relm_outline_is_summary (self, item))
        self->summaries[self->n_summaries++] = item;
      else
        self->leaves[(*n_leaves)++] = item;
      self->leaf_end[item] = *n_leaves;
      item = item == root ? -1 : self->parents[item];
    }
}

RelmOutline *
relm_outline_new (const RelmItem *items,
                  guint n)
{
  RelmOutline *self = g_new0 (RelmOutline, 1);
  g_autofree guint *next = g_new (guint, n);
  guint n_leaves = 0;

  self->n = n;
  self->parents = g_new (gint32, n);
  self->loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  check_parents (self, items);
  list_children (self);
  self->summaries = g_new (gint32, n);
  self->leaves = g_new (gint32, n);
  self->leaf_begin = g_new (guint, n);
  self->leaf_end = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    if (self->parents[i] < 0)
      walk_down (self, (gint32) i, next, &n_leaves);
  return self;
}

void
relm_outline_free (RelmOutline *outline)
{
  g_free (outline->parents);
  g_free (outline->child_begin);
  g_free (outline->children);
  g_free (outline->summaries);
  g_free (outline->leaves);
  g_free (outline->leaf_begin);
  g_free (outline->leaf_end);
  g_clear_pointer (&outline->loops, g_ptr_array_unref);
  g_free (outline);
}

gboolean
relm_outline_is_summary (const RelmOutline *outline,
                         gint32 item)
{
  return outline->child_begin[item + 1] > outline->child_begin[item];
}

/* Whether @part is @item, or a part of it, or of one of its parts. */
gboolean
relm_outline_contains (const RelmOutline *outline,
                       gint32 item,
                       gint32 part)
{
  while (part >= 0 && part != item)
    part = outline->parents[part];
  return part == item;
}

/* The items without parts that @item consists of; itself when it has none. */
const gint32 *
relm_outline_get_leaves (const RelmOutline *outline,
                         gint32 item,
                         guint *n)
{
  *n = outline->leaf_end[item] - outline->leaf_begin[item];
  return outline->leaves + outline->leaf_begin[item];
}

GPtrArray *
relm_outline_steal_loops (RelmOutline *outline)
{
  return g_steal_pointer (&outline->loops);
}
