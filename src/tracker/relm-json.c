/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-json-text.h"
#include "relm-json.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf" /* which some servers send, although RFC 8259 says that none should */
#define FIRST_VALUES 4096

struct _RelmJson
{
  char *text;
  gsize length; /* of the text */
  RelmJsonValue *values; /* the first is the root, and has all others in it */
  guint32 n_values;
  guint32 n_allocated;
};

typedef struct
{
  char *in;
  const char *end; /* of the text, where a NUL is */
  guint depth;
  gboolean passed_over; /* is what is read now: only its end is looked for */
  RelmJson *json;
} Reader;

static gboolean read_value (Reader *self,
                            RelmJsonName name);

static void
skip_space (Reader *self)
{
  while (*self->in == ' ' || *self->in == '\n' || *self->in == '\t' || *self->in == '\r')
    self->in++;
}

/* Returns: (nullable): it, until another one is added; %NULL when there are too many */
static RelmJsonValue *
add_value (Reader *self,
           RelmJsonValueType type,
           RelmJsonName name)
{
  RelmJson *json = self->json;
  RelmJsonValue *value;

  if (json->n_values == RELM_JSON_VALUES_MAX)
    return NULL;
  if (json->n_values == json->n_allocated)
    {
      json->n_allocated = MAX (FIRST_VALUES, json->n_allocated * 2);
      json->values = g_renew (RelmJsonValue, json->values, json->n_allocated);
    }
  value = &json->values[json->n_values++];
  *value = (RelmJsonValue) { .type = type, .name = name, .n_values = 1 };
  return value;
}

/* An odd number of backslashes before a quote: each two of them are one that is meant. */
static gboolean
is_escaped (const char *begin,
            const char *quote)
{
  const char *at = quote;

  while (at > begin && at[-1] == '\\')
    at--;
  return (quote - at) % 2 != 0;
}

/* From quote to quote, in strides: most of what trackers send is in texts. */
static gboolean
skip_string (Reader *self)
{
  char *begin = self->in + 1;
  char *at = begin;
  char *quote;

  if (*self->in != '"')
    return FALSE;
  do
    {
      quote = memchr (at, '"', (gsize) (self->end - at));
      if (quote == NULL)
        return FALSE;
      at = quote + 1;
    }
  while (is_escaped (begin, quote));
  self->in = at;
  return TRUE;
}

/* After a backslash. Returns: how long it is; 0 when there is no such escape */
static gsize
escape_length (const char *escape)
{
  if (*escape != 'u')
    return *escape != '\0' && strchr ("\"\\/bfnrt", *escape) != NULL ? 1 : 0;
  for (guint i = 1; i <= 4; i++)
    if (!g_ascii_isxdigit (escape[i]))
      return 0;
  return 5;
}

/* What it stands for takes its place, since no escape is shorter than that. */
static gboolean
resolve_escapes (char *text)
{
  const gsize length = strlen (text);
  g_autofree char *resolved = NULL;

  for (const char *at = strchr (text, '\\'); at != NULL; at = strchr (at, '\\'))
    {
      const gsize escape = escape_length (at + 1);

      if (escape == 0)
        return FALSE;
      at += 1 + escape;
    }
  resolved = relm_json_unescape (text, length);
  memcpy (text, resolved, strlen (resolved) + 1);
  return TRUE;
}

static gboolean
read_string (Reader *self,
             RelmJsonName name)
{
  RelmJsonValue *value = add_value (self, RELM_JSON_VALUE_STRING, name);
  char *begin = self->in + 1;

  if (value == NULL || !skip_string (self))
    return FALSE;
  value->text = begin;
  self->in[-1] = '\0'; /* the quote at the end */
  return memchr (begin, '\\', (gsize) (self->in - begin)) == NULL || resolve_escapes (begin);
}

