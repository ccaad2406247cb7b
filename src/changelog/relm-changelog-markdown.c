/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-render.h"
#include "relm-text.h"

#define HEADER                                                                                                         \
  "# Changelog\n\nAll notable changes to this project will be documented in this file.\n\n"                           \
  "The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).\n"

/* The length of a code span that starts here and cannot be anything else, or 0. */
static gsize
get_code_span (const char *text,
               const char *p)
{
  const char *end = strchr (p + 1, '`');

  if (end == NULL || end == p + 1 || end[1] == '`' || (p > text && p[-1] == '`'))
    return 0;
  return (gsize) (end - p) + 1;
}

static gboolean
is_inside_word (const char *text,
                const char *p)
{
  return p > text && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1]);
}

/* Whether a character would mean something where it stands (CommonMark 0.31, and GitHub's extensions). */
static gboolean
is_markup (const char *text,
           const char *p)
{
  switch (*p)
    {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '>':
    case '&':
    case '~':
    case '|':
    case '$':
      return TRUE;
    case '_':
      return !is_inside_word (text, p);
    case ':':
      return p[1] == '/' || (p - text >= 6 && strncmp (p - 6, "mailto", 6) == 0);
    case '.':
      return p - text >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0;
    case '#':
    case '+':
    case '-':
    case '=':
      return p == text;
    default:
      return FALSE;
    }
}

/* “1. ” and “1) ” at the start would be a list. */
static gsize
get_list_number (const char *text)
{
  gsize length = strspn (text, "0123456789");

  if (length == 0 || (text[length] != '.' && text[length] != ')'))
    return 0;
  return text[length + 1] == '\0' || text[length + 1] == ' ' ? length : 0;
}

/**
 * relm_markdown_escape:
 * @text: (nullable): text from outside
 *
 * Code between single backticks stays code; nothing else of @text is markup.
 *
 * Returns: (transfer full): one line of Markdown that shows @text, safe at the start of a block too
 */
char *
relm_markdown_escape (const char *text)
{
  g_autofree char *line = relm_text_display_title (text);
  const char *start = g_strstrip (line);
  gsize number = get_list_number (start);
  GString *result = g_string_new (NULL);

  for (const char *p = start; *p != '\0';)
    {
      gsize span = *p == '`' ? get_code_span (start, p) : 0;

      if (span > 0)
        {
          g_string_append_len (result, p, (gssize) span);
          p += span;
          continue;
        }
      if (is_markup (start, p) || (number > 0 && p == start + number))
        g_string_append_c (result, '\\');
      g_string_append_c (result, *p++);
    }
  return g_string_free (result, FALSE);
}

static gboolean
mentions (const char *summary,
          const char *reference)
{
  const char *p = strstr (summary, reference);

  return p != NULL && !g_ascii_isdigit (p[strlen (reference)]);
}

/* What the commits refer to and the line does not say. */
static void
append_references (GString *text,
                   RelmChangelogEntry *entry)
{
  const char *summary = relm_changelog_entry_get_summary (entry);
  const char *const *references = relm_changelog_entry_get_references (entry);
  const char *separator = " (";

  for (; *references != NULL; references++)
    {
      g_autofree char *escaped = relm_markdown_escape (*references);

      if (mentions (summary, *references))
        continue;
      g_string_append_printf (text, "%s%s", separator, g_str_has_prefix (escaped, "\\#") ? escaped + 1 : escaped);
      separator = ", ";
    }
  if (*separator == ',')
    g_string_append_c (text, ')');
}

static void
append_entry (GString *text,
              RelmChangelogEntry *entry)
{
  g_autofree char *summary = relm_markdown_escape (relm_changelog_entry_get_summary (entry));
  g_autofree char *place = relm_changelog_entry_dup_place (entry);

  g_string_append (text, "- ");
  if (relm_changelog_entry_get_breaking (entry))
    g_string_append (text, "**Breaking:** ");
  if (place != NULL)
    {
      g_autofree char *escaped = relm_markdown_escape (place);

      g_string_append_printf (text, "**%s:** ", escaped);
    }
  g_string_append (text, summary);
  append_references (text, entry);
  g_string_append_c (text, '\n');
  if (relm_changelog_entry_get_note (entry) != NULL)
    {
      g_autofree char *note = relm_markdown_escape (relm_changelog_entry_get_note (entry));

      g_string_append_printf (text, "  %s\n", note);
    }
}

