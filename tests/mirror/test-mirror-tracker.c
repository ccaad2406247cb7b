/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "relm-mirror-life.h"
#include "relm-mirror-tracker.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relm-mirror-tracker-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "tracker.db", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (fixture->path, suffixes[i], NULL);

      g_unlink (name);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static RelmMirrorTracker *
open_mirror (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RelmMirrorTracker *mirror = relm_mirror_tracker_open (fixture->path, &error);

  g_assert_no_error (error);
  return mirror;
}

static RelmMirrorItem *
add_item (RelmMirrorPage *page,
          const char *key,
          const char *title)
{
  RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);

  item->key = g_strdup (key);
  item->title = g_strdup (title);
  return item;
}

static void
store (RelmMirrorTracker *mirror,
       const RelmMirrorPage *page)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_mirror_tracker_begin (mirror, &error) && relm_mirror_tracker_put (mirror, page, &error) &&
                 relm_mirror_tracker_commit (mirror, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  static const char *labels[] = { "kind: bug", "two\nlines", NULL };
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  RelmMirrorItem *item = add_item (page, "#12", "It crashes");
  RelmMirrorMilestone *milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  RelmMirrorItem *read;

  item->state = RELM_MIRROR_ITEM_DONE;
  item->labels = g_strdupv ((char **) labels);
  item->updated = G_GINT64_CONSTANT (5000000000);
  item->due = relm_date_from_ymd (2027, 5, 3);
  milestone->key = g_strdup ("3");
  milestone->title = g_strdup ("1.2");
  store (mirror, page);

  read = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, "#12");
  g_assert_cmpstr (read->title, ==, "It crashes");
  g_assert_cmpint (read->state, ==, RELM_MIRROR_ITEM_DONE);
  g_assert_cmpint (read->updated, ==, G_GINT64_CONSTANT (5000000000));
  g_assert_cmpint (read->due, ==, relm_date_from_ymd (2027, 5, 3));
  g_assert_cmpuint (g_strv_length (read->labels), ==, 2);
  g_assert_cmpstr (read->labels[1], ==, "two lines");
  g_assert_null (read->assignees);
  g_assert_null (read->url);
  relm_mirror_row_free (RELM_MIRROR_ITEMS, read);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_MILESTONES), ==, 1);
}

/* A row takes the place of that with its key, and keeps its own, by which lists know it. */
static void
test_replace (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (RelmMirrorPage) second = relm_mirror_page_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) ids_later = NULL;
  RelmMirrorItem *read;

  add_item (page, "#1", "First");
  add_item (page, "#2", "Second");
  store (mirror, page);
  ids = relm_mirror_tracker_list_ids (mirror, RELM_MIRROR_ITEMS, "ORDER BY key", NULL);
  add_item (second, "#1", "First, said better");
  store (mirror, second);
  ids_later = relm_mirror_tracker_list_ids (mirror, RELM_MIRROR_ITEMS, "ORDER BY key", NULL);

  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), ids_later->data, ids_later->len * sizeof (gint64));
  read = relm_mirror_tracker_read (mirror, RELM_MIRROR_ITEMS, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (read->title, ==, "First, said better");
  relm_mirror_row_free (RELM_MIRROR_ITEMS, read);
}

static void
test_rolled_back (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();

  add_item (page, "#1", "Never");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);

      g_assert_true (relm_mirror_tracker_begin (mirror, NULL) && relm_mirror_tracker_put (mirror, page, NULL) &&
                     relm_mirror_tracker_set_number (mirror, "cursor", 7, NULL));
      if (i == 0)
        relm_mirror_tracker_roll_back (mirror);
      g_assert_cmpint (relm_mirror_tracker_get_number (mirror, "cursor"), ==, i == 0 ? 0 : 7);
    } /* the second time it is closed in the middle */
  {
    g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);

    g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, 0);
    g_assert_cmpint (relm_mirror_tracker_get_number (mirror, "cursor"), ==, 0);
  }
}

