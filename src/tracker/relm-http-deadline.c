/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-http-deadline.h"

struct _RelmHttpDeadline
{
  GThread *thread;
  GMutex mutex;
  GCond changed;
  gint64 end; /* monotonic */
  gboolean ended;
  gboolean over;
  GCancellable *inner; /* of the request */
  GCancellable *outer; /* of whoever asked */
  gulong outer_id;
};

static gpointer
look_at_clock (gpointer data)
{
  RelmHttpDeadline *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->ended && !self->over)
    self->over = !g_cond_wait_until (&self->changed, &self->mutex, self->end);
  g_mutex_unlock (&self->mutex);
  if (self->over)
    g_cancellable_cancel (self->inner);
  return NULL;
}

static void
outer_cancelled_cb (GCancellable *outer,
                    gpointer data)
{
  g_cancellable_cancel (data);
}

/**
 * relm_http_deadline_new:
 * @duration_us: from now on, in microseconds
 * @cancellable: (nullable): ends it, too
 *
 * Returns: (transfer full): a deadline
 */
RelmHttpDeadline *
relm_http_deadline_new (gint64 duration_us,
                        GCancellable *cancellable)
{
  RelmHttpDeadline *self = g_new0 (RelmHttpDeadline, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->end = g_get_monotonic_time () + duration_us;
  self->inner = g_cancellable_new ();
  g_set_object (&self->outer, cancellable);
  if (cancellable != NULL)
    self->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled_cb), g_object_ref (self->inner), g_object_unref);
  self->thread = g_thread_new ("relm-deadline", look_at_clock, self);
  return self;
}

/**
 * relm_http_deadline_free:
 * @self: (nullable) (transfer full): a deadline
 */
void
relm_http_deadline_free (RelmHttpDeadline *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  g_clear_object (&self->inner);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * relm_http_deadline_get_cancellable:
 *
 * Returns: (transfer none): what the request is to be made with
 */
GCancellable *
relm_http_deadline_get_cancellable (RelmHttpDeadline *self)
{
  return self->inner;
}

/**
 * relm_http_deadline_is_over:
 *
 * Returns: whether the time is over
 */
gboolean
relm_http_deadline_is_over (RelmHttpDeadline *self)
{
  gboolean over;

  g_mutex_lock (&self->mutex);
  over = self->over;
  g_mutex_unlock (&self->mutex);
  return over;
}
