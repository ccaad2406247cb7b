/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include "relm-version-private.h"

#define DIGITS "0123456789"
#define IDENTIFIER_CHARS DIGITS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"

static RelmVersion *
version_new (const char *text)
{
  RelmVersion *self = g_new0 (RelmVersion, 1);

  self->text = g_strdup (text);
  self->numbers = g_ptr_array_new_with_free_func (g_free);
  self->pre = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Adds copies of the strings of @source to @strings. */
void
_relm_version_add_copies (GPtrArray *strings,
                          GPtrArray *source)
{
  for (guint i = 0; i < source->len; i++)
    g_ptr_array_add (strings, g_strdup (source->pdata[i]));
}

/* Whether it is a number: one digit or more, and nothing else. */
gboolean
_relm_version_is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, DIGITS)] == '\0';
}

/* Compares two numbers of any length, whatever zeros they begin with. */
int
_relm_version_compare_digits (const char *a,
                              const char *b)
{
  gsize a_length, b_length;

  a += strspn (a, "0");
  b += strspn (b, "0");
  a_length = strlen (a);
  b_length = strlen (b);
  if (a_length != b_length)
    return a_length < b_length ? -1 : 1;
  return strcmp (a, b);
}

/* SemVer 2.0.0, item 11.4 */
int
_relm_version_compare_identifiers (const char *a,
                                   const char *b)
{
  gboolean a_number = _relm_version_is_digits (a);
  gboolean b_number = _relm_version_is_digits (b);

  if (a_number && b_number)
    return _relm_version_compare_digits (a, b);
  if (a_number != b_number)
    return a_number ? -1 : 1;
  return strcmp (a, b);
}

/* Reads up to three numbers of a strict version; returns what follows or NULL. */
static const char *
read_core (RelmVersion *self,
           const char *p)
{
  for (int i = 0; i < 3; i++)
    {
      gsize length = strspn (p, DIGITS);

      if (length == 0 || (length > 1 && *p == '0'))
        return NULL;
      g_ptr_array_add (self->numbers, g_strndup (p, length));
      p += length;
      if (i < 2 && *p++ != '.')
        return NULL;
    }
  return p;
}

static gboolean
add_identifiers (GPtrArray *identifiers,
                 const char *text,
                 gboolean zeros_allowed)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", -1);

  if (parts[0] == NULL)
    return FALSE;
  for (char **part = parts; *part != NULL; part++)
    {
      if (**part == '\0' || (*part)[strspn (*part, IDENTIFIER_CHARS)] != '\0')
        return FALSE;
      if (!zeros_allowed && **part == '0' && (*part)[1] != '\0' && _relm_version_is_digits (*part))
        return FALSE;
      if (identifiers != NULL)
        g_ptr_array_add (identifiers, g_strdup (*part));
    }
  return TRUE;
}

/* Takes the build metadata off the end of @rest, in place. */
static gboolean
split_build (RelmVersion *self,
             char *rest)
{
  char *plus = strchr (rest, '+');

  if (plus == NULL)
    return TRUE;
  if (!add_identifiers (NULL, plus + 1, TRUE))
    return FALSE;
  self->build = g_strdup (plus + 1);
  *plus = '\0';
  return TRUE;
}

/**
 * relm_version_parse:
 * @text: (nullable): text to judge
 *
 * Returns: (transfer full) (nullable): the version, or %NULL if @text is not exactly a version of SemVer 2.0.0; “v1.2.3” is
 *   the name of a tag and not a version
 */
RelmVersion *
relm_version_parse (const char *text)
{
  g_autoptr (RelmVersion) self = NULL;
  g_autofree char *rest = NULL;
  const char *p;

  if (text == NULL)
    return NULL;

  self = version_new (text);
  p = read_core (self, text);
  if (p == NULL)
    return NULL;

  rest = g_strdup (p);
  if (!split_build (self, rest))
    return NULL;
  if (*rest != '\0' && (*rest != '-' || !add_identifiers (self->pre, rest + 1, FALSE)))
    return NULL;

  self->semver = TRUE;
  return g_steal_pointer (&self);
}

/* Words that mean “before the version”, “the version itself” and “after the version” on tags that are not SemVer. */
static const char *const pre_words[] = { "a",    "alpha", "b",       "beta",     "c",      "canary",    "cr",      "dev",
                                         "ea",   "m",     "milestone", "nightly", "next",   "pre",       "preview", "prerelease",
                                         "rc",   "snapshot", "test", NULL };
static const char *const final_words[] = { "final", "ga", "release", "stable", NULL };
static const char *const post_words[] = { "hotfix", "p", "patch", "pl", "post", "r", "rev", "sp", "u", NULL };

/* Cuts text at dots, hyphens and underscores, and between letters and digits. */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      gsize length = strspn (text, DIGITS);

      if (length == 0)
        while (g_ascii_isalpha (text[length]))
          length++;
      if (length > 0)
        g_ptr_array_add (words, g_ascii_strdown (text, (gssize) length));
      text += MAX (length, 1);
    }
  return words;
}

