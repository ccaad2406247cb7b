/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-format.h"
#include "relm-id.h"
#include "relm-json-tape.h"

typedef struct
{
  RelmJsonTape tape;
  const char *name; /* of the file, for messages */
  RelmProject *project;
  GHashTable *id_offsets; /* id to the offset where it stands */
} Reader;

G_DEFINE_QUARK (relm-format-error, relm_format_error)

static gboolean G_GNUC_PRINTF (5, 6)
fail (Reader *reader,
      gsize offset,
      RelmFormatError code,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  guint line, column;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  relm_json_locate (reader->tape.text, offset, &line, &column);
  g_set_error (error, RELM_FORMAT_ERROR, code, "%s:%u:%u: %s", reader->name, line, column, message);
  return FALSE;
}

static gboolean
find_conflict_marker (Reader *reader,
                      GError **error)
{
  const char *p = reader->tape.text;
  const char *end = p + reader->tape.length;

  while (p != NULL && end - p >= 7)
    {
      if (strncmp (p, "<<<<<<<", 7) == 0 || strncmp (p, ">>>>>>>", 7) == 0 || strncmp (p, "=======", 7) == 0)
        return !fail (reader, (gsize) (p - reader->tape.text), RELM_FORMAT_ERROR_CONFLICT_MARKERS, error,
                      _ ("git could not merge two versions of this file. Finish the merge and open it again."));
      p = memchr (p, '\n', (gsize) (end - p));
      if (p != NULL)
        p++;
    }
  return FALSE;
}

static gboolean
expect (Reader *reader,
        guint index,
        RelmJsonType type,
        const char *what,
        GError **error)
{
  const RelmJsonToken *token = relm_json_tape_get (&reader->tape, index);

  if (token->type == (guint32) type)
    return TRUE;
  return fail (reader, token->start, RELM_FORMAT_ERROR_STRUCTURE, error, _ ("expected %s"), what);
}

static gboolean
read_strings (Reader *reader,
              guint index,
              RelmValue *value,
              GError **error)
{
  const RelmJsonToken *array = relm_json_tape_get (&reader->tape, index);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!expect (reader, index, RELM_JSON_ARRAY, _ ("a list of texts"), error))
    return FALSE;
  for (guint i = index + 1; i < array->next; i = relm_json_tape_get (&reader->tape, i)->next)
    {
      if (!expect (reader, i, RELM_JSON_STRING, _ ("a text"), error))
        return FALSE;
      g_strv_builder_take (builder, relm_json_tape_dup_string (&reader->tape, i));
    }
  relm_value_take_strings (value, g_strv_builder_end (builder));
  return TRUE;
}

static gboolean
read_boolean (Reader *reader,
              guint index,
              RelmValue *value,
              GError **error)
{
  const guint32 type = relm_json_tape_get (&reader->tape, index)->type;

  value->integer = type == RELM_JSON_TRUE;
  if (type == RELM_JSON_TRUE || type == RELM_JSON_FALSE)
    return TRUE;
  return fail (reader, relm_json_tape_get (&reader->tape, index)->start, RELM_FORMAT_ERROR_STRUCTURE, error,
               _ ("expected true or false"));
}

static gboolean
read_integer (Reader *reader,
              guint index,
              RelmValue *value,
              GError **error)
{
  if (relm_json_tape_get_integer (&reader->tape, index, &value->integer))
    return TRUE;
  return fail (reader, relm_json_tape_get (&reader->tape, index)->start, RELM_FORMAT_ERROR_STRUCTURE, error,
               _ ("expected a whole number"));
}

static gboolean
read_date (Reader *reader,
           guint index,
           RelmValue *value,
           GError **error)
{
  g_autofree char *text = NULL;
  RelmDate date;

  if (!expect (reader, index, RELM_JSON_STRING, _ ("a date like 2027-05-03"), error))
    return FALSE;
  text = relm_json_tape_dup_string (&reader->tape, index);
  if (!relm_date_parse (text, &date))
    return fail (reader, relm_json_tape_get (&reader->tape, index)->start, RELM_FORMAT_ERROR_STRUCTURE, error,
                 _ ("expected a date like 2027-05-03"));
  value->integer = date;
  return TRUE;
}

static gboolean
read_text (Reader *reader,
           guint index,
           RelmValue *value,
           GError **error)
{
  g_autofree char *text = NULL;

  if (!expect (reader, index, RELM_JSON_STRING, _ ("a text"), error))
    return FALSE;
  text = relm_json_tape_dup_string (&reader->tape, index);
  relm_value_set_string (value, text);
  return TRUE;
}

static gboolean
read_value (Reader *reader,
            guint index,
            RelmValue *value,
            GError **error)
{
  switch (value->type)
    {
    case RELM_FIELD_INTEGER:
      return read_integer (reader, index, value, error);
    case RELM_FIELD_BOOLEAN:
      return read_boolean (reader, index, value, error);
    case RELM_FIELD_DATE:
      return read_date (reader, index, value, error);
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      return read_strings (reader, index, value, error);
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
    default:
      return read_text (reader, index, value, error);
    }
}

