/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget alone: what is where, zoom, scrolling, dragging, mirroring, and how little is drawn. */

#include "config.h"

#include <math.h>

#include "relm-test-plan.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-sample.h"

typedef struct
{
  guint n_calls;
  guint n_moves;
  int progress;
  RelmRecord *record;
  RelmDate start;
  RelmDate finish;
} Request;

static void
reschedule_cb (RelmTimeline *timeline,
               GArray *moves,
               Request *request)
{
  const RelmTimelineMove *move = &g_array_index (moves, RelmTimelineMove, 0);

  request->n_calls++;
  request->n_moves = moves->len;
  request->record = move->record;
  request->start = move->span.start;
  request->finish = move->span.finish;
  request->progress = move->progress;
}

static double
get_date_at (RelmTimeline *timeline,
             double x)
{
  return relm_time_scale_get_date (&timeline->scale, _relm_timeline_to_logical (timeline, x));
}

/* Everything is found where it is drawn, in both directions of text, and what is beside it is not it. */
static void
test_pick (RelmTimelineFixture *fixture,
           gconstpointer data)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (fixture->timeline);
  guint n_seen = 0;

  for (guint i = 0; i < relm_timeline_layout_get_n_items (layout); i++)
    {
      const RelmTimelineItem *item = relm_timeline_layout_get_item (layout, i);
      double x, y;
      RelmTimelineHit hit;

      relm_timeline_fixture_get_middle (fixture->timeline, item->record, &x, &y);
      if (y > gtk_widget_get_height (GTK_WIDGET (fixture->timeline)))
        continue;
      hit = _relm_timeline_pick (fixture->timeline, x, y);
      g_assert_cmpint (hit.place, ==, RELM_TIMELINE_ON_BODY);
      g_assert_cmpuint (hit.row, ==, item->row);
      if (relm_timeline_layout_get_row (layout, item->row)->n_items == 1)
        g_assert_cmpuint (hit.item, ==, i);
      g_assert_cmpuint (_relm_timeline_pick (fixture->timeline, x, y + fixture->timeline->metrics.row).item, !=, i);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 10);
  g_assert_cmpint (_relm_timeline_pick (fixture->timeline, -1, -1).place, ==, RELM_TIMELINE_NOWHERE);
  g_assert_cmpint (_relm_timeline_pick (fixture->timeline, 500, 5).place, ==, RELM_TIMELINE_ON_SCALE);
}

static void
test_pick_ends (RelmTimelineFixture *fixture,
                gconstpointer data)
{
  RelmTimeline *timeline = fixture->timeline;
  const gboolean mirrored = data != NULL;
  graphene_rect_t rect;
  double left, right, y;

  relm_timeline_set_day_width (timeline, 8);
  relm_timeline_scroll_to (timeline, relm_timeline_fixture_look_up (fixture, "wi-two"));
  rect = _relm_timeline_get_item_rect (timeline, relm_timeline_layout_find (timeline->layout, relm_timeline_fixture_look_up (fixture, "wi-two")));
  left = rect.origin.x + 2;
  right = rect.origin.x + rect.size.width - 2;
  y = rect.origin.y + rect.size.height / 2;
  g_assert_cmpint (_relm_timeline_pick (timeline, mirrored ? right : left, y).hold, ==, RELM_TIMELINE_HOLD_START);
  g_assert_cmpint (_relm_timeline_pick (timeline, mirrored ? left : right, y).hold, ==, RELM_TIMELINE_HOLD_FINISH);
  g_assert_cmpint (_relm_timeline_pick (timeline, (left + right) / 2, y).hold, ==, RELM_TIMELINE_HOLD_WHOLE);

  relm_timeline_set_editable (timeline, FALSE);
  g_assert_cmpint (_relm_timeline_pick (timeline, left, y).hold, ==, RELM_TIMELINE_HOLD_NONE);
}

