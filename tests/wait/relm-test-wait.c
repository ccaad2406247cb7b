/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relm-test-wait.h"

static gboolean
wake_cb (gpointer data)
{
  if (data != NULL)
    *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Waits for the next event, or a moment. */
void
relm_test_iterate (void)
{
  const guint id = g_timeout_add (50, wake_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  if (g_main_context_find_source_by_id (NULL, id) != NULL)
    g_source_remove (id);
}

/* Lets the main loop run, for tests of what must not happen. */
void
relm_test_pause (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, wake_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}
