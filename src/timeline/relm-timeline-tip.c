/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-timeline-private.h"

#define TIP_DISTANCE 12

static char *
dup_difference (int days)
{
  if (days == 0)
    return g_strdup (_ ("unchanged"));
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day later", "%d days later", (gulong) days), days);
  return g_strdup_printf (ngettext ("%d day earlier", "%d days earlier", (gulong) -days), -days);
}

static int
count_working_days (RelmTimeline *self,
                    RelmSpan span)
{
  int n = 0;

  for (RelmDate day = span.start; day <= span.finish; day++)
    n += !_relm_timeline_is_day_off (self, day);
  return n;
}

/* “3 – 9 May 2027”, “5 working days, 2 days later”. */
static char *
dup_dates (RelmTimeline *self,
           const RelmTimelinePart *part)
{
  const int length = count_working_days (self, part->to);
  const int moved = part->hold == RELM_TIMELINE_HOLD_START ? part->to.start - part->from.start : part->to.finish - part->from.finish;
  g_autofree char *dates = relm_span_display (part->to);
  g_autofree char *difference = dup_difference (moved);
  g_autofree char *days = g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) length), length);

  if (part->to.start == part->to.finish)
    /* Translators: while something is moved on the timeline: its date, and by how much it differs from before */
    return g_strdup_printf (_ ("%s\n%s"), dates, difference);
  /* Translators: while something is moved on the timeline: its dates, how long it is, and how they differ from before */
  return g_strdup_printf (_ ("%s\n%s, %s"), dates, days, difference);
}

static char *
dup_progress (const RelmTimelinePart *part)
{
  const int difference = part->progress_to - part->progress_from;

  if (difference == 0)
    return g_strdup_printf (_ ("%d %% done"), part->progress_to);
  /* Translators: while progress is dragged: how much is done, and by how much that differs from before: “60 % done, +20” */
  return g_strdup_printf (_ ("%d %% done, %+d"), part->progress_to, difference);
}

static char *
dup_tip (RelmTimeline *self)
{
  const RelmTimelinePart *leader = _relm_timeline_get_leader (self);
  const guint n = leader != NULL ? self->drag.parts->len : 0;
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  g_autofree char *others = NULL;

  if (self->linking.from != NULL)
    return _relm_timeline_dup_linking_words (self);
  if (leader == NULL)
    return NULL;
  others = self->ghosts != NULL ? relm_plan_moves_dup_summary (self->ghosts) : NULL;
  text = leader->hold == RELM_TIMELINE_HOLD_PROGRESS ? dup_progress (leader) : dup_dates (self, leader);
  if (others != NULL)
    {
      char *both = g_strdup_printf ("%s\n%s", text, others);

      g_free (text);
      text = both;
    }
  if (n == 1)
    return g_steal_pointer (&text);
  number = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);
  return g_strdup_printf ("%s\n%s", text, number);
}

/* Says what there is to say of what is dragged, or nothing. */
void
_relm_timeline_update_tip (RelmTimeline *self)
{
  g_autofree char *text = self->drag.active ? dup_tip (self) : NULL;

  if (text != NULL)
    gtk_label_set_label (GTK_LABEL (self->tip), text);
  gtk_widget_set_visible (self->tip, text != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Above the pointer, or below it where there is no room, and within the widget. */
void
_relm_timeline_allocate_tip (RelmTimeline *self)
{
  const int available = gtk_widget_get_width (GTK_WIDGET (self));
  GtkRequisition size;
  double x, y;

  if (!gtk_widget_get_visible (self->tip))
    return;
  gtk_widget_get_preferred_size (self->tip, NULL, &size);
  x = CLAMP (self->drag.x - size.width / 2.0, 0, MAX (available - size.width, 0));
  y = self->drag.y - size.height - TIP_DISTANCE;
  if (y < 0)
    y = self->drag.y + 2 * TIP_DISTANCE;
  gtk_widget_size_allocate (self->tip, &(GtkAllocation) { (int) x, (int) y, size.width, size.height }, -1);
}

/* All that there is to say of a row, since a title may be cut off, and why it is when it is. */
gboolean
_relm_timeline_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard_tooltip,
                             GtkTooltip *tooltip)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const guint n_rows = relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self));
  RelmTimelineHit hit = keyboard_tooltip ? RELM_TIMELINE_HIT_NOTHING : _relm_timeline_pick (self, x, y);
  g_autofree char *words = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  RelmRecord *record;

  if (keyboard_tooltip && self->cursor < n_rows)
    hit.row = self->cursor;
  record = _relm_timeline_get_record (self, &hit);
  if (record == NULL || self->drag.active ||
      (hit.place == RELM_TIMELINE_ON_BODY && hit.item == RELM_TIMELINE_NONE && hit.link == RELM_TIMELINE_NONE))
    return FALSE;
  words = _relm_timeline_dup_words (self, record);
  reason = self->schedule != NULL ? relm_plan_schedule_dup_reason (self->schedule, record) : NULL;
  text = reason != NULL ? g_strdup_printf ("%s\n%s", words, reason) : g_strdup (words);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}
