/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-commit-references.h"

#define MAX_REFERENCES 64 /* of one message; more is a list of something else */
#define DIGITS "0123456789"

/* A growing list of strings, each once. */
static void
add_once (GPtrArray **list,
          const char *start,
          gsize length)
{
  if (*list == NULL)
    *list = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  if ((*list)->len >= MAX_REFERENCES)
    return;
  for (guint i = 0; i < (*list)->len; i++)
    if (strncmp ((*list)->pdata[i], start, length) == 0 && ((char *) (*list)->pdata[i])[length] == '\0')
      return;
  g_ptr_array_add (*list, g_strndup (start, length));
}

static char **
steal_list (GPtrArray *list)
{
  return list != NULL ? (char **) g_ptr_array_free (list, FALSE) : NULL;
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static gboolean
is_path (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-' || c == '.' || c == '/';
}

/* “#12” and “!12” with what may stand before them: owner/repo. Returns where it ends, or NULL. */
static const char *
scan_number (const char *text,
             const char *mark,
             const char **start)
{
  const char *p = mark;
  gsize length = strspn (mark + 1, DIGITS);
  const char *slash = NULL;

  if (length == 0 || length > 9 || mark[1] == '0' || is_word (mark[1 + length]))
    return NULL;
  while (p > text && is_path (p[-1]))
    if (*--p == '/')
      slash = p;
  if (p < mark && (slash == NULL || slash == p || (p > text && (p[-1] == ':' || p[-1] == '#' || p[-1] == '@'))))
    return NULL;
  if (p == mark && p > text && (is_word (p[-1]) || strchr ("&#!`'\"=", p[-1]) != NULL))
    return NULL;
  *start = p;
  return mark + 1 + length;
}

/* The address of an issue or a merge request: …/issues/4, …/pull/4, …/merge_requests/4. */
static const char *
scan_address (const char *p)
{
  static const char *const places[] = { "/issues/", "/pull/", "/pulls/", "/merge_requests/" };
  gsize length = strcspn (p, " \t\n<>\"'`");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *place = g_strstr_len (p, (gssize) length, places[i]);
      gsize digits = place != NULL ? strspn (place + strlen (places[i]), DIGITS) : 0;

      if (digits > 0)
        return place + strlen (places[i]) + digits;
    }
  return NULL;
}

/* Words that look like the key of a project in a tracker, and are not. */
static gboolean
is_standard (const char *key,
             gsize length)
{
  static const char *const standards[] = { "AES", "ASCII", "BASE", "BSD", "CP", "CRC", "EC", "ECMA", "ED", "ES", "FIPS", "GB", "GPL", "HTTP", "IEEE",
                                           "IPV", "ISO", "KOI", "LGPL", "MD", "MPEG", "POSIX", "RFC", "RSA", "SHA", "SSE", "TLS", "UCS", "UTF", "VER", "X" };

  for (guint i = 0; i < G_N_ELEMENTS (standards); i++)
    if (strlen (standards[i]) == length && memcmp (standards[i], key, length) == 0)
      return TRUE;
  return FALSE;
}

/* “PROJ-7”, or “CVE-2026-12”: at @hyphen. */
static const char *
scan_key (const char *text,
          const char *hyphen,
          const char **start)
{
  const char *p = hyphen;
  gsize length = strspn (hyphen + 1, DIGITS);

  while (p > text && (g_ascii_isupper (p[-1]) || g_ascii_isdigit (p[-1])))
    p--;
  if (hyphen - p < 2 || !g_ascii_isupper (*p) || (p > text && (is_word (p[-1]) || p[-1] == '-' || p[-1] == '/')))
    return NULL;
  if (length == 0 || length > 7 || is_standard (p, (gsize) (hyphen - p)))
    return NULL;
  if (strncmp (p, "CVE-", 4) == 0 && hyphen[1 + length] == '-')
    length += 1 + strspn (hyphen + 2 + length, DIGITS);
  if (is_word (hyphen[1 + length]) || hyphen[1 + length] == '-')
    return NULL;
  *start = p;
  return hyphen + 1 + length;
}

