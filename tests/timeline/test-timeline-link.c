/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links in the widget: they are found, selected, made from end to end, and refused when they would go in a circle. */

#include "config.h"

#include "relm-timeline-fixture.h"
#include "relm-timeline-sample.h"

typedef struct
{
  guint n_links;
  RelmRecord *from;
  RelmRecord *to;
  char *type;
  guint n_refused;
  char *reason;
  RelmRecord *removed;
} Answer;

static void
link_cb (RelmTimeline *timeline,
         RelmRecord *from,
         RelmRecord *to,
         const char *type,
         Answer *answer)
{
  answer->n_links++;
  answer->from = from;
  answer->to = to;
  g_set_str (&answer->type, type);
}

static void
refuse_cb (RelmTimeline *timeline,
           const char *reason,
           Answer *answer)
{
  answer->n_refused++;
  g_set_str (&answer->reason, reason);
}

static void
remove_cb (RelmTimeline *timeline,
           RelmRecord *record,
           Answer *answer)
{
  answer->removed = record;
}

static void
listen (RelmTimelineFixture *fixture,
        Answer *answer)
{
  g_signal_connect (fixture->timeline, "link", G_CALLBACK (link_cb), answer);
  g_signal_connect (fixture->timeline, "refuse", G_CALLBACK (refuse_cb), answer);
  g_signal_connect (fixture->timeline, "remove", G_CALLBACK (remove_cb), answer);
}

static void
clear (Answer *answer)
{
  g_free (answer->type);
  g_free (answer->reason);
}

static double
get_row_middle (RelmTimeline *timeline,
                RelmRecord *record)
{
  const guint row = relm_timeline_layout_find_row (_relm_timeline_get_layout (timeline), record);

  return _relm_timeline_get_row_y (timeline, row) + timeline->metrics.row / 2.0;
}

/* From an end of one to an end of another. */
static void
draw_link (RelmTimelineFixture *fixture,
           const char *from,
           gboolean from_finish,
           const char *to,
           gboolean to_finish)
{
  RelmTimeline *timeline = fixture->timeline;
  RelmTimelineLayout *layout = _relm_timeline_get_layout (timeline);
  const RelmTimelineItem *first = relm_timeline_layout_get_item (layout, relm_timeline_layout_find (layout, relm_timeline_fixture_look_up (fixture, from)));
  const RelmTimelineItem *second = relm_timeline_layout_get_item (layout, relm_timeline_layout_find (layout, relm_timeline_fixture_look_up (fixture, to)));
  const double x = _relm_timeline_from_logical (timeline, _relm_timeline_get_handle_x (timeline, first, from_finish));
  const double y = get_row_middle (timeline, first->record);
  double start, end;

  _relm_timeline_get_extent (timeline, second->shape, second->span, &start, &end);
  g_assert_cmpint (_relm_timeline_pick (timeline, x, y).hold, ==,
                   from_finish ? RELM_TIMELINE_HOLD_LINK_FINISH : RELM_TIMELINE_HOLD_LINK_START);
  g_assert_true (_relm_timeline_begin_drag (timeline, x, y));
  _relm_timeline_drag_to (timeline, x + 5, y + 40);
  relm_timeline_fixture_wait (fixture->window, 2);
  _relm_timeline_drag_to (timeline, _relm_timeline_from_logical (timeline, to_finish ? end - 1 : start + 1),
                          get_row_middle (timeline, second->record));
  relm_timeline_fixture_wait (fixture->window, 2);
}

/* The ends that are used make the type. */
static void
test_draw (RelmTimelineFixture *fixture,
           gconstpointer data)
{
  static const struct
  {
    gboolean from_finish, to_finish;
    const char *type;
  } cases[] = { { TRUE, FALSE, "fs" }, { FALSE, FALSE, "ss" }, { TRUE, TRUE, "ff" }, { FALSE, TRUE, "sf" } };
  Answer answer = { 0 };

  listen (fixture, &answer);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      draw_link (fixture, "wi-two", cases[i].from_finish, "pha-three", cases[i].to_finish);
      g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (fixture->timeline->tip)), "Stabilisation"));
      _relm_timeline_drop (fixture->timeline);
      g_assert_cmpuint (answer.n_links, ==, i + 1);
      g_assert_true (answer.from == relm_timeline_fixture_look_up (fixture, "wi-two"));
      g_assert_true (answer.to == relm_timeline_fixture_look_up (fixture, "pha-three"));
      g_assert_cmpstr (answer.type, ==, cases[i].type);
    }
  g_assert_cmpuint (answer.n_refused, ==, 0);
  clear (&answer);
}

