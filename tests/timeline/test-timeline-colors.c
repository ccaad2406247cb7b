/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work items in the colours that somebody chose: drawn so, and said in words. */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "relm-test-plan.h"
#include "relm-timeline-fixture.h"

static GBytes *
get_body (RelmTimelineFixture *fixture)
{
  relm_timeline_fixture_wait (fixture->window, 3);
  return gsk_render_node_serialize (fixture->timeline->picture.body);
}

static void
assert_says (RelmTimelineFixture *fixture,
             const char *id,
             const char *part,
             gboolean expected)
{
  g_autofree char *words = _relm_timeline_dup_words (fixture->timeline, relm_project_lookup (fixture->project, id));

  g_assert_cmpint (strstr (words, part) != NULL, ==, expected);
}

static void
test_choice (RelmTimelineFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) by_state = get_body (fixture);
  g_autoptr (GBytes) by_assignee = NULL;
  g_autoptr (GBytes) reassigned = NULL;
  g_autoptr (GBytes) again = NULL;

  relm_timeline_set_coloring (fixture->timeline, RELM_TIMELINE_COLOR_BY_ASSIGNEE);
  by_assignee = get_body (fixture);
  g_assert_false (g_bytes_equal (by_state, by_assignee));
  assert_says (fixture, "wi-two", "Ada", TRUE);
  assert_says (fixture, "wi-six", "Ada", FALSE);

  relm_test_plan_set (fixture->project, relm_project_lookup (fixture->project, "wi-two"), "assignee", "per-bea");
  reassigned = get_body (fixture);
  g_assert_false (g_bytes_equal (by_assignee, reassigned));
  assert_says (fixture, "wi-two", "Bea", TRUE);

  relm_timeline_set_coloring (fixture->timeline, RELM_TIMELINE_COLOR_BY_STATE);
  again = get_body (fixture);
  g_assert_true (g_bytes_equal (by_state, again));
  assert_says (fixture, "wi-two", "Bea", FALSE);
}

/* What is late says so whatever its colour says. */
static void
test_state_stays (RelmTimelineFixture *fixture,
                  gconstpointer data)
{
  relm_timeline_set_coloring (fixture->timeline, RELM_TIMELINE_COLOR_BY_PRIORITY);
  assert_says (fixture, "wi-four", "late", TRUE);
  g_assert_false (_relm_timeline_is_colored (fixture->timeline, relm_project_lookup (fixture->project, "wi-five"))); /* cancelled */
  g_assert_false (_relm_timeline_is_colored (fixture->timeline, relm_project_lookup (fixture->project, "pha-two")));
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/timeline/colors/" name, RelmTimelineFixture, NULL, relm_timeline_fixture_setup, func,                  \
              relm_timeline_fixture_teardown)

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("choice", test_choice);
  ADD ("state-stays", test_state_stays);
  return g_test_run ();
}
