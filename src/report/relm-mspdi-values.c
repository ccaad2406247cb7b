/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-mspdi-values.h"
#include "relm-text.h"

#define TITLE_MAX 500 /* characters */

static void
set_value (RelmRecord *record,
           const char *name,
           const RelmValue *wanted)
{
  const RelmKind *kind = relm_record_get_kind (record);
  const int field = relm_kind_find_field (kind, name);
  RelmValue value = *wanted;

  if (field < 0)
    return;
  value.type = kind->fields[field].type;
  if (relm_field_validate (&kind->fields[field], &value, NULL))
    relm_record_set_value (record, (guint) field, &value);
}

/**
 * relm_mspdi_set_string:
 * @record: a record that is in no project yet
 * @name: of a field; what the kind does not have, or the field does not take, is passed over
 * @text: (nullable): a text, a choice or an id
 */
void
relm_mspdi_set_string (RelmRecord *record,
                       const char *name,
                       const char *text)
{
  const RelmValue value = RELM_VALUE_INIT_STRING (text);

  if (text != NULL && *text != '\0')
    set_value (record, name, &value);
}

/**
 * relm_mspdi_set_number:
 * @record: a record that is in no project yet
 * @name: of a field, as for relm_mspdi_set_string()
 */
void
relm_mspdi_set_number (RelmRecord *record,
                       const char *name,
                       gint64 number)
{
  const RelmValue value = RELM_VALUE_INIT_INTEGER (number);

  set_value (record, name, &value);
}

/**
 * relm_mspdi_set_date:
 * @record: a record that is in no project yet
 * @name: of a field, as for relm_mspdi_set_string()
 * @date: a day, or RELM_DATE_NONE, which changes nothing
 */
void
relm_mspdi_set_date (RelmRecord *record,
                     const char *name,
                     RelmDate date)
{
  if (date != RELM_DATE_NONE)
    relm_mspdi_set_number (record, name, date);
}

/**
 * relm_mspdi_dup_title:
 * @text: (nullable): text from outside
 *
 * Returns: (transfer full): it on one line of a length that a title has, or “Untitled”
 */
char *
relm_mspdi_dup_title (const char *text)
{
  g_autofree char *valid = relm_text_display (text);
  g_autofree char *title = g_utf8_strlen (valid, -1) > TITLE_MAX ? g_utf8_substring (valid, 0, TITLE_MAX) : g_strdup (valid);

  g_strdelimit (title, "\n\t", ' ');
  g_strstrip (title);
  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (_ ("Untitled"));
}
