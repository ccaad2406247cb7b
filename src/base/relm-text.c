/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <string.h>

#include "relm-text.h"

#define UTF8_MAX 6 /* bytes of a character, at most */

/* Invisible characters that reorder or hide what follows (Unicode bidirectional controls and C0/C1). */
static gboolean
is_deceptive (gunichar c)
{
  if (c == '\n' || c == '\t')
    return FALSE;
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || c == 0x200e || c == 0x200f ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static char *
display (const char *text,
         gsize max_chars,
         gboolean one_line)
{
  const gsize bytes = max_chars < G_MAXSIZE / UTF8_MAX ? strnlen (text != NULL ? text : "", (max_chars + 1) * UTF8_MAX) : 0;
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", bytes > 0 ? (gssize) bytes : -1);
  GString *result = g_string_new (NULL);
  gsize count = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (count++ == max_chars)
        {
          g_string_append (result, "…");
          break;
        }
      if (one_line && (c == '\n' || c == '\t' || c == '\r'))
        c = ' ';
      if (c == '\r')
        continue;
      g_string_append_unichar (result, is_deceptive (c) ? 0xfffd : c);
    }
  return g_string_free (result, FALSE);
}

/**
 * relm_text_to_utf8:
 * @bytes: text in any encoding
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @encoding: (nullable): the encoding that its source names, or %NULL for UTF-8
 *
 * Returns: (transfer full): valid UTF-8; what cannot be converted becomes U+FFFD
 */
char *
relm_text_to_utf8 (const char *bytes,
                   gssize length,
                   const char *encoding)
{
  g_autofree char *converted = NULL;

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    converted = g_convert (bytes, length, "UTF-8", encoding, NULL, NULL, NULL);
  if (converted != NULL)
    return g_utf8_make_valid (converted, -1);
  return g_utf8_make_valid (bytes, length);
}

/**
 * relm_text_display:
 * @text: (nullable): text from outside, several lines
 *
 * Returns: (transfer full): valid UTF-8 in which control and bidirectional control characters are visible
 */
char *
relm_text_display (const char *text)
{
  return display (text, G_MAXSIZE, FALSE);
}

/**
 * relm_text_display_title:
 * @text: (nullable): text from outside that should be one line
 *
 * Returns: (transfer full): like relm_text_display(), on one line, of at most RELM_TEXT_TITLE_MAX characters
 */
char *
relm_text_display_title (const char *text)
{
  return display (text, RELM_TEXT_TITLE_MAX, TRUE);
}

/**
 * relm_text_isolate:
 * @text: displayable text
 *
 * Returns: (transfer full): @text between FSI and PDI, so that its direction does not disturb a sentence around it
 */
char *
relm_text_isolate (const char *text)
{
  return g_strconcat ("\342\201\250", text, "\342\201\251", NULL);
}

/**
 * relm_text_join_facts:
 * @facts: (array length=n_facts): short displayable texts that say something of one thing; those that are %NULL or empty are
 *   left out
 *
 * Returns: (transfer full): them in one line. Each keeps its own direction, because “12 May · 3 of 4 done” is a jumble where
 *   the month is written from right to left
 */
char *
relm_text_join_facts (const char *const *facts,
                      guint n_facts)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n_facts; i++)
    if (facts[i] != NULL && *facts[i] != '\0')
      {
        g_autofree char *isolated = relm_text_isolate (facts[i]);

        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", isolated);
      }
  return g_string_free (line, FALSE);
}

/**
 * relm_text_is_blank:
 * @text: (nullable): text
 *
 * Returns: whether there is nothing to read in it
 */
gboolean
relm_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}
