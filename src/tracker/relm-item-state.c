/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-item-state.h"

/* Of Redmine's and Jira's own states and resolutions, and what is commonly added to them. */
static const char *const dropped_words[] = {
  "reject", "won't", "wont", "won’t", "duplicate", "invalid", "cancel", "declined", "abandon", "not a bug", "cannot reproduce",
  "obsolete", "not planned",
};
static const char *const working_words[] = { "progress", "review", "feedback", "testing", "doing" };

static gboolean
has_any (const char *text,
         const char *const *words,
         gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * relm_item_state_of_words:
 * @words: (nullable): the name of a state or of a resolution, as the tracker's people call it
 * @closed: whether the tracker says that it is an end
 *
 * Only English words are known; in other languages what is closed is done, and what is not is open.
 *
 * Returns: what it means
 */
RelmMirrorItemState
relm_item_state_of_words (const char *words,
                          gboolean closed)
{
  g_autofree char *small = words != NULL ? g_utf8_casefold (words, -1) : g_strdup ("");

  if (closed)
    return has_any (small, dropped_words, G_N_ELEMENTS (dropped_words)) ? RELM_MIRROR_ITEM_DROPPED : RELM_MIRROR_ITEM_DONE;
  return has_any (small, working_words, G_N_ELEMENTS (working_words)) ? RELM_MIRROR_ITEM_IN_PROGRESS : RELM_MIRROR_ITEM_OPEN;
}