static gboolean
is_plain_suffix (const char *suffix)
{
  return suffix[strspn (suffix, IDENTIFIER_CHARS "._")] == '\0';
}

/* What follows the numbers of a version that is not SemVer. */
static gboolean
read_suffix (RelmVersion *self,
             const char *suffix)
{
  g_autoptr (GPtrArray) words = NULL;
  const char *first;

  if (*suffix == '\0')
    return TRUE;
  if (!is_plain_suffix (suffix))
    return FALSE;

  words = split_words (suffix);
  if (words->len == 0)
    return FALSE;

  first = g_ptr_array_index (words, 0);
  if (g_strv_contains (final_words, first))
    return TRUE;
  if (g_ascii_isalpha (*suffix) && words->len == 1 && first[1] == '\0')
    g_ptr_array_add (self->numbers, g_strdup_printf ("%d", first[0] - 'a' + 1)); /* 1.1.1w */
  else if (g_strv_contains (post_words, first))
    g_ptr_array_add (self->numbers,
                     g_strdup (words->len > 1 && _relm_version_is_digits (words->pdata[1]) ? words->pdata[1] : "1"));
  else if (self->numbers->len > 1 || g_strv_contains (pre_words, first))
    _relm_version_add_copies (self->pre, words);
  else
    return FALSE;
  return TRUE;
}

static const char *
read_numbers (RelmVersion *self,
              const char *p,
              char separator)
{
  while (TRUE)
    {
      gsize length = strspn (p, DIGITS);

      self->padded = self->padded || (length > 1 && *p == '0');
      g_ptr_array_add (self->numbers, g_strndup (p, length));
      p += length;
      if (*p != separator || !g_ascii_isdigit (p[1]))
        return p;
      p++;
    }
}

/* 2024-01-15: a year, and two digits after each hyphen. */
static gboolean
is_hyphened_date (const char *text)
{
  return strspn (text, DIGITS) == 4 && text[4] == '-' && strspn (text + 5, DIGITS) == 2 &&
         (text[7] == '\0' || (text[7] == '-' && strspn (text + 8, DIGITS) == 2 && text[10] == '\0'));
}

static RelmVersion *
parse_loosely (const char *text)
{
  g_autoptr (RelmVersion) self = version_new (text);
  g_autofree char *suffix = NULL;
  gsize length = strspn (text, DIGITS);
  char separator = text[length] == '_' ? '_' : '.';

  if (is_hyphened_date (text))
    separator = '-';
  suffix = g_strdup (read_numbers (self, text, separator));
  if (!split_build (self, suffix) || !read_suffix (self, suffix))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
is_separator (char c)
{
  return c != '\0' && strchr ("-_@/.=~", c) != NULL;
}

/* Whether a bare number after these characters is a version: v255, release-5, but not issue-5. */
static gboolean
is_version_prefix (const char *prefix,
                   gsize length)
{
  static const char *const words[] = { "", "v", "ver", "version", "r", "rel", "release", "releases", NULL };
  g_autofree char *word = g_ascii_strdown (prefix, (gssize) length);

  while (length > 0 && is_separator (word[length - 1]))
    word[--length] = '\0';
  return g_strv_contains (words, word);
}

static RelmVersion *
parse_at (const char *tag,
          gsize offset)
{
  RelmVersion *version = relm_version_parse (tag + offset);

  if (version == NULL)
    version = parse_loosely (tag + offset);
  if (version != NULL && version->numbers->len < 2 && !is_version_prefix (tag, offset))
    g_clear_pointer (&version, relm_version_free);
  return version;
}

/* Whether a version can start at a digit: after a separator, or a “v” of its own; or, if @glued, after letters (go1.21). */
static gboolean
may_start_at (const char *tag,
              gsize offset,
              gboolean glued)
{
  gsize before = offset;

  if (offset == 0 || is_separator (tag[offset - 1]))
    return TRUE;
  if ((tag[offset - 1] == 'v' || tag[offset - 1] == 'V') && (offset == 1 || is_separator (tag[offset - 2])))
    return TRUE;
  while (before > 0 && g_ascii_isalpha (tag[before - 1]))
    before--;
  return glued && before == 0;
}

static RelmVersion *
find_version (const char *tag,
              gboolean glued,
              gsize *offset)
{
  for (gsize i = 0; tag[i] != '\0'; i++)
    if (g_ascii_isdigit (tag[i]) && (i == 0 || !g_ascii_isdigit (tag[i - 1])) && may_start_at (tag, i, glued))
      {
        RelmVersion *version = parse_at (tag, i);

        *offset = i;
        if (version != NULL)
          return version;
      }
  return NULL;
}

/**
 * relm_version_parse_tag:
 * @tag: the name of a tag, without refs/tags/
 * @prefix: (out) (optional) (nullable) (transfer full): what comes before the version, such as “v” or “release-”; %NULL
 *   when there is no version
 *
 * Tolerant: takes what projects really write. Numbers that are missing count as zero (1.2 equals 1.2.0); words such as rc
 * and alpha make a pre-release with or without the hyphen; 1.1.1w and 1.2-p1 come after their version. What is exactly
 * SemVer after its prefix is read by SemVer's rules alone.
 *
 * Returns: (transfer full) (nullable): the version that the tag names, or %NULL
 */
RelmVersion *
relm_version_parse_tag (const char *tag,
                        char **prefix)
{
  RelmVersion *version = NULL;
  gsize offset = 0;

  g_return_val_if_fail (tag != NULL, NULL);

  version = find_version (tag, FALSE, &offset);
  if (version == NULL)
    version = find_version (tag, TRUE, &offset);
  if (prefix != NULL)
    *prefix = version != NULL ? g_strndup (tag, offset) : NULL;
  return version;
}

/**
 * relm_version_copy:
 *
 * Returns: (transfer full): another one that is equal
 */
RelmVersion *
relm_version_copy (const RelmVersion *self)
{
  RelmVersion *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = version_new (self->text);
  _relm_version_add_copies (copy->numbers, self->numbers);
  _relm_version_add_copies (copy->pre, self->pre);
  copy->build = g_strdup (self->build);
  copy->semver = self->semver;
  copy->padded = self->padded;
  return copy;
}

/**
 * relm_version_free:
 * @self: (nullable) (transfer full): a version
 */
void
relm_version_free (RelmVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->build);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->pre);
  g_free (self);
}