/* What has begun keeps its start; what is over is not taken hold of at all. */
static void
test_pick_fixed (RelmTimelineFixture *fixture,
                 gconstpointer data)
{
  double x, y;

  relm_timeline_fixture_get_middle (fixture->timeline, relm_timeline_fixture_look_up (fixture, "pha-one"), &x, &y);
  g_assert_cmpint (_relm_timeline_pick (fixture->timeline, x, y).hold, ==, RELM_TIMELINE_HOLD_NONE);
  relm_timeline_fixture_get_middle (fixture->timeline, relm_timeline_fixture_look_up (fixture, "mil-one"), &x, &y);
  g_assert_cmpint (_relm_timeline_pick (fixture->timeline, x, y).hold, ==, RELM_TIMELINE_HOLD_WHOLE);
}

static void
test_zoom_about (RelmTimelineFixture *fixture,
                 gconstpointer data)
{
  static const double widths[] = { 3, 12, 40, 5, 0.5, 2 };
  const double x = 620;
  const double date = get_date_at (fixture->timeline, x);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      _relm_timeline_zoom_at (fixture->timeline, widths[i], x);
      g_assert_cmpfloat_with_epsilon (get_date_at (fixture->timeline, x), date, 1 / MIN (widths[i], 1));
    }
  _relm_timeline_zoom_at (fixture->timeline, 1e9, x);
  g_assert_cmpfloat (relm_timeline_get_day_width (fixture->timeline), ==, RELM_TIME_SCALE_MAX);
  _relm_timeline_zoom_at (fixture->timeline, 1e-9, x);
  g_assert_cmpfloat (relm_timeline_get_day_width (fixture->timeline), ==, RELM_TIME_SCALE_MIN);
}

/* The scrollbars and the timeline say the same, and mirrored the scrollbar is at the other side. */
static void
test_adjustments (RelmTimelineFixture *fixture,
                  gconstpointer data)
{
  RelmTimeline *timeline = fixture->timeline;
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (timeline));
  double before;

  relm_timeline_set_day_width (timeline, 8);
  before = timeline->start_date;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 80);
  g_assert_cmpfloat_with_epsilon (timeline->start_date, before + (data != NULL ? -10 : 10), 0.1);
  relm_timeline_scroll_to_today (timeline);
  g_assert_cmpfloat (timeline->start_date, <, timeline->today);
  g_assert_cmpfloat (get_date_at (timeline, data != NULL ? 0 : 999), >, timeline->today);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (timeline)), 1e9);
  g_assert_cmpfloat (timeline->offset, <=, 20.0 * timeline->metrics.row);
}

static void
test_fit (RelmTimelineFixture *fixture,
          gconstpointer data)
{
  const RelmSpan span = relm_timeline_layout_get_span (_relm_timeline_get_layout (fixture->timeline));
  const double start = _relm_timeline_from_logical (fixture->timeline, relm_time_scale_get_x (&fixture->timeline->scale, span.start));
  const double end = _relm_timeline_from_logical (fixture->timeline, relm_time_scale_get_x (&fixture->timeline->scale, span.finish));

  g_assert_cmpfloat (MIN (start, end), >=, data != NULL ? 0 : fixture->timeline->metrics.titles);
  g_assert_cmpfloat (MAX (start, end), <=, data != NULL ? _relm_timeline_get_body_width (fixture->timeline) : 1000);
}

static void
drag (RelmTimelineFixture *fixture,
      const char *id,
      RelmTimelineHold hold,
      int days)
{
  RelmTimeline *timeline = fixture->timeline;
  const int sense = _relm_timeline_is_mirrored (timeline) ? -1 : 1;
  graphene_rect_t rect;
  double x, y;

  relm_timeline_set_day_width (timeline, 10);
  relm_timeline_scroll_to (timeline, relm_timeline_fixture_look_up (fixture, id));
  rect = _relm_timeline_get_item_rect (timeline, relm_timeline_layout_find (timeline->layout, relm_timeline_fixture_look_up (fixture, id)));
  relm_timeline_fixture_get_middle (timeline, relm_timeline_fixture_look_up (fixture, id), &x, &y);
  if (hold == RELM_TIMELINE_HOLD_FINISH)
    x += sense * (rect.size.width / 2 - 2);
  if (hold == RELM_TIMELINE_HOLD_START)
    x -= sense * (rect.size.width / 2 - 2);
  g_assert_true (_relm_timeline_begin_drag (timeline, x, y));
  g_assert_cmpint (timeline->drag.hold, ==, hold);
  _relm_timeline_drag_to (timeline, x + sense * days * 10, y);
}

