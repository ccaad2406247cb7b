/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-http-deadline.h"

#define NEVER G_MAXINT64

struct _RelmHttpDeadline
{
  GThread *thread;
  GMutex mutex; /* for what follows */
  GCond changed;
  gint64 end;          /* of the request, in monotonic time; NEVER while there is none */
  gint64 looks;        /* when the thread looks at the clock next; NEVER: when it is told to */
  gboolean quits;
  gboolean over;
  GCancellable *inner; /* of the request, or of the last one */
  GCancellable *outer; /* of whoever asked; its handler is of @outer_id */
  gulong outer_id;
};

static void
wait_until (RelmHttpDeadline *self,
            gint64 time)
{
  self->looks = time;
  if (time == NEVER)
    g_cond_wait (&self->changed, &self->mutex);
  else
    g_cond_wait_until (&self->changed, &self->mutex, time);
}

/* With the lock, which it lets go while others hear of it. */
static void
end_request (RelmHttpDeadline *self)
{
  g_autoptr (GCancellable) inner = g_object_ref (self->inner);

  self->over = TRUE;
  self->end = NEVER;
  g_mutex_unlock (&self->mutex);
  g_cancellable_cancel (inner);
  g_mutex_lock (&self->mutex);
}

static gpointer
look_at_clock (gpointer data)
{
  RelmHttpDeadline *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->quits)
    if (self->end <= g_get_monotonic_time ())
      end_request (self);
    else
      wait_until (self, self->end);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * relm_http_deadline_new:
 *
 * Returns: (transfer full): a clock for one request after the other
 */
RelmHttpDeadline *
relm_http_deadline_new (void)
{
  RelmHttpDeadline *self = g_new0 (RelmHttpDeadline, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->end = self->looks = NEVER;
  return self;
}

/**
 * relm_http_deadline_free:
 * @self: (nullable) (transfer full): a clock, without a request
 */
void
relm_http_deadline_free (RelmHttpDeadline *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->quits = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_object (&self->inner);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static void
outer_cancelled_cb (GCancellable *outer,
                    gpointer data)
{
  g_cancellable_cancel (data);
}

/**
 * relm_http_deadline_begin:
 * @duration_us: from now on, in microseconds
 * @cancellable: (nullable): ends the request, too
 *
 * Begins the time of a request; relm_http_deadline_end() must follow.
 *
 * Returns: (transfer none): what the request is to be made with, until the next one begins
 */
GCancellable *
relm_http_deadline_begin (RelmHttpDeadline *self,
                          gint64 duration_us,
                          GCancellable *cancellable)
{
  g_mutex_lock (&self->mutex);
  g_assert (self->end == NEVER);
  g_clear_object (&self->inner);
  self->inner = g_cancellable_new ();
  self->over = FALSE;
  self->end = g_get_monotonic_time () + duration_us;
  if (self->thread == NULL)
    self->thread = g_thread_new ("relm-deadline", look_at_clock, self);
  else if (self->end < self->looks)
    g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_set_object (&self->outer, cancellable);
  if (cancellable != NULL)
    self->outer_id =
      g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled_cb), g_object_ref (self->inner), g_object_unref);
  return self->inner;
}

/**
 * relm_http_deadline_end:
 *
 * The request is at its end. The thread is left alone: it finds out when it looks the next time, and sleeps on.
 *
 * Returns: whether its time was over before
 */
gboolean
relm_http_deadline_end (RelmHttpDeadline *self)
{
  gboolean over;

  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  g_mutex_lock (&self->mutex);
  self->end = NEVER;
  over = self->over;
  g_mutex_unlock (&self->mutex);
  return over;
}