static int
compare_prereleases (const RelmVersion *a,
                     const RelmVersion *b)
{
  guint common = MIN (a->pre->len, b->pre->len);

  if ((a->pre->len == 0) != (b->pre->len == 0))
    return a->pre->len == 0 ? 1 : -1;
  for (guint i = 0; i < common; i++)
    {
      int order = _relm_version_compare_identifiers (a->pre->pdata[i], b->pre->pdata[i]);

      if (order != 0)
        return order;
    }
  return (a->pre->len > common) - (b->pre->len > common);
}

/**
 * relm_version_compare:
 *
 * Precedence as SemVer 2.0.0, item 11: build metadata does not count.
 *
 * Returns: less than, equal to or greater than 0 as @a comes before, with or after @b
 */
int
relm_version_compare (const RelmVersion *a,
                      const RelmVersion *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  for (guint i = 0; i < MAX (a->numbers->len, b->numbers->len); i++)
    {
      int order = _relm_version_compare_digits (relm_version_get_number (a, i), relm_version_get_number (b, i));

      if (order != 0)
        return order;
    }
  return compare_prereleases (a, b);
}

/**
 * relm_version_get_text:
 *
 * Returns: (transfer none): the version as it was written, without a tag's prefix
 */
const char *
relm_version_get_text (const RelmVersion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * relm_version_get_build:
 *
 * Returns: (transfer none) (nullable): the build metadata, without the plus sign
 */
const char *
relm_version_get_build (const RelmVersion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->build;
}

/**
 * relm_version_get_n_numbers:
 *
 * Returns: how many numbers were written; 3 for SemVer
 */
guint
relm_version_get_n_numbers (const RelmVersion *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->numbers->len;
}

/**
 * relm_version_get_number:
 * @index: 0 for the major version
 *
 * Returns: (transfer none): its digits; “0” for one that was not written
 */
const char *
relm_version_get_number (const RelmVersion *self,
                         guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->numbers->len ? self->numbers->pdata[index] : "0";
}

/**
 * relm_version_is_prerelease:
 *
 * Returns: whether it comes before a final version
 */
gboolean
relm_version_is_prerelease (const RelmVersion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->pre->len > 0;
}

/**
 * relm_version_is_semver:
 *
 * Returns: whether it is exactly a version of SemVer 2.0.0
 */
gboolean
relm_version_is_semver (const RelmVersion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->semver;
}

/**
 * relm_version_is_calendar:
 *
 * Returns: whether its first number is a year from 1990 to 2199 (2024.04, 2024.1.2), or it looks like 24.04
 */
gboolean
relm_version_is_calendar (const RelmVersion *self)
{
  const char *year = relm_version_get_number (self, 0);

  if (strlen (year) == 4)
    return strcmp (year, "1990") >= 0 && strcmp (year, "2199") <= 0;
  return self->padded && strlen (year) == 2 && strlen (relm_version_get_number (self, 1)) == 2;
}

/**
 * relm_version_is_initial_development:
 *
 * Returns: whether it is 0.y.z, of which SemVer says that anything may change at any time
 */
gboolean
relm_version_is_initial_development (const RelmVersion *self)
{
  return _relm_version_compare_digits (relm_version_get_number (self, 0), "0") == 0;
}