static void
test_drag (RelmTimelineFixture *fixture,
           gconstpointer data)
{
  RelmRecord *record = relm_timeline_fixture_look_up (fixture, "wi-two");
  const RelmSpan span = { relm_date_from_ymd (2027, 5, 3), relm_date_from_ymd (2027, 5, 28) };
  Request request = { 0 };

  g_signal_connect (fixture->timeline, "reschedule", G_CALLBACK (reschedule_cb), &request);

  drag (fixture, "wi-two", RELM_TIMELINE_HOLD_WHOLE, 3);
  g_assert_true (gtk_widget_get_visible (fixture->timeline->tip));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (fixture->timeline->tip)), "3 days later"));
  g_assert_cmpuint (request.n_calls, ==, 0);
  _relm_timeline_drop (fixture->timeline);
  g_assert_cmpuint (request.n_calls, ==, 1);
  g_assert_true (request.record == record);
  g_assert_cmpint (request.start, ==, span.start + 3);
  g_assert_cmpint (request.finish, ==, span.finish + 3);
  g_assert_false (gtk_widget_get_visible (fixture->timeline->tip));
  g_assert_true (relm_timeline_get_selected (fixture->timeline) == record);

  drag (fixture, "wi-two", RELM_TIMELINE_HOLD_FINISH, -4);
  _relm_timeline_drop (fixture->timeline);
  g_assert_cmpint (request.start, ==, span.start);
  g_assert_cmpint (request.finish, ==, span.finish - 4);

  drag (fixture, "wi-two", RELM_TIMELINE_HOLD_START, 400);
  _relm_timeline_drop (fixture->timeline);
  g_assert_cmpint (request.start, ==, span.finish);
  g_assert_cmpint (request.finish, ==, span.finish);
  g_assert_cmpuint (request.n_calls, ==, 3);
}

/* Escape, no movement, and a project that changes underneath ask for nothing. */
static void
test_drag_cancelled (RelmTimelineFixture *fixture,
                     gconstpointer data)
{
  Request request = { 0 };

  g_signal_connect (fixture->timeline, "reschedule", G_CALLBACK (reschedule_cb), &request);
  drag (fixture, "wi-two", RELM_TIMELINE_HOLD_WHOLE, 3);
  _relm_timeline_cancel_drag (fixture->timeline);
  _relm_timeline_drop (fixture->timeline);
  drag (fixture, "wi-two", RELM_TIMELINE_HOLD_WHOLE, 0);
  _relm_timeline_drop (fixture->timeline);
  drag (fixture, "mil-one", RELM_TIMELINE_HOLD_WHOLE, 5);
  relm_project_remove (fixture->project, relm_timeline_fixture_look_up (fixture, "mil-one"));
  _relm_timeline_drop (fixture->timeline);
  g_assert_cmpuint (request.n_calls, ==, 0);
}

/* Near the edge of the body it scrolls by itself, and the date goes with it. */
static void
test_autoscroll (RelmTimelineFixture *fixture,
                 gconstpointer data)
{
  RelmTimeline *timeline = fixture->timeline;
  const int edge = data != NULL ? 4 : gtk_widget_get_width (GTK_WIDGET (timeline)) - 4;
  double before;
  RelmDate dragged;

  drag (fixture, "wi-two", RELM_TIMELINE_HOLD_WHOLE, 1);
  before = timeline->start_date;
  _relm_timeline_drag_to (timeline, edge, 200);
  dragged = _relm_timeline_get_leader (timeline)->to.start;
  relm_timeline_fixture_wait (fixture->window, 12);
  g_assert_cmpfloat (timeline->start_date, >, before);
  g_assert_cmpint (_relm_timeline_get_leader (timeline)->to.start, >, dragged);
  _relm_timeline_cancel_drag (timeline);
}

