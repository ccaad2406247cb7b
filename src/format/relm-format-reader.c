/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-format-reader.h"
#include "relm-format-value.h"
#include "relm-id.h"

#define VERSION_MEMBER "relm"
#define ID_MEMBER "id"

typedef struct
{
  const RelmFormatSource *source;
  const char *text;
  const RelmJsonToken *tokens;
  RelmProject *project;
  GError **error;
} Reader;

/* Where in a record the reader is. */
typedef struct
{
  RelmRecord *record;
  const RelmKind *kind;
  guint64 seen; /* a bit for each field */
  int last;     /* the field read last, or -1 */
} Progress;

static gboolean
fail (const Reader *self,
      guint32 token,
      const char *message)
{
  relm_format_source_set_error (self->source, self->tokens[token].start, RELM_FORMAT_ERROR_STRUCTURE, self->error,
                                "%s", message);
  return FALSE;
}

static gboolean
is_named (const Reader *self,
          guint32 token,
          const char *name)
{
  const RelmJsonToken *string = &self->tokens[token];
  const gsize length = string->end - string->start - 2;
  g_autofree char *unescaped = NULL;

  if (string->escaped)
    {
      unescaped = relm_json_token_dup_string (string, self->text);
      return g_str_equal (unescaped, name);
    }
  return strncmp (self->text + string->start + 1, name, length) == 0 && name[length] == '\0';
}

/* Members mostly stand in the order of the table, so that the search starts where the last one ended. */
static int
find_field (const Reader *self,
            const Progress *progress,
            guint32 name)
{
  const RelmField *fields = progress->kind->fields;

  for (int i = progress->last + 1; fields[i].name != NULL; i++)
    if (is_named (self, name, fields[i].name))
      return i;
  for (int i = 0; i <= progress->last; i++)
    if (is_named (self, name, fields[i].name))
      return i;
  return -1;
}

/* Line ends become ours: outside of strings, where alone they can stand, carriage returns mean nothing. */
static char *
dup_text (const Reader *self,
          guint32 token)
{
  const RelmJsonToken *value = &self->tokens[token];
  GString *text = g_string_new_len (self->text + value->start, value->end - value->start);

  if (memchr (text->str, '\r', text->len) != NULL)
    g_string_replace (text, "\r", "", 0);
  return g_string_free (text, FALSE);
}

static void
keep_member (const Reader *self,
             RelmRecord *record,
             int after,
             guint32 name)
{
  relm_record_add_unknown_member (record, after, dup_text (self, name), dup_text (self, name + 1));
}

static gboolean
read_field (const Reader *self,
            Progress *progress,
            guint32 name,
            int field)
{
  const RelmField *info = &progress->kind->fields[field];
  g_auto (RelmValue) value = { .type = info->type };

  if (!relm_format_value_read (info, self->source, &self->tokens[name + 1], &value, self->error))
    return FALSE;

  progress->seen |= G_GUINT64_CONSTANT (1) << field;
  progress->last = field;
  if (relm_field_type_is_integer (info->type) || !relm_value_is_unset (&value))
    relm_record_swap_value (progress->record, (guint) field, &value);
  return TRUE;
}

static gboolean
check_required (const Reader *self,
                const Progress *progress,
                guint32 object)
{
  g_autofree char *message = NULL;

  for (int i = 0; progress->kind->fields[i].name != NULL; i++)
    {
      const RelmField *field = &progress->kind->fields[i];

      if (!(field->flags & RELM_FIELD_REQUIRED) || (progress->seen & (G_GUINT64_CONSTANT (1) << i)))
        continue;
      /* Translators: what a record is (“Phase”), then the name of the member of the file that it must have */
      message = g_strdup_printf (_ ("%s: the member “%s” is missing. Add it."), _ (progress->kind->label), field->name);
      return fail (self, object, message);
    }
  return TRUE;
}

