/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include "relm-format.h"

static void
append_indent (GString *out,
               guint level)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < level; i++)
    g_string_append (out, "  ");
}

static void
append_string (GString *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20)
          g_string_append_printf (out, "\\u%04x", (guint) *p);
        else
          g_string_append_c (out, *p);
        break;
      }
  g_string_append_c (out, '"');
}

static void
append_strings (GString *out,
                char **strings,
                guint level)
{
  g_string_append_c (out, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_indent (out, level + 1);
      append_string (out, strings[i]);
    }
  append_indent (out, level);
  g_string_append_c (out, ']');
}

static void
append_value (GString *out,
              const RelmValue *value,
              guint level)
{
  g_autofree char *date = NULL;

  if (relm_field_type_is_array (value->type))
    {
      char *none[] = { NULL };

      append_strings (out, value->strings != NULL ? value->strings : none, level);
    }
  else if (value->type == RELM_FIELD_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value->integer);
  else if (value->type == RELM_FIELD_BOOLEAN)
    g_string_append (out, value->integer != 0 ? "true" : "false");
  else if (value->type == RELM_FIELD_DATE)
    {
      date = relm_date_format ((RelmDate) value->integer);
      append_string (out, date);
    }
  else
    append_string (out, value->string != NULL ? value->string : "");
}

/* Every member but the first follows a comma. */
static void
begin_member (GString *out,
              guint level,
              gboolean first)
{
  if (!first)
    g_string_append_c (out, ',');
  append_indent (out, level);
}

static void
append_unknown (GString *out,
                RelmRecord *record,
                int after,
                guint level)
{
  for (guint i = 0; i < relm_record_get_n_unknown_members (record); i++)
    {
      const RelmUnknownMember *member = relm_record_get_unknown_member (record, i);

      if (member->after != after)
        continue;
      begin_member (out, level, FALSE);
      g_string_append_printf (out, "%s: %s", member->name, member->text);
    }
}

static void
append_fields (GString *out,
               RelmRecord *record,
               guint level)
{
  const RelmKind *kind = relm_record_get_kind (record);

  append_unknown (out, record, -1, level);
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      if (!relm_record_is_default (record, i))
        {
          begin_member (out, level, FALSE);
          g_string_append_printf (out, "\"%s\": ", kind->fields[i].name);
          append_value (out, relm_record_get_value (record, i), level);
        }
      append_unknown (out, record, (int) i, level);
    }
}

static void
append_list (GString *out,
             RelmRecordList *list)
{
  begin_member (out, 1, FALSE);
  g_string_append_printf (out, "\"%s\": [", relm_record_list_get_kind (list)->member);
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);

      begin_member (out, 2, i == 0);
      g_string_append_c (out, '{');
      begin_member (out, 3, TRUE);
      g_string_append (out, "\"id\": ");
      append_string (out, relm_record_get_id (record));
      append_fields (out, record, 3);
      append_indent (out, 2);
      g_string_append_c (out, '}');
    }
  append_indent (out, 1);
  g_string_append_c (out, ']');
}

/**
 * relm_format_write:
 * @project: a project that was read from a file of our own format version, or made anew
 *
 * The text is canonical: the same project gives the same bytes, and one edit changes only its own lines.
 *
 * Returns: (transfer full): the text of its file
 */
GBytes *
relm_format_write (RelmProject *project)
{
  GString *out = g_string_sized_new (64 * 1024);
  const int n_fields = (int) relm_kind_get_n_fields (relm_record_get_kind (RELM_RECORD (project)));

  g_string_append_printf (out, "{\n  \"relm\": %d", RELM_FORMAT_VERSION);
  append_fields (out, RELM_RECORD (project), 1);
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);

      if (relm_record_list_get_size (list) > 0)
        append_list (out, list);
      append_unknown (out, RELM_RECORD (project), n_fields + (int) i, 1);
    }
  g_string_append (out, "\n}\n");
  return g_string_free_to_bytes (out);
}
