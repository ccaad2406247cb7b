/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-private.h"

/* The rectangle, in the widget's pixels: its first corner stays with the day and the row where it was put. */
graphene_rect_t
_relm_timeline_get_band (RelmTimeline *self)
{
  const double x = _relm_timeline_from_logical (self, relm_time_scale_get_x (&self->scale, self->drag.grabbed));
  const double y = 2 * self->metrics.tier + self->drag.grabbed_y - floor (self->offset);

  return GRAPHENE_RECT_INIT ((float) MIN (x, self->drag.x), (float) MIN (y, self->drag.y), (float) fabs (x - self->drag.x),
                             (float) fabs (y - self->drag.y));
}

static void
add_touched (RelmTimeline *self,
             guint row,
             const graphene_rect_t *band,
             GPtrArray *records)
{
  const RelmTimelineRow *it = relm_timeline_layout_get_row (self->layout, row);

  for (guint i = it->first_item; i < it->first_item + it->n_items; i++)
    {
      const graphene_rect_t rect = _relm_timeline_get_item_rect (self, i);

      if (graphene_rect_intersection (&rect, band, NULL))
        g_ptr_array_add (records, relm_timeline_layout_get_item (self->layout, i)->record);
    }
}

/* Selects what it touches. */
void
_relm_timeline_drop_band (RelmTimeline *self)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  const graphene_rect_t band = _relm_timeline_get_band (self);
  const double top = band.origin.y - 2 * self->metrics.tier + floor (self->offset);
  const guint n_rows = relm_timeline_layout_get_n_rows (layout);
  const guint first = (guint) MAX (floor (top / self->metrics.row), 0);
  const guint last = (guint) MAX (floor ((top + band.size.height) / self->metrics.row), 0);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = first; i <= last && i < n_rows; i++)
    add_touched (self, i, &band, records);
  _relm_timeline_choose_many (self, records, self->drag.adds);
}
