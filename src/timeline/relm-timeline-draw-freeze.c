/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Freeze windows: bands over all rows, with edges, and their names at the foot of what is seen. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-freeze-window.h"
#include "relm-timeline-pen.h"

#define GAP 4

/* Whether it is to be seen with what is shown, and from where to where. */
static gboolean
get_stretch (const RelmTimelinePen *pen,
             RelmRecord *freeze,
             double *from,
             double *to)
{
  RelmTimeline *timeline = pen->timeline;
  const RelmDate start = relm_record_get_date (freeze, RELM_FREEZE_WINDOW_START);
  const RelmDate finish = relm_record_get_date (freeze, RELM_FREEZE_WINDOW_FINISH);
  RelmRecord *release = relm_project_resolve (timeline->project, freeze, RELM_FREEZE_WINDOW_RELEASE);

  if (start == RELM_DATE_NONE || (timeline->release != NULL && release != NULL && release != timeline->release))
    return FALSE;
  *from = round (relm_time_scale_get_x (&timeline->scale, start));
  *to = round (relm_time_scale_get_x (&timeline->scale, MAX (finish, start) + 1));
  return *to >= pen->from && *from <= pen->to;
}

static RelmRecordList *
get_list (RelmTimeline *timeline)
{
  return timeline->project != NULL ? relm_project_get_list (timeline->project, RELM_TYPE_FREEZE_WINDOW) : NULL;
}

/**
 * relm_timeline_draw_freezes:
 * @y: the top of the rows that are drawn
 * @height: their height
 *
 * The bands, behind the rows.
 */
void
relm_timeline_draw_freezes (const RelmTimelinePen *self,
                            double y,
                            double height)
{
  RelmRecordList *list = get_list (self->timeline);
  const GdkRGBA *color = &self->timeline->inks[RELM_TIMELINE_INK_BLOCKED];
  const GdkRGBA faded = relm_timeline_fade (color, 0.1);
  double from, to;

  for (guint i = 0; list != NULL && i < relm_record_list_get_size (list); i++)
    {
      if (!get_stretch (self, relm_record_list_get (list, i), &from, &to))
        continue;
      relm_timeline_pen_fill (self, from, to, y, height, &faded);
      relm_timeline_pen_fill (self, from, from + 1, y, height, color);
      relm_timeline_pen_fill (self, to - 1, to, y, height, color);
    }
}

/**
 * relm_timeline_draw_freeze_names:
 * @self: a pen for the body as it is seen
 *
 * Their names, where there is room.
 */
void
relm_timeline_draw_freeze_names (const RelmTimelinePen *self)
{
  RelmTimeline *timeline = self->timeline;
  RelmRecordList *list = get_list (timeline);
  const double y = self->top + _relm_timeline_get_body_height (timeline) - timeline->metrics.tier;
  double from, to;

  for (guint i = 0; list != NULL && i < relm_record_list_get_size (list); i++)
    {
      g_autofree char *name = NULL;
      PangoLayout *layout;
      int width;

      if (!get_stretch (self, relm_record_list_get (list, i), &from, &to))
        continue;
      from = MAX (from, self->from) + GAP;
      name = relm_record_dup_display_title (relm_record_list_get (list, i));
      layout = relm_text_cache_get (timeline->texts, name, RELM_TEXT_CAPTION, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      relm_timeline_pen_fill_round (self, from, from + width + 2 * GAP, y, timeline->metrics.tier - GAP, GAP,
                                    &timeline->inks[RELM_TIMELINE_INK_PAPER]);
      relm_timeline_pen_text (self, layout, from + GAP, y, timeline->metrics.tier - GAP, &timeline->inks[RELM_TIMELINE_INK_BLOCKED]);
    }
}
