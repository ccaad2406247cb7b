/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Parsing the messages of a history, against copying them once and looking at each byte. RELM_PERF_MESSAGES names a file of
 * messages that each end with a NUL (git log --format=%B%x00); without it a few messages are parsed many times.
 */

#include "config.h"

#include <string.h>

#include "relm-commit-message.h"

#define N_REPEATS 20000
#define N_ROUNDS 5

static const char samples[] = "feat(ui): open a project\n\nIt is read in a worker.\n\nReviewed-by: A <a@b>\nRefs: #12\n\0"
                              "builtin/add: remove an if\n\nIt is not needed, see #4.\n\nSigned-off-by: A <a@b>\n\0"
                              "Merge branch 'a' into b\n";

static GBytes *
get_messages (void)
{
  const char *path = g_getenv ("RELM_PERF_MESSAGES");
  GByteArray *repeated;
  char *contents;
  gsize length;

  if (path != NULL && g_file_get_contents (path, &contents, &length, NULL))
    return g_bytes_new_take (contents, length);
  repeated = g_byte_array_new ();
  for (guint i = 0; i < N_REPEATS; i++)
    g_byte_array_append (repeated, (const guint8 *) samples, sizeof samples);
  return g_byte_array_free_to_bytes (repeated);
}

static guint
for_each_message (GBytes *bytes,
                  guint64 (*work) (const char *text, gsize length),
                  guint64 *sum)
{
  gsize size;
  const char *p = g_bytes_get_data (bytes, &size);
  const char *end = p + size;
  guint n = 0;

  for (const char *nul; p < end && (nul = memchr (p, '\0', (gsize) (end - p))) != NULL; p = nul + 1)
    {
      *sum += work (p, (gsize) (nul - p));
      n++;
    }
  return n;
}

static guint64
parse (const char *text,
       gsize length)
{
  g_autoptr (RelmCommitMessage) message = relm_commit_message_parse (text, (gssize) length);

  return message->conventional;
}

static guint64
copy (const char *text,
      gsize length)
{
  g_autofree char *copied = g_strndup (text, length);
  guint64 lines = 0;

  for (const char *p = copied; *p != '\0'; p++)
    lines += *p == '\n';
  return lines;
}

static double
measure (GBytes *bytes,
         guint64 (*work) (const char *text, gsize length),
         guint *n,
         guint64 *sum)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      *sum = 0;
      *n = for_each_message (bytes, work, sum);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  return best;
}

int
main (void)
{
  g_autoptr (GBytes) bytes = get_messages ();
  guint64 n_conventional, n_lines;
  guint n;
  const double parse_ms = measure (bytes, parse, &n, &n_conventional);
  const double copy_ms = measure (bytes, copy, &n, &n_lines);

  g_print ("%u messages, %.1f MB: parsed in %.1f ms, copied and looked at in %.1f ms, ratio %.2f\n", n,
           (double) g_bytes_get_size (bytes) / 1e6, parse_ms, copy_ms, parse_ms / copy_ms);
  return parse_ms > 50 * copy_ms;
}
