/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-entry-row.h"
#include "relm-field-row.h"
#include "relm-option-row.h"
#include "relm-text-row.h"

static void
spin_changed_cb (AdwSpinRow *row,
                 GParamSpec *pspec,
                 RelmFieldEditor *editor)
{
  const RelmValue *value = relm_field_editor_get_value (editor);
  GtkAdjustment *range = adw_spin_row_get_adjustment (row);
  const gint64 integer = (gint64) adw_spin_row_get_value (row);

  if (value != NULL && integer != CLAMP (value->integer, (gint64) gtk_adjustment_get_lower (range),
                                         (gint64) gtk_adjustment_get_upper (range)))
    relm_field_editor_set_integer (editor, integer, NULL);
}

/* A number out of the range, from a damaged file, is shown as the nearest one in it and kept until somebody changes it. */
static void
update_spin_cb (AdwSpinRow *row,
                RelmFieldEditor *editor)
{
  const RelmValue *value = relm_field_editor_get_value (editor);

  if (value != NULL)
    adw_spin_row_set_value (row, (double) value->integer);
}

static GtkWidget *
create_spin_row (RelmFieldEditor *editor)
{
  const RelmField *field = relm_field_editor_get_field (editor);
  const gboolean any = field->minimum == 0 && field->maximum == 0;
  const double minimum = any ? -1e9 : (double) field->minimum;
  const double maximum = any ? 1e9 : (double) field->maximum;
  GtkWidget *row = adw_spin_row_new_with_range (minimum, maximum, 1);

  adw_spin_row_set_numeric (ADW_SPIN_ROW (row), TRUE);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (spin_changed_cb), editor, G_CONNECT_DEFAULT);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update_spin_cb), row, G_CONNECT_SWAPPED);
  return row;
}

static void
switch_changed_cb (AdwSwitchRow *row,
                   GParamSpec *pspec,
                   RelmFieldEditor *editor)
{
  relm_field_editor_set_integer (editor, adw_switch_row_get_active (row), NULL);
}

static void
update_switch_cb (AdwSwitchRow *row,
                  RelmFieldEditor *editor)
{
  const RelmValue *value = relm_field_editor_get_value (editor);

  adw_switch_row_set_active (row, value != NULL && value->integer != 0);
}

static GtkWidget *
create_switch_row (RelmFieldEditor *editor)
{
  GtkWidget *row = adw_switch_row_new ();

  g_signal_connect_object (row, "notify::active", G_CALLBACK (switch_changed_cb), editor, G_CONNECT_DEFAULT);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update_switch_cb), row, G_CONNECT_SWAPPED);
  return row;
}

static void
update_list_cb (AdwActionRow *row,
                RelmFieldEditor *editor)
{
  g_autofree char *text = relm_field_editor_dup_display (editor);

  adw_action_row_set_subtitle (row, *text != '\0' ? text : _ ("None"));
}

/* Many references are shown; where they are made is for the views that need them. */
static GtkWidget *
create_list_row (RelmFieldEditor *editor)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "property");
  g_signal_connect_object (editor, "changed", G_CALLBACK (update_list_cb), row, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
create_row (RelmFieldEditor *editor)
{
  switch (relm_field_editor_get_field (editor)->type)
    {
    case RELM_FIELD_INTEGER:
      return create_spin_row (editor);
    case RELM_FIELD_BOOLEAN:
      return create_switch_row (editor);
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
      return GTK_WIDGET (relm_option_row_new (editor));
    case RELM_FIELD_REFERENCES:
      return create_list_row (editor);
    case RELM_FIELD_TEXT:
      return GTK_WIDGET (relm_text_row_new (editor));
    case RELM_FIELD_STRING:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
    case RELM_FIELD_DATE:
    case RELM_FIELD_STRINGS:
    default:
      return GTK_WIDGET (relm_entry_row_new (editor));
    }
}

/**
 * relm_field_row_new:
 * @editor: an editor, whose record may be set later and exchanged
 *
 * Returns: (transfer floating): a row, which holds @editor
 */
GtkWidget *
relm_field_row_new (RelmFieldEditor *editor)
{
  const RelmField *field = relm_field_editor_get_field (editor);
  GtkWidget *row = create_row (editor);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), relm_field_get_label (field));
  gtk_widget_set_name (row, field->name);
  g_object_set_data_full (G_OBJECT (row), "relm-field-editor", g_object_ref (editor), g_object_unref);
  return row;
}