/* At a zoom where a day is a pixel or two, whole weeks are moved by. */
static void
test_snap (RelmTimelineFixture *fixture,
           gconstpointer data)
{
  const int sense = data != NULL ? -1 : 1;
  double x, y;

  drag (fixture, "wi-two", RELM_TIMELINE_HOLD_WHOLE, 0);
  _relm_timeline_cancel_drag (fixture->timeline);
  relm_timeline_set_day_width (fixture->timeline, 2);
  relm_timeline_scroll_to (fixture->timeline, relm_timeline_fixture_look_up (fixture, "mil-one"));
  relm_timeline_fixture_get_middle (fixture->timeline, relm_timeline_fixture_look_up (fixture, "mil-one"), &x, &y);
  g_assert_true (_relm_timeline_begin_drag (fixture->timeline, x, y));
  _relm_timeline_drag_to (fixture->timeline, x + sense * 2 * 12, y);
  g_assert_cmpint (_relm_timeline_get_leader (fixture->timeline)->to.start, ==, relm_date_from_ymd (2027, 5, 17));
  _relm_timeline_cancel_drag (fixture->timeline);
}

/* What is selected together is dragged together, and asked for together; what is over stays. */
static void
test_drag_many (RelmTimelineFixture *fixture,
                gconstpointer data)
{
  Request request = { 0 };

  g_signal_connect (fixture->timeline, "reschedule", G_CALLBACK (reschedule_cb), &request);
  _relm_timeline_choose (fixture->timeline, relm_timeline_fixture_look_up (fixture, "mil-one"));
  _relm_timeline_choose_also (fixture->timeline, relm_timeline_fixture_look_up (fixture, "wi-three"));
  _relm_timeline_choose_also (fixture->timeline, relm_timeline_fixture_look_up (fixture, "pha-one"));
  _relm_timeline_choose_also (fixture->timeline, relm_timeline_fixture_look_up (fixture, "wi-two"));
  drag (fixture, "wi-two", RELM_TIMELINE_HOLD_WHOLE, 3);
  g_assert_cmpuint (fixture->timeline->drag.parts->len, ==, 3);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (fixture->timeline->tip)), "3 selected"));
  _relm_timeline_drop (fixture->timeline);
  g_assert_cmpuint (request.n_calls, ==, 1);
  g_assert_cmpuint (request.n_moves, ==, 3);
  g_assert_true (request.record == relm_timeline_fixture_look_up (fixture, "wi-two"));

  /* Something else is dragged alone. */
  drag (fixture, "wi-four", RELM_TIMELINE_HOLD_WHOLE, 1);
  _relm_timeline_drop (fixture->timeline);
  g_assert_cmpuint (request.n_moves, ==, 1);
  g_assert_true (relm_timeline_get_selected (fixture->timeline) == relm_timeline_fixture_look_up (fixture, "wi-four"));
}

static void
test_drag_progress (RelmTimelineFixture *fixture,
                    gconstpointer data)
{
  RelmTimeline *timeline = fixture->timeline;
  RelmRecord *record = relm_timeline_fixture_look_up (fixture, "wi-two");
  const int sense = data != NULL ? -1 : 1;
  Request request = { 0 };
  const RelmTimelineItem *item;
  double x, y;

  g_signal_connect (timeline, "reschedule", G_CALLBACK (reschedule_cb), &request);
  relm_timeline_set_day_width (timeline, 10);
  relm_timeline_scroll_to (timeline, record);
  relm_timeline_fixture_get_middle (timeline, record, &x, &y);
  item = relm_timeline_layout_get_item (timeline->layout, relm_timeline_layout_find (timeline->layout, record));
  x = _relm_timeline_from_logical (timeline, _relm_timeline_get_progress_x (timeline, item));
  y += timeline->metrics.row * 0.3;
  g_assert_cmpint (_relm_timeline_pick (timeline, x, y).hold, ==, RELM_TIMELINE_HOLD_PROGRESS);
  g_assert_true (_relm_timeline_begin_drag (timeline, x, y));
  _relm_timeline_drag_to (timeline, x + sense * 52, y);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (timeline->tip)), "60 % done, +20"));
  _relm_timeline_drop (timeline);
  g_assert_cmpuint (request.n_calls, ==, 1);
  g_assert_cmpint (request.progress, ==, 60);
  g_assert_cmpint (request.finish, ==, relm_date_from_ymd (2027, 5, 28));
}

