/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-date-popover.h"
#include "relm-entry-row.h"
#include "relm-row-walk.h"

struct _RelmEntryRow
{
  AdwEntryRow parent_instance;

  RelmFieldEditor *editor;
  gboolean updating;   /* the text is being set, not typed */
  GtkWidget *button;   /* of the calendar, or NULL */
  gboolean committing; /* the document is being told */
  gboolean dirty;      /* something was typed that the document does not have */
};

G_DEFINE_FINAL_TYPE (RelmEntryRow, relm_entry_row, ADW_TYPE_ENTRY_ROW)

static gboolean
follows_typing (RelmEntryRow *self)
{
  return relm_field_editor_get_field (self->editor)->type == RELM_FIELD_STRING;
}

static void
show_error (RelmEntryRow *self,
            const GError *error)
{
  const char *label = relm_field_get_label (relm_field_editor_get_field (self->editor));
  const gboolean failed = error != NULL;

  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), failed ? error->message : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), failed ? error->message : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               failed ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_value (RelmEntryRow *self)
{
  g_autofree char *text = relm_field_editor_dup_text (self->editor);

  self->dirty = FALSE;
  show_error (self, NULL);
  if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self))))
    return;

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->updating = FALSE;
}

static void
commit (RelmEntryRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autoptr (GError) error = NULL;
  gboolean taken;

  self->committing = TRUE;
  taken = follows_typing (self) ? relm_field_editor_type_text (self->editor, text, &error)
                                : relm_field_editor_set_text (self->editor, text, &error);
  self->committing = FALSE;
  self->dirty = !taken;
  show_error (self, error);
}

static void
text_changed_cb (RelmEntryRow *self)
{
  if (self->updating)
    return;

  self->dirty = TRUE;
  if (follows_typing (self))
    commit (self);
}

static void
finish_cb (RelmEntryRow *self)
{
  if (self->dirty && !follows_typing (self))
    commit (self);
  if (!self->dirty)
    show_value (self);
}

static void
focus_cb (RelmEntryRow *self)
{
  relm_field_editor_begin_typing (self->editor);
}

static void
value_changed_cb (RelmEntryRow *self)
{
  if (!self->committing)
    show_value (self);
}

static void
relm_entry_row_dispose (GObject *object)
{
  RelmEntryRow *self = RELM_ENTRY_ROW (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (relm_entry_row_parent_class)->dispose (object);
}

/* An open calendar has its own order. */
static gboolean
relm_entry_row_focus (GtkWidget *widget,
                      GtkDirectionType direction)
{
  RelmEntryRow *self = RELM_ENTRY_ROW (widget);
  GtkWidget *const stops[] = { GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))), self->button };
  const gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && (self->button == NULL || !gtk_menu_button_get_active (GTK_MENU_BUTTON (self->button))))
    return relm_row_walk (direction, stops, self->button != NULL ? 2 : 1);
  return GTK_WIDGET_CLASS (relm_entry_row_parent_class)->focus (widget, direction);
}

static void
relm_entry_row_class_init (RelmEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_entry_row_dispose;
  GTK_WIDGET_CLASS (klass)->focus = relm_entry_row_focus;
}

static void
relm_entry_row_init (RelmEntryRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE); /* the document's is the only one */
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (finish_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (finish_cb), NULL);
}

static void
add_calendar (RelmEntryRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = GTK_WIDGET (relm_date_popover_new (self->editor));
  /* Translators: opens a calendar */
  const char *label = _ ("Choose a Date");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  self->button = button;
}

/**
 * relm_entry_row_new:
 * @editor: an editor of a field of type STRING, DATE or STRINGS
 *
 * Returns: (transfer floating): a row
 */
RelmEntryRow *
relm_entry_row_new (RelmFieldEditor *editor)
{
  RelmEntryRow *self = g_object_new (RELM_TYPE_ENTRY_ROW, NULL);
  const RelmField *field = relm_field_editor_get_field (editor);

  self->editor = g_object_ref (editor);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (value_changed_cb), self);
  if (field->type == RELM_FIELD_DATE)
    add_calendar (self);
  if (field->type == RELM_FIELD_STRINGS)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Separate with commas"));
  return self;
}
