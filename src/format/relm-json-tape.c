/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-json-tape.h"

typedef struct
{
  RelmJsonTape *tape;
  const char *text;
  gsize length;
  gsize at;
  RelmJsonComplaint *complaint;
} Scanner;

static gboolean scan_value (Scanner *scanner,
                            guint depth);

static gboolean
complain (Scanner *scanner,
          gsize offset,
          const char *expected)
{
  scanner->complaint->offset = offset;
  scanner->complaint->expected = expected;
  return FALSE;
}

static char
peek (Scanner *scanner)
{
  return scanner->at < scanner->length ? scanner->text[scanner->at] : '\0';
}

static void
skip_space (Scanner *scanner)
{
  while (scanner->at < scanner->length && strchr (" \t\n\r", scanner->text[scanner->at]) != NULL &&
         scanner->text[scanner->at] != '\0')
    scanner->at++;
}

static guint
push (Scanner *scanner,
      RelmJsonType type)
{
  const RelmJsonToken token = { .start = (guint32) scanner->at, .type = type };

  g_array_append_val (scanner->tape->tokens, token);
  return scanner->tape->tokens->len - 1;
}

static gboolean
finish (Scanner *scanner,
        guint index)
{
  RelmJsonToken *token = &g_array_index (scanner->tape->tokens, RelmJsonToken, index);

  token->end = (guint32) scanner->at;
  token->next = scanner->tape->tokens->len;
  return TRUE;
}

static gboolean
scan_hex4 (Scanner *scanner,
           guint *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++)
    {
      const int digit = g_ascii_xdigit_value (peek (scanner));

      if (digit < 0)
        return FALSE;
      *unit = *unit * 16 + (guint) digit;
      scanner->at++;
    }
  return TRUE;
}

/* The position is behind the backslash. */
static gboolean
scan_escape (Scanner *scanner)
{
  const gsize start = scanner->at - 1;
  const char c = peek (scanner);
  guint unit, low;

  if (c != '\0' && strchr ("\"\\/bfnrt", c) != NULL)
    {
      scanner->at++;
      return TRUE;
    }
  if (c != 'u')
    return complain (scanner, start, _ ("one of the escapes of JSON"));
  scanner->at++;
  if (!scan_hex4 (scanner, &unit))
    return complain (scanner, start, _ ("four hexadecimal digits"));
  if (unit == 0)
    return complain (scanner, start, _ ("a character other than U+0000"));
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return complain (scanner, start, _ ("the first half of a surrogate pair before the second"));
  if (unit < 0xd800 || unit > 0xdbff)
    return TRUE;
  if (peek (scanner) != '\\' || scanner->at + 1 >= scanner->length || scanner->text[scanner->at + 1] != 'u')
    return complain (scanner, start, _ ("the second half of a surrogate pair"));
  scanner->at += 2;
  if (!scan_hex4 (scanner, &low) || low < 0xdc00 || low > 0xdfff)
    return complain (scanner, start, _ ("the second half of a surrogate pair"));
  return TRUE;
}

static gboolean
scan_string (Scanner *scanner)
{
  const guint index = push (scanner, RELM_JSON_STRING);

  if (peek (scanner) != '"')
    return complain (scanner, scanner->at, _ ("a name in quotation marks"));
  scanner->at++;
  while (scanner->at < scanner->length)
    {
      const char c = scanner->text[scanner->at];

      if ((guchar) c < 0x20)
        return complain (scanner, scanner->at, _ ("an escape instead of a control character"));
      scanner->at++;
      if (c == '"')
        return finish (scanner, index);
      if (c == '\\' && !scan_escape (scanner))
        return FALSE;
    }
  return complain (scanner, scanner->at, _ ("a closing quotation mark"));
}

static gboolean
scan_digits (Scanner *scanner)
{
  if (!g_ascii_isdigit (peek (scanner)))
    return complain (scanner, scanner->at, _ ("a digit"));
  while (g_ascii_isdigit (peek (scanner)))
    scanner->at++;
  return TRUE;
}

