/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-item.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-text.h"
#include "relm-timeline-pen.h"

#define MARGIN 8
#define EXPANDER 16
#define INDENT 14
#define NARROW 170 /* a column where every pixel counts */
#define GAP 4

/* Where a title starts: there is room for an expander before each. */
double
_relm_timeline_get_title_start (RelmTimeline *self,
                                const RelmTimelineRow *row)
{
  if (self->metrics.titles < NARROW)
    return EXPANDER + GAP + row->depth * MARGIN;
  return MARGIN + EXPANDER + GAP + INDENT * row->depth;
}

static void
draw_expander (const RelmTimelinePen *pen,
               const RelmTimelineRow *row,
               double start,
               double y)
{
  const char *name = row->collapsed ? "pan-end-symbolic" : "pan-down-symbolic";

  relm_timeline_pen_icon (pen, name, start - EXPANDER - GAP / 2, y + (pen->timeline->metrics.row - EXPANDER) / 2, EXPANDER,
                          &pen->timeline->inks[RELM_TIMELINE_INK_DIM]);
}

static RelmTextStyle
choose_style (const RelmTimelineRow *row)
{
  if (row->depth == 0)
    return RELM_TEXT_BOLD;
  return RELM_IS_BASELINE_ITEM (row->record) || relm_plan_is_cancelled (row->record) ? RELM_TEXT_STRUCK : RELM_TEXT_BODY;
}

/* What a release is called besides its version. */
static void
draw_name (const RelmTimelinePen *pen,
           RelmRecord *release,
           double start,
           double y)
{
  g_autofree char *name = relm_text_display (relm_record_get_string (release, RELM_RELEASE_NAME));
  const int room = (int) (pen->to - start - GAP);

  if (name == NULL || *name == '\0' || room < 2 * EXPANDER)
    return;
  relm_timeline_pen_text (pen, relm_text_cache_get (pen->timeline->texts, name, RELM_TEXT_BODY, room), start, y,
                          pen->timeline->metrics.row, &pen->timeline->inks[RELM_TIMELINE_INK_DIM]);
}

static void
draw_title (const RelmTimelinePen *pen,
            guint index)
{
  RelmTimeline *timeline = pen->timeline;
  const RelmTimelineRow *row = relm_timeline_layout_get_row (timeline->layout, index);
  const double y = (double) index * timeline->metrics.row;
  double start = _relm_timeline_get_title_start (timeline, row);
  const gboolean dim = row->record != NULL && row->depth > 0 &&
                       (RELM_IS_BASELINE_ITEM (row->record) || relm_plan_is_done (row->record));
  g_autofree char *title = row->record != NULL ? relm_record_dup_display_title (row->record)
                                               : g_strdup (_ (row->label));
  PangoLayout *layout = relm_text_cache_get (timeline->texts, title, choose_style (row), (int) (pen->to - start - GAP));

  if (row->has_rows)
    draw_expander (pen, row, start, y);
  start += relm_timeline_pen_text (pen, layout, start, y, timeline->metrics.row,
                                   &timeline->inks[dim ? RELM_TIMELINE_INK_DIM : RELM_TIMELINE_INK_TEXT]);
  if (row->record != NULL && RELM_IS_RELEASE (row->record))
    draw_name (pen, row->record, start + 2 * GAP, y);
}

/**
 * relm_timeline_draw_titles:
 * @self: a pen for the column, from 0 to its width
 * @first_row: the first row
 * @last_row: the row after the last
 *
 * What the rows are called.
 */
void
relm_timeline_draw_titles (const RelmTimelinePen *self,
                           guint first_row,
                           guint last_row)
{
  for (guint i = first_row; i < last_row; i++)
    draw_title (self, i);
}
