/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <string.h>

#include "relm-json-text.h"

#define FIRST_SURROGATE 0xd800
#define SECOND_SURROGATE 0xdc00
#define SURROGATES_END 0xe000

static gunichar
parse_hex (const char *digits)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++)
    value = value * 16 + (gunichar) g_ascii_xdigit_value (digits[i]);
  return value;
}

/* @p is after “\u”; returns how many bytes of the escape there were from there. */
static gsize
append_code_point (GString *out,
                   const char *p,
                   const char *end)
{
  gunichar character = parse_hex (p);

  if (character >= FIRST_SURROGATE && character < SECOND_SURROGATE && end - p >= 10 && p[4] == '\\' && p[5] == 'u')
    {
      const gunichar second = parse_hex (p + 6);

      if (second >= SECOND_SURROGATE && second < SURROGATES_END)
        {
          character = 0x10000 + ((character - FIRST_SURROGATE) << 10) + (second - SECOND_SURROGATE);
          g_string_append_unichar (out, character);
          return 10;
        }
    }

  /* Neither can stand in text of ours; the scanner refuses both in a file. */
  if ((character >= FIRST_SURROGATE && character < SURROGATES_END) || character == 0)
    character = 0xfffd;
  g_string_append_unichar (out, character);
  return 4;
}

static char
simple_escape (char letter)
{
  switch (letter)
    {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter; /* the quote, the backslash and the slash */
    }
}

/**
 * relm_json_unescape:
 * @text: what stands between the quotes of a valid JSON string
 * @length: in bytes
 *
 * Returns: (transfer full): the text that it stands for
 */
char *
relm_json_unescape (const char *text,
                    gsize length)
{
  const char *end = text + length;
  GString *out = g_string_sized_new (length);

  while (text < end)
    {
      const char *backslash = memchr (text, '\\', (gsize) (end - text));

      if (backslash == NULL)
        backslash = end;
      g_string_append_len (out, text, backslash - text);
      if (backslash == end)
        break;
      text = backslash + 2;
      if (backslash[1] == 'u')
        text += append_code_point (out, text, end);
      else
        g_string_append_c (out, simple_escape (backslash[1]));
    }
  return g_string_free (out, FALSE);
}

static void
append_escaped (GString *out,
                guchar byte)
{
  if (byte == '"')
    g_string_append_len (out, "\\\"", 2);
  else if (byte == '\\')
    g_string_append_len (out, "\\\\", 2);
  else if (byte == '\n')
    g_string_append_len (out, "\\n", 2);
  else if (byte == '\t')
    g_string_append_len (out, "\\t", 2);
  else
    g_string_append_printf (out, "\\u%04x", byte);
}

static inline gboolean
is_plain (guchar byte)
{
  return byte >= 0x20 && byte != '"' && byte != '\\';
}

static void
append_content (GString *out,
                const char *text)
{
  while (TRUE)
    {
      const char *run = text;

      while (is_plain ((guchar) *text))
        text++;
      g_string_append_len (out, run, text - run);
      if (*text == '\0')
        return;
      append_escaped (out, (guchar) *text++);
    }
}

/**
 * relm_json_append_quoted:
 * @out: where to
 * @text: any text; what is not UTF-8 in it is replaced, since a file with it could not be opened again
 *
 * Appends a JSON string with no more escapes than needed.
 */
void
relm_json_append_quoted (GString *out,
                         const char *text)
{
  const char *plain = text;

  while (is_plain ((guchar) *plain) && (guchar) *plain < 0x80)
    plain++;

  g_string_append_c (out, '"');
  g_string_append_len (out, text, plain - text); /* mostly all of it */
  if (*plain != '\0')
    {
      g_autofree char *valid = g_utf8_validate (plain, -1, NULL) ? NULL : g_utf8_make_valid (plain, -1);

      append_content (out, valid != NULL ? valid : plain);
    }
  g_string_append_c (out, '"');
}
