/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-commit-message.h"
#include "relm-commit-references.h"

#define BREAKING "BREAKING"

/*
 * Storage is one block with three copies of the message, each as long as the message and a NUL: the subject and the text,
 * with a NUL between them; the header, cut into its parts; the text, cut into body and footers.
 */

/* Copies with line ends made plain, without blank lines before and white space after; returns the length. */
static gsize
normalise (char *target,
           const char *text,
           gsize length)
{
  const char *end = text + length;
  char *out = target;

  while (text < end && g_ascii_isspace (*text))
    text++;
  while (text < end)
    {
      const char *stop = memchr (text, '\r', (gsize) (end - text));
      gsize run = (gsize) ((stop != NULL ? stop : end) - text);

      memcpy (out, text, run);
      out += run;
      text += run;
      if (stop != NULL && ++text < end && *text != '\n')
        *out++ = '\n';
    }
  while (out > target && g_ascii_isspace (out[-1]))
    out--;
  for (char *nul = memchr (target, '\0', (gsize) (out - target)); nul != NULL;
       nul = memchr (nul, '\0', (gsize) (out - nul)))
    *nul = ' ';
  *out = '\0';
  return (gsize) (out - target);
}

static char *
trim_end (char *start)
{
  gsize length = strlen (start);

  while (length > 0 && g_ascii_isspace (start[length - 1]))
    start[--length] = '\0';
  return start;
}

/* Rules 1, 4, 5 and 13: type, optional (scope), optional !, colon and space, description. Cuts @header. */
static gboolean
parse_header (RelmCommitMessage *self,
              char *header)
{
  char *p = header + strcspn (header, " \t():!,\n");
  char *scope = NULL;
  gboolean breaking = FALSE;
  char *type_end = p;

  if (p == header)
    return FALSE;
  if (*p == '(')
    {
      gsize length = strcspn (p + 1, "()\n");

      if (length == 0 || p[1 + length] != ')')
        return FALSE;
      scope = p + 1;
      p += length + 2;
    }
  if (*p == '!')
    {
      breaking = TRUE;
      p++;
    }
  if (*p != ':' || (p[1] != ' ' && p[1] != '\t'))
    return FALSE;
  *p++ = '\0';
  while (g_ascii_isspace (*p))
    p++;
  if (*p == '\0')
    return FALSE;

  *type_end = '\0';
  for (char *c = header; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  if (scope != NULL)
    scope[strcspn (scope, ")")] = '\0';
  self->conventional = TRUE;
  self->type = header;
  self->scope = scope != NULL && *g_strstrip (scope) != '\0' ? scope : NULL;
  self->breaking = breaking;
  self->description = trim_end (p);
  return TRUE;
}

/* The length of the token of a footer, or 0: BREAKING CHANGE with its variants, else a word. */
static gsize
get_token_length (const char *line)
{
  gsize length;

  if (g_str_has_prefix (line, BREAKING " CHANGE") || g_str_has_prefix (line, BREAKING "-CHANGE"))
    {
      length = strlen (BREAKING " CHANGE");
      return line[length] == 'S' ? length + 1 : length;
    }
  length = strcspn (line, " \t\n:#");
  return length;
}

static gboolean
is_breaking_token (const char *token)
{
  return g_str_has_prefix (token, BREAKING) && get_token_length (token) == strlen (token) && strlen (token) > strlen (BREAKING);
}

/* Rules 8 and 9. Returns whether the line is the start of a footer, and where its token ends and its value starts. */
static gboolean
find_footer (char *line,
             char **token_end,
             char **value)
{
  gsize length = get_token_length (line);
  char *p = line + length;

  if (length == 0)
    return FALSE;
  *token_end = p;
  if (p[0] == ' ' && p[1] == '#')
    {
      *value = p + 1;
      return g_ascii_isalnum (p[2]) && g_ascii_isalpha (line[0]);
    }
  if (p[0] != ':' || (p[1] == '/' && p[2] == '/') || p[1] == ':')
    return FALSE;
  *value = p + 1;
  while (**value == ' ' || **value == '\t')
    (*value)++;
  return TRUE;
}

static char *
get_next_line (char *line)
{
  char *newline = strchr (line, '\n');

  return newline != NULL ? newline + 1 : line + strlen (line);
}

/* Rules 12 and 16, and the plural that people write. “BREAKING CHANGE #5” does not have the prescribed form, and counts too. */
static void
note_breaking (RelmCommitMessage *self,
               const RelmCommitFooter *footer)
{
  if (!is_breaking_token (footer->token))
    return;
  self->breaking = TRUE;
  if (self->breaking_note == NULL && *footer->value != '\0')
    self->breaking_note = footer->value;
}

static void
add_footer (RelmCommitMessage *self,
            char *token,
            char *token_end,
            char *value)
{
  char separator = *token_end == ':' ? ':' : '#';

  if (self->n_footers % 4 == 0)
    self->footers = g_renew (RelmCommitFooter, self->footers, self->n_footers + 4);
  *token_end = '\0';
  self->footers[self->n_footers++] = (RelmCommitFooter) { token, value, separator };
}

/* Rules 6 to 10: the first paragraph that begins with a footer ends the body; a value goes on to the next footer. */
static void
parse_text (RelmCommitMessage *self,
            char *text)
{
  gboolean after_blank = TRUE;
  char *body = text;
  char *token_end, *value;

  for (char *line = text; *line != '\0';)
    {
      char *next = get_next_line (line);

      if ((after_blank || self->n_footers > 0) && find_footer (line, &token_end, &value))
        {
          if (line > text)
            line[-1] = '\0';
          if (self->n_footers == 0 && line == text)
            body = NULL;
          add_footer (self, line, token_end, value);
        }
      after_blank = *line == '\n';
      line = next;
    }

  if (body != NULL)
    trim_end (body);
  self->body = body != NULL && *body != '\0' ? body : NULL;
  for (guint i = 0; i < self->n_footers; i++)
    {
      trim_end ((char *) self->footers[i].value);
      note_breaking (self, &self->footers[i]);
    }
}

/**
 * relm_commit_message_parse:
 * @text: the message as it is in the commit, in UTF-8 (bytes that are not are kept)
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Never fails: a message that is not conventional has a subject and a text.
 *
 * Returns: (transfer full): what it says
 */
RelmCommitMessage *
relm_commit_message_parse (const char *text,
                           gssize length)
{
  RelmCommitMessage *self = g_new0 (RelmCommitMessage, 1);
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  gsize subject_length;
  char *header, *rest;

  self->storage = g_malloc (3 * (size + 1) + 1);
  size = normalise (self->storage, text, size);
  subject_length = strcspn (self->storage, "\n");

  header = self->storage + size + 1;
  memcpy (header, self->storage, subject_length);
  header[subject_length] = '\0';
  self->subject = self->storage;
  rest = self->storage + subject_length;
  rest += strspn (rest, " \t\n");
  self->text = rest;
  if (parse_header (self, header))
    {
      char *copy = header + subject_length + 1;

      memcpy (copy, rest, strlen (rest) + 1);
      parse_text (self, copy);
    }
  self->storage[subject_length] = '\0';
  relm_commit_references_scan (self);
  return self;
}

/**
 * relm_commit_message_free:
 * @self: (nullable) (transfer full): a message
 */
void
relm_commit_message_free (RelmCommitMessage *self)
{
  if (self == NULL)
    return;
  g_free (self->footers);
  g_free (self->pull_request);
  g_free (self->reverts);
  g_free (self->picked_from);
  g_strfreev (self->references);
  g_strfreev (self->co_authors);
  g_free (self->storage);
  g_free (self);
}
