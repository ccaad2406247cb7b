/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which version comes after one. */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <string.h>

#include "relm-version-private.h"

static char *
increment (const char *digits)
{
  GString *result = g_string_new (digits);
  gsize i = result->len;

  while (i > 0 && result->str[i - 1] == '9')
    result->str[--i] = '0';
  if (i == 0)
    g_string_prepend_c (result, '1');
  else
    result->str[i - 1]++;
  return g_string_free (result, FALSE);
}

static char *
join_numbers (char *const numbers[3],
              GPtrArray *pre)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s.%s.%s", numbers[0], numbers[1], numbers[2]);
  for (guint i = 0; i < pre->len; i++)
    {
      g_string_append_c (text, i == 0 ? '-' : '.');
      g_string_append (text, pre->pdata[i]);
    }
  return g_string_free (text, FALSE);
}

static gboolean
starts_with_identifiers (GPtrArray *pre,
                         char **parts)
{
  guint length = g_strv_length (parts);

  if (pre->len <= length || !_relm_version_is_digits (pre->pdata[length]))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (_relm_version_compare_identifiers (pre->pdata[i], parts[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Increments the last number of a pre-release; returns whether there was one. */
static gboolean
count_prerelease (GPtrArray *pre)
{
  for (guint i = pre->len; i > 0; i--)
    if (_relm_version_is_digits (pre->pdata[i - 1]))
      {
        char *old = pre->pdata[i - 1];

        pre->pdata[i - 1] = increment (old);
        g_free (old);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_identifiers (GPtrArray *pre,
                char **parts)
{
  for (guint i = 0; i < pre->len; i++)
    if (parts[i] == NULL || strcmp (pre->pdata[i], parts[i]) != 0)
      return FALSE;
  return parts[pre->len] == NULL;
}

/* The increments of a pre-release as node-semver defines them; FALSE when there is no next one. */
static gboolean
bump_prerelease (GPtrArray *pre,
                 char **parts,
                 int first)
{
  gboolean numbered = first != RELM_VERSION_NO_NUMBER;

  if (!count_prerelease (pre))
    {
      if (!numbered && (parts[0] == NULL || is_identifiers (pre, parts)))
        return FALSE;
      g_ptr_array_add (pre, g_strdup (first > 0 ? "1" : "0"));
    }
  if (parts[0] == NULL || starts_with_identifiers (pre, parts))
    return TRUE;

  g_ptr_array_set_size (pre, 0);
  for (char **part = parts; *part != NULL; part++)
    g_ptr_array_add (pre, g_strdup (*part));
  if (numbered)
    g_ptr_array_add (pre, g_strdup (first > 0 ? "1" : "0"));
  return TRUE;
}

/* Which of the three numbers goes up, or -1; the pre-release of that very version becomes it. */
static int
get_bumped_number (const RelmVersion *self,
                   RelmVersionBump bump)
{
  gboolean pre = relm_version_is_prerelease (self);
  gboolean zero_minor = _relm_version_compare_digits (relm_version_get_number (self, 1), "0") == 0;
  gboolean zero_patch = _relm_version_compare_digits (relm_version_get_number (self, 2), "0") == 0;

  switch (bump)
    {
    case RELM_VERSION_BUMP_MAJOR:
      return pre && zero_minor && zero_patch ? -1 : 0;
    case RELM_VERSION_BUMP_MINOR:
      return pre && zero_patch ? -1 : 1;
    case RELM_VERSION_BUMP_PATCH:
    case RELM_VERSION_BUMP_PRERELEASE:
      return pre ? -1 : 2;
    case RELM_VERSION_BUMP_PREMAJOR:
      return 0;
    case RELM_VERSION_BUMP_PREMINOR:
      return 1;
    case RELM_VERSION_BUMP_PREPATCH:
      return 2;
    case RELM_VERSION_BUMP_RELEASE:
    default:
      return -1;
    }
}

/**
 * relm_version_bump:
 * @self: a version; missing numbers count as 0
 * @bump: which
 * @identifier: (nullable): for the pre-releases, such as “rc” or “alpha.beta”
 * @first: for the pre-releases: 0 or 1, the number to start counting with, or RELM_VERSION_NO_NUMBER
 *
 * The increments of node-semver (https://github.com/npm/node-semver): the pre-release of a version becomes that version
 * before another one is counted.
 *
 * Returns: (transfer full) (nullable): the next version, as SemVer and without build metadata; %NULL if there is none (the
 *   release of a final version, an identifier that SemVer does not allow)
 */
RelmVersion *
relm_version_bump (const RelmVersion *self,
                   RelmVersionBump bump,
                   const char *identifier,
                   int first)
{
  g_autoptr (GPtrArray) pre = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (identifier != NULL ? identifier : "", ".", -1);
  g_autofree char *text = NULL;
  char *numbers[3];
  int bumped;

  g_return_val_if_fail (self != NULL, NULL);

  if (bump == RELM_VERSION_BUMP_RELEASE && !relm_version_is_prerelease (self))
    return NULL;
  if (bump == RELM_VERSION_BUMP_PRERELEASE)
    _relm_version_add_copies (pre, self->pre);
  if (bump >= RELM_VERSION_BUMP_PREMAJOR && bump <= RELM_VERSION_BUMP_PRERELEASE &&
      !bump_prerelease (pre, parts, first))
    return NULL;

  bumped = get_bumped_number (self, bump);
  for (int i = 0; i < 3; i++)
    {
      const char *number = relm_version_get_number (self, (guint) i);

      number = strspn (number, "0") == strlen (number) ? "0" : number + strspn (number, "0");
      numbers[i] = i == bumped ? increment (number) : g_strdup (bumped >= 0 && i > bumped ? "0" : number);
    }
  text = join_numbers (numbers, pre);
  for (int i = 0; i < 3; i++)
    g_free (numbers[i]);
  return relm_version_parse (text);
}

/**
 * relm_version_next_calendar:
 * @self: a calendar version: a year (2024 or 24), a month, and perhaps further numbers
 * @date: when the next one is released
 *
 * Returns: (transfer full) (nullable): the version of that month, written as @self is; within the month of @self its third
 *   number goes up. %NULL if @self is not a calendar version
 */
RelmVersion *
relm_version_next_calendar (const RelmVersion *self,
                            RelmDate date)
{
  const char *year = relm_version_get_number (self, 0);
  g_autofree char *month = NULL;
  g_autofree char *text = NULL;
  int y, m, d;

  if (!relm_version_is_calendar (self) || date == RELM_DATE_NONE)
    return NULL;

  relm_date_to_ymd (date, &y, &m, &d);
  month = g_strdup_printf (self->padded ? "%02d" : "%d", m);
  text = g_strdup_printf (strlen (year) == 2 ? "%02d.%s" : "%04d.%s", strlen (year) == 2 ? y % 100 : y, month);
  if (_relm_version_compare_digits (relm_version_get_number (self, 1), month) == 0 && g_str_has_prefix (text, year))
    {
      g_autofree char *micro = increment (relm_version_get_number (self, 2));
      char *in_month = g_strdup_printf ("%s.%s", text, micro);

      g_free (text);
      text = in_month;
    }
  return relm_version_parse_tag (text, NULL);
}
