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
  RelmCell parent_instance;

  RelmFieldEditor *editor;
};

G_DEFINE_FINAL_TYPE (RelmFieldCell, relm_field_cell, RELM_TYPE_CELL)

static void
relm_field_cell_show (RelmCell *cell)
{
  RelmFieldCell *self = RELM_FIELD_CELL (cell);
  RelmRecord *record = relm_field_editor_get_record (self->editor);
  const RelmField *field = relm_field_editor_get_field (self->editor);
  g_autofree char *text = relm_field_editor_dup_display (self->editor);
  RelmRecordLook look = { NULL };

  relm_cell_set_text (cell, text, relm_field_get_label (field));
  if (record != NULL && (field->type == RELM_FIELD_ENUM || field->type == RELM_FIELD_DATE))
    look = relm_record_look_get (record, relm_field_editor_get_index (self->editor), relm_date_today ());
  relm_cell_set_look (cell, look.icon, look.style, look.hint);
}

static gboolean
relm_field_cell_commit (RelmCell *cell,
                        const char *text,
                        GError **error)
{
  return relm_field_editor_set_text (RELM_FIELD_CELL (cell)->editor, text, error);
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
  RelmOptionPopover *popover = relm_option_popover_new (self->editor);

  g_signal_connect_swapped (popover, "failed", G_CALLBACK (popover_failed_cb), self);
  relm_cell_begin_popover (RELM_CELL (self), GTK_POPOVER (popover));
}

static void
calendar_cb (RelmFieldCell *self)
{
  relm_cell_begin_popover (RELM_CELL (self), GTK_POPOVER (relm_date_popover_new (self->editor)));
}

static void
edit_text (RelmFieldCell *self)
{
  const RelmField *field = relm_field_editor_get_field (self->editor);
  g_autofree char *text = relm_field_editor_dup_text (self->editor);
  GtkEntry *entry = relm_cell_begin_text (RELM_CELL (self), text, relm_field_get_label (field));

  if (field->type != RELM_FIELD_DATE)
    return;
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, "x-office-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, _ ("Choose a Date"));
  g_signal_connect_swapped (entry, "icon-release", G_CALLBACK (calendar_cb), self);
}

static gboolean
relm_field_cell_edit (RelmCell *cell)
{
  RelmFieldCell *self = RELM_FIELD_CELL (cell);

  if (!relm_field_editor_is_editable (self->editor))
    return FALSE;
  switch (relm_field_editor_get_field (self->editor)->type)
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
    case RELM_FIELD_MONEY:
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

static void
relm_field_cell_dispose (GObject *object)
{
  RelmFieldCell *self = RELM_FIELD_CELL (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (relm_field_cell_parent_class)->dispose (object);
}

static void
relm_field_cell_class_init (RelmFieldCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_field_cell_dispose;
  RELM_CELL_CLASS (klass)->show = relm_field_cell_show;
  RELM_CELL_CLASS (klass)->edit = relm_field_cell_edit;
  RELM_CELL_CLASS (klass)->commit = relm_field_cell_commit;
}

static void
relm_field_cell_init (RelmFieldCell *self)
{
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
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (relm_cell_refresh), self);
  if (relm_field_type_is_number (kind->fields[field].type))
    relm_cell_set_numeric (RELM_CELL (self));
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
    relm_cell_drop (RELM_CELL (self));
  relm_field_editor_set_record (self->editor, document, record);
}
