/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-cell.h"
#include "relm-record-edits.h"

typedef struct
{
  GtkWidget *icon;    /* NULL until a value needs one */
  GtkWidget *text;
  GtkWidget *entry;   /* while it is edited as text */
  GtkWidget *popover; /* while something is chosen from it */
  const char *style;
  char *hint;
  gboolean committing;
} RelmCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RelmCell, relm_cell, GTK_TYPE_WIDGET)

static RelmCellPrivate *
get_private (RelmCell *self)
{
  return relm_cell_get_instance_private (self);
}

static void
show_style (RelmCell *self,
            const char *style)
{
  RelmCellPrivate *priv = get_private (self);
  if (g_strcmp0 (priv->style, style) == 0)
    return;

  if (priv->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), priv->style);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
  priv->style = style;
}

static void
show_icon (RelmCell *self,
           const char *icon)
{
  RelmCellPrivate *priv = get_private (self);
  if (icon == NULL && priv->icon == NULL)
    return;

  if (priv->icon == NULL)
    {
      priv->icon = gtk_image_new ();
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_insert_before (priv->icon, GTK_WIDGET (self), priv->text);
    }
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (priv->icon), icon);
  gtk_widget_set_visible (priv->icon, icon != NULL);
}

static void
show_value (RelmCell *self)
{
  RELM_CELL_GET_CLASS (self)->show (self);
}

static void
stop_editing (RelmCell *self)
{
  RelmCellPrivate *priv = get_private (self);
  GtkWidget *entry = g_steal_pointer (&priv->entry);

  if (entry == NULL)
    return;
  gtk_widget_set_visible (priv->text, TRUE);
  gtk_widget_unparent (entry);
  show_value (self);
}

static gboolean
commit (RelmCell *self)
{
  RelmCellPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  gboolean taken;

  priv->committing = TRUE;
  taken = RELM_CELL_GET_CLASS (self)->commit (self, gtk_editable_get_text (GTK_EDITABLE (priv->entry)), &error);
  priv->committing = FALSE;
  if (!taken)
    {
      gtk_widget_add_css_class (priv->entry, "error");
      gtk_widget_set_tooltip_text (priv->entry, error->message);
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
entry_activate_cb (RelmCell *self)
{
  g_autoptr (RelmCell) hold = g_object_ref (self);

  if (!commit (self))
    return;
  stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The focus is on its way elsewhere: GTK does not let a widget go before it has arrived. */
static void
entry_leave_cb (RelmCell *self)
{
  RelmCellPrivate *priv = get_private (self);
  g_autoptr (RelmCell) hold = g_object_ref (self);
  GtkWidget *entry = priv->entry;

  if (entry == NULL)
    return;
  commit (self);
  priv->entry = NULL;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, drop_child_cb, g_object_ref (entry), g_object_unref);
  gtk_widget_set_visible (priv->text, TRUE);
  show_value (self);
}

/* To the cell beside this one: outside of an edit, Tab leaves the table. */
static void
move_on (RelmCell *self,
         gboolean back)
{
  RelmCellPrivate *priv = get_private (self);
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  entry_activate_cb (self);
  if (priv->entry == NULL)
    g_signal_emit_by_name (self, "move-focus", back != rtl ? GTK_DIR_LEFT : GTK_DIR_RIGHT);
}

static gboolean
entry_key_cb (RelmCell *self,
              guint keyval)
{
  g_autoptr (RelmCell) hold = g_object_ref (self);

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

/* Not at once: it is in the middle of closing. */
static void
popover_closed_cb (RelmCell *self)
{
  RelmCellPrivate *priv = get_private (self);

  if (priv->popover != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_child_cb, g_object_ref (priv->popover), g_object_unref);
  priv->popover = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
is_cut_off (RelmCell *self,
            const char *text)
{
  RelmCellPrivate *priv = get_private (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (priv->text, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (priv->text);
}

/* Asked for, not set: setting a tooltip costs more than all the rest of showing a value. */
static gboolean
relm_cell_query_tooltip (GtkWidget *widget,
                         int x,
                         int y,
                         gboolean keyboard_tip,
                         GtkTooltip *tooltip)
{
  RelmCell *self = RELM_CELL (widget);
  RelmCellPrivate *priv = get_private (self);
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (priv->text));

  if (priv->hint == NULL && !is_cut_off (self, text))
    return FALSE;
  if (priv->hint != NULL)
    text = priv->hint;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Which way a text runs by its first letter; as all around it does where it has none. */
static GtkTextDirection
get_text_direction (const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_isalpha (letter))
        continue;
      switch ((int) g_unichar_get_script (letter))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return GTK_TEXT_DIR_RTL;
        default:
          return GTK_TEXT_DIR_LTR;
        }
    }
  return GTK_TEXT_DIR_NONE;
}

/*
 * At the start of the cell, whichever way its text runs: an inscription's alignment is that of its text, which goes to the right
 * by itself where it runs from there. Numbers run as all around them does.
 */
static void
align_text (RelmCell *self)
{
  RelmCellPrivate *priv = get_private (self);
  const GtkTextDirection direction = get_text_direction (gtk_inscription_get_text (GTK_INSCRIPTION (priv->text)));
  const gboolean is_other = direction != GTK_TEXT_DIR_NONE && direction != gtk_widget_get_direction (GTK_WIDGET (self));

  gtk_inscription_set_xalign (GTK_INSCRIPTION (priv->text), is_other ? 1 : 0);
}

static void
relm_cell_direction_changed (GtkWidget *widget,
                             GtkTextDirection previous)
{
  if (get_private (RELM_CELL (widget))->text != NULL)
    align_text (RELM_CELL (widget));

  GTK_WIDGET_CLASS (relm_cell_parent_class)->direction_changed (widget, previous);
}

static gboolean
edit_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  return relm_cell_edit (RELM_CELL (widget));
}

static void
relm_cell_dispose (GObject *object)
{
  RelmCell *self = RELM_CELL (object);
  RelmCellPrivate *priv = get_private (self);
  GtkWidget *child;

  priv->popover = priv->entry = priv->icon = priv->text = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_cell_parent_class)->dispose (object);
}

static void
relm_cell_finalize (GObject *object)
{
  g_free (get_private (RELM_CELL (object))->hint);

  G_OBJECT_CLASS (relm_cell_parent_class)->finalize (object);
}

static void
relm_cell_class_init (RelmCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_cell_finalize;
  widget_class->direction_changed = relm_cell_direction_changed;
  widget_class->query_tooltip = relm_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "relm-cell");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_cb, NULL);
}

