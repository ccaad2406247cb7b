/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-date-popover.h"
#include "relm-field-cell.h"
#include "relm-option-popover.h"
#include "relm-record-edits.h"
#include "relm-record-look.h"

struct _RelmFieldCell
{
  GtkWidget parent_instance;

  RelmFieldEditor *editor;
  GtkWidget *icon;    /* NULL until a value needs one */
  GtkWidget *text;
  GtkWidget *entry;   /* while it is edited as text */
  GtkWidget *popover; /* while it is chosen from a list */
  const char *style;
  const char *hint;
  gboolean committing;
};

G_DEFINE_FINAL_TYPE (RelmFieldCell, relm_field_cell, GTK_TYPE_WIDGET)

static void
show_style (RelmFieldCell *self,
            const char *style)
{
  if (g_strcmp0 (self->style, style) == 0)
    return;

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
  self->style = style;
}

static void
show_icon (RelmFieldCell *self,
           const char *icon)
{
  if (icon == NULL && self->icon == NULL)
    return;

  if (self->icon == NULL)
    {
      self->icon = gtk_image_new ();
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_insert_before (self->icon, GTK_WIDGET (self), self->text);
    }
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_visible (self->icon, icon != NULL);
}

static void
show_value (RelmFieldCell *self)
{
  RelmRecord *record = relm_field_editor_get_record (self->editor);
  const RelmField *field = relm_field_editor_get_field (self->editor);
  g_autofree char *text = relm_field_editor_dup_display (self->editor);
  RelmRecordLook look = { NULL };

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  /* It has the focus itself, so it has to say what it is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, relm_field_get_label (field), -1);
  if (record != NULL && (field->type == RELM_FIELD_ENUM || field->type == RELM_FIELD_DATE))
    look = relm_record_look_get (record, relm_field_editor_get_index (self->editor), relm_date_today ());
  show_icon (self, look.icon);
  show_style (self, look.style);
  self->hint = look.hint;
}

static void
stop_editing (RelmFieldCell *self)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);

  if (entry == NULL)
    return;
  gtk_widget_set_visible (self->text, TRUE);
  gtk_widget_unparent (entry);
  show_value (self);
}

static gboolean
commit (RelmFieldCell *self)
{
  g_autoptr (GError) error = NULL;
  gboolean taken;

  self->committing = TRUE;
  taken = relm_field_editor_set_text (self->editor, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error);
  self->committing = FALSE;
  if (!taken)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_set_tooltip_text (self->entry, error->message);
      relm_record_edits_say (GTK_WIDGET (self), error->message);
    }
  return taken;
}

static gboolean
drop_child_cb (gpointer data)
{
  GtkWidget *child = data;

  if (gtk_widget_get_parent (child) != NULL)
    gtk_widget_unparent (child);
  return G_SOURCE_REMOVE;
}

static void
entry_activate_cb (RelmFieldCell *self)
{
  g_autoptr (RelmFieldCell) hold = g_object_ref (self);

  if (!commit (self))
    return;
  stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The focus is on its way elsewhere: GTK does not let a widget go before it has arrived. */
static void
entry_leave_cb (RelmFieldCell *self)
{
  g_autoptr (RelmFieldCell) hold = g_object_ref (self);
  GtkWidget *entry = self->entry;

  if (entry == NULL)
    return;
  commit (self);
  self->entry = NULL;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, drop_child_cb, g_object_ref (entry), g_object_unref);
  gtk_widget_set_visible (self->text, TRUE);
  show_value (self);
}

/* To the cell beside this one: outside of an edit, Tab leaves the table. */
static void
move_on (RelmFieldCell *self,
         gboolean back)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  entry_activate_cb (self);
  if (self->entry == NULL)
    g_signal_emit_by_name (self, "move-focus", back != rtl ? GTK_DIR_LEFT : GTK_DIR_RIGHT);
}

static gboolean
entry_key_cb (RelmFieldCell *self,
              guint keyval)
{
  g_autoptr (RelmFieldCell) hold = g_object_ref (self);

  switch (keyval)
    {
    case GDK_KEY_Escape:
      stop_editing (self);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      move_on (self, keyval == GDK_KEY_ISO_Left_Tab);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
value_changed_cb (RelmFieldCell *self)
{
  if (self->committing)
    return;
  if (self->entry != NULL)
    stop_editing (self);
  else
    show_value (self);
}

/* Not at once: it is in the middle of closing. */
static void
popover_closed_cb (RelmFieldCell *self)
{
  if (self->popover != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_child_cb, g_object_ref (self->popover), g_object_unref);
  self->popover = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
popover_failed_cb (RelmFieldCell *self,
                   const char *message)
{
  relm_record_edits_say (GTK_WIDGET (self), message);
}

static void
edit_option (RelmFieldCell *self)
{
  if (self->popover != NULL)
    return;

  self->popover = GTK_WIDGET (relm_option_popover_new (self->editor));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
  g_signal_connect_swapped (self->popover, "failed", G_CALLBACK (popover_failed_cb), self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
calendar_cb (RelmFieldCell *self)
{
  GtkWidget *popover = GTK_WIDGET (relm_date_popover_new (self->editor));

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  stop_editing (self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
edit_text (RelmFieldCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const RelmField *field = relm_field_editor_get_field (self->editor);
  g_autofree char *text = relm_field_editor_dup_text (self->editor);

  self->entry = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->entry, "relm-cell-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  relm_field_get_label (field), -1);
  if (field->type == RELM_FIELD_DATE)
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "x-office-calendar-symbolic");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, _ ("Choose a Date"));
      g_signal_connect_swapped (self->entry, "icon-release", G_CALLBACK (calendar_cb), self);
    }

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_leave_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_set_visible (self->text, FALSE);
  show_icon (self, NULL);
  gtk_widget_insert_after (self->entry, GTK_WIDGET (self), self->text);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_grab_focus (self->entry);
}

static gboolean
is_cut_off (RelmFieldCell *self,
            const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->text, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (self->text);
}

/* Asked for, not set: setting a tooltip costs more than all the rest of showing a value. */
static gboolean
relm_field_cell_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard_tip,
                               GtkTooltip *tooltip)
{
  RelmFieldCell *self = RELM_FIELD_CELL (widget);
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (self->text));

  if (self->hint == NULL && !is_cut_off (self, text))
    return FALSE;
  if (self->hint != NULL)
    text = self->hint;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* An inscription's alignment is left or right, not start or end. */
static void
align_text (RelmFieldCell *self)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), rtl ? 1 : 0);
}

