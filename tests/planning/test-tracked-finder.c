/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found little by little, between frames and after each edit, is what is found from scratch. */

#include "config.h"

#include "relm-person.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-test-plan.h"
#include "relm-tracked-finder.h"
#include "relm-work-item.h"

#define N_KEYS 12
#define N_ROUNDS 60
#define N_EDITS 8
#define N_MANY 3000

typedef struct
{
  char *folder;
  char *path;
  RelmProject *project;
  RelmRecord *source;
  RelmMirrorTracker *mirror;
  RelmTrackedFinder *finder;
  guint n_added;
  guint n_answers;
} Fixture;

static const char *const titles[] = { "Crash", "Crash at start", "Slow", NULL };
static const char *const states[] = { "open", "in_progress", "blocked", "done", "cancelled", NULL };
static const char *const logins[] = { "ada", "bob", "stranger", NULL };
static const char *const milestones[] = { "v1.2", "2.0.0", "Someday", NULL };
static const char *const releases[] = { "rel-1", "rel-2", NULL };
static const char *const people[] = { "per-1", "per-2", NULL };

/* Returns: one of them, or NULL */
static const char *
pick (const char *const *choices)
{
  return choices[g_test_rand_int_range (0, (int) g_strv_length ((char **) choices) + 1)];
}

static const char *
pick_some (const char *const *choices)
{
  return choices[g_test_rand_int_range (0, (int) g_strv_length ((char **) choices))];
}

static char *
pick_key (void)
{
  return g_strdup_printf ("#%d", g_test_rand_int_range (0, N_KEYS));
}

static void
store (Fixture *fixture,
       RelmMirrorPage *page)
{
  g_assert_true (relm_mirror_tracker_begin (fixture->mirror, NULL) && relm_mirror_tracker_put (fixture->mirror, page, NULL) &&
                 relm_mirror_tracker_commit (fixture->mirror, NULL));
}

static void
change_mirror (Fixture *fixture)
{
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  RelmMirrorMilestone *milestone;

  for (guint i = 0; i < N_KEYS / 2; i++)
    {
      RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);
      const char *assignees[] = { pick (logins), NULL };

      item->key = pick_key ();
      item->title = g_strdup (pick_some (titles));
      item->state = g_test_rand_int_range (RELM_MIRROR_ITEM_OPEN, RELM_MIRROR_ITEM_DROPPED + 1);
      item->assignees = g_strdupv ((char **) assignees);
      item->milestone = g_strdup (g_test_rand_int_range (0, 2) ? "3" : NULL);
    }
  milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  milestone->key = g_strdup ("3");
  milestone->title = g_strdup (pick_some (milestones));
  store (fixture, page);
}

static void
set_string (Fixture *fixture,
            RelmRecord *record,
            guint field,
            const char *text)
{
  const RelmFieldType type = relm_record_get_kind (record)->fields[field].type;
  RelmValue value = { .type = type };

  if (text != NULL)
    relm_value_set_string (&value, text);
  relm_project_swap_value (fixture->project, record, field, &value);
  relm_value_clear (&value);
}

static RelmRecord *
pick_item (Fixture *fixture)
{
  RelmRecordList *items = relm_project_get_list (fixture->project, RELM_TYPE_WORK_ITEM);
  const guint size = relm_record_list_get_size (items);

  return size > 0 ? relm_record_list_get (items, (guint) g_test_rand_int_range (0, (int) size)) : NULL;
}

static void
add_item (Fixture *fixture)
{
  g_autofree char *id = g_strdup_printf ("wi-%u", fixture->n_added++);
  g_autofree char *key = pick_key ();

  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, id, "title", pick_some (titles), "state", pick_some (states), "source",
                      "src-1", "item", key, "item_title", pick_some (titles), NULL);
}

static void
edit_item (Fixture *fixture,
           RelmRecord *item)
{
  g_autofree char *key = pick_key ();

  switch (g_test_rand_int_range (0, 9))
    {
    case 0: set_string (fixture, item, RELM_WORK_ITEM_TITLE, pick_some (titles)); break;
    case 1: set_string (fixture, item, RELM_WORK_ITEM_STATE, pick_some (states)); break;
    case 2: set_string (fixture, item, RELM_WORK_ITEM_ASSIGNEE, pick (people)); break;
    case 3: set_string (fixture, item, RELM_WORK_ITEM_RELEASE, pick (releases)); break;
    case 4: set_string (fixture, item, RELM_WORK_ITEM_SOURCE, g_test_rand_int_range (0, 3) ? "src-1" : "src-2"); break;
    case 5: set_string (fixture, item, RELM_WORK_ITEM_ITEM, g_test_rand_int_range (0, 4) ? key : NULL); break;
    case 6: set_string (fixture, item, RELM_WORK_ITEM_ITEM_TITLE, pick (titles)); break;
    case 7: set_string (fixture, item, RELM_WORK_ITEM_ITEM_MILESTONE, pick (milestones)); break;
    default: relm_project_remove (fixture->project, item); break;
    }
}

/* Whoever has an account, and whatever a version names, may be another one than before. */
static void
edit_names (Fixture *fixture)
{
  const char *accounts[] = { pick (logins), NULL };
  RelmValue value = { .type = RELM_FIELD_STRINGS };

  relm_value_take_strings (&value, g_strdupv ((char **) accounts));
  relm_project_swap_value (fixture->project, relm_project_lookup (fixture->project, pick_some (people)), RELM_PERSON_ACCOUNTS, &value);
  relm_value_clear (&value);
  set_string (fixture, relm_project_lookup (fixture->project, "rel-2"), RELM_RELEASE_VERSION, g_test_rand_int_range (0, 2) ? "2.0.0" : "3.0.0");
}