/* What would go in a circle is named, and not asked for; nor is what is linked already, or let go of over nothing. */
static void
test_refuse (RelmTimelineFixture *fixture,
             gconstpointer data)
{
  Answer answer = { 0 };

  listen (fixture, &answer);
  draw_link (fixture, "wi-three", TRUE, "wi-one", FALSE);
  _relm_timeline_drop (fixture->timeline);
  g_assert_cmpuint (answer.n_refused, ==, 1);
  g_assert_nonnull (strstr (answer.reason, "Translate <b>the manual</b> & more → Write the file format → "
                                           "Timeline for people who use a screen reader → Translate <b>the manual</b> & more"));
  draw_link (fixture, "wi-one", TRUE, "wi-two", FALSE);
  _relm_timeline_drop (fixture->timeline);
  g_assert_cmpuint (answer.n_refused, ==, 2);
  draw_link (fixture, "wi-one", TRUE, "wi-one", FALSE);
  _relm_timeline_drop (fixture->timeline);
  draw_link (fixture, "wi-six", TRUE, "wi-one", FALSE);
  _relm_timeline_cancel_drag (fixture->timeline);
  g_assert_cmpuint (answer.n_refused, ==, 2);
  g_assert_cmpuint (answer.n_links, ==, 0);
  clear (&answer);
}

static void
press (RelmTimelineFixture *fixture,
       const char *action,
       int argument)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), action, "i", argument));
}

/* The same without a pointer: the cursor goes to what waits, the arrows beside it turn the ends, Enter links. */
static void
test_keys (RelmTimelineFixture *fixture,
           gconstpointer data)
{
  RelmTimeline *timeline = fixture->timeline;
  const int in = data != NULL ? -1 : 1;
  Answer answer = { 0 };

  listen (fixture, &answer);
  relm_timeline_set_selected (timeline, relm_timeline_fixture_look_up (fixture, "wi-four"));
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.link", NULL);
  g_assert_true (_relm_timeline_is_linking_by_keys (timeline));
  press (fixture, "timeline.move", 1);
  g_assert_true (relm_timeline_get_selected (timeline) == relm_timeline_fixture_look_up (fixture, "wi-four"));
  press (fixture, "timeline.fold", in);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_true (gtk_widget_get_visible (timeline->tip));
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.activate", NULL);
  g_assert_cmpuint (answer.n_links, ==, 1);
  g_assert_true (answer.from == relm_timeline_fixture_look_up (fixture, "wi-four"));
  g_assert_cmpstr (answer.type, ==, "ss");
  g_assert_false (gtk_widget_get_visible (timeline->tip));
  clear (&answer);
}

/* A link is found where it is drawn, selected, walked to with keys, and removed. */
static void
test_select (RelmTimelineFixture *fixture,
             gconstpointer data)
{
  RelmTimeline *timeline = fixture->timeline;
  RelmTimelineLayout *layout = _relm_timeline_get_layout (timeline);
  const guint index = relm_timeline_layout_find_link (layout, relm_timeline_fixture_look_up (fixture, "dep-two"));
  const RelmTimelineItem *item = relm_timeline_layout_get_item (layout, relm_timeline_layout_get_link (layout, index)->from);
  Answer answer = { 0 };
  RelmTimelineHit hit;
  double from, to;

  listen (fixture, &answer);
  _relm_timeline_get_extent (timeline, item->shape, item->span, &from, &to);
  hit = _relm_timeline_pick (timeline, _relm_timeline_from_logical (timeline, to + 8),
                             get_row_middle (timeline, item->record) + timeline->metrics.row);
  g_assert_cmpuint (hit.link, ==, index);
  g_assert_true (_relm_timeline_get_record (timeline, &hit) == relm_timeline_fixture_look_up (fixture, "dep-two"));

  relm_timeline_set_selected (timeline, relm_timeline_fixture_look_up (fixture, "wi-two"));
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.next-link", NULL);
  g_assert_true (relm_timeline_get_selected (timeline) == relm_timeline_fixture_look_up (fixture, "dep-one"));
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.next-link", NULL);
  g_assert_true (relm_timeline_get_selected (timeline) == relm_timeline_fixture_look_up (fixture, "dep-four"));
  relm_timeline_fixture_wait (fixture->window, 2);
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.remove", NULL);
  g_assert_true (answer.removed == relm_timeline_fixture_look_up (fixture, "dep-four"));
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.next-link", NULL);
  g_assert_true (relm_timeline_get_selected (timeline) == relm_timeline_fixture_look_up (fixture, "wi-two"));
  clear (&answer);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) RELM_TIMELINE_FIXTURE_ADD ("/timeline-link/" path, func)
  ADD ("draw", test_draw);
  ADD ("refuse", test_refuse);
  ADD ("keys", test_keys);
  ADD ("select", test_select);

  return g_test_run ();
}
