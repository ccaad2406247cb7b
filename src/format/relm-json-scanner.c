/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-json-duplicates.h"
#include "relm-json-scanner.h"
#include "relm-json-text.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define FIRST_TOKENS 256

typedef struct
{
  const RelmFormatSource *source;
  const char *text;
  guint32 length;
  guint32 position;
  gboolean lossless;

  RelmJsonToken *tokens;
  guint32 n_tokens;
  guint32 n_allocated;

  guint32 open[RELM_JSON_MAX_DEPTH]; /* the tokens of the objects and arrays that we are in */
  guint depth;

  RelmJsonDuplicates *duplicates;
  GError **error;
} Scanner;

/* What follows a value, or stands in its place. */
typedef enum
{
  STEP_FAILED,
  STEP_VALUE, /* a value is to be scanned */
  STEP_AFTER, /* a value has just ended */
  STEP_DONE,
} Step;

G_STATIC_ASSERT (sizeof (RelmJsonToken) == 16);

static Step
fail (Scanner *self,
      guint32 offset,
      const char *expected)
{
  g_autofree char *found = relm_format_source_describe (self->source, offset);

  relm_format_source_set_error (self->source, offset, RELM_FORMAT_ERROR_SYNTAX, self->error,
                                /* Translators: what should stand in a file, then what stands there */
                                _ ("expected %s, not %s"), expected, found);
  return STEP_FAILED;
}

static Step
refuse (Scanner *self,
        guint32 offset,
        const char *message)
{
  relm_format_source_set_error (self->source, offset, RELM_FORMAT_ERROR_SYNTAX, self->error, "%s", message);
  return STEP_FAILED;
}