/* A rectangle over nothing selects what it touches; with Ctrl besides what is selected. */
static void
test_band (RelmTimelineFixture *fixture,
           gconstpointer data)
{
  RelmTimeline *timeline = fixture->timeline;
  const int beside = data != NULL ? 30 : -30;
  graphene_rect_t first, last;
  double x, from_y, to_y;

  relm_timeline_fixture_wait (fixture->window, 2);
  first = _relm_timeline_get_item_rect (timeline, relm_timeline_layout_find (timeline->layout, relm_timeline_fixture_look_up (fixture, "wi-one")));
  last = _relm_timeline_get_item_rect (timeline, relm_timeline_layout_find (timeline->layout, relm_timeline_fixture_look_up (fixture, "wi-two")));
  x = data != NULL ? first.origin.x + first.size.width : first.origin.x;
  from_y = first.origin.y + first.size.height / 2;
  to_y = last.origin.y + last.size.height / 2;
  g_assert_cmpint (_relm_timeline_pick (timeline, x + beside, from_y).hold, ==, RELM_TIMELINE_HOLD_BAND);
  g_assert_true (_relm_timeline_begin_drag (timeline, x + beside, from_y));
  _relm_timeline_drag_to (timeline, x - beside, to_y);
  relm_timeline_fixture_wait (fixture->window, 2);
  _relm_timeline_drop (timeline);
  g_assert_true (_relm_timeline_is_chosen (timeline, relm_timeline_fixture_look_up (fixture, "wi-one")));
  g_assert_true (_relm_timeline_is_chosen (timeline, relm_timeline_fixture_look_up (fixture, "wi-two")));
  g_assert_false (_relm_timeline_is_chosen (timeline, relm_timeline_fixture_look_up (fixture, "pha-three")));

  g_assert_true (_relm_timeline_begin_drag (timeline, x + beside, from_y));
  _relm_timeline_cancel_drag (timeline);
  g_assert_true (_relm_timeline_is_chosen (timeline, relm_timeline_fixture_look_up (fixture, "wi-one")));
  _relm_timeline_choose (timeline, relm_timeline_fixture_look_up (fixture, "wi-one"));
  g_assert_false (_relm_timeline_is_chosen (timeline, relm_timeline_fixture_look_up (fixture, "wi-two")));
}

/* Scrolling a little draws nothing anew, and however much there is, only what is near is drawn. */
static void
test_picture_kept (RelmTimelineFixture *fixture,
                   gconstpointer data)
{
  guint n_pictures;

  relm_timeline_set_project (fixture->timeline, NULL);
  g_object_unref (fixture->project);
  fixture->project = relm_timeline_sample_new_large (3000);
  relm_timeline_set_project (fixture->timeline, fixture->project);
  relm_timeline_fixture_wait (fixture->window, 2);
  n_pictures = fixture->timeline->n_pictures;
  for (int i = 0; i < 4; i++)
    {
      _relm_timeline_scroll_by (fixture->timeline, 3, 30);
      relm_timeline_fixture_wait (fixture->window, 1);
    }
  g_assert_cmpuint (fixture->timeline->n_pictures, ==, n_pictures);
  g_assert_cmpuint (fixture->timeline->picture.last_row - fixture->timeline->picture.first_row, <, 80);
  _relm_timeline_scroll_by (fixture->timeline, 0, 30000);
  relm_timeline_fixture_wait (fixture->window, 1);
  g_assert_cmpuint (fixture->timeline->n_pictures, ==, n_pictures + 1);
  g_assert_cmpuint (relm_text_cache_get_size (fixture->timeline->texts), <, 400);
}

