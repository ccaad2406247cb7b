/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-context-menu.h"

typedef struct
{
  GtkWidget *widget; /* unowned: it owns this */
  GMenuModel *menu;
  RelmContextMenuFunc select;
  RelmContextMenuPlaceFunc get_place; /* NULL where what has the focus is a widget */
  gpointer user_data;
  GtkWidget *popover; /* weak: NULL until it is asked for, and when the widget has let it go */
  GtkWidget *came_from; /* weak: what had the focus */
} Menu;

static void
destroy_cb (Menu *self)
{
  GtkWidget *popover = self->popover;

  g_clear_weak_pointer (&self->popover);
  if (popover != NULL && gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static void
menu_free (gpointer data,
           GClosure *closure)
{
  Menu *self = data;

  g_clear_weak_pointer (&self->came_from);
  g_clear_weak_pointer (&self->popover);
  g_object_unref (self->menu);
  g_free (self);
}

/* Back to where the focus was, if nothing that was chosen has it by now. */
static void
closed_cb (Menu *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->came_from != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, self->popover)))
    gtk_widget_grab_focus (self->came_from);
  g_clear_weak_pointer (&self->came_from);
}

static void
open_at (Menu *self,
         const GdkRectangle *place)
{
  if (self->popover == NULL)
    {
      g_set_weak_pointer (&self->popover, gtk_popover_menu_new_from_model (self->menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, self->widget);
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
    }
  g_set_weak_pointer (&self->came_from, gtk_root_get_focus (gtk_widget_get_root (self->widget)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
open_at_pointer (GtkGesture *gesture,
                 double x,
                 double y,
                 Menu *self)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (!self->select (self->widget, x, y, self->user_data))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, &place);
}

static void
pressed_cb (GtkGesture *gesture,
            int n_press,
            double x,
            double y,
            Menu *self)
{
  open_at_pointer (gesture, x, y, self);
}

static gboolean
open_at_place (Menu *self)
{
  GdkRectangle place;

  if (!self->get_place (self->widget, &place, self->user_data))
    return GDK_EVENT_PROPAGATE;
  open_at (self, &place);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (Menu *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  const gboolean shift_f10 = keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0;
  GtkRoot *root = gtk_widget_get_root (self->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (!shift_f10 && keyval != GDK_KEY_Menu)
    return GDK_EVENT_PROPAGATE;
  if (self->get_place != NULL)
    return open_at_place (self);
  if (focus == NULL || GTK_IS_EDITABLE (focus) || !gtk_widget_compute_bounds (focus, self->widget, &bounds) ||
      !self->select (self->widget, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2,
                     self->user_data))
    return GDK_EVENT_PROPAGATE;

  open_at (self, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                   (int) bounds.size.height });
  return GDK_EVENT_STOP;
}

/**
 * relm_context_menu_attach_drawn:
 * @widget: a widget that presents its popovers when it is allocated, whose actions the menu may use
 * @menu: what is offered
 * @select: called before the menu opens at the pointer
 * @get_place: (nullable): where it opens by the keyboard; %NULL for at the widget that has the focus
 */
void
relm_context_menu_attach_drawn (GtkWidget *widget,
                                GMenuModel *menu,
                                RelmContextMenuFunc select,
                                RelmContextMenuPlaceFunc get_place,
                                gpointer user_data)
{
  Menu *self = g_new0 (Menu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *touch = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->widget = widget;
  self->menu = g_object_ref (menu);
  self->select = select;
  self->get_place = get_place;
  self->user_data = user_data;

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (touch, "pressed", G_CALLBACK (open_at_pointer), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (touch));
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_data (widget, "destroy", G_CALLBACK (destroy_cb), self, menu_free, G_CONNECT_SWAPPED);
}

/**
 * relm_context_menu_attach:
 * @widget: a widget with a layout manager, whose actions the menu may use
 * @menu: what is offered
 * @select: called before the menu opens
 */
void
relm_context_menu_attach (GtkWidget *widget,
                          GMenuModel *menu,
                          RelmContextMenuFunc select,
                          gpointer user_data)
{
  relm_context_menu_attach_drawn (widget, menu, select, NULL, user_data);
}
