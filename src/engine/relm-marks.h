/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A set of small numbers that is swept in order while it grows ahead of the sweep.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 *words;
  guint low; /* no word outside low to high - 1 has a bit */
  guint high;
} RelmMarks;

static inline void
relm_marks_init (RelmMarks *marks,
                 guint n)
{
  marks->words = g_new0 (guint64, n / 64 + 1);
  marks->low = G_MAXUINT;
  marks->high = 0;
}

static inline void
relm_marks_clear (RelmMarks *marks)
{
  g_clear_pointer (&marks->words, g_free);
}

static inline gboolean
relm_marks_has (const RelmMarks *marks,
                guint i)
{
  return (marks->words[i / 64] >> (i % 64)) & 1;
}

static inline void
relm_marks_add (RelmMarks *marks,
                guint i)
{
  marks->words[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
  marks->low = MIN (marks->low, i / 64);
  marks->high = MAX (marks->high, i / 64 + 1);
}

static inline void
relm_marks_empty (RelmMarks *marks)
{
  for (; marks->low < marks->high; marks->low++)
    marks->words[marks->low] = 0;
  marks->low = G_MAXUINT;
  marks->high = 0;
}

/* Takes the lowest out; -1 when there is none. */
static inline gint32
relm_marks_pop_first (RelmMarks *marks)
{
  for (; marks->low < marks->high; marks->low++)
    if (marks->words[marks->low] != 0)
      {
        guint bit = (guint) __builtin_ctzll (marks->words[marks->low]);

        marks->words[marks->low] &= marks->words[marks->low] - 1;
        return (gint32) (marks->low * 64 + bit);
      }
  marks->low = G_MAXUINT;
  marks->high = 0;
  return -1;
}

/* Takes the highest out; -1 when there is none. */
static inline gint32
relm_marks_pop_last (RelmMarks *marks)
{
  for (; marks->high > marks->low && marks->high > 0; marks->high--)
    if (marks->words[marks->high - 1] != 0)
      {
        guint bit = 63 - (guint) __builtin_clzll (marks->words[marks->high - 1]);

        marks->words[marks->high - 1] ^= G_GUINT64_CONSTANT (1) << bit;
        return (gint32) ((marks->high - 1) * 64 + bit);
      }
  marks->low = G_MAXUINT;
  marks->high = 0;
  return -1;
}

G_END_DECLS
