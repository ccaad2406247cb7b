/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-schedule-dependency.h"
#include "relm-timeline-private.h"

gboolean
_relm_timeline_is_linking_by_keys (RelmTimeline *self)
{
  return self->drag.active && self->linking.from != NULL && self->linking.by_keys;
}

/* The words stand where the cursor is. */
static void
aim_changed (RelmTimeline *self)
{
  const graphene_rect_t rect = _relm_timeline_get_row_rect (self, self->cursor);
  g_autofree char *words = _relm_timeline_dup_linking_words (self);

  self->drag.x = rect.origin.x + rect.size.width / 2;
  self->drag.y = rect.origin.y;
  _relm_timeline_update_tip (self);
  _relm_timeline_say (self, words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The cursor goes on, and the link leads to what is there. */
void
_relm_timeline_aim_at_row (RelmTimeline *self,
                           guint row)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  RelmRecord *record = relm_timeline_layout_get_row (layout, row)->record;
  const guint item = record != NULL ? relm_timeline_layout_find (layout, record) : RELM_TIMELINE_NONE;

  self->cursor = row;
  _relm_timeline_scroll_to_row (self, row);
  if (item != RELM_TIMELINE_NONE)
    _relm_timeline_scroll_to_span (self, relm_timeline_layout_get_item (layout, item)->span);
  _relm_timeline_aim (self, item != RELM_TIMELINE_NONE ? record : NULL, self->linking.to_finish);
  aim_changed (self);
}

void
_relm_timeline_turn_ends_by_key (RelmTimeline *self,
                                 int by)
{
  _relm_timeline_turn_ends (self, by);
  aim_changed (self);
}

/* Starts a link at the end of what is selected. */
static void
link_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const guint item = relm_timeline_layout_find (_relm_timeline_get_layout (self), self->selected);

  if (self->drag.active)
    return;
  if (!self->editable || self->selected == NULL || item == RELM_TIMELINE_NONE)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  self->drag = (RelmTimelineDrag) { .active = TRUE, .hold = RELM_TIMELINE_HOLD_LINK_FINISH };
  _relm_timeline_begin_linking (self, self->selected, TRUE, TRUE);
  gtk_widget_grab_focus (widget);
  aim_changed (self);
}

/* The links of what the cursor is at, one after the other, and then itself again. */
static void
next_link_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  RelmRecord *record, *found = NULL;
  guint item, before;

  if (self->drag.active || self->cursor >= relm_timeline_layout_get_n_rows (layout))
    return;
  record = relm_timeline_layout_get_row (layout, self->cursor)->record;
  item = record != NULL ? relm_timeline_layout_find (layout, record) : RELM_TIMELINE_NONE;
  before = self->selected != NULL ? relm_timeline_layout_find_link (layout, self->selected) : RELM_TIMELINE_NONE;
  for (guint i = before + 1; item != RELM_TIMELINE_NONE && found == NULL && i < relm_timeline_layout_get_n_links (layout); i++)
    {
      const RelmTimelineLink *link = relm_timeline_layout_get_link (layout, i);

      if (link->from == item || link->to == item)
        found = link->record;
    }
  if (found == NULL && before == RELM_TIMELINE_NONE)
    gtk_widget_error_bell (widget);
  else
    {
      _relm_timeline_choose (self, found != NULL ? found : record);
      _relm_timeline_announce (self, self->selected);
    }
}

static void
remove_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);

  if (!self->editable || self->selected == NULL || self->drag.active || g_hash_table_size (self->chosen) != 1)
    gtk_widget_error_bell (widget);
  else
    _relm_timeline_remove (self, self->selected);
}

void
_relm_timeline_install_link_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.link", NULL, link_cb);
  gtk_widget_class_install_action (widget_class, "timeline.next-link", NULL, next_link_cb);
  gtk_widget_class_install_action (widget_class, "timeline.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "timeline.link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.next-link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "timeline.remove", NULL);
  /* The last one is what menus show. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "timeline.remove", NULL);
}
