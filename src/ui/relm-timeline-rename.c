/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-field-editor.h"
#include "relm-record-edits.h"
#include "relm-timeline-rename.h"

#define WIDTH_CHARS 32

static void
activate_cb (GtkEditable *entry,
             RelmFieldEditor *editor)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  g_autoptr (GError) error = NULL;

  if (relm_field_editor_set_text (editor, gtk_editable_get_text (entry), &error))
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error->message);
  relm_record_edits_say (GTK_WIDGET (entry), error->message);
}

static gboolean
drop_cb (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* Not at once: it is in the middle of closing. */
static void
closed_cb (GtkWidget *popover)
{
  GtkWidget *from = gtk_widget_get_parent (popover);

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_cb, g_object_ref (popover), g_object_unref);
  if (from != NULL)
    gtk_widget_grab_focus (from);
}

/**
 * relm_timeline_rename_open:
 * @from: a widget that presents its popovers when it is allocated
 * @place: in it, where the record is
 * @record: a record of @document whose kind has a title
 *
 * Returns: (transfer none): the popover, which goes when it is closed
 */
GtkPopover *
relm_timeline_rename_open (GtkWidget *from,
                           const GdkRectangle *place,
                           RelmDocument *document,
                           RelmRecord *record)
{
  const guint field = (guint) relm_kind_get_title_field (relm_record_get_kind (record));
  RelmFieldEditor *editor = relm_field_editor_new (relm_record_get_kind (record), field);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = NULL;

  relm_field_editor_set_record (editor, document, record);
  text = relm_field_editor_dup_text (editor);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), WIDTH_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  relm_field_get_label (relm_field_editor_get_field (editor)), -1);
  g_signal_connect_data (entry, "activate", G_CALLBACK (activate_cb), editor, (GClosureNotify) (void (*) (void)) g_object_unref,
                         G_CONNECT_DEFAULT);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  gtk_widget_set_parent (popover, from);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
  return GTK_POPOVER (popover);
}