static gboolean
scan_number (Scanner *scanner)
{
  const guint index = push (scanner, RELM_JSON_NUMBER);

  if (peek (scanner) == '-')
    scanner->at++;
  if (peek (scanner) == '0')
    scanner->at++;
  else if (!scan_digits (scanner))
    return FALSE;
  if (peek (scanner) == '.')
    {
      scanner->at++;
      if (!scan_digits (scanner))
        return FALSE;
    }
  if (peek (scanner) == 'e' || peek (scanner) == 'E')
    {
      scanner->at++;
      if (peek (scanner) == '+' || peek (scanner) == '-')
        scanner->at++;
      if (!scan_digits (scanner))
        return FALSE;
    }
  return finish (scanner, index);
}

static gboolean
scan_word (Scanner *scanner,
           const char *word,
           RelmJsonType type)
{
  const gsize length = strlen (word);
  guint index;

  if (scanner->length - scanner->at < length || strncmp (scanner->text + scanner->at, word, length) != 0)
    return complain (scanner, scanner->at, _ ("a value"));
  index = push (scanner, type);
  scanner->at += length;
  return finish (scanner, index);
}

static gboolean
scan_array (Scanner *scanner,
            guint depth)
{
  const guint index = push (scanner, RELM_JSON_ARRAY);

  scanner->at++;
  skip_space (scanner);
  if (peek (scanner) == ']')
    {
      scanner->at++;
      return finish (scanner, index);
    }
  for (;;)
    {
      if (!scan_value (scanner, depth + 1))
        return FALSE;
      skip_space (scanner);
      if (peek (scanner) == ']')
        break;
      if (peek (scanner) != ',')
        return complain (scanner, scanner->at, _ ("a comma or a closing bracket"));
      scanner->at++;
    }
  scanner->at++;
  return finish (scanner, index);
}

static gboolean
scan_member (Scanner *scanner,
             guint depth,
             GHashTable *names)
{
  const guint name = scanner->tape->tokens->len;

  skip_space (scanner);
  if (!scan_string (scanner))
    return FALSE;
  if (!g_hash_table_add (names, relm_json_tape_dup_string (scanner->tape, name)))
    return complain (scanner, relm_json_tape_get (scanner->tape, name)->start, _ ("a name that the object does not have yet"));
  skip_space (scanner);
  if (peek (scanner) != ':')
    return complain (scanner, scanner->at, _ ("a colon"));
  scanner->at++;
  return scan_value (scanner, depth + 1);
}

static gboolean
scan_object (Scanner *scanner,
             guint depth)
{
  const guint index = push (scanner, RELM_JSON_OBJECT);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  scanner->at++;
  skip_space (scanner);
  if (peek (scanner) == '}')
    {
      scanner->at++;
      return finish (scanner, index);
    }
  for (;;)
    {
      if (!scan_member (scanner, depth, names))
        return FALSE;
      skip_space (scanner);
      if (peek (scanner) == '}')
        break;
      if (peek (scanner) != ',')
        return complain (scanner, scanner->at, _ ("a comma or a closing brace"));
      scanner->at++;
    }
  scanner->at++;
  return finish (scanner, index);
}

static gboolean
scan_value (Scanner *scanner,
            guint depth)
{
  skip_space (scanner);
  if (depth > RELM_JSON_MAX_DEPTH)
    return complain (scanner, scanner->at, _ ("less nesting"));
  switch (peek (scanner))
    {
    case '{':
      return scan_object (scanner, depth);
    case '[':
      return scan_array (scanner, depth);
    case '"':
      return scan_string (scanner);
    case 't':
      return scan_word (scanner, "true", RELM_JSON_TRUE);
    case 'f':
      return scan_word (scanner, "false", RELM_JSON_FALSE);
    case 'n':
      return scan_word (scanner, "null", RELM_JSON_NULL);
    default:
      if (peek (scanner) == '-' || g_ascii_isdigit (peek (scanner)))
        return scan_number (scanner);
      return complain (scanner, scanner->at, _ ("a value"));
    }
}

/**
 * relm_json_tape_scan:
 * @tape: (out caller-allocates): to be cleared in any case
 * @text: what to scan; must outlive the tape
 * @length: in bytes, at most RELM_JSON_MAX_BYTES
 * @complaint: (out): on failure, where and what was expected
 *
 * Returns: whether @text is one JSON value in valid UTF-8, without members of the same name and without U+0000
 */
