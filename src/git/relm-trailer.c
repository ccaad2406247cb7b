/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-trailer.h"

/*
 * The behaviour is that of “git interpret-trailers --parse” of git 2.39, without configuration, worked out from its manual
 * and from what it answers.
 */

#define COMMENT '#'
#define CUT_LINE "# ------------------------ >8 ------------------------\n"

typedef struct
{
  const char *start;
  const char *end;
} Range;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *
next_line (const char *line,
           const char *end)
{
  const char *newline = memchr (line, '\n', (gsize) (end - line));

  return newline != NULL ? newline + 1 : end;
}

/* The start of the last line before @end. */
static const char *
last_line (const char *start,
           const char *end)
{
  const char *p = end - 1;

  while (p > start && p[-1] != '\n')
    p--;
  return p;
}

static gboolean
starts_with (const char *line,
             const char *end,
             const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (end - line) >= length && memcmp (line, prefix, length) == 0;
}

static gboolean
is_blank (const char *line,
          const char *end)
{
  while (line < end && *line != '\n' && is_space (*line))
    line++;
  return line == end || *line == '\n';
}

/* Where the colon after a key is, or NULL: letters, digits and hyphens, then perhaps blanks. */
static const char *
find_separator (const char *line,
                const char *end)
{
  gboolean blank_seen = FALSE;

  for (const char *p = line; p < end; p++)
    {
      if (*p == ':')
        return p > line ? p : NULL;
      if (!blank_seen && (g_ascii_isalnum (*p) || *p == '-'))
        continue;
      if (p == line || (*p != ' ' && *p != '\t'))
        return NULL;
      blank_seen = TRUE;
    }
  return NULL;
}

/* A patch after the message begins with a line of three hyphens; an editor's template with a cut line. */
static const char *
find_message_end (const char *start,
                  const char *end)
{
  for (const char *line = start; line < end; line = next_line (line, end))
    {
      if (starts_with (line, end, "---") && (line + 3 == end || is_space (line[3])))
        return line;
    }
  return end;
}

static const char *
find_cut (const char *start,
          const char *end)
{
  for (const char *line = start; line < end; line = next_line (line, end))
    if (starts_with (line, end, CUT_LINE))
      return line;
  return end;
}

/* Leaves out comments, blank lines and an old list of conflicts at the end. */
static const char *
find_trailer_end (const char *start,
                  const char *end)
{
  const char *cutoff = find_cut (start, end);
  const char *tail = NULL;
  gboolean in_conflicts = FALSE;

  for (const char *line = start; line < cutoff; line = next_line (line, end))
    {
      gboolean conflicts = starts_with (line, end, "Conflicts:\n");

      in_conflicts = in_conflicts || conflicts;
      if (*line == COMMENT || *line == '\n' || conflicts)
        tail = tail != NULL ? tail : line;
      else if (!(in_conflicts && *line == '\t'))
        {
          tail = NULL;
          in_conflicts = FALSE;
        }
    }
  return tail != NULL ? tail : cutoff;
}

static const char *
find_title_end (const char *start,
                const char *end)
{
  const char *line = start;

  while (line < end && (*line == COMMENT || !is_blank (line, end)))
    line = next_line (line, end);
  return line;
}

static gboolean
is_git_generated (const char *line,
                  const char *end)
{
  return starts_with (line, end, "Signed-off-by: ") || starts_with (line, end, "(cherry picked from commit ");
}

/* What a walk over a paragraph from its end has seen. */
typedef struct
{
  guint trailers;
  guint others;
  guint continuations; /* indented lines whose owner is not known yet */
  gboolean git_generated;
} Census;

static void
count_line (Census *census,
            const char *line,
            const char *end)
{
  gboolean generated = is_git_generated (line, end);

  if (generated || (find_separator (line, end) != NULL && !is_space (*line)))
    {
      census->trailers++;
      census->continuations = 0;
      census->git_generated = census->git_generated || generated;
    }
  else if (is_space (*line))
    census->continuations++;
  else
    {
      census->others += 1 + census->continuations;
      census->continuations = 0;
    }
}

/* The last paragraph, if all of it are trailers, or a quarter and one that git itself writes. */
static const char *
find_trailer_start (const char *start,
                    const char *end)
{
  const char *title_end = find_title_end (start, end);
  Census census = { 0 };
  gboolean only_blank = TRUE;

  for (const char *line_end = end; line_end > title_end;)
    {
      const char *line = last_line (start, line_end);

      if (line < title_end)
        return end;
      if (*line == COMMENT)
        {
          census.others += census.continuations;
          census.continuations = 0;
        }
      else if (!is_blank (line, end))
        {
          only_blank = FALSE;
          count_line (&census, line, end);
        }
      else if (!only_blank)
        {
          census.others += census.continuations;
          if ((census.git_generated && census.trailers * 3 >= census.others) ||
              (census.trailers > 0 && census.others == 0))
            return next_line (line, end);
          return end;
        }
      line_end = line;
    }
  return end;
}

static void
trailer_free (gpointer data)
{
  RelmTrailer *trailer = data;

  g_free (trailer->key);
  g_free (trailer->value);
  g_free (trailer);
}

/* Takes blanks off both ends and makes each line break, with the blanks after it, one space. */
static char *
unfold (const char *start,
        const char *end)
{
  GString *value;

  while (start < end && is_space (*start))
    start++;
  while (end > start && is_space (end[-1]))
    end--;

  value = g_string_sized_new ((gsize) (end - start));
  while (start < end)
    if (*start == '\n')
      {
        while (start < end && is_space (*start))
          start++;
        g_string_append_c (value, ' ');
      }
    else
      g_string_append_c (value, *start++);
  return g_string_free (value, FALSE);
}

static void
add_trailer (GPtrArray *trailers,
             Range range)
{
  const char *separator = find_separator (range.start, range.end);
  RelmTrailer *trailer;

  if (*range.start == COMMENT || separator == NULL)
    return;

  trailer = g_new (RelmTrailer, 1);
  trailer->key = unfold (range.start, separator);
  trailer->value = unfold (separator + 1, range.end);
  g_ptr_array_add (trailers, trailer);
}

/**
 * relm_trailers_parse:
 * @text: a commit message, UTF-8 or not
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Returns: (transfer full) (element-type RelmTrailer): its trailers in order, as “git interpret-trailers --parse” prints
 *   them; empty if there are none
 */
GPtrArray *
relm_trailers_parse (const char *text,
                     gssize length)
{
  GPtrArray *trailers = g_ptr_array_new_with_free_func (trailer_free);
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  const char *line;

  end = find_message_end (text, end);
  end = find_trailer_end (text, end);
  line = find_trailer_start (text, end);
  while (line < end)
    {
      Range range = { line, next_line (line, end) };

      while (find_separator (line, range.end) != NULL && range.end < end && is_space (*range.end))
        range.end = next_line (range.end, end);
      add_trailer (trailers, range);
      line = range.end;
    }
  return trailers;
}
