/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-text-row.h"

struct _RelmTextRow
{
  AdwPreferencesRow parent_instance;

  RelmFieldEditor *editor;
  GtkWidget *view;
  GtkWidget *title;
  gboolean updating;
  gboolean committing;
};

G_DEFINE_FINAL_TYPE (RelmTextRow, relm_text_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_text (RelmTextRow *self)
{
  GtkTextBuffer *buffer = relm_text_row_get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
show_error (RelmTextRow *self,
            const GError *error)
{
  const char *label = relm_field_get_label (relm_field_editor_get_field (self->editor));

  gtk_label_set_text (GTK_LABEL (self->title), error != NULL ? error->message : label);
  if (error != NULL)
    gtk_widget_add_css_class (self->title, "error");
  else
    gtk_widget_remove_css_class (self->title, "error");
}

/* A text view knows how high its text is only after it was given a width. */
static gboolean
resize_cb (gpointer data)
{
  gtk_widget_queue_resize (data);
  return G_SOURCE_REMOVE;
}

static void
queue_resize (RelmTextRow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, resize_cb, g_object_ref (self->view), g_object_unref);
}

static void
value_changed_cb (RelmTextRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (self->committing)
    return;

  text = relm_field_editor_dup_text (self->editor);
  shown = dup_text (self);
  show_error (self, NULL);
  if (g_str_equal (text, shown))
    return;

  self->updating = TRUE;
  gtk_text_buffer_set_text (relm_text_row_get_buffer (self), text, -1);
  self->updating = FALSE;
  queue_resize (self);
}

static void
text_changed_cb (RelmTextRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;

  text = dup_text (self);
  self->committing = TRUE;
  relm_field_editor_type_text (self->editor, text, &error);
  self->committing = FALSE;
  show_error (self, error);
}

static void
focus_cb (RelmTextRow *self)
{
  relm_field_editor_begin_typing (self->editor);
}

static void
activate_cb (RelmTextRow *self)
{
  gtk_widget_grab_focus (self->view);
}

static gboolean
relm_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RELM_TEXT_ROW (widget)->view);
}

static void
relm_text_row_dispose (GObject *object)
{
  RelmTextRow *self = RELM_TEXT_ROW (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (relm_text_row_parent_class)->dispose (object);
}

static void
relm_text_row_class_init (RelmTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_text_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = relm_text_row_grab_focus;
}

static void
create_view (RelmTextRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (self->view, -1, 48);
  gtk_widget_add_css_class (self->view, "inline");
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (self->view, focus);
  gtk_text_buffer_set_enable_undo (relm_text_row_get_buffer (self), FALSE); /* the document's is the only one */
  g_signal_connect_object (relm_text_row_get_buffer (self), "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
relm_text_row_init (RelmTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "caption");
  gtk_widget_add_css_class (self->title, "dimmed");
  create_view (self);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (self, "map", G_CALLBACK (queue_resize), NULL);
}

/**
 * relm_text_row_new:
 * @editor: an editor of a field of type TEXT
 *
 * Returns: (transfer floating): a row
 */
RelmTextRow *
relm_text_row_new (RelmFieldEditor *editor)
{
  RelmTextRow *self = g_object_new (RELM_TYPE_TEXT_ROW, NULL);
  const char *label = relm_field_get_label (relm_field_editor_get_field (editor));

  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (value_changed_cb), self);
  gtk_label_set_text (GTK_LABEL (self->title), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/**
 * relm_text_row_get_buffer:
 *
 * Returns: (transfer none): the text that is shown
 */
GtkTextBuffer *
relm_text_row_get_buffer (RelmTextRow *self)
{
  g_return_val_if_fail (RELM_IS_TEXT_ROW (self), NULL);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}
