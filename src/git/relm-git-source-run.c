/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing the mirror up to date: in a worker, which says on the way how far it is, or in the calling thread. */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-git-source-private.h"

static gboolean
is_partial (RelmGitSourceState state,
            double progress)
{
  return state == RELM_GIT_SOURCE_READY && progress < 1;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* A part of the history can be used. */
static void
take_partial (RelmGitSource *self,
              gint64 time)
{
  relm_git_source_set_incomplete (self, TRUE);
  relm_git_source_set_last_sync (self, time);
}

/* Takes the news over, if there are any. */
static void
read_news (RelmGitSource *self)
{
  RelmGitSourceNews news = { 0 };

  g_mutex_lock (&self->mutex);
  if (self->posted)
    {
      news = self->news;
      self->news.status = NULL;
      self->news.partial = 0;
      self->posted = FALSE;
    }
  g_mutex_unlock (&self->mutex);
  if (news.partial > 0)
    take_partial (self, news.partial);
  if (news.status != NULL)
    relm_git_source_set_state (self, news.state, news.progress, news.status);
  g_free (news.status);
}

static gboolean
read_news_cb (gpointer data)
{
  read_news (data);
  return G_SOURCE_REMOVE;
}

static void
post_news (RelmGitSource *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, read_news_cb, g_object_ref (self), g_object_unref);
  g_source_set_static_name (source, "[relm] news of a repository");
  g_source_attach (source, self->context);
}

/* In the worker. However often it is called, the main context looks once at a time. */
static void
report_cb (RelmGitSourceState state,
           double progress,
           const char *status,
           gpointer data)
{
  RelmGitSource *self = data;
  gboolean post;

  g_mutex_lock (&self->mutex);
  self->news.state = state;
  self->news.progress = progress;
  if (is_partial (state, progress))
    self->news.partial = get_now ();
  g_set_str (&self->news.status, status);
  post = !self->posted;
  self->posted = TRUE;
  g_mutex_unlock (&self->mutex);
  if (post)
    post_news (self);
}

/* In the thread of the source, which waits. */
static void
report_here_cb (RelmGitSourceState state,
                double progress,
                const char *status,
                gpointer data)
{
  if (is_partial (state, progress))
    take_partial (data, get_now ());
  relm_git_source_set_state (data, state, progress, status);
}

/* What a run gives back besides what it says on the way. */
typedef struct
{
  RelmGitSync *sync;
  RelmGitReaderResult result;
  gint64 time; /* when the mirror was last brought up to date */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  relm_git_sync_free (run->sync);
  g_free (run);
}

static gboolean
run_sync (RelmGitSource *self,
          Run *run,
          RelmGitSyncReportFunc report_func,
          GCancellable *cancellable,
          GError **error)
{
  const gboolean success = relm_git_sync_run (run->sync, report_func, self, &run->result, cancellable, error);

  run->time = relm_git_sync_read_time (run->sync);
  return success;
}

/* A run that was ended by the person is not a failure. */
static void
finish_run (RelmGitSource *self,
            const Run *run,
            const GError *error)
{
  self->busy = FALSE;
  read_news (self);
  g_object_freeze_notify (G_OBJECT (self));
  if (run != NULL)
    relm_git_source_set_last_sync (self, run->time);
  if (error == NULL)
    relm_git_source_set_incomplete (self, run->result.shallow);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    relm_git_source_set_state (self, RELM_GIT_SOURCE_IDLE, 0, "");
  else if (error != NULL)
    relm_git_source_set_state (self, RELM_GIT_SOURCE_FAILED, 0, error->message);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Whether a run may start; the state is changed if it does. */
static Run *
start_run (RelmGitSource *self,
           GError **error)
{
  GError *local_error = NULL;
  RelmGitSync *sync;
  Run *run;

  if (self->busy)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING, _ ("The repository is being read already. Wait until it is done."));
      return NULL;
    }
  sync = relm_git_source_make_sync (self, &local_error);
  if (sync == NULL)
    {
      finish_run (self, NULL, local_error);
      g_propagate_error (error, local_error);
      return NULL;
    }
  run = g_new0 (Run, 1);
  run->sync = sync;
  self->busy = TRUE;
  return run;
}

static void
sync_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_sync (source_object, task_data, report_cb, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The properties are right before whoever asked is told. */
static void
sync_done_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GTask) outer = data;
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  finish_run (RELM_GIT_SOURCE (object), g_task_get_task_data (G_TASK (result)), error);
  if (error != NULL)
    g_task_return_error (outer, error);
  else
    g_task_return_boolean (outer, TRUE);
}

/**
 * relm_git_source_sync_async:
 * @cancellable: (nullable): ends it; the mirror is then what it was, or, the first time, has the newest part
 * @callback: called on the thread of @self when the mirror is up to date, or cannot be
 */
void
relm_git_source_sync_async (RelmGitSource *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) outer = NULL;
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;
  Run *run;

  g_return_if_fail (RELM_IS_GIT_SOURCE (self));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (outer, FALSE);
  run = start_run (self, &error);
  if (run == NULL)
    {
      g_task_return_error (outer, error);
      return;
    }
  inner = g_task_new (self, cancellable, sync_done_cb, g_steal_pointer (&outer));
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, run, run_free);
  g_task_run_in_thread (inner, sync_in_thread);
}

/**
 * relm_git_source_sync_finish:
 *
 * Returns: whether the mirror is up to date; else a RELM_GIT_ERROR, a RELM_MIRROR_ERROR, G_IO_ERROR_CANCELLED, or
 *   G_IO_ERROR_PENDING when it was at it already
 */
gboolean
relm_git_source_sync_finish (RelmGitSource *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * relm_git_source_sync:
 * @cancellable: (nullable): ends it; the mirror is then what it was
 *
 * Does the same in the calling thread, which must be that of @self, for programs without a main loop.
 *
 * Returns: as relm_git_source_sync_finish()
 */
gboolean
relm_git_source_sync (RelmGitSource *self,
                      GCancellable *cancellable,
                      GError **error)
{
  GError *local_error = NULL;
  Run *run;

  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), FALSE);

  run = start_run (self, error);
  if (run == NULL)
    return FALSE;
  run_sync (self, run, report_here_cb, cancellable, &local_error);
  finish_run (self, run, local_error);
  run_free (run);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}