static void
relm_field_cell_direction_changed (GtkWidget *widget,
                                   GtkTextDirection previous)
{
  if (RELM_FIELD_CELL (widget)->editor != NULL)
    align_text (RELM_FIELD_CELL (widget));

  GTK_WIDGET_CLASS (relm_field_cell_parent_class)->direction_changed (widget, previous);
}

static gboolean
edit_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  return relm_field_cell_edit (RELM_FIELD_CELL (widget));
}

static void
relm_field_cell_dispose (GObject *object)
{
  RelmFieldCell *self = RELM_FIELD_CELL (object);
  GtkWidget *child;

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  self->popover = self->entry = self->icon = self->text = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_field_cell_parent_class)->dispose (object);
}

static void
relm_field_cell_class_init (RelmFieldCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_field_cell_dispose;
  widget_class->direction_changed = relm_field_cell_direction_changed;
  widget_class->query_tooltip = relm_field_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "relm-cell");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_cb, NULL);
}

static void
relm_field_cell_init (RelmFieldCell *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), 0);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

/**
 * relm_field_cell_new:
 * @kind: the kind of its records
 * @field: the index of the field
 *
 * Returns: (transfer floating): a cell without a record
 */
RelmFieldCell *
relm_field_cell_new (const RelmKind *kind,
                     guint field)
{
  RelmFieldCell *self = g_object_new (RELM_TYPE_FIELD_CELL, NULL);

  self->editor = relm_field_editor_new (kind, field);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (value_changed_cb), self);
  if (kind->fields[field].type == RELM_FIELD_INTEGER || kind->fields[field].type == RELM_FIELD_DURATION)
    gtk_widget_add_css_class (self->text, "numeric");
  align_text (self);
  return self;
}

/**
 * relm_field_cell_get_editor:
 *
 * Returns: (transfer none): the cell's editor
 */
RelmFieldEditor *
relm_field_cell_get_editor (RelmFieldCell *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_CELL (self), NULL);

  return self->editor;
}

/**
 * relm_field_cell_set_record:
 * @document: (nullable): the document of @record
 * @record: (nullable): what to show
 *
 * Drops an edit that is not finished.
 */
void
relm_field_cell_set_record (RelmFieldCell *self,
                            RelmDocument *document,
                            RelmRecord *record)
{
  g_return_if_fail (RELM_IS_FIELD_CELL (self));

  if (record == NULL)
    {
      g_clear_pointer (&self->popover, gtk_widget_unparent);
      stop_editing (self);
    }
  relm_field_editor_set_record (self->editor, document, record);
}

/**
 * relm_field_cell_edit:
 *
 * Returns: whether the field can be edited in a table, and is
 */
gboolean
relm_field_cell_edit (RelmFieldCell *self)
{
  const RelmField *field;

  g_return_val_if_fail (RELM_IS_FIELD_CELL (self), FALSE);

  if (self->entry != NULL || !relm_field_editor_is_editable (self->editor))
    return FALSE;

  field = relm_field_editor_get_field (self->editor);
  switch (field->type)
    {
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
      edit_option (self);
      return TRUE;
    case RELM_FIELD_BOOLEAN:
      relm_field_editor_set_integer (self->editor, relm_field_editor_get_value (self->editor)->integer == 0, NULL);
      return TRUE;
    case RELM_FIELD_STRING:
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_DATE:
    case RELM_FIELD_STRINGS:
      edit_text (self);
      return TRUE;
    case RELM_FIELD_TEXT:
    case RELM_FIELD_REFERENCES:
    default:
      return FALSE;
    }
}

/**
 * relm_field_cell_is_editing:
 *
 * Returns: whether something is being written or chosen
 */
gboolean
relm_field_cell_is_editing (RelmFieldCell *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_CELL (self), FALSE);

  return self->entry != NULL || self->popover != NULL;
}

/**
 * relm_field_cell_get_entry:
 *
 * Returns: (transfer none) (nullable): where text is written, while it is
 */
GtkEditable *
relm_field_cell_get_entry (RelmFieldCell *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_CELL (self), NULL);

  return self->entry != NULL ? GTK_EDITABLE (self->entry) : NULL;
}