/* Keys of trackers are looked for where people put them, in the subject and in footers; in prose they are mostly standards. */
static void
scan_references (GPtrArray **list,
                 const char *text,
                 gboolean keys)
{
  const char *p = text;

  while (*(p += strcspn (p, keys ? "#!:-" : "#!:")) != '\0')
    {
      const char *start = p;
      const char *end = NULL;

      if (*p == ':' && p[1] == '/' && p[2] == '/' && p - text >= 5 && strncmp (p - 5, "https", 5) == 0)
        {
          start = p - 5;
          end = scan_address (start);
          if (end == NULL)
            end = p + strcspn (p, " \t\n");
          else
            add_once (list, start, (gsize) (end - start));
        }
      else if (*p == '#' || *p == '!')
        end = scan_number (text, p, &start);
      else if (*p == '-')
        end = scan_key (text, p, &start);
      if (end != NULL && *p != ':')
        add_once (list, start, (gsize) (end - start));
      p = end != NULL ? end : p + 1;
    }
}

/* The merge request that a squashed subject ends with, “… (#12)”, or that a merge names. */
static char *
find_pull_request (const RelmCommitMessage *message)
{
  const char *subject = message->subject;
  gsize length = strlen (subject);
  const char *p = NULL;

  if (length > 4 && subject[length - 1] == ')')
    p = strrchr (subject, '(');
  if (p != NULL && (p[1] == '#' || p[1] == '!') && strspn (p + 2, DIGITS) > 0 && p[2 + strspn (p + 2, DIGITS)] == ')')
    return g_strndup (p + 1, 1 + strspn (p + 2, DIGITS));
  if (g_str_has_prefix (subject, "Merge pull request #"))
    return g_strdup_printf ("#%.*s", (int) strspn (subject + 20, DIGITS), subject + 20);
  if (g_str_has_prefix (subject, "Merge branch "))
    p = strstr (message->text, "See merge request ");
  else
    p = NULL;
  if (p != NULL && (p = strpbrk (p, "!\n")) != NULL && *p == '!' && strspn (p + 1, DIGITS) > 0)
    return g_strndup (p, 1 + strspn (p + 1, DIGITS));
  return NULL;
}

/* The object id after @phrase, of at least 7 digits. */
static char *
find_object_id (const char *text,
                const char *phrase)
{
  const char *p = strstr (text, phrase);
  gsize length;

  if (p == NULL)
    return NULL;
  p += strlen (phrase);
  p += strspn (p, " \t\n");
  length = strspn (p, DIGITS "abcdef");
  return length >= 7 && length <= 64 ? g_strndup (p, length) : NULL;
}

/* What git itself writes, else “revert: …” with “Refs: 676104e”, as Conventional Commits recommends. */
static char *
find_reverted (const RelmCommitMessage *message)
{
  char *id = find_object_id (message->text, "This reverts commit");

  for (guint i = 0; id == NULL && message->type != NULL && g_ascii_strcasecmp (message->type, "revert") == 0 &&
                    i < message->n_footers; i++)
    if (g_ascii_strcasecmp (message->footers[i].token, "Refs") == 0)
      id = find_object_id (message->footers[i].value, "");
  return id;
}

static gboolean
starts_with_nocase (const char *line,
                    const char *prefix)
{
  return (*line | 0x20) == (*prefix | 0x20) && g_ascii_strncasecmp (line, prefix, strlen (prefix)) == 0;
}

/* Services put blank lines and rules between them, so they are found on any line, not only among trailers. */
static char **
find_co_authors (const char *text)
{
  GPtrArray *list = NULL;

  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      const char *value;

      line += *line == '\n';
      if (!starts_with_nocase (line, "Co-authored-by:") && !starts_with_nocase (line, "Co-developed-by:"))
        continue;
      value = strchr (line, ':') + 1;
      value += strspn (value, " \t");
      if (*value != '\0' && *value != '\n')
        {
          gsize length = strcspn (value, "\n");

          while (length > 0 && g_ascii_isspace (value[length - 1]))
            length--;
          add_once (&list, value, length);
        }
    }
  return steal_list (list);
}

/**
 * relm_commit_references_scan:
 * @message: a message whose subject, text and footers are set
 *
 * Sets the other fields.
 */
void
relm_commit_references_scan (RelmCommitMessage *message)
{
  GPtrArray *references = NULL;

  message->pull_request = find_pull_request (message);
  scan_references (&references, message->subject, TRUE);
  scan_references (&references, message->text, FALSE);
  for (guint i = 0; i < message->n_footers; i++)
    scan_references (&references, message->footers[i].value, TRUE);
  message->references = steal_list (references);
  if (*message->text == '\0')
    return;
  message->reverts = find_reverted (message);
  message->picked_from = find_object_id (message->text, "(cherry picked from commit");
  message->co_authors = find_co_authors (message->text);
}