static guint32
find_member (const Reader *self,
             guint32 object,
             const char *name)
{
  guint32 token = object + 1;

  for (guint32 i = 0; i < self->tokens[object].n_items; i++)
    {
      if (is_named (self, token, name))
        return token;
      token = self->tokens[token + 1].next;
    }
  return 0;
}

/* The id that the record at @object has, or %NULL with an error. */
static char *
read_id (const Reader *self,
         const RelmKind *kind,
         guint32 object)
{
  const guint32 name = find_member (self, object, ID_MEMBER);
  g_autofree char *id = NULL;
  g_autofree char *message = NULL;

  if (name != 0 && self->tokens[name + 1].type == RELM_JSON_STRING)
    id = relm_json_token_dup_string (&self->tokens[name + 1], self->text);
  if (relm_id_is_valid (id, kind->id_prefix))
    return g_steal_pointer (&id);

  if (name == 0)
    /* Translators: what a record is (“Phase”), then an example of an id */
    message = g_strdup_printf (_ ("%s: the member \"id\" is missing. Add one, such as \"%s-7k3m9x2qfd\"."),
                               _ (kind->label), kind->id_prefix);
  else
    /* Translators: what a record is (“Phase”), then an example of an id */
    message = g_strdup_printf (_ ("%s: expected an id of lower-case letters and digits, such as \"%s-7k3m9x2qfd\"."),
                               _ (kind->label), kind->id_prefix);
  fail (self, name == 0 ? object : name + 1, message);
  return NULL;
}

static int
find_list (const Reader *self,
           guint32 name)
{
  for (guint i = 0; i < relm_project_get_n_lists (self->project); i++)
    if (is_named (self, name, relm_record_list_get_kind (relm_project_get_list_at (self->project, i))->member))
      return (int) i;
  return -1;
}

/* The record's id in the list at @array if it is @id and stands before @end, or 0. */
static guint32
find_id_in_list (const Reader *self,
                 guint32 array,
                 guint32 end,
                 const char *id)
{
  guint32 object = array + 1;

  for (guint32 i = 0; i < self->tokens[array].n_items && object < end; i++, object = self->tokens[object].next)
    {
      const guint32 name = find_member (self, object, ID_MEMBER);

      if (is_named (self, name + 1, id))
        return name + 1;
    }
  return 0;
}

static gboolean
refuse_duplicate (const Reader *self,
                  guint32 object,
                  const char *id)
{
  const guint32 second = find_member (self, object, ID_MEMBER) + 1;
  guint32 first = 0;

  /* All records before this one have been read, and have an id. */
  for (guint32 name = 1; first == 0 && name < object; name = self->tokens[name + 1].next)
    if (find_list (self, name) >= 0)
      first = find_id_in_list (self, name + 1, object, id);

  relm_format_source_set_error (self->source, self->tokens[second].start, RELM_FORMAT_ERROR_DUPLICATE_ID, self->error,
                                /* Translators: an id, then the number of a line */
                                _ ("two records have the id “%s”: line %u has it already. Give one of them another id."),
                                id, relm_format_source_get_line (self->source, self->tokens[first].start));
  return FALSE;
}

static gboolean
read_record (const Reader *self,
             RelmRecordList *list,
             guint32 object)
{
  Progress progress = { .kind = relm_record_list_get_kind (list), .last = -1 };
  g_autoptr (RelmRecord) record = NULL;
  g_autofree char *id = NULL;
  guint32 name = object + 1;

  if (self->tokens[object].type != RELM_JSON_OBJECT)
    return fail (self, object, _ ("expected a record in braces"));
  id = read_id (self, progress.kind, object);
  if (id == NULL)
    return FALSE;
  if (relm_project_lookup (self->project, id) != NULL)
    return refuse_duplicate (self, object, id);

  record = relm_record_new (relm_record_list_get_record_type (list), id);
  progress.record = record;
  for (guint32 i = 0; i < self->tokens[object].n_items; i++, name = self->tokens[name + 1].next)
    {
      const int field = find_field (self, &progress, name);

      if (field >= 0 && !read_field (self, &progress, name, field))
        return FALSE;
      if (field < 0 && !is_named (self, name, ID_MEMBER))
        keep_member (self, record, progress.last, name);
    }

  return check_required (self, &progress, object) &&
         relm_project_insert (self->project, record, G_MAXUINT, self->error);
}

