/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include "relm-format-value.h"
#include "relm-format-writer.h"
#include "relm-json-text.h"

/* An object that is being written. */
typedef struct
{
  GString *out;
  RelmRecord *record;
  guint indent; /* of its members */
  guint n_unknown;
} Writer;

static void
begin_member (Writer *self,
              const char *name)
{
  g_string_append_c (self->out, ',');
  relm_format_append_line (self->out, self->indent);
  g_string_append_c (self->out, '"');
  g_string_append (self->out, name);
  g_string_append_len (self->out, "\": ", 3);
}

/* Those that followed the member @after, which may be one that is now left out. */
static void
write_unknown (Writer *self,
               int after)
{
  for (guint i = 0; i < self->n_unknown; i++)
    {
      const RelmUnknownMember *member = relm_record_get_unknown_member (self->record, i);

      if (member->after != after)
        continue;
      g_string_append_c (self->out, ',');
      relm_format_append_line (self->out, self->indent);
      g_string_append (self->out, member->name);
      g_string_append (self->out, ": ");
      g_string_append (self->out, member->text);
    }
}

/* A member that a record must have is written even when it is unset, so that what is written can always be read. */
static gboolean
is_written (const RelmField *field,
            const RelmValue *value)
{
  RelmValue fallback = field->fallback;

  if (field->flags & RELM_FIELD_REQUIRED)
    return TRUE;
  if (!relm_field_type_is_integer (field->type) && relm_value_is_unset (value))
    return FALSE;
  fallback.type = field->type;
  return !relm_value_equal (value, &fallback);
}

static void
write_fields (Writer *self)
{
  const RelmField *fields = relm_record_get_kind (self->record)->fields;

  self->n_unknown = relm_record_get_n_unknown_members (self->record);
  write_unknown (self, -1);
  for (guint i = 0; fields[i].name != NULL; i++)
    {
      const RelmValue *value = relm_record_get_value (self->record, i);

      if (is_written (&fields[i], value))
        {
          begin_member (self, fields[i].name);
          relm_format_value_append (value, self->indent, self->out);
        }
      write_unknown (self, (int) i);
    }
}

/**
 * relm_format_writer_write_record:
 * @out: gets the text of the record appended, from the line end before it to its closing brace
 * @indent: the level of its lines
 */
void
relm_format_writer_write_record (GString *out,
                                 RelmRecord *record,
                                 guint indent)
{
  Writer self = { .out = out, .record = record, .indent = indent + 1 };

  relm_format_append_line (out, indent);
  g_string_append_c (out, '{');
  relm_format_append_line (out, indent + 1);
  g_string_append (out, "\"id\": ");
  relm_json_append_quoted (out, relm_record_get_id (record));
  write_fields (&self);
  relm_format_append_line (out, indent);
  g_string_append_c (out, '}');
}

static void
write_list (Writer *self,
            RelmRecordList *list,
            RelmFormatRecordFunc func,
            gpointer user_data)
{
  const guint size = relm_record_list_get_size (list);

  if (size == 0)
    return;

  begin_member (self, relm_record_list_get_kind (list)->member);
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < size; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ',');
      if (func != NULL)
        func (self->out, relm_record_list_get (list, i), self->indent + 1, user_data);
      else
        relm_format_writer_write_record (self->out, relm_record_list_get (list, i), self->indent + 1);
    }
  relm_format_append_line (self->out, self->indent);
  g_string_append_c (self->out, ']');
}

/**
 * relm_format_writer_write:
 * @out: gets the text appended, with a line end after it
 * @func: (nullable) (scope call): appends the text of a record instead of relm_format_writer_write_record(), which it must be
 */
void
relm_format_writer_write (RelmProject *project,
                          GString *out,
                          RelmFormatRecordFunc func,
                          gpointer user_data)
{
  Writer self = { .out = out, .record = RELM_RECORD (project), .indent = 1 };
  const guint n_fields = relm_kind_get_n_fields (relm_record_get_kind (self.record));

  g_string_append_printf (out, "{\n  \"relm\": %d", RELM_FORMAT_VERSION);
  write_fields (&self);
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      write_list (&self, relm_project_get_list_at (project, i), func, user_data);
      write_unknown (&self, (int) (n_fields + i));
    }
  g_string_append (out, "\n}\n");
}
