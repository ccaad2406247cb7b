/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include "relm-git-queue.h"

struct _RelmGitQueue
{
  GMutex mutex;
  GCond changed;
  GQueue items;
  GDestroyNotify free_func;
  guint limit;
  gboolean finished;  /* nothing comes any more */
  gboolean abandoned; /* nobody takes anything any more */
};

/**
 * relm_git_queue_new:
 * @limit: how many items it holds at most
 * @free_func: frees an item that nobody takes
 *
 * Returns: (transfer full): an empty queue
 */
RelmGitQueue *
relm_git_queue_new (guint limit,
                    GDestroyNotify free_func)
{
  RelmGitQueue *self = g_new0 (RelmGitQueue, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->items);
  self->limit = limit;
  self->free_func = free_func;
  return self;
}

/**
 * relm_git_queue_free:
 * @self: (nullable) (transfer full): a queue that no thread uses any more
 */
void
relm_git_queue_free (RelmGitQueue *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->items, self->free_func);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * relm_git_queue_push:
 * @item: (transfer full): something
 *
 * Waits until there is room.
 *
 * Returns: whether somebody will take it; %FALSE when the other side gave up, and then it is freed
 */
gboolean
relm_git_queue_push (RelmGitQueue *self,
                     gpointer item)
{
  gboolean pushed;

  g_mutex_lock (&self->mutex);
  while (!self->abandoned && self->items.length >= self->limit)
    g_cond_wait (&self->changed, &self->mutex);
  pushed = !self->abandoned;
  if (pushed)
    g_queue_push_tail (&self->items, item);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  if (!pushed)
    self->free_func (item);
  return pushed;
}

/**
 * relm_git_queue_pop:
 *
 * Waits until there is something.
 *
 * Returns: (transfer full) (nullable): the oldest item; %NULL when all are taken and no more come
 */
gpointer
relm_git_queue_pop (RelmGitQueue *self)
{
  gpointer item;

  g_mutex_lock (&self->mutex);
  while (!self->finished && self->items.length == 0)
    g_cond_wait (&self->changed, &self->mutex);
  item = g_queue_pop_head (&self->items);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return item;
}

static void
set_flag (RelmGitQueue *self,
          gboolean *flag)
{
  g_mutex_lock (&self->mutex);
  *flag = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/**
 * relm_git_queue_finish:
 *
 * Says that nothing more will be pushed.
 */
void
relm_git_queue_finish (RelmGitQueue *self)
{
  set_flag (self, &self->finished);
}

/**
 * relm_git_queue_abandon:
 *
 * Says that nothing more will be popped.
 */
void
relm_git_queue_abandon (RelmGitQueue *self)
{
  set_flag (self, &self->abandoned);
}