static gboolean
skip_space (Scanner *self)
{
  const char *text = self->text;
  guint32 i = self->position;

  while (i < self->length && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t'))
    i++;
  self->position = i;
  return i < self->length;
}

/* The byte at the position, or 0 at the end; a NUL in the text is not valid UTF-8 to GLib and has been refused. */
static char
peek (const Scanner *self)
{
  return self->position < self->length ? self->text[self->position] : '\0';
}

static RelmJsonToken *
add_token (Scanner *self,
           RelmJsonType type)
{
  RelmJsonToken *token;

  if (self->n_tokens == RELM_JSON_MAX_TOKENS)
    {
      relm_format_source_set_error (self->source, self->position, RELM_FORMAT_ERROR_TOO_LARGE, self->error,
                                    _ ("the file holds more values than Relm reads. Is it a Relm project?"));
      return NULL;
    }

  if (self->n_tokens == self->n_allocated)
    {
      self->n_allocated = MAX (FIRST_TOKENS, self->n_allocated * 2);
      self->tokens = g_renew (RelmJsonToken, self->tokens, self->n_allocated);
    }

  token = &self->tokens[self->n_tokens++];
  *token = (RelmJsonToken) { .start = self->position, .type = type, .next = self->n_tokens };
  return token;
}

static void
count_item (Scanner *self)
{
  self->tokens[self->open[self->depth - 1]].n_items++;
}

static gboolean
is_half_surrogate (const char *hex)
{
  return (hex[0] == 'd' || hex[0] == 'D') && g_ascii_xdigit_value (hex[1]) >= 8;
}

static gboolean
is_second_half (const char *hex)
{
  return is_half_surrogate (hex) && g_ascii_xdigit_value (hex[1]) >= 12;
}

static gboolean
has_hex (const Scanner *self,
         guint32 at)
{
  if (self->length - MIN (at, self->length) < 4)
    return FALSE;
  for (guint32 i = at; i < at + 4; i++)
    if (!g_ascii_isxdigit (self->text[i]))
      return FALSE;
  return TRUE;
}

/* @at is the offset of the backslash; returns that of what follows the escape, or 0. */
static guint32
scan_unicode_escape (Scanner *self,
                     guint32 at)
{
  const char *hex = self->text + at + 2;

  if (!has_hex (self, at + 2))
    {
      fail (self, at + 2, _ ("four hexadecimal digits"));
      return 0;
    }
  if (!self->lossless)
    return at + 6;

  if (memcmp (hex, "0000", 4) == 0)
    {
      refuse (self, at, _ ("the character U+0000 cannot stand in text. Remove it."));
      return 0;
    }
  if (!is_half_surrogate (hex))
    return at + 6;
  if (is_second_half (hex) || self->length - at < 12 || hex[4] != '\\' || hex[5] != 'u' || !has_hex (self, at + 8) ||
      !is_second_half (hex + 6))
    {
      refuse (self, at, _ ("half of a surrogate pair is not a character. Remove it, or write the whole pair."));
      return 0;
    }
  return at + 12;
}

static guint32
scan_escape (Scanner *self,
             guint32 at)
{
  if (at + 1 < self->length && self->text[at + 1] == 'u')
    return scan_unicode_escape (self, at);
  if (at + 1 < self->length && strchr ("\"\\/bfnrt", self->text[at + 1]) != NULL && self->text[at + 1] != '\0')
    return at + 2;
  fail (self, at + 1, _ ("one of the letters \", \\, /, b, f, n, r, t and u after a backslash"));
  return 0;
}

static gboolean
scan_string (Scanner *self)
{
  RelmJsonToken *token = add_token (self, RELM_JSON_STRING);
  const char *text = self->text;
  guint32 i = self->position + 1;

  if (token == NULL)
    return FALSE;

  while (TRUE)
    {
      while (i < self->length && (guchar) text[i] >= 0x20 && text[i] != '"' && text[i] != '\\')
        i++;
      if (i < self->length && text[i] == '"')
        break;
      if (i >= self->length || text[i] != '\\')
        return fail (self, i, _ ("the closing quote of the text")) != STEP_FAILED;
      token->escaped = TRUE;
      i = scan_escape (self, i);
      if (i == 0)
        return FALSE;
    }

  token->end = self->position = i + 1;
  return TRUE;
}

static guint32
skip_digits (const Scanner *self,
             guint32 at)
{
  while (at < self->length && g_ascii_isdigit (self->text[at]))
    at++;
  return at;
}

static gboolean
require_digits (Scanner *self,
                guint32 *at)
{
  guint32 end = skip_digits (self, *at);

  if (end == *at)
    return fail (self, end, _ ("a digit")) != STEP_FAILED;
  *at = end;
  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  RelmJsonToken *token = add_token (self, RELM_JSON_NUMBER);
  const char *text = self->text;
  guint32 i = self->position;

  if (token == NULL)
    return FALSE;

  if (text[i] == '-')
    i++;
  if (i < self->length && text[i] == '0')
    i++; /* nothing may follow it: 01 is two values */
  else if (!require_digits (self, &i))
    return FALSE;
  if (i < self->length && text[i] == '.')
    {
      i++;
      if (!require_digits (self, &i))
        return FALSE;
    }
  if (i < self->length && (text[i] == 'e' || text[i] == 'E'))
    {
      i++;
      if (i < self->length && (text[i] == '+' || text[i] == '-'))
        i++;
      if (!require_digits (self, &i))
        return FALSE;
    }

  token->end = self->position = i;
  return TRUE;
}

static gboolean
scan_word (Scanner *self,
           const char *word,
           RelmJsonType type)
{
  const guint32 length = (guint32) strlen (word);
  RelmJsonToken *token;

  if (self->length - self->position < length || memcmp (self->text + self->position, word, length) != 0)
    return fail (self, self->position, _ ("a value")) != STEP_FAILED;

  token = add_token (self, type);
  if (token == NULL)
    return FALSE;
  token->end = self->position += length;
  return TRUE;
}

/* A member's name and the colon. */
static Step
scan_name (Scanner *self)
{
  skip_space (self);
  if (peek (self) != '"')
    return fail (self, self->position, _ ("the name of a member in quotes"));
  if (!scan_string (self))
    return STEP_FAILED;

  skip_space (self);
  if (peek (self) != ':')
    return fail (self, self->position, _ ("“:”"));
  self->position++;
  return STEP_VALUE;
}

static gboolean
check_members (Scanner *self,
               guint32 object)
{
  guint32 first, second;
  g_autofree char *name = NULL;

  if (!self->lossless || self->tokens[object].n_items < 2 ||
      !relm_json_duplicates_find (self->duplicates, self->tokens, object, self->text, &first, &second))
    return TRUE;

  name = relm_json_token_dup_string (&self->tokens[first], self->text);
  relm_format_source_set_error (self->source, self->tokens[second].start, RELM_FORMAT_ERROR_SYNTAX, self->error,
                                /* Translators: a member's name and a line's number */
                                _ ("the member “%s” stands here twice: line %u has it already. Remove one of them."),
                                name, relm_format_source_get_line (self->source, self->tokens[first].start));
  return FALSE;
}

static Step
close_container (Scanner *self)
{
  const guint32 index = self->open[--self->depth];
  RelmJsonToken *token = &self->tokens[index];

  token->end = ++self->position;
  token->next = self->n_tokens;
  if (token->type == RELM_JSON_OBJECT && !check_members (self, index))
    return STEP_FAILED;
  return STEP_AFTER;
}

static Step
open_container (Scanner *self,
                RelmJsonType type,
                char closing)
{
  if (self->depth == RELM_JSON_MAX_DEPTH)
    return refuse (self, self->position, _ ("the values are nested too deeply. Is it a Relm project?"));
  if (add_token (self, type) == NULL)
    return STEP_FAILED;

  self->open[self->depth++] = self->n_tokens - 1;
  self->position++;
  skip_space (self);
  if (peek (self) == closing)
    return close_container (self);
  count_item (self);
  return type == RELM_JSON_OBJECT ? scan_name (self) : STEP_VALUE;
}

static Step
scan_value (Scanner *self)
{
  gboolean scanned;

  skip_space (self);
  switch (peek (self))
    {
    case '{':
      return open_container (self, RELM_JSON_OBJECT, '}');
    case '[':
      return open_container (self, RELM_JSON_ARRAY, ']');
    case '"':
      scanned = scan_string (self);
      break;
    case 't':
      scanned = scan_word (self, "true", RELM_JSON_TRUE);
      break;
    case 'f':
      scanned = scan_word (self, "false", RELM_JSON_FALSE);
      break;
    case 'n':
      scanned = scan_word (self, "null", RELM_JSON_NULL);
      break;
    default:
      if (peek (self) != '-' && !g_ascii_isdigit (peek (self)))
        return fail (self, self->position, _ ("a value"));
      scanned = scan_number (self);
      break;
    }
  return scanned ? STEP_AFTER : STEP_FAILED;
}

static Step
scan_after (Scanner *self)
{
  gboolean in_object;

  skip_space (self);
  if (self->depth == 0)
    return self->position == self->length ? STEP_DONE : fail (self, self->position, _ ("the end of the file"));

  in_object = self->tokens[self->open[self->depth - 1]].type == RELM_JSON_OBJECT;
  if (peek (self) == (in_object ? '}' : ']'))
    return close_container (self);
  if (peek (self) != ',')
    return fail (self, self->position, in_object ? _ ("“,” or “}”") : _ ("“,” or “]”"));

  self->position++;
  count_item (self);
  return in_object ? scan_name (self) : STEP_VALUE;
}

/**
 * relm_json_scan:
 * @source: a text in UTF-8, of at most %RELM_FORMAT_MAX_SIZE bytes; must outlive the tape
 *
 * A byte order mark at the start is passed over, as RFC 8259 section 8.1 allows.
 *
 * Returns: (transfer full): the tokens; %NULL with an error in RELM_FORMAT_ERROR
 */
RelmJsonTape *
relm_json_scan (const RelmFormatSource *source,
                RelmJsonFlags flags,
                GError **error)
{
  Scanner scanner = { .source = source, .text = source->text, .length = (guint32) source->length, .error = error };
  Step step = STEP_VALUE;
  RelmJsonTape *tape;

  g_return_val_if_fail (source->length <= RELM_FORMAT_MAX_SIZE, NULL);

  scanner.lossless = (flags & RELM_JSON_LOSSLESS) != 0;
  scanner.duplicates = relm_json_duplicates_new ();
  if (scanner.length >= strlen (BYTE_ORDER_MARK) && memcmp (scanner.text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    scanner.position = (guint32) strlen (BYTE_ORDER_MARK);

  while (step == STEP_VALUE || step == STEP_AFTER)
    step = step == STEP_VALUE ? scan_value (&scanner) : scan_after (&scanner);

  relm_json_duplicates_free (scanner.duplicates);
  if (step == STEP_FAILED)
    {
      g_free (scanner.tokens);
      return NULL;
    }

  tape = g_new (RelmJsonTape, 1);
  *tape = (RelmJsonTape) { .tokens = scanner.tokens, .n_tokens = scanner.n_tokens };
  return tape;
}

/**
 * relm_json_tape_free:
 * @tape: (nullable) (transfer full):
 */
void
relm_json_tape_free (RelmJsonTape *tape)
{
  if (tape == NULL)
    return;
  g_free (tape->tokens);
  g_free (tape);
}

/**
 * relm_json_token_dup_string:
 * @token: a string
 * @text: the text that was scanned
 *
 * Returns: (transfer full): what the string says
 */
char *
relm_json_token_dup_string (const RelmJsonToken *token,
                            const char *text)
{
  const char *start = text + token->start + 1;
  const gsize length = token->end - token->start - 2;

  g_assert (token->type == RELM_JSON_STRING);

  return token->escaped ? relm_json_unescape (start, length) : g_strndup (start, length);
}
