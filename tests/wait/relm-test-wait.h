/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Waiting in tests for what a main loop does. Main thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_TEST_PATIENCE 60 /* seconds; a busy machine is no fault */

/* Iterates the main context until the condition holds; fails the test when it never does. */
#define relm_test_wait_until(condition)                                                                               \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    const gint64 _deadline = g_get_monotonic_time () + RELM_TEST_PATIENCE * G_USEC_PER_SEC;                           \
    while (!(condition) && g_get_monotonic_time () < _deadline)                                                       \
      relm_test_iterate ();                                                                                           \
    g_assert_true (condition);                                                                                        \
  }                                                                                                                   \
  G_STMT_END

void relm_test_iterate (void);
void relm_test_pause (guint milliseconds);

G_END_DECLS