static void
relm_cell_init (RelmCell *self)
{
  RelmCellPrivate *priv = get_private (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  priv->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (priv->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (priv->text), 0);
  gtk_widget_set_hexpand (priv->text, TRUE);
  gtk_widget_set_parent (priv->text, GTK_WIDGET (self));
  align_text (self);
}

/**
 * relm_cell_set_numeric:
 *
 * What it shows are numbers, which stand one below the other.
 */
void
relm_cell_set_numeric (RelmCell *self)
{
  g_return_if_fail (RELM_IS_CELL (self));

  gtk_widget_add_css_class (get_private (self)->text, "numeric");
}

/**
 * relm_cell_set_text:
 * @text: on one line, safe to show
 * @label: what it is, translated
 *
 * For "show".
 */
void
relm_cell_set_text (RelmCell *self,
                    const char *text,
                    const char *label)
{
  g_return_if_fail (RELM_IS_CELL (self));

  gtk_inscription_set_text (GTK_INSCRIPTION (get_private (self)->text), text);
  align_text (self);
  /* It has the focus itself, so it has to say what it is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

/**
 * relm_cell_get_text:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const char *
relm_cell_get_text (RelmCell *self)
{
  g_return_val_if_fail (RELM_IS_CELL (self), NULL);

  return gtk_inscription_get_text (GTK_INSCRIPTION (get_private (self)->text));
}

/**
 * relm_cell_set_look:
 * @icon: (nullable): the name of an icon before the text
 * @style: (nullable): a static style class
 * @hint: (nullable): what the tooltip says in place of what is cut off
 *
 * For "show".
 */
void
relm_cell_set_look (RelmCell *self,
                    const char *icon,
                    const char *style,
                    const char *hint)
{
  g_return_if_fail (RELM_IS_CELL (self));

  show_icon (self, icon);
  show_style (self, style);
  g_set_str (&get_private (self)->hint, hint);
}

/**
 * relm_cell_begin_text:
 * @text: what is there to be changed
 * @label: what it is, translated
 *
 * For "edit": lets it be written. Enter and leaving the cell commit it, Escape does not, Tab goes on to the next cell.
 *
 * Returns: (transfer none): where
 */
GtkEntry *
relm_cell_begin_text (RelmCell *self,
                      const char *text,
                      const char *label)
{
  RelmCellPrivate *priv = get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  priv->entry = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (priv->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (priv->entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->entry), 4);
  gtk_widget_set_hexpand (priv->entry, TRUE);
  gtk_widget_add_css_class (priv->entry, "relm-cell-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  g_signal_connect_swapped (priv->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_leave_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (priv->entry, keys);
  gtk_widget_set_visible (priv->text, FALSE);
  show_icon (self, NULL);
  gtk_widget_insert_after (priv->entry, GTK_WIDGET (self), priv->text);
  gtk_widget_add_controller (priv->entry, focus);
  gtk_widget_grab_focus (priv->entry);
  return GTK_ENTRY (priv->entry);
}

/**
 * relm_cell_begin_popover:
 * @popover: (transfer floating): has a signal "closed"
 *
 * For "edit": lets something be chosen there.
 */
void
relm_cell_begin_popover (RelmCell *self,
                         GtkPopover *popover)
{
  RelmCellPrivate *priv = get_private (self);

  g_clear_pointer (&priv->popover, gtk_widget_unparent);
  priv->popover = GTK_WIDGET (popover);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_widget_set_parent (priv->popover, GTK_WIDGET (self));
  stop_editing (self);
  gtk_popover_popup (popover);
}

/**
 * relm_cell_drop:
 *
 * Ends an edit that is not finished, without taking it.
 */
void
relm_cell_drop (RelmCell *self)
{
  g_return_if_fail (RELM_IS_CELL (self));

  g_clear_pointer (&get_private (self)->popover, gtk_widget_unparent);
  stop_editing (self);
}

/**
 * relm_cell_refresh:
 *
 * The value is another: shows that; what is being written over it is dropped, unless it is where the value comes from.
 */
void
relm_cell_refresh (RelmCell *self)
{
  RelmCellPrivate *priv;

  g_return_if_fail (RELM_IS_CELL (self));

  priv = get_private (self);
  if (priv->committing)
    return;
  if (priv->entry != NULL)
    stop_editing (self);
  else
    show_value (self);
}

/**
 * relm_cell_edit:
 *
 * Returns: whether it can be edited, and is
 */
gboolean
relm_cell_edit (RelmCell *self)
{
  RelmCellPrivate *priv;

  g_return_val_if_fail (RELM_IS_CELL (self), FALSE);

  priv = get_private (self);
  return priv->entry == NULL && priv->popover == NULL && RELM_CELL_GET_CLASS (self)->edit (self);
}

/**
 * relm_cell_is_editing:
 *
 * Returns: whether something is being written or chosen
 */
gboolean
relm_cell_is_editing (RelmCell *self)
{
  g_return_val_if_fail (RELM_IS_CELL (self), FALSE);

  return get_private (self)->entry != NULL || get_private (self)->popover != NULL;
}

/**
 * relm_cell_get_entry:
 *
 * Returns: (transfer none) (nullable): where text is written, while it is
 */
GtkEditable *
relm_cell_get_entry (RelmCell *self)
{
  g_return_val_if_fail (RELM_IS_CELL (self), NULL);

  return get_private (self)->entry != NULL ? GTK_EDITABLE (get_private (self)->entry) : NULL;
}

/**
 * relm_cell_find_at:
 * @table: what cells are in
 *
 * Returns: (transfer none) (nullable): the cell at a place of it, also where that is in the space around the cell
 */
RelmCell *
relm_cell_find_at (GtkWidget *table,
                   double x,
                   double y)
{
  GtkWidget *widget = gtk_widget_pick (table, x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, RELM_TYPE_CELL) : NULL;

  if (cell == NULL && widget != NULL && RELM_IS_CELL (gtk_widget_get_first_child (widget)))
    cell = gtk_widget_get_first_child (widget);
  return cell != NULL ? RELM_CELL (cell) : NULL;
}

static void
pressed_cb (GtkGesture *gesture,
            int n_press,
            double x,
            double y)
{
  RelmCell *cell =
    n_press == 2 ? relm_cell_find_at (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y) : NULL;

  if (cell != NULL && relm_cell_edit (cell))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/**
 * relm_cell_add_double_click:
 * @table: what cells are in
 *
 * A double click edits the cell that it is on.
 */
void
relm_cell_add_double_click (GtkWidget *table)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (table, GTK_EVENT_CONTROLLER (click));
}
