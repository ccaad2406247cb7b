/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-gate.h"
#include "relm-phase.h"
#include "relm-milestone.h"
#include "relm-plan-item.h"
#include "relm-plan-parts.h"
#include "relm-work-item.h"

/* What comes after an item: its successors, and the parts of what does. */
struct _RelmPlanParts
{
  guint n;
  guint *begin;       /* n + 1, of what is right after each item */
  gint32 *after;
  GHashTable *marked; /* items that were asked about, to guint8 *, by item: whether it follows */
};

static void
count_after (RelmPlanParts *self,
             gint32 item,
             gint32 other)
{
  if (item >= 0 && other >= 0)
    self->begin[item + 1]++;
}

static void
add_after (RelmPlanParts *self,
           guint *next,
           gint32 item,
           gint32 other)
{
  if (item >= 0 && other >= 0)
    self->after[next[item]++] = other;
}

/**
 * relm_plan_parts_new:
 * @links: what people wrote, between the items
 * @parents: the parent of each item, or -1
 *
 * Returns: (transfer full): answers what follows what
 */
RelmPlanParts *
relm_plan_parts_new (const RelmLink *links,
                     guint n_links,
                     const gint32 *parents,
                     guint n_items)
{
  RelmPlanParts *self = g_new0 (RelmPlanParts, 1);
  g_autofree guint *next = NULL;

  self->n = n_items;
  self->begin = g_new0 (guint, n_items + 1);
  self->marked = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < n_links; i++)
    count_after (self, links[i].from, links[i].to);
  for (guint i = 0; i < n_items; i++)
    count_after (self, parents[i], (gint32) i);
  for (guint i = 0; i < n_items; i++)
    self->begin[i + 1] += self->begin[i];
  self->after = g_new (gint32, self->begin[n_items]);
  next = g_memdup2 (self->begin, (n_items + 1) * sizeof *next);
  for (guint i = 0; i < n_links; i++)
    add_after (self, next, links[i].from, links[i].to);
  for (guint i = 0; i < n_items; i++)
    add_after (self, next, parents[i], (gint32) i);
  return self;
}

void
relm_plan_parts_free (RelmPlanParts *self)
{
  g_free (self->begin);
  g_free (self->after);
  g_hash_table_unref (self->marked);
  g_free (self);
}

static guint8 *
mark_followers (RelmPlanParts *self,
                gint32 item)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint8 *marked = g_new0 (guint8, self->n);

  g_array_append_val (open, item);
  while (open->len > 0)
    {
      const gint32 from = g_array_index (open, gint32, open->len - 1);

      g_array_set_size (open, open->len - 1);
      for (guint i = self->begin[from]; i < self->begin[from + 1]; i++)
        {
          const gint32 to = self->after[i];

          if (marked[to])
            continue;
          marked[to] = TRUE;
          g_array_append_val (open, to);
        }
    }
  g_hash_table_insert (self->marked, GINT_TO_POINTER (item), marked);
  return marked;
}

/**
 * relm_plan_parts_follows:
 * @item: an item, or -1
 * @other: another
 *
 * Cheap when asked about few items again and again.
 *
 * Returns: whether @other comes after @item because of links, directly or not
 */
gboolean
relm_plan_parts_follows (RelmPlanParts *self,
                         gint32 item,
                         gint32 other)
{
  const guint8 *marked;

  if (item < 0 || self->begin[item] == self->begin[item + 1])
    return FALSE;
  marked = g_hash_table_lookup (self->marked, GINT_TO_POINTER (item));
  return (marked != NULL ? marked : mark_followers (self, item))[other];
}

/**
 * relm_plan_parts_may_come_after:
 *
 * Returns: whether a record of a release may be planned for after it: phases, milestones, gates and what deploys
 */
gboolean
relm_plan_parts_may_come_after (RelmRecord *record)
{
  if (!RELM_IS_WORK_ITEM (record))
    return RELM_IS_PHASE (record) || RELM_IS_MILESTONE (record) || RELM_IS_GATE (record);
  return g_strcmp0 (relm_record_get_string (record, RELM_WORK_ITEM_KIND), "deployment") == 0 ||
         g_strcmp0 (relm_record_get_string (record, RELM_WORK_ITEM_STAGE), "deployment") == 0;
}
