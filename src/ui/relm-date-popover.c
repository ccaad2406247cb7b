/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-date-popover.h"

struct _RelmDatePopover
{
  GtkPopover parent_instance;

  RelmFieldEditor *editor;
  GtkWidget *calendar;
  GtkWidget *clear;
  gboolean updating;
  RelmDate shown;
};

G_DEFINE_FINAL_TYPE (RelmDatePopover, relm_date_popover, GTK_TYPE_POPOVER)

static RelmDate
get_date (RelmDatePopover *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  return relm_date_from_ymd (year, month, day);
}

static void
show_date (RelmDatePopover *self,
           RelmDate date)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  relm_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->shown = date;
  self->updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), time);
  self->updating = FALSE;
}

static void
set_and_close (RelmDatePopover *self,
               RelmDate date)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  relm_field_editor_set_integer (self->editor, date, NULL);
}

/* Turning to another month or year selects the same day of it, as if somebody had chosen that. */
static gboolean
is_turn (RelmDate from,
         RelmDate to)
{
  int from_year, from_month, from_day, to_year, to_month, to_day;

  relm_date_to_ymd (from, &from_year, &from_month, &from_day);
  relm_date_to_ymd (to, &to_year, &to_month, &to_day);
  return to == relm_date_add_months (from, (to_year - from_year) * 12 + to_month - from_month) && from != to;
}

static void
day_selected_cb (RelmDatePopover *self)
{
  const RelmDate before = self->shown;

  if (self->updating)
    return;

  self->shown = get_date (self);
  if (!is_turn (before, self->shown))
    set_and_close (self, self->shown);
}

static void
select_cb (RelmDatePopover *self)
{
  set_and_close (self, get_date (self));
}

static void
today_cb (RelmDatePopover *self)
{
  set_and_close (self, relm_date_today ());
}

static void
clear_cb (RelmDatePopover *self)
{
  set_and_close (self, RELM_DATE_NONE);
}

static void
relm_date_popover_show (GtkWidget *widget)
{
  RelmDatePopover *self = RELM_DATE_POPOVER (widget);
  const RelmValue *value = relm_field_editor_get_value (self->editor);
  const gboolean is_set = value != NULL && value->integer != RELM_DATE_NONE;

  show_date (self, is_set ? (RelmDate) value->integer : relm_date_today ());
  gtk_widget_set_sensitive (self->clear, is_set);
  GTK_WIDGET_CLASS (relm_date_popover_parent_class)->show (widget);
}

static void
relm_date_popover_dispose (GObject *object)
{
  g_clear_object (&RELM_DATE_POPOVER (object)->editor);

  G_OBJECT_CLASS (relm_date_popover_parent_class)->dispose (object);
}

static void
relm_date_popover_class_init (RelmDatePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_date_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = relm_date_popover_show;
}

static GtkWidget *
create_button (RelmDatePopover *self,
               GtkWidget *box,
               const char *label,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
relm_date_popover_init (RelmDatePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->calendar = gtk_calendar_new ();
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), buttons);
  self->clear = create_button (self, buttons, _ ("No Date"), G_CALLBACK (clear_cb));
  create_button (self, buttons, _ ("Today"), G_CALLBACK (today_cb));
  create_button (self, buttons, _ ("Select"), G_CALLBACK (select_cb));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * relm_date_popover_new:
 * @editor: an editor of a field of type DATE
 *
 * Returns: (transfer floating): a popover
 */
RelmDatePopover *
relm_date_popover_new (RelmFieldEditor *editor)
{
  RelmDatePopover *self = g_object_new (RELM_TYPE_DATE_POPOVER, NULL);

  self->editor = g_object_ref (editor);
  return self;
}
