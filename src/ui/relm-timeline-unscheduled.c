/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-record.h"
#include "relm-timeline-unscheduled.h"

#define MAX_ROWS 100
#define MAX_HEIGHT 360
#define TITLE_WIDTH 32 /* characters */

static GtkWidget *
create_button (GtkWidget *child,
               const char *tooltip,
               const char *action,
               RelmRecord *record)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "body");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", relm_record_get_id (record));
  return button;
}

static GtkWidget *
create_drag_icon (RelmRecord *record)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_WIDTH);
  gtk_widget_add_css_class (box, "osd");
  gtk_widget_add_css_class (box, "toolbar");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* The popover goes out of the way, and with it its grab, which would keep the timeline from hearing of what is dragged over it. */
static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               RelmRecord *record)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *popover = gtk_widget_get_ancestor (row, GTK_TYPE_POPOVER);

  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), create_drag_icon (record));
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
add_drag (GtkWidget *widget,
          RelmRecord *record)
{
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (RELM_TYPE_RECORD, record);

  gtk_drag_source_set_content (source, content);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), record);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
create_row (RelmRecord *record)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *show, *schedule;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (title, -1), TITLE_WIDTH));
  gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  show = create_button (label, _ (relm_record_get_kind (record)->label), "timeline-page.show-unscheduled", record);
  schedule = create_button (gtk_image_new_from_icon_name ("x-office-calendar-symbolic"), _ ("Schedule Today"),
                            "timeline-page.schedule-today", record);
  gtk_widget_set_hexpand (show, TRUE);
  gtk_box_append (GTK_BOX (row), show);
  gtk_box_append (GTK_BOX (row), schedule);
  add_drag (row, record);
  return row;
}

/**
 * relm_timeline_unscheduled_new:
 * @records: (element-type RelmRecord): what has no dates
 *
 * Returns: (transfer floating): a list of the first of them
 */
GtkWidget *
relm_timeline_unscheduled_new (GPtrArray *records)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *heading = gtk_label_new (_ ("Without Dates"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_set_margin_bottom (heading, 6);
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < MIN (records->len, MAX_ROWS); i++)
    gtk_box_append (GTK_BOX (box), create_row (g_ptr_array_index (records, i)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}
