/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-format-source.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define CONFLICT_MARKER_LENGTH 7
#define CONFLICT_LINES_SHOWN 6

static const char *
next_line (const char *line,
           const char *end)
{
  const char *newline = memchr (line, '\n', (gsize) (end - line));

  return newline != NULL ? newline + 1 : end;
}

/* git-merge-file: seven of a character, then a blank and a label, or the end of the line. */
static gboolean
is_conflict_marker (const char *line,
                    const char *end)
{
  if (end - line < CONFLICT_MARKER_LENGTH || strchr ("<=>|", line[0]) == NULL || line[0] == '\0')
    return FALSE;
  for (int i = 1; i < CONFLICT_MARKER_LENGTH; i++)
    if (line[i] != line[0])
      return FALSE;
  return end - line == CONFLICT_MARKER_LENGTH || strchr (" \r\n", line[CONFLICT_MARKER_LENGTH]) != NULL;
}

static char *
join_lines (GArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len && i < CONFLICT_LINES_SHOWN; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", g_array_index (lines, guint, i));
  if (lines->len > CONFLICT_LINES_SHOWN)
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

static gsize
offset_of_line (const RelmFormatSource *source,
                guint line)
{
  const char *end = source->text + source->length;
  const char *p = source->text;

  for (guint i = 1; i < line; i++)
    p = next_line (p, end);
  return (gsize) (p - source->text);
}

static gboolean
check_conflicts (const RelmFormatSource *source,
                 GError **error)
{
  g_autoptr (GArray) lines = relm_format_source_find_conflicts (source);
  g_autofree char *list = NULL;

  if (lines->len == 0)
    return TRUE;

  list = join_lines (lines);
  relm_format_source_set_error (source, offset_of_line (source, g_array_index (lines, guint, 0)),
                                RELM_FORMAT_ERROR_CONFLICT_MARKERS, error,
                                /* Translators: the placeholder is a list of line numbers */
                                _ ("the file holds an unfinished merge (conflict markers in lines %s). Finish the "
                                   "merge, or take one side of it, and open the file again."),
                                list);
  return FALSE;
}

/**
 * relm_format_source_check:
 *
 * Whether a file can be text of ours at all, before any of it is understood: its size, UTF-8, and no unfinished merge.
 *
 * Returns: %FALSE with an error if it cannot
 */
gboolean
relm_format_source_check (const RelmFormatSource *source,
                          GError **error)
{
  const char *invalid;

  if (source->length > RELM_FORMAT_MAX_SIZE)
    {
      g_set_error (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_TOO_LARGE,
                   /* Translators: a file's name, then a number */
                   _ ("%s: the file is larger than %d MB, the most that Relm reads. Is it a Relm project?"),
                   source->name, RELM_FORMAT_MAX_SIZE / (1024 * 1024));
      return FALSE;
    }

  if (!g_utf8_validate_len (source->text, source->length, &invalid))
    {
      relm_format_source_set_error (source, (gsize) (invalid - source->text), RELM_FORMAT_ERROR_NOT_TEXT, error,
                                    _ ("expected text in UTF-8. Is it a Relm project?"));
      return FALSE;
    }

  return check_conflicts (source, error);
}

/**
 * relm_format_source_find_conflicts:
 *
 * No line of JSON can start like a conflict marker, so that looking is enough.
 *
 * Returns: (transfer full) (element-type guint): the numbers of the lines that are conflict markers, from 1
 */
GArray *
relm_format_source_find_conflicts (const RelmFormatSource *source)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *end = source->text + source->length;
  guint number = 1;

  for (const char *line = source->text; line < end; line = next_line (line, end), number++)
    if (is_conflict_marker (line, end))
      g_array_append_val (lines, number);
  return lines;
}

/**
 * relm_format_source_locate:
 * @offset: in bytes; everything before it is UTF-8
 * @line: (out): from 1
 * @column: (out): in characters, from 1
 */
void
relm_format_source_locate (const RelmFormatSource *source,
                           gsize offset,
                           guint *line,
                           guint *column)
{
  const char *start = source->text;
  const char *place = source->text + MIN (offset, source->length);

  if (source->length >= strlen (BYTE_ORDER_MARK) && memcmp (start, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    start = MIN (start + strlen (BYTE_ORDER_MARK), place);

  *line = 1;
  for (const char *p = start; p < place; p++)
    if (*p == '\n')
      {
        start = p + 1;
        (*line)++;
      }
  *column = (guint) g_utf8_strlen (start, place - start) + 1;
}

/**
 * relm_format_source_get_line:
 * @offset: in bytes
 *
 * Returns: the line that @offset is in, from 1
 */
guint
relm_format_source_get_line (const RelmFormatSource *source,
                             gsize offset)
{
  guint line, column;

  relm_format_source_locate (source, offset, &line, &column);
  return line;
}

/**
 * relm_format_source_describe:
 * @offset: in bytes
 *
 * Returns: (transfer full): what stands there, for people: a character in quotes, its number, or the end of the file
 */
char *
relm_format_source_describe (const RelmFormatSource *source,
                             gsize offset)
{
  gunichar character;

  if (offset >= source->length)
    return g_strdup (_ ("the end of the file"));

  character = g_utf8_get_char_validated (source->text + offset, (gssize) (source->length - offset));
  if (character == '\n' || character == '\r')
    return g_strdup (_ ("the end of the line"));
  if (character >= (gunichar) -2 || !g_unichar_isprint (character) || character == ' ')
    return g_strdup_printf ("U+%04X", character >= (gunichar) -2 ? 0xfffd : character);
  return g_strdup_printf (_ ("“%.*s”"), g_unichar_to_utf8 (character, NULL), source->text + offset);
}

/**
 * relm_format_source_set_error:
 * @offset: where, in bytes
 * @format: a translated sentence: what was expected, or what to do
 *
 * Sets an error whose message starts with the file's name, the line and the column.
 */
void
relm_format_source_set_error (const RelmFormatSource *source,
                              gsize offset,
                              RelmFormatError code,
                              GError **error,
                              const char *format,
                              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;
  guint line, column;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  relm_format_source_locate (source, offset, &line, &column);
  g_set_error (error, RELM_FORMAT_ERROR, (int) code, "%s:%u:%u: %s", source->name, line, column, message);
}
