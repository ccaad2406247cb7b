/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-page.h"
#include "relm-inspector.h"
#include "relm-overview-page.h"
#include "relm-scope-page.h"
#include "relm-stakeholders-page.h"
#include "relm-timeline-page.h"
#include "relm-window-private.h"

/* A view. Its page has a property “view-state”, and is made when it is shown for the first time. */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void); /* NULL: not there yet */
} View;

static const View views[] = {
  { "overview", N_ ("Overview"), "view-grid-symbolic", relm_overview_page_get_type },
  { "timeline", N_ ("Timeline"), "x-office-calendar-symbolic", relm_timeline_page_get_type },
  { "scope", N_ ("Scope"), "checkbox-checked-symbolic", relm_scope_page_get_type },
  { "changelog", N_ ("Changelog"), "view-list-bullet-symbolic", relm_changelog_page_get_type },
  { "stakeholders", N_ ("Stakeholders"), "system-users-symbolic", relm_stakeholders_page_get_type },
};

static GtkWidget *
make_page (RelmWindow *self,
           const View *view)
{
  GtkWidget *page;

  if (view->get_type != NULL)
    return g_object_new (view->get_type (), "view-state", self->view_state, NULL);

  page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), view->icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ (view->title));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("This version does not have this view yet."));
  return page;
}

/* The inspector too is made when it is shown for the first time. */
static void
show_sidebar_cb (RelmWindow *self)
{
  if (!adw_overlay_split_view_get_show_sidebar (self->inspector_view) || self->document == NULL ||
      adw_overlay_split_view_get_sidebar (self->inspector_view) != NULL)
    return;

  adw_overlay_split_view_set_sidebar (self->inspector_view,
                                      g_object_new (RELM_TYPE_INSPECTOR, "view-state", self->view_state, NULL));
}

void
_relm_window_add_pages (RelmWindow *self)
{
  g_signal_connect_object (self->inspector_view, "notify::show-sidebar", G_CALLBACK (show_sidebar_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    adw_view_stack_add_titled_with_icon (self->views, adw_bin_new (), views[i].name, _ (views[i].title), views[i].icon);
}

static void
make_shown_page (RelmWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->views);
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  if (self->document == NULL || bin == NULL || adw_bin_get_child (ADW_BIN (bin)) != NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].name, name))
      adw_bin_set_child (ADW_BIN (bin), make_page (self, &views[i]));
}

static gboolean
first_page_cb (gpointer data)
{
  RelmWindow *self = data;

  self->page_source = 0;
  make_shown_page (self);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (RelmWindow *self)
{
  g_clear_signal_handler (&self->paint_handler, gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->page_source = g_idle_add (first_page_cb, self);
}

/* The clock of a window that is about to be seen for the first time. */
static GdkFrameClock *
get_unseen_clock (RelmWindow *self)
{
  GdkFrameClock *clock = gtk_widget_get_mapped (GTK_WIDGET (self)) ? gtk_widget_get_frame_clock (GTK_WIDGET (self)) : NULL;

  return clock != NULL && gdk_frame_clock_get_frame_counter (clock) < 0 ? clock : NULL;
}

/* Makes the page that is shown, if a project is there to show. A page takes longer than all the rest: a window that was not
 * seen yet shows the rest first, what was opened and its releases. */
void
_relm_window_follow_page (RelmWindow *self)
{
  GdkFrameClock *clock = get_unseen_clock (self);

  if (self->paint_handler != 0 || self->page_source != 0)
    return;
  if (clock == NULL)
    make_shown_page (self);
  else
    self->paint_handler = g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
}

void
_relm_window_forget_first_page (RelmWindow *self)
{
  if (self->paint_handler != 0 && gtk_widget_get_frame_clock (GTK_WIDGET (self)) != NULL)
    g_signal_handler_disconnect (gtk_widget_get_frame_clock (GTK_WIDGET (self)), self->paint_handler);
  self->paint_handler = 0;
  g_clear_handle_id (&self->page_source, g_source_remove);
}
