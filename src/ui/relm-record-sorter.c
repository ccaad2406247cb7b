/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-field-text.h"
#include "relm-record-sorter.h"

typedef struct
{
  const RelmField *info;
  guint field;
  RelmRecordSorterProject get_project;
  gpointer user_data;
} SortBy;

static gint64
number_cb (RelmRecord *record,
           SortBy *by)
{
  const RelmValue *value;
  int choice;

  if (record == NULL)
    return 0;

  value = relm_record_get_value (record, by->field);
  if (by->info->type == RELM_FIELD_ENUM)
    {
      choice = relm_field_find_choice (by->info, value->string);
      return choice < 0 ? G_MAXINT64 : choice;
    }
  return by->info->type == RELM_FIELD_DATE && value->integer == RELM_DATE_NONE ? G_MAXINT64 : value->integer;
}

/* A leading U+FFFF puts what is empty last in either case of GtkStringSorter. */
static char *
text_cb (RelmRecord *record,
         SortBy *by)
{
  g_autofree char *text = NULL;

  if (record == NULL)
    return NULL;

  text = relm_field_text_display (by->get_project (by->user_data), record, by->field);
  return *text != '\0' ? g_steal_pointer (&text) : g_strdup ("\357\277\277");
}

static void
sort_by_free (gpointer data,
              GClosure *closure)
{
  g_free (data);
}

static gboolean
is_number (const RelmField *field)
{
  return relm_field_type_is_integer (field->type) || field->type == RELM_FIELD_ENUM;
}

/**
 * relm_record_sorter_new:
 * @kind: the kind of the records
 * @field: the index of a field
 * @get_project: says where references are looked up
 *
 * Returns: (transfer full): a sorter
 */
GtkSorter *
relm_record_sorter_new (const RelmKind *kind,
                        guint field,
                        RelmRecordSorterProject get_project,
                        gpointer user_data)
{
  SortBy *by = g_new (SortBy, 1);
  GtkExpression *expression;

  *by = (SortBy) { &kind->fields[field], field, get_project, user_data };
  if (is_number (by->info))
    {
      expression = gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL, G_CALLBACK (number_cb), by, sort_by_free);
      return GTK_SORTER (gtk_numeric_sorter_new (expression));
    }
  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (text_cb), by, sort_by_free);
  return GTK_SORTER (gtk_string_sorter_new (expression));
}
