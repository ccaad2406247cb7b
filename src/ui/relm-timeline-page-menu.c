/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of what is selected on the chart, and renaming it. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-item.h"
#include "relm-context-menu.h"
#include "relm-timeline-page-private.h"
#include "relm-timeline-rename.h"

static gboolean
select_at_cb (GtkWidget *widget,
              double x,
              double y,
              gpointer user_data)
{
  return relm_timeline_select_at (RELM_TIMELINE (widget), x, y);
}

static gboolean
get_place_cb (GtkWidget *widget,
              GdkRectangle *place,
              gpointer user_data)
{
  RelmTimeline *timeline = RELM_TIMELINE (widget);
  RelmRecord *selected = relm_timeline_get_selected (timeline);

  if (selected == NULL)
    return FALSE;
  relm_timeline_scroll_to (timeline, selected);
  return relm_timeline_get_place (timeline, selected, place);
}

/* Links and what is gone have no title to be changed. */
static void
rename_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  RelmRecord *selected = relm_timeline_get_selected (self->timeline);
  GdkRectangle place;

  if (self->document == NULL || relm_document_get_read_only (self->document) || selected == NULL ||
      RELM_IS_BASELINE_ITEM (selected) || relm_kind_get_title_field (relm_record_get_kind (selected)) < 0 ||
      !get_place_cb (GTK_WIDGET (self->timeline), &place, NULL))
    gtk_widget_error_bell (widget);
  else
    relm_timeline_rename_open (GTK_WIDGET (self->timeline), &place, self->document, selected);
}

void
_relm_timeline_page_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline-page.rename", NULL, rename_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "timeline-page.rename", NULL);
}

void
_relm_timeline_page_init_menu (RelmTimelinePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  g_autoptr (GMenu) links = g_menu_new ();
  g_autoptr (GMenu) deletes = g_menu_new ();

  g_menu_append (edits, _ ("_Rename"), "timeline-page.rename");
  g_menu_append (edits, _ ("_Details"), "win.inspect");
  g_menu_append (links, _ ("_Link to What Waits for It"), "timeline.link");
  g_menu_append (links, _ ("_Zoom to What Is Selected"), "timeline-page.fit-selected");
  g_menu_append (deletes, _ ("_Delete"), "timeline.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (links));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deletes));
  relm_context_menu_attach_drawn (GTK_WIDGET (self->timeline), G_MENU_MODEL (menu), select_at_cb, get_place_cb, NULL);
}