static char *
skip_digits (char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

/* RFC 8259, section 6. Returns: (nullable): where it ends; %NULL when it is no number */
static char *
find_number_end (char *begin,
                 gboolean *whole)
{
  char *at = *begin == '-' ? begin + 1 : begin;
  char *end = *at == '0' ? at + 1 : skip_digits (at);

  *whole = TRUE;
  if (end == at)
    return NULL;
  if (*end == '.')
    {
      at = end + 1;
      end = skip_digits (at);
      *whole = FALSE;
    }
  if (end > at && (*end == 'e' || *end == 'E'))
    {
      at = end[1] == '+' || end[1] == '-' ? end + 2 : end + 1;
      end = skip_digits (at);
      *whole = FALSE;
    }
  return end > at ? end : NULL;
}

static gboolean
read_number (Reader *self,
             RelmJsonName name)
{
  gboolean whole;
  char *end = find_number_end (self->in, &whole);
  RelmJsonValue *value = end != NULL ? add_value (self, RELM_JSON_VALUE_OTHER_NUMBER, name) : NULL;
  const char after = end != NULL ? *end : '\0';
  gint64 number;

  if (value == NULL)
    return FALSE;
  *end = '\0';
  if (whole && g_ascii_string_to_signed (self->in, 10, G_MININT64, G_MAXINT64, &number, NULL))
    {
      value->type = RELM_JSON_VALUE_INTEGER;
      value->number = number;
    }
  *end = after;
  self->in = end;
  return TRUE;
}

static gboolean
read_word (Reader *self,
           const char *word,
           RelmJsonValueType type,
           RelmJsonName name)
{
  RelmJsonValue *value;

  if (strncmp (self->in, word, strlen (word)) != 0)
    return FALSE;
  value = add_value (self, type, name);
  if (value == NULL)
    return FALSE;
  value->number = *word == 't';
  self->in += strlen (word);
  return TRUE;
}

/* A number, or a word; which of those there are is not known here. */
static gboolean
skip_word (Reader *self)
{
  const char *begin = self->in;

  while (g_ascii_isalnum (*self->in) || *self->in == '-' || *self->in == '+' || *self->in == '.')
    self->in++;
  return self->in > begin;
}

/* After a value: whether another one follows; what is neither that nor the end is noticed when it is read. */
static gboolean
goes_on (Reader *self)
{
  skip_space (self);
  if (*self->in != ',')
    return FALSE;
  self->in++;
  skip_space (self);
  return TRUE;
}

static gboolean
read_members (Reader *self)
{
  do
    {
      const gboolean passed_over = self->passed_over;
      const char *begin = self->in;
      RelmJsonName name = 0;

      if (!skip_string (self))
        return FALSE;
      if (!passed_over)
        name = relm_json_name_find (begin + 1, (gsize) (self->in - begin) - 2);
      skip_space (self);
      if (*self->in++ != ':')
        return FALSE;
      self->passed_over = name == 0;
      if (!read_value (self, name))
        return FALSE;
      self->passed_over = passed_over;
    }
  while (goes_on (self));
  return TRUE;
}

static gboolean
read_elements (Reader *self)
{
  do
    if (!read_value (self, 0))
      return FALSE;
  while (goes_on (self));
  return TRUE;
}

static gboolean
read_container (Reader *self,
                RelmJsonName name)
{
  const guint32 index = self->json->n_values;
  const char open = *self->in++;
  const char close = open == '{' ? '}' : ']';

  if (++self->depth > RELM_JSON_DEPTH_MAX)
    return FALSE;
  if (!self->passed_over && add_value (self, open == '{' ? RELM_JSON_VALUE_OBJECT : RELM_JSON_VALUE_ARRAY, name) == NULL)
    return FALSE;
  skip_space (self);
  if (*self->in != close && !(open == '{' ? read_members (self) : read_elements (self)))
    return FALSE;
  if (*self->in != close)
    return FALSE;
  self->in++;
  self->depth--;
  if (!self->passed_over)
    self->json->values[index].n_values = self->json->n_values - index;
  return TRUE;
}

static gboolean
read_plain (Reader *self,
            RelmJsonName name)
{
  switch (*self->in)
    {
    case '"':
      return read_string (self, name);
    case 't':
      return read_word (self, "true", RELM_JSON_VALUE_BOOLEAN, name);
    case 'f':
      return read_word (self, "false", RELM_JSON_VALUE_BOOLEAN, name);
    case 'n':
      return read_word (self, "null", RELM_JSON_VALUE_NULL, name);
    default:
      return read_number (self, name);
    }
}

/* With a @name only a member that is asked for has one. */
static gboolean
read_value (Reader *self,
            RelmJsonName name)
{
  skip_space (self);
  if (*self->in == '{' || *self->in == '[')
    return read_container (self, name);
  if (!self->passed_over)
    return read_plain (self, name);
  return *self->in == '"' ? skip_string (self) : skip_word (self);
}

static gboolean
read_all (RelmJson *json)
{
  Reader self = { .in = json->text, .end = json->text + json->length, .json = json };

  if (g_str_has_prefix (json->text, BYTE_ORDER_MARK))
    self.in += strlen (BYTE_ORDER_MARK);
  if (!read_value (&self, 0))
    return FALSE;
  skip_space (&self);
  return *self.in == '\0';
}

/* What is not UTF-8 in it is replaced. */
static void
take_text (RelmJson *self,
           GByteArray *bytes)
{
  static const guint8 end = 0;
  g_autofree char *text = NULL;

  self->length = bytes->len;
  g_byte_array_append (bytes, &end, 1);
  text = (char *) g_byte_array_free (bytes, FALSE);
  if (g_utf8_validate_len (text, self->length, NULL))
    {
      self->text = g_steal_pointer (&text);
      return;
    }
  self->text = g_utf8_make_valid (text, (gssize) self->length);
  self->length = strlen (self->text);
}

/**
 * relm_json_new_take:
 * @bytes: (transfer full): a text, of which nobody else has a reference
 *
 * Of a member that is there twice, both are kept; the first is the one that is found.
 *
 * Returns: (transfer full) (nullable): what it says, without the members that nobody asks for; %NULL when it is not JSON
 *   (RFC 8259, but for control characters in texts, which are let pass) to its end, or too deep, or has too many values. What
 *   is passed over is only looked at for where it ends.
 */
RelmJson *
relm_json_new_take (GByteArray *bytes)
{
  g_autoptr (RelmJson) self = g_new0 (RelmJson, 1);

  take_text (self, bytes);
  return read_all (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * relm_json_free:
 * @self: (nullable) (transfer full): a document
 */
void
relm_json_free (RelmJson *self)
{
  if (self == NULL)
    return;
  g_free (self->values);
  g_free (self->text);
  g_free (self);
}

/**
 * relm_json_get_root:
 *
 * Returns: (transfer none): the value that has all others in it
 */
const RelmJsonValue *
relm_json_get_root (const RelmJson *self)
{
  return self->values;
}

/**
 * relm_json_value_get_first:
 * @container: (nullable): an array or an object
 *
 * Returns: (transfer none) (nullable): the first value in it; %NULL when it is empty, or neither
 */
const RelmJsonValue *
relm_json_value_get_first (const RelmJsonValue *container)
{
  return container != NULL && container->n_values > 1 ? container + 1 : NULL;
}

/**
 * relm_json_value_get_next:
 * @container: what @value is in
 * @value: one of relm_json_value_get_first() or of this
 *
 * Returns: (transfer none) (nullable): the next value in it; %NULL after the last one
 */
const RelmJsonValue *
relm_json_value_get_next (const RelmJsonValue *container,
                          const RelmJsonValue *value)
{
  const RelmJsonValue *next = value + value->n_values;

  return next < container + container->n_values ? next : NULL;
}
