/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "relm-history.h"

#define WEEK (7 * 24 * 60 * 60)

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/*
 * Seconds since 1970, ascending. A committer's clock that was wrong can only be noticed when it says before git was
 * there.
 */
static GArray *
parse_times (const char *text)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      gint64 time = g_ascii_strtoll (*line, NULL, 10);

      if (time > 0)
        g_array_append_val (times, time);
    }
  g_array_sort (times, compare_times);
  return times;
}

static RelmHistory *
history_new (const char *name,
             guint n_weeks)
{
  RelmHistory *self = g_new0 (RelmHistory, 1);

  self->name = g_strdup (name);
  self->n_weeks = n_weeks;
  self->weeks = g_new0 (guint, n_weeks + 1);
  self->rhythm = (RelmRhythm) { self->weeks, NULL, n_weeks };
  return self;
}

static RelmHistory *
history_from_times (const char *name,
                    GArray *times)
{
  gint64 first = g_array_index (times, gint64, 0);
  gint64 last = g_array_index (times, gint64, times->len - 1);
  RelmHistory *self = history_new (name, (guint) ((last - first) / WEEK));

  self->n_items = times->len;
  for (guint i = 0; i < times->len; i++)
    {
      guint week = (guint) ((g_array_index (times, gint64, i) - first) / WEEK);

      if (week < self->n_weeks)
        self->weeks[week]++;
    }
  return self;
}

/**
 * relm_history_read:
 * @path: a repository, or its git directory
 *
 * Returns: (transfer full) (nullable): its rhythm; %NULL, and a message on standard error, when git cannot read it
 */
RelmHistory *
relm_history_read (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GArray) times = NULL;
  g_autoptr (GError) error = NULL;
  const char *const command[] = { "git", "-c", "safe.directory=*", "-C", path, "log", "--no-merges", "--format=%ct", "HEAD",
                                  NULL };
  g_autoptr (GSubprocess) git = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

  if (git == NULL || !g_subprocess_communicate_utf8 (git, NULL, NULL, &text, NULL, &error))
    g_printerr ("%s\n", error->message);
  if (text != NULL)
    times = parse_times (text);
  return times != NULL && times->len > 0 ? history_from_times (name, times) : NULL;
}

static gint64
get_time (JsonObject *object,
          const char *member)
{
  const char *text = json_object_get_string_member_with_default (object, member, NULL);
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static gboolean
is_dropped (JsonObject *issue)
{
  g_autofree char *reason = g_ascii_strdown (json_object_get_string_member_with_default (issue, "stateReason", ""), -1);

  return g_str_equal (reason, "not_planned") || g_str_equal (reason, "duplicate");
}

static GArray *
list_closings (JsonObject *archive)
{
  const gint64 end = get_time (archive, "timestamp");
  JsonArray *issues = json_object_get_array_member (archive, "issues");
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; issues != NULL && i < json_array_get_length (issues); i++)
    {
      JsonObject *issue = json_array_get_object_element (issues, i);
      const gint64 closed = get_time (issue, "closedAt");

      if (closed > 0 && (end == 0 || closed <= end) && !is_dropped (issue))
        g_array_append_val (times, closed);
    }
  g_array_sort (times, compare_times);
  return times;
}

/**
 * relm_history_read_archive:
 * @path: a file as github.com/martinthomson/i-d-template writes it: an object with “issues”, each with “closedAt” or not, and maybe
 *   “stateReason”; “timestamp” is when it was written
 *
 * Returns: (transfer full) (nullable): the rhythm of its closed issues; %NULL, and a message on standard error, when it cannot be
 *   read
 */
RelmHistory *
relm_history_read_archive (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_str_has_suffix (base, ".json") ? g_strndup (base, strlen (base) - strlen (".json")) : g_strdup (base);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) times = NULL;
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    g_printerr ("%s\n", error->message);
  else if (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    times = list_closings (json_node_get_object (json_parser_get_root (parser)));
  return times != NULL && times->len > 0 ? history_from_times (name, times) : NULL;
}

/**
 * relm_history_invent:
 *
 * Returns: (transfer full): a rhythm whose pace drifts, with weeks of rest, to see that the program works
 */
RelmHistory *
relm_history_invent (const char *name,
                     guint n_weeks,
                     guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  RelmHistory *self = history_new (name, n_weeks);
  double pace = log (8);

  for (guint i = 0; i < n_weeks; i++)
    {
      pace = 0.97 * pace + 0.03 * log (8) + g_rand_double_range (random, -0.25, 0.25);
      if (g_rand_int_range (random, 0, 8) > 0)
        self->weeks[i] = (guint) (exp (pace) * g_rand_double_range (random, 0.4, 1.6) + 0.5);
    }
  return self;
}

void
relm_history_free (RelmHistory *history)
{
  g_free (history->name);
  g_free (history->weeks);
  g_free (history);
}
