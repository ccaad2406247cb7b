/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-history.h"
#include "relm-release.h"

static void
rename_project (RelmHistory *history,
                RelmProject *project,
                const char *name,
                gconstpointer key)
{
  RelmStep *step = relm_step_new ("Rename", key);
  const RelmValue value = RELM_VALUE_INIT_STRING (name);

  relm_step_set (step, project, RELM_RECORD (project), RELM_PROJECT_NAME, &value);
  relm_history_push (history, step);
}

/* A state is the same one however it is come to, and no other one has its number. */
static void
test_states (void)
{
  g_autoptr (RelmHistory) history = relm_history_new ();
  g_autoptr (RelmProject) project = relm_project_new ();
  const guint64 start = relm_history_get_state (history);
  guint64 one, two;

  g_assert_cmpuint (start, !=, 0);
  rename_project (history, project, "one", NULL);
  one = relm_history_get_state (history);
  g_assert_cmpuint (one, !=, start);
  g_assert_true (relm_history_undo (history, project));
  g_assert_cmpuint (relm_history_get_state (history), ==, start);
  g_assert_true (relm_history_redo (history, project));
  g_assert_cmpuint (relm_history_get_state (history), ==, one);

  relm_history_undo (history, project);
  rename_project (history, project, "two", NULL);
  two = relm_history_get_state (history);
  g_assert_cmpuint (two, !=, one);
  g_assert_cmpuint (two, !=, start);
  g_assert_false (relm_history_redo (history, project));
}

static void
test_joined_states (void)
{
  g_autoptr (RelmHistory) history = relm_history_new ();
  g_autoptr (RelmProject) project = relm_project_new ();
  guint64 one;
  int key;

  rename_project (history, project, "one", &key);
  one = relm_history_get_state (history);
  rename_project (history, project, "two", &key);
  g_assert_cmpuint (relm_history_get_state (history), !=, one);
  relm_history_undo (history, project);
  g_assert_null (relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_NAME));
  g_assert_null (relm_history_peek_undo (history));
}

/* What was saved stays a state of its own. */
static void
test_sealed (void)
{
  g_autoptr (RelmHistory) history = relm_history_new ();
  g_autoptr (RelmProject) project = relm_project_new ();
  guint64 one;
  int key;

  rename_project (history, project, "one", &key);
  one = relm_history_get_state (history);
  relm_history_seal (history);
  rename_project (history, project, "two", &key);
  relm_history_undo (history, project);
  g_assert_cmpuint (relm_history_get_state (history), ==, one);
  g_assert_cmpstr (relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_NAME), ==, "one");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/history/states", test_states);
  g_test_add_func ("/document/history/joined-states", test_joined_states);
  g_test_add_func ("/document/history/sealed", test_sealed);
  return g_test_run ();
}
