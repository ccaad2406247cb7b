/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-plan.h"

/* Sets a field from its text: a date as YYYY-MM-DD, a number in digits, several texts with semicolons between. */
void
relm_test_plan_set (RelmProject *project,
                    RelmRecord *record,
                    const char *field,
                    const char *text)
{
  const RelmKind *kind = relm_record_get_kind (record);
  const int index = relm_kind_find_field (kind, field);
  g_auto (RelmValue) value = { 0 };
  RelmDate date;

  g_assert_cmpint (index, >=, 0);
  value.type = kind->fields[index].type;
  if (value.type == RELM_FIELD_DATE)
    {
      g_assert_true (relm_date_parse (text, &date));
      value.integer = date;
    }
  else if (relm_field_type_is_integer (value.type))
    value.integer = g_ascii_strtoll (text, NULL, 10);
  else if (relm_field_type_is_array (value.type))
    relm_value_take_strings (&value, g_strsplit (text, ";", -1));
  else
    relm_value_set_string (&value, text);
  relm_project_swap_value (project, record, (guint) index, &value);
}

/* Adds a record; names and texts of fields follow its id, ended by NULL. */
RelmRecord *
relm_test_plan_add (RelmProject *project,
                    GType type,
                    const char *id,
                    ...)
{
  g_autoptr (RelmRecord) record = relm_record_new (type, id);
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list arguments;

  g_assert_true (relm_project_insert (project, record, G_MAXUINT, &error));
  g_assert_no_error (error);
  va_start (arguments, id);
  while ((field = va_arg (arguments, const char *)) != NULL)
    relm_test_plan_set (project, record, field, va_arg (arguments, const char *));
  va_end (arguments);
  return record;
}
