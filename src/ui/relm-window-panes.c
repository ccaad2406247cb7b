/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going about in a window by keyboard: from pane to pane, and to the search of what is shown. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-window-private.h"

#define MAX_PANES 3

/* Those that are shown, in the order of reading. Returns: how many */
static guint
list_panes (RelmWindow *self,
            GtkWidget *panes[MAX_PANES])
{
  GtkWidget *inspector = adw_overlay_split_view_get_sidebar (self->inspector_view);
  GtkWidget *const all[MAX_PANES] = { GTK_WIDGET (self->roadmap), GTK_WIDGET (self->views), inspector };
  guint n = 0;

  for (guint i = 0; i < MAX_PANES; i++)
    if (all[i] != NULL && gtk_widget_get_mapped (all[i]) && gtk_widget_get_child_visible (all[i]))
      panes[n++] = all[i];
  return n;
}

static gboolean
focus_pane (RelmWindow *self,
            GtkWidget *pane)
{
  if (pane == GTK_WIDGET (self->roadmap) || pane == GTK_WIDGET (self->views))
    return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (pane);
}

/* Private: gives the focus to the pane after, or before, the one that has it; to the first one if none has. */
void
_relm_window_go_to_pane (RelmWindow *self,
                         int step)
{
  GtkWidget *panes[MAX_PANES];
  const guint n = list_panes (self, panes);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  guint current = step > 0 ? n - 1 : 0;

  for (guint i = 0; i < n; i++)
    if (focus != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      current = i;
  for (guint i = 0; i < n; i++)
    {
      current = (guint) ((int) (current + n) + step) % n;
      if (focus_pane (self, panes[current]))
        return;
    }
}

static void
show_inspector (AdwOverlaySplitView *view,
                gboolean focus)
{
  adw_overlay_split_view_set_show_sidebar (view, TRUE);
  if (focus)
    gtk_widget_grab_focus (adw_overlay_split_view_get_sidebar (view));
}

static gboolean
show_inspector_cb (GtkWidget *view,
                   GdkFrameClock *clock,
                   gpointer focus)
{
  if (gtk_widget_get_width (view) == 0)
    return G_SOURCE_CONTINUE;
  show_inspector (ADW_OVERLAY_SPLIT_VIEW (view), GPOINTER_TO_INT (focus));
  return G_SOURCE_REMOVE;
}

/* Private: shows it, and gives it the focus if that is wanted. A view that is on the screen and has no size yet waits until it
 * has: libadwaita divides by the width of the sidebar to know how fast it moves, and draws nonsense where that is 0. */
void
_relm_window_show_inspector (RelmWindow *self,
                             gboolean focus)
{
  GtkWidget *view = GTK_WIDGET (self->inspector_view);

  if (gtk_widget_get_mapped (view) && gtk_widget_get_width (view) == 0)
    gtk_widget_add_tick_callback (view, show_inspector_cb, GINT_TO_POINTER (focus), NULL);
  else
    show_inspector (self->inspector_view, focus);
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_SEARCH_ENTRY (widget))
    return widget;
  if (GTK_IS_SEARCH_BAR (widget))
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (widget), TRUE); /* its entry is only there then */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_search (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Private: gives the focus to the search of the view that is shown, or says that it has none. */
void
_relm_window_find (RelmWindow *self)
{
  GtkWidget *search = find_search (GTK_WIDGET (self->views));

  if (search == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_widget_grab_focus (search);
  gtk_editable_select_region (GTK_EDITABLE (search), 0, -1);
}
