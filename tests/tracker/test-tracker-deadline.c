/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One clock for many requests: each has its own time, whatever became of the one before. */

#include "config.h"

#include "relm-http-deadline.h"

#define SHORT_US (20 * G_TIME_SPAN_MILLISECOND)
#define LONG_US G_TIME_SPAN_HOUR

static void
wait_for (GCancellable *cancellable)
{
  GPollFD fd;

  g_assert_true (g_cancellable_make_pollfd (cancellable, &fd));
  g_poll (&fd, 1, -1); /* the test's own time-out ends it when that never happens */
  g_cancellable_release_fd (cancellable);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
}

static void
assert_is_over (RelmHttpDeadline *deadline)
{
  wait_for (relm_http_deadline_begin (deadline, SHORT_US, NULL));
  g_assert_true (relm_http_deadline_end (deadline));
}

static void
assert_is_in_time (RelmHttpDeadline *deadline)
{
  GCancellable *inner = relm_http_deadline_begin (deadline, LONG_US, NULL);

  g_assert_false (g_cancellable_is_cancelled (inner));
  g_assert_false (relm_http_deadline_end (deadline));
}

static void
test_one_after_another (void)
{
  g_autoptr (RelmHttpDeadline) deadline = relm_http_deadline_new ();

  assert_is_over (deadline);
  assert_is_over (deadline);
  assert_is_in_time (deadline);
  assert_is_over (deadline); /* before the thread wanted to look */
  assert_is_in_time (deadline);
}

/* The thread looks when the first one would have ended, and must not take the second one for it. */
static void
test_next_one_has_its_own (void)
{
  g_autoptr (RelmHttpDeadline) deadline = relm_http_deadline_new ();
  GCancellable *inner;

  relm_http_deadline_begin (deadline, SHORT_US, NULL);
  relm_http_deadline_end (deadline);
  inner = relm_http_deadline_begin (deadline, LONG_US, NULL);
  g_usleep (3 * SHORT_US);
  g_assert_false (g_cancellable_is_cancelled (inner));
  g_assert_false (relm_http_deadline_end (deadline));
}

static void
test_cancelled (void)
{
  g_autoptr (RelmHttpDeadline) deadline = relm_http_deadline_new ();
  g_autoptr (GCancellable) outer = g_cancellable_new ();
  GCancellable *inner = relm_http_deadline_begin (deadline, LONG_US, outer);

  g_assert_false (g_cancellable_is_cancelled (inner));
  g_cancellable_cancel (outer);
  g_assert_true (g_cancellable_is_cancelled (inner));
  g_assert_false (relm_http_deadline_end (deadline));
  inner = relm_http_deadline_begin (deadline, LONG_US, outer);
  g_assert_true (g_cancellable_is_cancelled (inner));
  g_assert_false (relm_http_deadline_end (deadline));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/one-after-another", test_one_after_another);
  g_test_add_func ("/deadline/next-one-has-its-own", test_next_one_has_its_own);
  g_test_add_func ("/deadline/cancelled", test_cancelled);
  return g_test_run ();
}