static void
read_anew (Fixture *fixture)
{
  relm_tracked_finder_set_tracker (fixture->finder, fixture->project, fixture->source, fixture->path);
}

static void
edit (Fixture *fixture)
{
  RelmRecord *item = pick_item (fixture);
  const int choice = g_test_rand_int_range (0, 12);

  if (choice == 0)
    {
      change_mirror (fixture);
      read_anew (fixture);
    }
  else if (choice == 1)
    edit_names (fixture);
  else if (choice < 4 || item == NULL)
    add_item (fixture);
  else
    edit_item (fixture, item);
}

static void
wait (Fixture *fixture)
{
  while (relm_tracked_finder_is_finding (fixture->finder))
    g_main_context_iteration (NULL, TRUE);
}

static void
check (Fixture *fixture)
{
  g_autoptr (GPtrArray) scratch = relm_tracked_differences_list (fixture->project, fixture->source, fixture->mirror);
  g_autoptr (GPtrArray) found = relm_tracked_finder_list (fixture->finder);

  g_assert_cmpuint (relm_tracked_finder_get_size (fixture->finder), ==, scratch->len);
  g_assert_cmpuint (found->len, ==, scratch->len);
  for (guint i = 0; i < scratch->len; i++)
    g_assert_true (relm_tracked_difference_equal (found->pdata[i], scratch->pdata[i]));
}

static void
count_cb (Fixture *fixture)
{
  fixture->n_answers++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relm-finder-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "mirror.db", NULL);
  fixture->mirror = relm_mirror_tracker_open (fixture->path, NULL);
  fixture->project = relm_project_new ();
  fixture->source = relm_test_plan_add (fixture->project, RELM_TYPE_SOURCE, "src-1", "name", "Tracker", "kind", "tracker", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_SOURCE, "src-2", "name", "Other", "kind", "tracker", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.2.0", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-2", "version", "2.0.0", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_PERSON, "per-1", "name", "Ada", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_PERSON, "per-2", "name", "Bob", NULL);
  change_mirror (fixture);
  fixture->finder = relm_tracked_finder_new ();
  g_signal_connect_swapped (fixture->finder, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", fixture->folder, NULL };

  g_object_unref (fixture->finder);
  relm_mirror_tracker_close (fixture->mirror);
  g_object_unref (fixture->project);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Edits come at any moment: while the mirror is read, between two slices, and after all was found. */
static void
test_random (Fixture *fixture,
             gconstpointer data)
{
  read_anew (fixture);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const int n_edits = g_test_rand_int_range (1, N_EDITS);

      for (int j = 0; j < n_edits; j++)
        {
          edit (fixture);
          for (int k = g_test_rand_int_range (0, 3); k > 0; k--)
            g_main_context_iteration (NULL, FALSE);
        }
      wait (fixture);
      check (fixture);
    }
}

static void
add_many (Fixture *fixture)
{
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%u", i);
      g_autofree char *key = g_strdup_printf ("many#%u", i);
      RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);

      item->key = g_strdup (key);
      item->title = g_strdup ("Theirs");
      relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, id, "title", "Mine", "source", "src-1", "item", key, "item_title", "Mine",
                          "item_state", "open", NULL);
    }
  store (fixture, page);
}

/* A list that is being found is shown once, when it is whole; one that is found anew stays until then. */
static void
test_whole (Fixture *fixture,
            gconstpointer data)
{
  add_many (fixture);
  read_anew (fixture);
  g_assert_true (relm_tracked_finder_is_finding (fixture->finder));
  fixture->n_answers = 0;
  wait (fixture);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpuint (relm_tracked_finder_get_size (fixture->finder), ==, N_MANY);

  read_anew (fixture);
  g_assert_cmpuint (relm_tracked_finder_get_size (fixture->finder), ==, N_MANY);
  wait (fixture);
  g_assert_cmpuint (fixture->n_answers, ==, 2);
  check (fixture);
}

/* What is decided on is seen in the same frame; nothing is read for it. */
static void
test_catch_up (Fixture *fixture,
               gconstpointer data)
{
  add_many (fixture);
  read_anew (fixture);
  wait (fixture);
  set_string (fixture, relm_project_lookup (fixture->project, "many-7"), RELM_WORK_ITEM_TITLE, "Theirs");
  relm_tracked_finder_catch_up (fixture->finder);
  g_assert_false (relm_tracked_finder_is_finding (fixture->finder));
  g_assert_cmpuint (relm_tracked_finder_get_size (fixture->finder), ==, N_MANY - 1);
}

/* Another tracker, or none, while a worker reads: its answer is nobody's. */
static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  add_many (fixture);
  read_anew (fixture);
  while (relm_tracked_finder_get_size (fixture->finder) == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      if (g_test_rand_int_range (0, 2))
        break;
    }
  relm_tracked_finder_set_tracker (fixture->finder, fixture->project, relm_project_lookup (fixture->project, "src-2"), fixture->path);
  wait (fixture);
  g_assert_cmpuint (relm_tracked_finder_get_size (fixture->finder), ==, 0);
  relm_tracked_finder_set_tracker (fixture->finder, NULL, NULL, NULL);
  g_assert_false (relm_tracked_finder_is_finding (fixture->finder));

  /* A mirror that cannot be opened says nothing. */
  relm_tracked_finder_set_tracker (fixture->finder, fixture->project, fixture->source, "/proc/nowhere/mirror.db");
  wait (fixture);
  g_assert_cmpuint (relm_tracked_finder_get_size (fixture->finder), ==, 0);
}

#define ADD(path, function) g_test_add ("/planning/tracked-finder/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("random", test_random);
  ADD ("whole", test_whole);
  ADD ("catch-up", test_catch_up);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