gboolean
relm_json_tape_scan (RelmJsonTape *tape,
                     const char *text,
                     gsize length,
                     RelmJsonComplaint *complaint)
{
  Scanner scanner = { .tape = tape, .text = text, .length = length, .complaint = complaint };
  const char *valid_end = text;

  g_return_val_if_fail (length <= RELM_JSON_MAX_BYTES, FALSE);

  tape->text = text;
  tape->length = length;
  tape->tokens = g_array_sized_new (FALSE, FALSE, sizeof (RelmJsonToken), (guint) (length / 12));
  if (length > 0 && !g_utf8_validate_len (text, length, &valid_end))
    return complain (&scanner, (gsize) (valid_end - text), _ ("UTF-8 text"));
  if (!scan_value (&scanner, 1))
    return FALSE;
  skip_space (&scanner);
  if (scanner.at != length)
    return complain (&scanner, scanner.at, _ ("the end of the file"));
  return TRUE;
}

/**
 * relm_json_tape_clear:
 */
void
relm_json_tape_clear (RelmJsonTape *tape)
{
  g_clear_pointer (&tape->tokens, g_array_unref);
}

/**
 * relm_json_tape_get:
 *
 * Returns: (transfer none): a token
 */
const RelmJsonToken *
relm_json_tape_get (const RelmJsonTape *tape,
                    guint index)
{
  g_assert (index < tape->tokens->len);

  return &g_array_index (tape->tokens, RelmJsonToken, index);
}

static gunichar
unescape_unit (const char **p)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit * 16 + (gunichar) g_ascii_xdigit_value (*(*p)++);
  return unit;
}

static void
unescape (GString *result,
          const char **p)
{
  static const char from[] = "bfnrt";
  static const char to[] = "\b\f\n\r\t";
  const char c = *(*p)++;
  const char *found = strchr (from, c);
  gunichar unit;

  if (c != 'u')
    {
      g_string_append_c (result, found != NULL ? to[found - from] : c);
      return;
    }
  unit = unescape_unit (p);
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      *p += 2;
      unit = 0x10000 + ((unit - 0xd800) << 10) + (unescape_unit (p) - 0xdc00);
    }
  g_string_append_unichar (result, unit);
}

/**
 * relm_json_tape_dup_string:
 * @index: a string token
 *
 * Returns: (transfer full): what it says, without escapes
 */
char *
relm_json_tape_dup_string (const RelmJsonTape *tape,
                           guint index)
{
  const RelmJsonToken *token = relm_json_tape_get (tape, index);
  const char *p = tape->text + token->start + 1;
  const char *end = tape->text + token->end - 1;
  GString *result;

  if (memchr (p, '\\', (gsize) (end - p)) == NULL)
    return g_strndup (p, (gsize) (end - p));
  result = g_string_sized_new ((gsize) (end - p));
  while (p < end)
    {
      const char c = *p++;

      if (c == '\\')
        unescape (result, &p);
      else
        g_string_append_c (result, c);
    }
  return g_string_free (result, FALSE);
}

/**
 * relm_json_tape_get_integer:
 * @index: a token
 * @value: (out): the number
 *
 * Returns: whether it is a number without fraction and exponent that 64 bits hold
 */
gboolean
relm_json_tape_get_integer (const RelmJsonTape *tape,
                            guint index,
                            gint64 *value)
{
  const RelmJsonToken *token = relm_json_tape_get (tape, index);
  g_autofree char *text = g_strndup (tape->text + token->start, token->end - token->start);

  return token->type == RELM_JSON_NUMBER && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * relm_json_locate:
 * @offset: bytes from the start
 * @line: (out): from 1
 * @column: (out): from 1, in characters
 */
void
relm_json_locate (const char *text,
                  gsize offset,
                  guint *line,
                  guint *column)
{
  gsize start = 0;

  *line = 1;
  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n')
      {
        (*line)++;
        start = i + 1;
      }
  *column = 1;
  for (gsize i = start; i < offset; i++)
    if ((text[i] & 0xc0) != 0x80)
      (*column)++;
}