static GBytes *
get_titles (RelmTimelineFixture *fixture)
{
  relm_timeline_fixture_wait (fixture->window, 2);
  return gsk_render_node_serialize (fixture->timeline->picture.titles);
}

/* The edge of the titles follows the pointer and the keys, and what it was dragged to is forgotten on Escape. */
static void
test_edge (RelmTimelineFixture *fixture,
           gconstpointer data)
{
  RelmTimeline *timeline = fixture->timeline;
  const int before = timeline->metrics.titles;
  const gboolean mirrored = _relm_timeline_is_mirrored (timeline);
  const double edge = mirrored ? gtk_widget_get_width (GTK_WIDGET (timeline)) - before : before;
  const double wider = mirrored ? edge - 80 : edge + 80;

  g_assert_cmpint (_relm_timeline_pick (timeline, edge, 200).hold, ==, RELM_TIMELINE_HOLD_EDGE);
  g_assert_true (_relm_timeline_begin_drag (timeline, edge, 200));
  _relm_timeline_drag_to (timeline, wider, 210);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_cmpint (timeline->metrics.titles, ==, before + 80);
  _relm_timeline_cancel_drag (timeline);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_cmpint (timeline->metrics.titles, ==, before);

  g_assert_true (_relm_timeline_begin_drag (timeline, edge, 200));
  _relm_timeline_drag_to (timeline, wider, 210);
  _relm_timeline_drop (timeline);
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.widen-titles", "i", mirrored ? -1 : 1);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_cmpint (timeline->metrics.titles, >, before + 80);

  _relm_timeline_fit_titles (timeline); /* no title is cut off */
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_cmpint (timeline->metrics.titles, >, before);

  relm_timeline_set_titles_width (timeline, 10000); /* some of the chart stays */
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_cmpint (_relm_timeline_get_body_width (timeline), >=, 100);
  relm_timeline_set_titles_width (timeline, 0);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_cmpint (timeline->metrics.titles, ==, before);
}

/* A text that changes is drawn anew where it was; rows follow a date, and are laid out again when they are below something else. */
static void
test_rows_kept (RelmTimelineFixture *fixture,
                gconstpointer data)
{
  RelmRecord *item = relm_project_lookup (fixture->project, "wi-two");
  g_autoptr (GBytes) before = get_titles (fixture);
  g_autoptr (GBytes) after = NULL;
  RelmTimelineLayout *layout = fixture->timeline->layout;
  guint row = relm_timeline_layout_find_row (layout, item);
  g_autoptr (GtkAccessible) accessible = _relm_timeline_ref_accessible (fixture->timeline, row);

  relm_test_plan_set (fixture->project, item, "title", "Another");
  g_assert_true (fixture->timeline->layout == layout);
  after = get_titles (fixture);
  g_assert_true (fixture->timeline->layout == layout);
  g_assert_false (g_bytes_equal (before, after));
  relm_test_plan_set (fixture->project, item, "progress", "60");
  g_assert_true (fixture->timeline->layout == layout);

  relm_test_plan_set (fixture->project, item, "planned_start", "2027-04-01");
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_true (fixture->timeline->layout == layout);
  g_assert_cmpuint (relm_timeline_layout_find_row (layout, item), <, row);

  relm_test_plan_set (fixture->project, item, "phase", "");
  g_assert_null (fixture->timeline->layout);
}

static gboolean
is_described (GtkAccessible *accessible,
              const char *words)
{
  g_autofree char *problem = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, words);

  return problem == NULL;
}

