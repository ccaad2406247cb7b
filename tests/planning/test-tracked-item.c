/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a plan and a tracker differ: what the tracker changed is offered, and what a person changed is known as such. */

#include "config.h"

#include "relm-person.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-test-plan.h"
#include "relm-tracked-difference.h"
#include "relm-work-item.h"

typedef struct
{
  char *folder;
  RelmProject *project;
  RelmRecord *source;
  RelmMirrorTracker *mirror;
} Fixture;

static void
put (Fixture *fixture,
     const char *title,
     RelmMirrorItemState state,
     const char *login,
     const char *milestone)
{
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);
  RelmMirrorMilestone *row = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  const char *logins[] = { login, NULL };

  item->key = g_strdup ("#12");
  item->title = g_strdup (title);
  item->state = state;
  item->assignees = g_strdupv ((char **) logins);
  item->milestone = g_strdup (milestone != NULL ? "3" : NULL);
  row->key = g_strdup ("3");
  row->title = g_strdup (milestone);
  g_assert_true (relm_mirror_tracker_begin (fixture->mirror, NULL) && relm_mirror_tracker_put (fixture->mirror, page, NULL) &&
                 relm_mirror_tracker_commit (fixture->mirror, NULL));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("relm-tracked-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "mirror.db", NULL);
  fixture->mirror = relm_mirror_tracker_open (path, NULL);
  fixture->project = relm_project_new ();
  fixture->source = relm_test_plan_add (fixture->project, RELM_TYPE_SOURCE, "src-1", "name", "Tracker", "kind", "tracker", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.2.0", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_PERSON, "per-1", "name", "Ada", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", fixture->folder, NULL };

  relm_mirror_tracker_close (fixture->mirror);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (fixture->folder);
  g_object_unref (fixture->project);
}

/* What a work item is when its tracker item was taken over as: open, “Crash”, nobody's, for 1.2. */
static RelmRecord *
add_linked (Fixture *fixture,
            const char *title,
            const char *state)
{
  return relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-1", "title", title, "state", state, "release", "rel-1", "source",
                             "src-1", "item", "#12", "item_title", "Crash", "item_state", "open", "item_milestone", "v1.2", NULL);
}

static GPtrArray *
list (Fixture *fixture)
{
  return relm_tracked_differences_list (fixture->project, fixture->source, fixture->mirror);
}

static void
test_same (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) differences = NULL;

  put (fixture, "Crash", RELM_MIRROR_ITEM_OPEN, NULL, "v1.2");
  add_linked (fixture, "Crash", "open");
  differences = list (fixture);
  g_assert_cmpuint (differences->len, ==, 0);
}

/* What is worked on here is open there: a tracker that knows no more does not contradict. */
static void
test_finer_state (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) differences = NULL;

  put (fixture, "Crash", RELM_MIRROR_ITEM_OPEN, NULL, "v1.2");
  add_linked (fixture, "Crash", "blocked");
  differences = list (fixture);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_theirs (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) differences = NULL;
  RelmTrackedDifference *title, *state;

  put (fixture, "Crash at start", RELM_MIRROR_ITEM_DONE, NULL, "v1.2");
  add_linked (fixture, "Crash", "open");
  differences = list (fixture);
  g_assert_cmpuint (differences->len, ==, 2);
  title = g_ptr_array_index (differences, 0);
  state = g_ptr_array_index (differences, 1);
  g_assert_cmpuint (title->field, ==, RELM_WORK_ITEM_TITLE);
  g_assert_cmpstr (title->theirs, ==, "Crash at start");
  g_assert_false (title->edited);
  g_assert_cmpuint (state->field, ==, RELM_WORK_ITEM_STATE);
  g_assert_cmpstr (state->value, ==, "done");
  g_assert_cmpstr (state->mine, ==, "Open");
  g_assert_false (state->edited);
}

/* A hand edit is no difference by itself; when the tracker changed the same, it is marked. */
static void
test_mine (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  put (fixture, "Crash", RELM_MIRROR_ITEM_OPEN, NULL, "v1.2");
  add_linked (fixture, "Crash on Wayland", "done");
  before = list (fixture);
  g_assert_cmpuint (before->len, ==, 0);

  put (fixture, "Crash at start", RELM_MIRROR_ITEM_OPEN, NULL, "v1.2");
  after = list (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (((RelmTrackedDifference *) g_ptr_array_index (after, 0))->edited);
}

/* People and releases are those whose account and version the tracker names; strangers are nobody. */
static void
test_references (Fixture *fixture,
                 gconstpointer data)
{
  static const char *accounts[] = { "ada", NULL };
  RelmRecord *person = relm_project_lookup (fixture->project, "per-1");
  RelmValue value = { .type = RELM_FIELD_STRINGS };
  g_autoptr (GPtrArray) stranger = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  RelmTrackedDifference *assignee, *release;

  add_linked (fixture, "Crash", "open");
  put (fixture, "Crash", RELM_MIRROR_ITEM_OPEN, "somebody", "Someday");
  stranger = list (fixture);
  g_assert_cmpuint (stranger->len, ==, 0);

  relm_value_take_strings (&value, g_strdupv ((char **) accounts));
  relm_project_swap_value (fixture->project, person, RELM_PERSON_ACCOUNTS, &value);
  relm_value_clear (&value);
  put (fixture, "Crash", RELM_MIRROR_ITEM_OPEN, "ada", NULL);
  differences = list (fixture);
  g_assert_cmpuint (differences->len, ==, 2);
  assignee = g_ptr_array_index (differences, 0);
  release = g_ptr_array_index (differences, 1);
  g_assert_cmpstr (assignee->value, ==, "per-1");
  g_assert_cmpstr (assignee->theirs, ==, "Ada");
  g_assert_false (assignee->edited);
  g_assert_null (release->value);
  g_assert_cmpstr (release->theirs, ==, "");
}

#define ADD(path, function) g_test_add ("/planning/tracked-item/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same", test_same);
  ADD ("finer-state", test_finer_state);
  ADD ("theirs", test_theirs);
  ADD ("mine", test_mine);
  ADD ("references", test_references);
  return g_test_run ();
}
