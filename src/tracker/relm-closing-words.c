/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-closing-words.h"

/* Nobody says it later than here. */
#define LENGTH_MAX (64 * 1024)

/* The words of GitHub and of GitLab:
 * https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
 * https://docs.gitlab.com/user/project/issues/managing_issues/#default-closing-pattern */
#define WORDS "\\b(?:clos(?:e|es|ed|ing)|fix(?:|es|ed|ing)|resolv(?:e|es|ed|ing)|implement(?:|s|ed|ing))\\b:?"
#define REFERENCE "\\G(?:\\s|,|\\band\\b|\\bissues?\\b)*((?:[\\w.-]+/[\\w./-]+)?#\\d+|[A-Z][A-Z0-9_]+-\\d+)"

static GRegex *
words_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new (WORDS, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

static GRegex *
reference_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new (REFERENCE, G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

/* All that follow each other from an offset on. */
static void
add_references (GStrvBuilder *builder,
                const char *text,
                int offset)
{
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (reference_regex (), text, -1, offset, 0, &match, NULL);
  while (match != NULL && g_match_info_matches (match))
    {
      g_strv_builder_take (builder, g_match_info_fetch (match, 1));
      g_match_info_next (match, NULL);
    }
}

/**
 * relm_closing_words_dup:
 * @text: (nullable): what a merge request says of itself, UTF-8
 *
 * Returns: (transfer full) (nullable): the keys of the items that it closes, as it writes them: “#12”, “owner/repo#12”,
 *   “PROJ-12”; %NULL for none
 */
char **
relm_closing_words_dup (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *beginning = NULL;
  g_auto (GStrv) keys = NULL;

  if (text == NULL)
    return NULL;
  beginning = strlen (text) > LENGTH_MAX ? g_utf8_make_valid (text, LENGTH_MAX) : g_strdup (text);
  g_regex_match (words_regex (), beginning, 0, &match);
  while (g_match_info_matches (match))
    {
      int end = 0;

      g_match_info_fetch_pos (match, 0, NULL, &end);
      add_references (builder, beginning, end);
      g_match_info_next (match, NULL);
    }
  keys = g_strv_builder_end (builder);
  return keys[0] != NULL ? g_steal_pointer (&keys) : NULL;
}
