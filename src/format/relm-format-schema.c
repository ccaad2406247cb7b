/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include "relm-format.h"
#include "relm-format-value.h"
#include "relm-json-text.h"
#include "relm-kinds.h"

#define SCHEMA_DIALECT "https://json-schema.org/draft/2020-12/schema"

/* An object or array of the schema that is being written. */
typedef struct
{
  GString *out;
  guint indent;
  gboolean first; /* nothing stands in it yet */
} Schema;

static void
next (Schema *self)
{
  if (!self->first)
    g_string_append_c (self->out, ',');
  self->first = FALSE;
  relm_format_append_line (self->out, self->indent);
}

static void
add_name (Schema *self,
          const char *name)
{
  next (self);
  relm_json_append_quoted (self->out, name);
  g_string_append (self->out, ": ");
}

static void
add_string (Schema *self,
            const char *name,
            const char *value)
{
  add_name (self, name);
  relm_json_append_quoted (self->out, value);
}

static void
add_integer (Schema *self,
             const char *name,
             gint64 value)
{
  add_name (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

static void
begin (Schema *self,
       char bracket)
{
  g_string_append_c (self->out, bracket);
  self->indent++;
  self->first = TRUE;
}

static void
end (Schema *self,
     char bracket)
{
  self->indent--;
  self->first = FALSE;
  relm_format_append_line (self->out, self->indent);
  g_string_append_c (self->out, bracket);
}

static void
begin_member (Schema *self,
              const char *name)
{
  add_name (self, name);
  begin (self, '{');
}

static void
add_id_pattern (Schema *self,
                const char *prefix)
{
  g_autofree char *pattern = g_strdup_printf ("^%s-[a-z0-9_-]{1,64}$", prefix);

  add_string (self, "pattern", pattern);
}

/* The empty string is read as unset everywhere, but is never written for a field that may be left out. */
static void
add_reference (Schema *self,
               const RelmField *field)
{
  RelmRecordClass *klass;

  add_string (self, "type", "string");
  if (field->target == NULL)
    return;
  klass = g_type_class_get (relm_kinds_find_type (field->target));
  add_id_pattern (self, klass->kind->id_prefix);
}

static void
add_choices (Schema *self,
             const RelmField *field)
{
  add_name (self, "enum");
  begin (self, '[');
  for (guint i = 0; field->choices[i].nick != NULL; i++)
    {
      next (self);
      relm_json_append_quoted (self->out, field->choices[i].nick);
    }
  end (self, ']');
}

static void
add_integer_type (Schema *self,
                  const RelmField *field)
{
  const gboolean bounded = field->minimum != 0 || field->maximum != 0;

  add_string (self, "type", "integer");
  add_integer (self, "minimum", bounded ? field->minimum : G_MININT64);
  add_integer (self, "maximum", bounded ? field->maximum : G_MAXINT64);
}

static void
add_type (Schema *self,
          const RelmField *field)
{
  switch (field->type)
    {
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
      add_string (self, "type", "string");
      break;
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
      add_integer_type (self, field);
      break;
    case RELM_FIELD_BOOLEAN:
      add_string (self, "type", "boolean");
      break;
    case RELM_FIELD_DATE:
      add_string (self, "type", "string");
      add_string (self, "format", "date");
      break;
    case RELM_FIELD_ENUM:
      add_choices (self, field);
      break;
    case RELM_FIELD_REFERENCE:
      add_reference (self, field);
      break;
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      add_string (self, "type", "array");
      begin_member (self, "items");
      if (field->type == RELM_FIELD_REFERENCES)
        add_reference (self, field);
      else
        add_string (self, "type", "string");
      end (self, '}');
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_default (Schema *self,
             const RelmField *field)
{
  RelmValue value = field->fallback;

  value.type = field->type;
  if (relm_value_is_unset (&value))
    return;
  add_name (self, "default");
  relm_format_value_append (&value, self->indent, self->out);
}

static void
add_fields (Schema *self,
            const RelmKind *kind)
{
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      begin_member (self, kind->fields[i].name);
      add_string (self, "title", kind->fields[i].label);
      add_type (self, &kind->fields[i]);
      add_default (self, &kind->fields[i]);
      end (self, '}');
    }
}

static void
add_required (Schema *self,
              const RelmKind *kind,
              const char *first)
{
  add_name (self, "required");
  begin (self, '[');
  next (self);
  relm_json_append_quoted (self->out, first);
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].flags & RELM_FIELD_REQUIRED)
      {
        next (self);
        relm_json_append_quoted (self->out, kind->fields[i].name);
      }
  end (self, ']');
}

static void
add_kind (Schema *self,
          const RelmKind *kind)
{
  begin_member (self, kind->name);
  add_string (self, "title", kind->label);
  add_string (self, "type", "object");
  add_required (self, kind, "id");
  begin_member (self, "properties");
  begin_member (self, "id");
  add_string (self, "type", "string");
  add_id_pattern (self, kind->id_prefix);
  end (self, '}');
  add_fields (self, kind);
  end (self, '}');
  end (self, '}');
}

static void
add_list (Schema *self,
          const RelmKind *kind)
{
  g_autofree char *reference = g_strdup_printf ("#/$defs/%s", kind->name);

  begin_member (self, kind->member);
  add_string (self, "title", kind->label_plural);
  add_string (self, "type", "array");
  begin_member (self, "items");
  add_string (self, "$ref", reference);
  end (self, '}');
  end (self, '}');
}

static void
add_project (Schema *self,
             const RelmKind *kind)
{
  add_string (self, "title", "Relm project");
  add_string (self, "type", "object");
  add_required (self, kind, "relm");
  begin_member (self, "properties");
  begin_member (self, "relm");
  add_string (self, "title", "Format version, the first member");
  add_string (self, "type", "integer");
  add_integer (self, "minimum", 1);
  end (self, '}');
  add_fields (self, kind);
  for (guint i = 0; i < relm_kinds_get_count (); i++)
    add_list (self, relm_kinds_get (i));
  end (self, '}');
}

/**
 * relm_format_schema:
 *
 * What a file must be, for editors and other programs, made from the tables of fields. It is English: labels are not
 * translated, so that it is the same everywhere.
 *
 * Returns: (transfer full): a JSON Schema of the dialect 2020-12, with a line end after it
 */
char *
relm_format_schema (void)
{
  Schema schema = { .out = g_string_new (NULL) };
  RelmRecordClass *project = g_type_class_get (RELM_TYPE_PROJECT);

  begin (&schema, '{');
  add_string (&schema, "$schema", SCHEMA_DIALECT);
  add_project (&schema, project->kind);
  begin_member (&schema, "$defs");
  for (guint i = 0; i < relm_kinds_get_count (); i++)
    add_kind (&schema, relm_kinds_get (i));
  end (&schema, '}');
  end (&schema, '}');
  g_string_append_c (schema.out, '\n');
  return g_string_free (schema.out, FALSE);
}
