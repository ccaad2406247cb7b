/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-git-graph.h"
#include "relm-git-raw-commit.h"

#define HEX_LENGTH (2 * RELM_GIT_OID_BYTES)
#define PARENT "parent "
#define PARENT_LINE (strlen (PARENT) + HEX_LENGTH + 1)

static gboolean
starts_with (RelmGitSlice slice,
             const char *prefix)
{
  return slice.length >= strlen (prefix) && memcmp (slice.start, prefix, strlen (prefix)) == 0;
}

/* Takes the next line, without its end, off @rest. */
static gboolean
take_line (RelmGitSlice *rest,
           RelmGitSlice *line)
{
  const char *newline = memchr (rest->start, '\n', rest->length);

  if (newline == NULL)
    return FALSE;
  *line = (RelmGitSlice) { rest->start, (gsize) (newline - rest->start) };
  rest->start += line->length + 1;
  rest->length -= line->length + 1;
  return TRUE;
}

static RelmGitSlice
trim (RelmGitSlice slice)
{
  while (slice.length > 0 && g_ascii_isspace (*slice.start))
    {
      slice.start++;
      slice.length--;
    }
  while (slice.length > 0 && g_ascii_isspace (slice.start[slice.length - 1]))
    slice.length--;
  return slice;
}

static gint64
parse_time (const char *start,
            const char *end)
{
  gint64 time = 0;
  const gboolean negative = start < end && *start == '-';

  for (start += negative; start < end && g_ascii_isdigit (*start); start++)
    {
      if (time > G_MAXINT32 * (gint64) 1000)
        return 0; /* nobody commits in 60,000 years */
      time = time * 10 + (*start - '0');
    }
  return negative ? -time : time;
}

/* “Name <mail> SECONDS ZONE”. The mail address ends at the first >, and what follows the last one is the time. */
static gint64
parse_person (RelmGitSlice line,
              RelmGitSlice *name,
              RelmGitSlice *email)
{
  const char *end = line.start + line.length;
  const char *open = memchr (line.start, '<', line.length);
  const char *close = open != NULL ? memchr (open, '>', (gsize) (end - open)) : NULL;
  const char *last = memrchr (line.start, '>', line.length);

  *name = trim ((RelmGitSlice) { line.start, open != NULL ? (gsize) (open - line.start) : line.length });
  *email = (RelmGitSlice) { line.start, 0 };
  if (close == NULL || last == NULL)
    return 0;
  *email = trim ((RelmGitSlice) { open + 1, (gsize) (close - open - 1) });
  for (last++; last < end && *last == ' ';)
    last++;
  return parse_time (last, end);
}

static gboolean
is_parent_line (RelmGitSlice line)
{
  if (line.length + 1 != PARENT_LINE || !starts_with (line, PARENT))
    return FALSE;
  for (gsize i = strlen (PARENT); i < line.length; i++)
    if (!g_ascii_isxdigit (line.start[i]))
      return FALSE;
  return TRUE;
}

static RelmGitSlice
skip_word (RelmGitSlice line,
           const char *word)
{
  return (RelmGitSlice) { line.start + strlen (word), line.length - strlen (word) };
}

/**
 * relm_git_raw_commit_parse:
 * @bytes: a commit object
 * @length: its size in bytes
 * @commit: (out): what is in it
 *
 * Returns: whether it is a commit at all: it has a tree, and its parents are what they should be. Everything else may be
 *   missing
 */
gboolean
relm_git_raw_commit_parse (const char *bytes,
                           gsize length,
                           RelmGitRawCommit *commit)
{
  RelmGitSlice rest = { bytes, length };
  RelmGitSlice line, ignored_name, ignored_email;

  memset (commit, 0, sizeof *commit);
  if (!take_line (&rest, &line) || !starts_with (line, "tree "))
    return FALSE;

  commit->parents.start = rest.start;
  while (take_line (&rest, &line) && starts_with (line, PARENT))
    {
      if (!is_parent_line (line))
        return FALSE;
      commit->n_parents++;
      commit->parents.length += PARENT_LINE;
    }
  rest = (RelmGitSlice) { commit->parents.start + commit->parents.length,
                          length - (gsize) (commit->parents.start + commit->parents.length - bytes) };

  while (take_line (&rest, &line) && line.length > 0)
    if (commit->name.start == NULL && starts_with (line, "author "))
      commit->author_time = parse_person (skip_word (line, "author "), &commit->name, &commit->email);
    else if (starts_with (line, "committer "))
      commit->commit_time = parse_person (skip_word (line, "committer "), &ignored_name, &ignored_email);
    else if (starts_with (line, "encoding "))
      commit->encoding = trim (skip_word (line, "encoding "));
  commit->message = rest;
  return TRUE;
}

/**
 * relm_git_raw_commit_get_parent:
 * @index: which of the parents
 * @oid: (out): its object id, RELM_GIT_OID_BYTES
 */
void
relm_git_raw_commit_get_parent (const RelmGitRawCommit *commit,
                                guint index,
                                guint8 *oid)
{
  const char *hex;

  g_return_if_fail (index < commit->n_parents);

  hex = commit->parents.start + index * PARENT_LINE + strlen (PARENT);
  for (guint i = 0; i < RELM_GIT_OID_BYTES; i++)
    oid[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
}
