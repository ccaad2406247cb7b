/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-interval-index.h"

struct _RelmIntervalIndex
{
  guint size;
  RelmInterval *intervals; /* sorted by start */
  gint64 *greatest_ends;   /* at the middle of a stretch: the greatest end in that stretch */
};

typedef struct
{
  gint64 start;
  gint64 end;
  RelmIntervalFunc func;
  gpointer user_data;
} Query;

static int
compare_intervals (gconstpointer a,
                   gconstpointer b)
{
  const RelmInterval *first = a;
  const RelmInterval *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (first->value > second->value) - (first->value < second->value);
}

static gint64
fill_greatest_ends (RelmIntervalIndex *self,
                    guint low,
                    guint high)
{
  const guint middle = low + (high - low) / 2;
  gint64 before, after; /* MAX() would evaluate a call twice */

  if (low >= high)
    return G_MININT64;

  before = fill_greatest_ends (self, low, middle);
  after = fill_greatest_ends (self, middle + 1, high);
  self->greatest_ends[middle] = MAX (self->intervals[middle].end, MAX (before, after));
  return self->greatest_ends[middle];
}

/* In order of start. Half of the stretch is left out whenever nothing in it can touch. Returns whether to go on. */
static gboolean
visit (RelmIntervalIndex *self,
       guint low,
       guint high,
       const Query *query)
{
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const RelmInterval *interval = &self->intervals[middle];

      if (self->greatest_ends[middle] < query->start)
        return TRUE;
      if (!visit (self, low, middle, query))
        return FALSE;
      if (interval->start > query->end)
        return TRUE;
      if (interval->end >= query->start && !query->func (interval->value, query->user_data))
        return FALSE;
      low = middle + 1;
    }
  return TRUE;
}

static gboolean
append_cb (guint value,
           gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, value);
  return TRUE;
}

static gboolean
is_sorted (RelmIntervalIndex *self)
{
  for (guint i = 1; i < self->size; i++)
    if (compare_intervals (&self->intervals[i - 1], &self->intervals[i]) > 0)
      return FALSE;
  return TRUE;
}

/**
 * relm_interval_index_new:
 * @intervals: (transfer none) (element-type RelmInterval): in any order; linear for what is sorted by start already
 *
 * Returns: (transfer full): an index of them
 */
RelmIntervalIndex *
relm_interval_index_new (GArray *intervals)
{
  RelmIntervalIndex *self = g_new0 (RelmIntervalIndex, 1);

  self->size = intervals->len;
  self->intervals = g_memdup2 (intervals->data, sizeof (RelmInterval) * intervals->len);
  self->greatest_ends = g_new (gint64, intervals->len);
  if (!is_sorted (self))
    qsort (self->intervals, self->size, sizeof (RelmInterval), compare_intervals);
  fill_greatest_ends (self, 0, self->size);
  return self;
}

/**
 * relm_interval_index_free:
 * @self: (transfer full) (nullable): an index
 */
void
relm_interval_index_free (RelmIntervalIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->intervals);
  g_free (self->greatest_ends);
  g_free (self);
}

/**
 * relm_interval_index_get_size:
 *
 * Returns: how many intervals there are
 */
guint
relm_interval_index_get_size (RelmIntervalIndex *self)
{
  return self->size;
}

/**
 * relm_interval_index_foreach:
 * @start: where the stretch starts
 * @end: where it ends, inclusive
 * @func: (scope call): called for each interval that touches it, in order of start, until it returns %FALSE
 */
void
relm_interval_index_foreach (RelmIntervalIndex *self,
                             gint64 start,
                             gint64 end,
                             RelmIntervalFunc func,
                             gpointer user_data)
{
  const Query query = { start, end, func, user_data };

  visit (self, 0, self->size, &query);
}

/**
 * relm_interval_index_query:
 * @start: where the stretch starts
 * @end: where it ends, inclusive
 * @values: (element-type guint): the values of all intervals that touch it are appended, in order of start
 */
void
relm_interval_index_query (RelmIntervalIndex *self,
                           gint64 start,
                           gint64 end,
                           GArray *values)
{
  relm_interval_index_foreach (self, start, end, append_cb, values);
}