static void
append_entries (GString *text,
                RelmChangelogSection *section,
                RelmChangelogKind kind)
{
  for (guint i = 0; section != NULL && i < relm_changelog_section_get_size (section); i++)
    {
      RelmChangelogEntry *entry = relm_changelog_section_get (section, i);

      if (relm_changelog_entry_get_kind (entry) == kind)
        append_entry (text, entry);
    }
}

/* Keep a Changelog has six headings; what breaks comes first below its own, and says so. */
static void
append_kind (GString *text,
             RelmChangelogRelease *release,
             RelmChangelogKind kind)
{
  g_autoptr (GString) entries = g_string_new (NULL);
  RelmChangelogKind heading = kind == RELM_CHANGELOG_KIND_OTHER ? RELM_CHANGELOG_KIND_CHANGED : kind;

  append_entries (entries, relm_changelog_release_find_section (release, RELM_CHANGELOG_KIND_BREAKING), kind);
  if (kind == RELM_CHANGELOG_KIND_CHANGED)
    append_entries (entries, relm_changelog_release_find_section (release, RELM_CHANGELOG_KIND_BREAKING),
                    RELM_CHANGELOG_KIND_OTHER);
  append_entries (entries, relm_changelog_release_find_section (release, kind), kind);
  if (entries->len > 0)
    g_string_append_printf (text, "\n### %s\n\n%s", relm_changelog_kind_get_heading (heading), entries->str);
}

static void
append_release (GString *text,
                RelmChangelogRelease *release)
{
  g_autofree char *version = NULL;
  g_autofree char *date = relm_date_format (relm_changelog_release_get_date (release));

  version = relm_markdown_escape (relm_changelog_release_is_unreleased (release)
                                    ? "Unreleased"
                                    : relm_changelog_release_get_version (release));
  g_string_append_printf (text, "\n## [%s]%s%s\n", version, *date != '\0' ? " - " : "", date);
  for (guint kind = RELM_CHANGELOG_KIND_ADDED; kind < RELM_CHANGELOG_KIND_OTHER; kind++)
    append_kind (text, release, (RelmChangelogKind) kind);
}

/**
 * relm_changelog_entry_to_markdown:
 *
 * Returns: (transfer full): the entry as an item of a list, as it is in a release; ends with a newline
 */
char *
relm_changelog_entry_to_markdown (RelmChangelogEntry *entry)
{
  GString *text = g_string_new (NULL);

  append_entry (text, entry);
  return g_string_free (text, FALSE);
}

/* A reader of the product has no use for a heading over what is outside of it and not released yet. */
static gboolean
is_told (RelmChangelogRelease *release)
{
  return !relm_changelog_release_is_unreleased (release) || !relm_changelog_release_is_loaded (release) ||
         relm_changelog_release_get_n_entries (release) > 0 || relm_changelog_release_get_n_commits (release) > 0;
}

/**
 * relm_changelog_to_markdown:
 * @only: (nullable): the only release to render, without the header of a file
 *
 * The shape of Keep a Changelog 1.1.0. Chores, tests and documentation are left out unless they break something.
 *
 * Returns: (transfer full): Markdown, UTF-8, ends with a newline
 */
char *
relm_changelog_to_markdown (RelmChangelog *self,
                            RelmChangelogRelease *only)
{
  GString *text = g_string_new (only == NULL ? HEADER : NULL);

  g_return_val_if_fail (RELM_IS_CHANGELOG (self), NULL);

  if (only != NULL)
    append_release (text, only);
  for (guint i = 0; only == NULL && i < relm_changelog_get_n_releases (self); i++)
    if (is_told (relm_changelog_get_release (self, i)))
      append_release (text, relm_changelog_get_release (self, i));
  if (only != NULL)
    g_string_erase (text, 0, 1);
  return g_string_free (text, FALSE);
}