/* With many rows, what nobody sees is described after the frame. */
static void
test_described_later (void)
{
  RelmTimelineFixture fixture = { NULL };
  g_autoptr (GtkAccessible) accessible = NULL;
  g_autofree char *before = NULL, *after = NULL;
  RelmRecord *last;

  relm_timeline_fixture_show (&fixture, relm_timeline_sample_new_large (600), 800, 500);
  for (guint i = 0; i < 601; i++)
    g_object_unref (_relm_timeline_ref_accessible (fixture.timeline, i));
  accessible = _relm_timeline_ref_accessible (fixture.timeline, 600);
  last = relm_timeline_layout_get_row (fixture.timeline->layout, 600)->record;
  before = _relm_timeline_dup_words (fixture.timeline, last);
  relm_test_plan_set (fixture.project, last, "title", "Another");
  after = _relm_timeline_dup_words (fixture.timeline, last);
  g_assert_cmpstr (before, !=, after);
  _relm_timeline_update_words (fixture.timeline);
  g_assert_true (is_described (accessible, before));
  while (!is_described (accessible, after))
    g_main_context_iteration (NULL, TRUE);

  /* It may be gone before that. */
  _relm_timeline_update_accessibles (fixture.timeline);
  g_assert_cmpuint (fixture.timeline->describing, >, 0);
  relm_timeline_fixture_clear (&fixture);
}

/* What is selected stays selected when its row moves or is folded away. */
static void
test_selection_stays (RelmTimelineFixture *fixture,
                      gconstpointer data)
{
  RelmRecord *selected = relm_timeline_fixture_look_up (fixture, "wi-two");
  const guint row = relm_timeline_layout_find_row (_relm_timeline_get_layout (fixture->timeline), relm_timeline_fixture_look_up (fixture, "rel-one"));

  relm_timeline_set_selected (fixture->timeline, selected);
  relm_project_remove (fixture->project, relm_timeline_fixture_look_up (fixture, "wi-one"));
  _relm_timeline_get_layout (fixture->timeline);
  g_assert_cmpuint (fixture->timeline->cursor, ==, relm_timeline_layout_find_row (fixture->timeline->layout, selected));
  _relm_timeline_toggle (fixture->timeline, row);
  g_assert_true (relm_timeline_get_selected (fixture->timeline) == selected);
  relm_timeline_fixture_wait (fixture->window, 2);
  _relm_timeline_toggle (fixture->timeline, row);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_cmpuint (relm_timeline_layout_find_row (_relm_timeline_get_layout (fixture->timeline), selected), !=,
                    RELM_TIMELINE_NONE);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) RELM_TIMELINE_FIXTURE_ADD ("/timeline/" path, func)
  ADD ("pick", test_pick);
  ADD ("pick-ends", test_pick_ends);
  ADD ("pick-fixed", test_pick_fixed);
  ADD ("zoom-about", test_zoom_about);
  ADD ("adjustments", test_adjustments);
  ADD ("fit", test_fit);
  ADD ("drag", test_drag);
  ADD ("drag-cancelled", test_drag_cancelled);
  ADD ("autoscroll", test_autoscroll);
  ADD ("snap", test_snap);
  ADD ("drag-many", test_drag_many);
  ADD ("drag-progress", test_drag_progress);
  ADD ("band", test_band);
  g_test_add ("/timeline/picture-kept", RelmTimelineFixture, NULL, relm_timeline_fixture_setup, test_picture_kept,
              relm_timeline_fixture_teardown);
  g_test_add ("/timeline/edge", RelmTimelineFixture, NULL, relm_timeline_fixture_setup, test_edge, relm_timeline_fixture_teardown);
  g_test_add ("/timeline/edge/right-to-left", RelmTimelineFixture, "rtl", relm_timeline_fixture_setup, test_edge,
              relm_timeline_fixture_teardown);
  g_test_add ("/timeline/rows-kept", RelmTimelineFixture, NULL, relm_timeline_fixture_setup, test_rows_kept,
              relm_timeline_fixture_teardown);
  g_test_add_func ("/timeline/described-later", test_described_later);
  g_test_add ("/timeline/selection-stays", RelmTimelineFixture, NULL, relm_timeline_fixture_setup, test_selection_stays,
              relm_timeline_fixture_teardown);

  return g_test_run ();
}