static void
test_long_text (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (GString) title = g_string_new ("x");
  RelmMirrorItem *read;

  for (guint i = 0; i < 500000; i++)
    g_string_append (title, "ä€");
  add_item (page, "#1", title->str);
  store (mirror, page);
  read = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, "#1");
  g_assert_true (g_utf8_validate (read->title, -1, NULL));
  g_assert_cmpuint (strlen (read->title), <=, RELM_MIRROR_TEXT_MAX);
  g_assert_cmpuint (strlen (read->title), >, RELM_MIRROR_TEXT_MAX - 4);
  relm_mirror_row_free (RELM_MIRROR_ITEMS, read);
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  static const char *labels[] = { "Crash", NULL };
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GArray) found = NULL;
  RelmMirrorItem *item;

  add_item (page, "#1", "A 100% Crash")->updated = 1;
  item = add_item (page, "#2", "Second");
  item->updated = 2;
  item->labels = g_strdupv ((char **) labels);
  item->state = RELM_MIRROR_ITEM_DONE;
  store (mirror, page);
  all = relm_mirror_tracker_search (mirror, NULL, FALSE, NULL, NULL);
  open = relm_mirror_tracker_search (mirror, "", TRUE, NULL, NULL);
  found = relm_mirror_tracker_search (mirror, "cRASH", FALSE, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, g_array_index (all, gint64, 0));
  g_array_unref (g_steal_pointer (&found));
  found = relm_mirror_tracker_search (mirror, "100%", FALSE, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

/* Redmine and Jira know people by numbers. Nobody is found by a part of such a number that another one has. */
static void
test_search_people (Fixture *fixture,
                    gconstpointer data)
{
  static const char *assignees[] = { "5", "12", NULL };
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (GArray) grace = NULL;
  g_autoptr (GArray) ada = NULL;
  RelmMirrorPerson *person;

  add_item (page, "#1", "Of nobody");
  add_item (page, "#2", "Of two")->assignees = g_strdupv ((char **) assignees);
  person = relm_mirror_page_add (page, RELM_MIRROR_PEOPLE);
  person->key = g_strdup ("12");
  person->name = g_strdup ("Grace Hopper");
  person = relm_mirror_page_add (page, RELM_MIRROR_PEOPLE);
  person->key = g_strdup ("1");
  person->name = g_strdup ("Ada");
  store (mirror, page);
  grace = relm_mirror_tracker_search (mirror, "hopper", FALSE, NULL, NULL);
  ada = relm_mirror_tracker_search (mirror, "ada", FALSE, NULL, NULL);
  g_assert_cmpuint (grace->len, ==, 1);
  g_assert_cmpuint (ada->len, ==, 0);
}

/* Whoever types on does not want what he typed before. */
static void
test_search_cancelled (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *key = g_strdup_printf ("#%u", i);

      add_item (page, key, "Something");
    }
  store (mirror, page);
  g_cancellable_cancel (cancellable);
  g_assert_null (relm_mirror_tracker_search (mirror, "thing", FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_cancellable_reset (cancellable);
  found = relm_mirror_tracker_search (mirror, "thing", FALSE, cancellable, NULL);
  g_assert_cmpuint (found->len, ==, 5000);
  g_assert_cmpstr (relm_mirror_tracker_get_path (mirror), ==, fixture->path);
}

/* Pages that are stored together are stored in their order. */
static void
test_taken (Fixture *fixture,
            gconstpointer data)
{
  static char *labels[] = { (char *) "", NULL };
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  RelmMirrorPage *other = relm_mirror_page_new ();
  RelmMirrorItem *item;

  add_item (page, "#1", "Before");
  add_item (other, "#2", "Two")->labels = g_strdupv (labels);
  add_item (other, "#1", "After");
  ((RelmMirrorLabel *) relm_mirror_page_add (other, RELM_MIRROR_LABELS))->key = g_strdup ("bug");
  relm_mirror_page_take (page, other);
  g_assert_cmpuint (relm_mirror_page_count (page), ==, 4);
  store (mirror, page);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, 2);
  item = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, "#1");
  g_assert_cmpstr (item->title, ==, "After");
  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);
  item = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, "#2");
  g_assert_null (item->labels);
  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);
}

static void
test_removed (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (GHashTable) keys = NULL;

  add_item (page, "#1", "Stays");
  add_item (page, "#2", "Goes");
  store (mirror, page);
  g_assert_true (relm_mirror_tracker_remove (mirror, RELM_MIRROR_ITEMS, "#2", NULL));
  keys = relm_mirror_tracker_list_keys (mirror, RELM_MIRROR_ITEMS, NULL);
  g_assert_cmpuint (g_hash_table_size (keys), ==, 1);
  g_assert_true (g_hash_table_contains (keys, "#1"));
}

static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "no database, whatever it is called, and longer than a header", -1, NULL));
  {
    g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);

    g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, 0);
  }
}

typedef struct
{
  GString *keys;
  guint n_wanted;
} Lives;

static gboolean
take_life (const RelmMirrorLife *life,
           gpointer data)
{
  Lives *lives = data;

  g_string_append_printf (lives->keys, "%s%s ", life->key, life->closed > life->created ? "+" : "");
  if (life->kind == RELM_MIRROR_ITEM_MERGE_REQUEST)
    g_assert_cmpstr (life->closes, ==, "#1\n#2");
  return --lives->n_wanted > 0;
}

/* Merge requests come first, for what they close; who has enough says so. */
static void
test_lives (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (GString) keys = g_string_new (NULL);
  Lives lives = { keys, 10 };
  RelmMirrorItem *item = add_item (page, "#1", "One");

  item->created = 100;
  item->closed = 200;
  add_item (page, "#2", "Two");
  item = add_item (page, "!3", "Three");
  item->kind = RELM_MIRROR_ITEM_MERGE_REQUEST;
  item->closes = g_strsplit ("#1 #2", " ", -1);
  store (mirror, page);
  g_assert_true (relm_mirror_life_foreach (mirror, take_life, &lives, NULL));
  g_assert_cmpstr (keys->str, ==, "!3 #1+ #2 ");
  lives.n_wanted = 2;
  g_string_truncate (keys, 0);
  g_assert_true (relm_mirror_life_foreach (mirror, take_life, &lives, NULL));
  g_assert_cmpstr (keys->str, ==, "!3 #1+ ");
}

#define ADD(path, function) g_test_add ("/mirror/tracker/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("replace", test_replace);
  ADD ("rolled-back", test_rolled_back);
  ADD ("long-text", test_long_text);
  ADD ("search", test_search);
  ADD ("search-people", test_search_people);
  ADD ("search-cancelled", test_search_cancelled);
  ADD ("taken", test_taken);
  ADD ("removed", test_removed);
  ADD ("lives", test_lives);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
