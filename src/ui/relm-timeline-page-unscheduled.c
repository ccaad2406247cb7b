/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has no dates, on the timeline's page. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-timeline-page-private.h"
#include "relm-timeline-unscheduled.h"

static RelmRecord *
look_up (RelmTimelinePage *self,
         GVariant *id)
{
  gtk_popover_popdown (self->unscheduled_popover);
  return relm_page_get_project (RELM_PAGE (self)) != NULL ? relm_project_lookup (relm_page_get_project (RELM_PAGE (self)), g_variant_get_string (id, NULL)) : NULL;
}

static void
show_unscheduled_cb (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  RelmRecord *record = look_up (self, parameter);

  if (record == NULL || relm_page_get_view_state (RELM_PAGE (self)) == NULL)
    return;
  relm_view_state_set_selected (relm_page_get_view_state (RELM_PAGE (self)), record);
  gtk_widget_activate_action (widget, "win.inspect", NULL);
}

/* Gives it dates from a day on, and shows it. */
static void
schedule (RelmTimelinePage *self,
          RelmRecord *record,
          RelmDate day)
{
  relm_timeline_edits_schedule (GTK_WIDGET (self), self->document, relm_view_state_get_schedule (relm_page_get_view_state (RELM_PAGE (self))), record, day);
  relm_view_state_set_selected (relm_page_get_view_state (RELM_PAGE (self)), record);
  relm_timeline_scroll_to (self->timeline, record);
}

static void
schedule_today_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  RelmRecord *record = look_up (self, parameter);

  if (record != NULL && self->document != NULL && relm_page_get_view_state (RELM_PAGE (self)) != NULL)
    schedule (self, record, relm_timeline_get_today (self->timeline));
}

/* On the day under the pointer. */
static gboolean
drop_cb (RelmTimelinePage *self,
         const GValue *value,
         double x,
         double y)
{
  RelmRecord *record = g_value_get_object (value);

  if (record == NULL || self->document == NULL || relm_page_get_view_state (RELM_PAGE (self)) == NULL || !relm_timeline_get_editable (self->timeline))
    return FALSE;
  gtk_popover_popdown (self->unscheduled_popover);
  schedule (self, record, relm_timeline_get_day_at (self->timeline, x));
  return TRUE;
}

/* Filled when it is opened. */
static void
fill_unscheduled_cb (RelmTimelinePage *self)
{
  gtk_popover_set_child (self->unscheduled_popover,
                         relm_timeline_unscheduled_new (relm_timeline_get_unscheduled (self->timeline)));
}

/* Its list, and where what is in it can be dropped. */
void
_relm_timeline_page_init_unscheduled (RelmTimelinePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (RELM_TYPE_RECORD, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->timeline), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->unscheduled_popover, "show", G_CALLBACK (fill_unscheduled_cb), self, G_CONNECT_SWAPPED);
}

void
_relm_timeline_page_install_unscheduled (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline-page.show-unscheduled", "s", show_unscheduled_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.schedule-today", "s", schedule_today_cb);
}
