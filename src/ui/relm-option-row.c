/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-option-popover.h"
#include "relm-option-row.h"

struct _RelmOptionRow
{
  AdwActionRow parent_instance;

  RelmFieldEditor *editor;
  GtkWidget *popover; /* only while it is open */
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (RelmOptionRow, relm_option_row, ADW_TYPE_ACTION_ROW)

static void
value_changed_cb (RelmOptionRow *self)
{
  g_autofree char *text = relm_field_editor_dup_display (self->editor);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), *text != '\0' ? text : _ ("None"));
}

static gboolean
drop_popover_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: it is in the middle of closing. */
static void
closed_cb (RelmOptionRow *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  if (self->popover != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover_cb, g_object_ref (self->popover), g_object_unref);
  self->popover = NULL;
}

static void
failed_cb (RelmOptionRow *self,
           const char *message)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
activated_cb (RelmOptionRow *self)
{
  if (!relm_field_editor_is_editable (self->editor) || self->popover != NULL)
    return;

  self->popover = GTK_WIDGET (relm_option_popover_new (self->editor));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (self->popover, "failed", G_CALLBACK (failed_cb), self);
  gtk_widget_set_parent (self->popover, self->arrow);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
relm_option_row_dispose (GObject *object)
{
  RelmOptionRow *self = RELM_OPTION_ROW (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (relm_option_row_parent_class)->dispose (object);
}

static void
relm_option_row_class_init (RelmOptionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_option_row_dispose;
}

static void
relm_option_row_init (RelmOptionRow *self)
{
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  g_signal_connect (self, "activated", G_CALLBACK (activated_cb), NULL);
}

/**
 * relm_option_row_new:
 * @editor: an editor of a field of type ENUM or REFERENCE
 *
 * Returns: (transfer floating): a row
 */
RelmOptionRow *
relm_option_row_new (RelmFieldEditor *editor)
{
  RelmOptionRow *self = g_object_new (RELM_TYPE_OPTION_ROW, NULL);

  self->editor = g_object_ref (editor);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (value_changed_cb), self);
  return self;
}
