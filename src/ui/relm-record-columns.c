/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-record-columns.h"
#include "relm-record-sorter.h"

#define TITLE_MIN_WIDTH 140

struct _RelmRecordColumns
{
  RelmTableColumns parent_instance;

  const RelmKind *kind;
  RelmDocument *document;
  GPtrArray *cells; /* of RelmFieldCell, unowned */
};

G_DEFINE_FINAL_TYPE (RelmRecordColumns, relm_record_columns, RELM_TYPE_TABLE_COLUMNS)

static RelmProject *
get_project (gpointer user_data)
{
  RelmRecordColumns *self = user_data;

  return self->document != NULL ? relm_document_get_project (self->document) : NULL;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewCell *item,
               RelmRecordColumns *self)
{
  const guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "relm-field"));
  RelmFieldCell *cell = relm_field_cell_new (self->kind, field);

  if (self->kind->fields[field].flags & RELM_FIELD_TITLE)
    gtk_widget_set_size_request (GTK_WIDGET (cell), TITLE_MIN_WIDTH, -1);
  g_ptr_array_add (self->cells, cell);
  gtk_column_view_cell_set_focusable (item, FALSE); /* the cell is */
  gtk_column_view_cell_set_child (item, GTK_WIDGET (cell));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkColumnViewCell *item,
              RelmRecordColumns *self)
{
  RelmFieldCell *cell = RELM_FIELD_CELL (gtk_column_view_cell_get_child (item));

  relm_field_cell_set_record (cell, self->document, gtk_column_view_cell_get_item (item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkColumnViewCell *item)
{
  relm_field_cell_set_record (RELM_FIELD_CELL (gtk_column_view_cell_get_child (item)), NULL, NULL);
}

static void
teardown_cell_cb (GtkSignalListItemFactory *factory,
                  GtkColumnViewCell *item,
                  RelmRecordColumns *self)
{
  g_ptr_array_remove_fast (self->cells, gtk_column_view_cell_get_child (item));
}

static GtkListItemFactory *
create_factory (RelmRecordColumns *self,
                guint field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "relm-field", GUINT_TO_POINTER (field));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cell_cb), self, G_CONNECT_DEFAULT);
  return factory;
}

/* A guess that leaves the name readable; people can change it. */
static int
width_for_name (const char *name)
{
  return 8 * (int) g_utf8_strlen (name, -1) + 20;
}

static int
width_for_type (RelmFieldType type)
{
  switch (type)
    {
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
    case RELM_FIELD_BOOLEAN:
      return 90;
    case RELM_FIELD_DATE:
    case RELM_FIELD_ENUM:
      return 120;
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_REFERENCE:
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
    default:
      return 150;
    }
}

static void
append_field (RelmRecordColumns *self,
              guint index,
              gboolean visible)
{
  const RelmField *field = &self->kind->fields[index];
  g_autoptr (GtkSorter) sorter = relm_record_sorter_new (self->kind, index, get_project, self);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  column = gtk_column_view_column_new (relm_field_get_label (field), create_factory (self, index));
  gtk_column_view_column_set_id (column, field->name);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_visible (column, visible);
  if (field->flags & RELM_FIELD_TITLE)
    {
      relm_table_columns_set_title (RELM_TABLE_COLUMNS (self), column);
      return;
    }
  gtk_column_view_column_set_fixed_width (column, MAX (width_for_type (field->type), width_for_name (relm_field_get_label (field))));
  relm_table_columns_insert (RELM_TABLE_COLUMNS (self), G_MAXUINT, column);
}

static gboolean
is_listed (const guint *fields,
           guint n_fields,
           guint index)
{
  for (guint i = 0; i < n_fields; i++)
    if (fields[i] == index)
      return TRUE;
  return FALSE;
}

static void
relm_record_columns_finalize (GObject *object)
{
  RelmRecordColumns *self = RELM_RECORD_COLUMNS (object);

  g_clear_object (&self->document);
  g_ptr_array_unref (self->cells);

  G_OBJECT_CLASS (relm_record_columns_parent_class)->finalize (object);
}

static void
relm_record_columns_class_init (RelmRecordColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_record_columns_finalize;
}

static void
relm_record_columns_init (RelmRecordColumns *self)
{
  self->cells = g_ptr_array_new ();
}

/**
 * relm_record_columns_new:
 * @view: where the columns are appended; must go before the object does
 * @kind: what the records are
 * @fields: (array length=n_fields): the indices of the fields that are shown at first, besides the title
 *
 * Returns: (transfer full): the columns of @view
 */
RelmRecordColumns *
relm_record_columns_new (GtkColumnView *view,
                         const RelmKind *kind,
                         const guint *fields,
                         guint n_fields)
{
  RelmRecordColumns *self = g_object_new (RELM_TYPE_RECORD_COLUMNS, NULL);
  const int title = relm_kind_get_title_field (kind);

  relm_table_columns_set_view (RELM_TABLE_COLUMNS (self), view);
  self->kind = kind;
  if (title >= 0)
    append_field (self, (guint) title, TRUE);
  for (guint i = 0; i < n_fields; i++)
    append_field (self, fields[i], TRUE);
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if ((int) i != title && !is_listed (fields, n_fields, i) && (kind->fields[i].flags & RELM_FIELD_HIDDEN) == 0)
      append_field (self, i, FALSE);
  return self;
}

/**
 * relm_record_columns_set_document:
 * @document: (nullable): where edits go and references are looked up, from the next binding of a cell on
 */
void
relm_record_columns_set_document (RelmRecordColumns *self,
                                  RelmDocument *document)
{
  g_return_if_fail (RELM_IS_RECORD_COLUMNS (self));

  g_set_object (&self->document, document);
}

/**
 * relm_record_columns_is_sorted_by:
 * @field: the index of a field
 *
 * Returns: whether the table is sorted by it
 */
gboolean
relm_record_columns_is_sorted_by (RelmRecordColumns *self,
                                  guint field)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (relm_table_columns_get_view (RELM_TABLE_COLUMNS (self))));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  return column != NULL && g_strcmp0 (gtk_column_view_column_get_id (column), self->kind->fields[field].name) == 0;
}

/**
 * relm_record_columns_find_cell:
 *
 * Returns: (transfer none) (nullable): the cell that shows the field of the record, if there is one
 */
RelmFieldCell *
relm_record_columns_find_cell (RelmRecordColumns *self,
                               RelmRecord *record,
                               guint field)
{
  g_return_val_if_fail (RELM_IS_RECORD_COLUMNS (self), NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      RelmFieldEditor *editor = relm_field_cell_get_editor (g_ptr_array_index (self->cells, i));

      if (relm_field_editor_get_record (editor) == record && relm_field_editor_get_index (editor) == field)
        return g_ptr_array_index (self->cells, i);
    }
  return NULL;
}