static gboolean
read_field (Reader *reader,
            RelmRecord *record,
            guint field,
            guint index,
            GError **error)
{
  const RelmField *info = &relm_record_get_kind (record)->fields[field];
  g_auto (RelmValue) value = { .type = info->type };
  g_autoptr (GError) local_error = NULL;

  if (!read_value (reader, index, &value, error))
    return FALSE;
  if (!relm_field_validate (info, &value, &local_error))
    return fail (reader, relm_json_tape_get (&reader->tape, index)->start, RELM_FORMAT_ERROR_STRUCTURE, error, "%s",
                 local_error->message);
  relm_record_set_value (record, field, &value);
  return TRUE;
}

static void
keep_unknown (Reader *reader,
              RelmRecord *record,
              int after,
              guint name)
{
  const RelmJsonToken *name_token = relm_json_tape_get (&reader->tape, name);
  const RelmJsonToken *token = relm_json_tape_get (&reader->tape, name + 1);

  relm_record_add_unknown_member (record, after,
                                  g_strndup (reader->tape.text + name_token->start, name_token->end - name_token->start),
                                  g_strndup (reader->tape.text + token->start, token->end - token->start));
}

static gboolean
check_required (Reader *reader,
                RelmRecord *record,
                gsize offset,
                GError **error)
{
  const RelmKind *kind = relm_record_get_kind (record);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if ((kind->fields[i].flags & RELM_FIELD_REQUIRED) && relm_value_is_unset (relm_record_get_value (record, i)))
      /* Translators: a member's name in the file */
      return fail (reader, offset, RELM_FORMAT_ERROR_STRUCTURE, error, _ ("the member “%s” is missing"),
                   kind->fields[i].name);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the id of the record at @index */
static char *
read_id (Reader *reader,
         const RelmKind *kind,
         guint index,
         GError **error)
{
  const RelmJsonToken *object = relm_json_tape_get (&reader->tape, index);

  for (guint i = index + 1; i < object->next; i = relm_json_tape_get (&reader->tape, i + 1)->next)
    {
      g_autofree char *name = relm_json_tape_dup_string (&reader->tape, i);
      g_autofree char *id = NULL;

      if (!g_str_equal (name, "id"))
        continue;
      if (!expect (reader, i + 1, RELM_JSON_STRING, _ ("an id in quotation marks"), error))
        return NULL;
      id = relm_json_tape_dup_string (&reader->tape, i + 1);
      if (relm_id_is_valid (id, kind->id_prefix))
        return g_steal_pointer (&id);
      fail (reader, relm_json_tape_get (&reader->tape, i + 1)->start, RELM_FORMAT_ERROR_STRUCTURE, error,
            _ ("expected an id that begins with “%s-”"), kind->id_prefix);
      return NULL;
    }
  fail (reader, object->start, RELM_FORMAT_ERROR_STRUCTURE, error, _ ("the member “%s” is missing"), "id");
  return NULL;
}

static gboolean
read_members (Reader *reader,
              RelmRecord *record,
              guint index,
              GError **error)
{
  const RelmJsonToken *object = relm_json_tape_get (&reader->tape, index);
  int after = -1;

  for (guint i = index + 1; i < object->next; i = relm_json_tape_get (&reader->tape, i + 1)->next)
    {
      g_autofree char *name = relm_json_tape_dup_string (&reader->tape, i);
      const int field = relm_kind_find_field (relm_record_get_kind (record), name);

      if (g_str_equal (name, "id"))
        continue;
      if (field < 0)
        keep_unknown (reader, record, after, i);
      else if (!read_field (reader, record, (guint) field, i + 1, error))
        return FALSE;
      else
        after = field;
    }
  return check_required (reader, record, object->start, error);
}

static gboolean
insert_record (Reader *reader,
               RelmRecord *record,
               gsize offset,
               GError **error)
{
  const char *id = relm_record_get_id (record);
  gpointer other;
  guint line, column;

  if (relm_project_insert (reader->project, record, G_MAXUINT, NULL))
    {
      g_hash_table_insert (reader->id_offsets, (gpointer) id, GSIZE_TO_POINTER (offset));
      return TRUE;
    }
  other = g_hash_table_lookup (reader->id_offsets, id);
  relm_json_locate (reader->tape.text, GPOINTER_TO_SIZE (other), &line, &column);
  return fail (reader, offset, RELM_FORMAT_ERROR_DUPLICATE_ID, error,
               /* Translators: an id, and the number of a line */
               _ ("the id “%s” is already used by the record in line %u. Give one of the two another id."), id, line);
}

static gboolean
read_record (Reader *reader,
             RelmRecordList *list,
             guint index,
             GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (RelmRecord) record = NULL;

  if (!expect (reader, index, RELM_JSON_OBJECT, _ ("an object in braces"), error))
    return FALSE;
  id = read_id (reader, relm_record_list_get_kind (list), index, error);
  if (id == NULL)
    return FALSE;
  record = relm_record_new (relm_record_list_get_record_type (list), id);
  return read_members (reader, record, index, error) &&
         insert_record (reader, record, relm_json_tape_get (&reader->tape, index)->start, error);
}

static gboolean
read_list (Reader *reader,
           RelmRecordList *list,
           guint index,
           GError **error)
{
  const RelmJsonToken *array = relm_json_tape_get (&reader->tape, index);

  if (!expect (reader, index, RELM_JSON_ARRAY, _ ("a list in brackets"), error))
    return FALSE;
  for (guint i = index + 1; i < array->next; i = relm_json_tape_get (&reader->tape, i)->next)
    if (!read_record (reader, list, i, error))
      return FALSE;
  return TRUE;
}

static int
find_list (Reader *reader,
           const char *member)
{
  for (guint i = 0; i < relm_project_get_n_lists (reader->project); i++)
    if (g_str_equal (relm_record_list_get_kind (relm_project_get_list_at (reader->project, i))->member, member))
      return (int) i;
  return -1;
}

static gboolean
read_version (Reader *reader,
              gint64 *version,
              GError **error)
{
  const RelmJsonToken *root = relm_json_tape_get (&reader->tape, 0);
  g_autofree char *name = NULL;

  if (!expect (reader, 0, RELM_JSON_OBJECT, _ ("a Relm project: an object in braces"), error))
    return FALSE;
  if (root->next > 1)
    name = relm_json_tape_dup_string (&reader->tape, 1);
  if (g_strcmp0 (name, "relm") != 0 || !relm_json_tape_get_integer (&reader->tape, 2, version) || *version < 1)
    return fail (reader, root->start, RELM_FORMAT_ERROR_STRUCTURE, error,
                 _ ("this is not a Relm project: its first member must be “relm” with the number of the format"));
  return TRUE;
}

/* Behind the fields, the places that an unknown member can follow go on with the lists. */
static gboolean
read_project (Reader *reader,
              GError **error)
{
  RelmRecord *record = RELM_RECORD (reader->project);
  const RelmKind *kind = relm_record_get_kind (record);
  const RelmJsonToken *root = relm_json_tape_get (&reader->tape, 0);
  const int n_fields = (int) relm_kind_get_n_fields (kind);
  int after = -1;

  for (guint i = 3; i < root->next; i = relm_json_tape_get (&reader->tape, i + 1)->next)
    {
      g_autofree char *name = relm_json_tape_dup_string (&reader->tape, i);
      const int field = relm_kind_find_field (kind, name);
      const int list = find_list (reader, name);

      if (field >= 0 && !read_field (reader, record, (guint) field, i + 1, error))
        return FALSE;
      if (list >= 0 && !read_list (reader, relm_project_get_list_at (reader->project, (guint) list), i + 1, error))
        return FALSE;
      if (field < 0 && list < 0)
        keep_unknown (reader, record, after, i);
      else
        after = field >= 0 ? field : n_fields + list;
    }
  return check_required (reader, record, root->start, error);
}

static gboolean
read_all (Reader *reader,
          const char *text,
          gsize length,
          gint64 *version,
          GError **error)
{
  RelmJsonComplaint complaint = { 0 };

  reader->tape.text = text;
  reader->tape.length = length;
  if (length > RELM_JSON_MAX_BYTES)
    {
      g_set_error (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_TOO_LARGE,
                   _ ("%s is larger than 64 MB, which is more than a project can be."), reader->name);
      return FALSE;
    }
  if (find_conflict_marker (reader, error))
    return FALSE;
  if (!relm_json_tape_scan (&reader->tape, text, length, &complaint))
    return fail (reader, complaint.offset, RELM_FORMAT_ERROR_SYNTAX, error, _ ("expected %s"), complaint.expected);
  return read_version (reader, version, error) && read_project (reader, error);
}

/**
 * relm_format_read:
 * @bytes: the text of a file
 * @name: what to call the file in messages
 * @version: (out) (optional): the number of its format; higher than RELM_FORMAT_VERSION means that it must not be written
 *
 * References that dangle are no error here: relm_project_list_problems() names them.
 *
 * Returns: (transfer full) (nullable): the project, or %NULL with a RELM_FORMAT_ERROR that names file, line and column
 */
RelmProject *
relm_format_read (GBytes *bytes,
                  const char *name,
                  gint64 *version,
                  GError **error)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (GHashTable) id_offsets = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .name = name, .project = project, .id_offsets = id_offsets };
  gint64 found = 0;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gboolean success = read_all (&reader, text != NULL ? text : "", length, &found, error);

  relm_json_tape_clear (&reader.tape);
  if (version != NULL)
    *version = found;
  return success ? g_steal_pointer (&project) : NULL;
}