static gboolean
read_list (const Reader *self,
           RelmRecordList *list,
           guint32 array)
{
  guint32 object = array + 1;
  g_autofree char *message = NULL;

  if (self->tokens[array].type != RELM_JSON_ARRAY)
    {
      /* Translators: the name of a member in the file */
      message = g_strdup_printf (_ ("expected a list in brackets as “%s”"), relm_record_list_get_kind (list)->member);
      return fail (self, array, message);
    }

  for (guint32 i = 0; i < self->tokens[array].n_items; i++)
    {
      if (!read_record (self, list, object))
        return FALSE;
      object = self->tokens[object].next;
    }
  return TRUE;
}

/*
 * In a project, what an unknown member follows counts through: its fields have the numbers from 0, as in any record, and its
 * lists those after them.
 */
static gboolean
read_member (const Reader *self,
             Progress *progress,
             guint32 name,
             int *after)
{
  int field = find_field (self, progress, name);

  if (field >= 0)
    {
      *after = field;
      return read_field (self, progress, name, field);
    }

  field = find_list (self, name);
  if (field < 0)
    {
      keep_member (self, progress->record, *after, name);
      return TRUE;
    }
  *after = (int) relm_kind_get_n_fields (progress->kind) + field;
  return read_list (self, relm_project_get_list_at (self->project, (guint) field), name + 1);
}

static gboolean
read_version (const Reader *self,
              gint64 *version)
{
  const RelmField field = { .name = VERSION_MEMBER, .type = RELM_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT32 };
  RelmValue value = { .type = RELM_FIELD_INTEGER };

  if (self->tokens[0].type != RELM_JSON_OBJECT)
    return fail (self, 0, _ ("expected “{”. Is it a Relm project?"));
  if (self->tokens[0].n_items == 0 || !is_named (self, 1, VERSION_MEMBER))
    return fail (self, self->tokens[0].n_items == 0 ? 0 : 1,
                 _ ("expected \"relm\", the number of the format, as the first member. Is it a Relm project?"));
  if (!relm_format_value_read (&field, self->source, &self->tokens[2], &value, self->error))
    return FALSE;
  *version = value.integer;
  return TRUE;
}

static gboolean
read_project (const Reader *self)
{
  Progress progress = {
    .record = RELM_RECORD (self->project),
    .kind = relm_record_get_kind (RELM_RECORD (self->project)),
    .last = -1,
  };
  guint32 name = self->tokens[2].next;
  int after = -1;

  for (guint32 i = 1; i < self->tokens[0].n_items; i++)
    {
      if (!read_member (self, &progress, name, &after))
        return FALSE;
      name = self->tokens[name + 1].next;
    }
  return check_required (self, &progress, 0);
}

/**
 * relm_format_reader_read:
 * @tape: the tokens of @source
 * @version: (out) (optional): the number of the file's format
 *
 * Returns: (transfer full): the project, or %NULL with an error in RELM_FORMAT_ERROR
 */
RelmProject *
relm_format_reader_read (const RelmFormatSource *source,
                         const RelmJsonTape *tape,
                         gint64 *version,
                         GError **error)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (GError) local_error = NULL;
  const Reader self = {
    .source = source,
    .text = source->text,
    .tokens = tape->tokens,
    .project = project,
    .error = &local_error,
  };
  gint64 number = RELM_FORMAT_VERSION;

  if (read_version (&self, &number) && read_project (&self))
    {
      if (version != NULL)
        *version = number;
      return g_steal_pointer (&project);
    }

  if (number > RELM_FORMAT_VERSION)
    g_set_error (error, local_error->domain, local_error->code,
                 /* Translators: an error, then the number of the file's format */
                 _ ("%s The file is of the newer format %d: a newer Relm may open it."), local_error->message,
                 (int) number);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
