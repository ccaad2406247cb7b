/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-timeline-page-private.h"

#define ZOOM_STEP 1.5

static RelmTimeline *
get_timeline (GtkWidget *page)
{
  return relm_timeline_page_get_timeline (RELM_TIMELINE_PAGE (page));
}

static void
zoom_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  relm_timeline_zoom_by (get_timeline (widget), g_str_has_suffix (name, "in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  relm_timeline_fit (get_timeline (widget));
}

static void
fit_selected_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  relm_timeline_fit_selected (get_timeline (widget));
}

static void
fold_all_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  relm_timeline_fold_all (get_timeline (widget), g_str_has_suffix (name, "fold-all"));
}

static void
today_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  relm_timeline_scroll_to_today (get_timeline (widget));
}

/* The actions and keys that change what is looked at. */
void
_relm_timeline_page_install_view (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline-page.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.fit-selected", NULL, fit_selected_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.fold-all", NULL, fold_all_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.open-all", NULL, fold_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "timeline-page.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "timeline-page.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "timeline-page.fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "timeline-page.today", NULL);
}
