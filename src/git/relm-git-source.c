/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-git-error.h"
#include "relm-git-source.h"
#include "relm-git-sync.h"

/* What a worker says; only the last word counts. */
typedef struct
{
  RelmGitSourceState state;
  double progress;
  char *status;
} News;

struct _RelmGitSource
{
  GObject parent_instance;

  char *location;
  char *base_dir;
  char *cache_dir;
  char *branch;
  char *tag_pattern;
  char *mirror_path; /* made when asked for */

  RelmGitSourceState state;
  double progress;
  char *status;
  gint64 last_sync;
  gboolean incomplete;
  gboolean busy;

  GMainContext *context;
  GMutex mutex;
  News news;       /* guarded by the mutex */
  gboolean posted; /* guarded by the mutex: somebody will look at the news */
};

enum
{
  PROP_0,
  PROP_LOCATION,
  PROP_BASE_DIR,
  PROP_CACHE_DIR,
  PROP_BRANCH,
  PROP_TAG_PATTERN,
  PROP_STATE,
  PROP_PROGRESS,
  PROP_STATUS,
  PROP_LAST_SYNC,
  PROP_INCOMPLETE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (RelmGitSourceState, relm_git_source_state,
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_RECEIVING, "receiving"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_READING, "reading"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (RelmGitSource, relm_git_source, G_TYPE_OBJECT)

static void
set_state (RelmGitSource *self,
           RelmGitSourceState state,
           double progress,
           const char *status)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (self->progress < progress || self->progress > progress)
    {
      self->progress = progress;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
    }
  if (g_set_str (&self->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Takes the news over, if there are any. */
static void
read_news (RelmGitSource *self)
{
  News news = { 0 };

  g_mutex_lock (&self->mutex);
  if (self->posted)
    {
      news = self->news;
      self->news.status = NULL;
      self->posted = FALSE;
    }
  g_mutex_unlock (&self->mutex);
  if (news.status != NULL)
    set_state (self, news.state, news.progress, news.status);
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
  set_state (data, state, progress, status);
}

static RelmGitSync *
make_sync (RelmGitSource *self,
           GError **error)
{
  return relm_git_sync_new (self->location, self->base_dir, self->cache_dir, self->branch, self->tag_pattern, error);
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
  if (run != NULL && run->time != self->last_sync)
    {
      self->last_sync = run->time;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_SYNC]);
    }
  if (error == NULL && run->result.shallow != self->incomplete)
    {
      self->incomplete = run->result.shallow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCOMPLETE]);
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, RELM_GIT_SOURCE_IDLE, 0, "");
  else if (error != NULL)
    set_state (self, RELM_GIT_SOURCE_FAILED, 0, error->message);
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
  sync = make_sync (self, &local_error);
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

static void
relm_git_source_finalize (GObject *object)
{
  RelmGitSource *self = RELM_GIT_SOURCE (object);

  g_free (self->location);
  g_free (self->base_dir);
  g_free (self->cache_dir);
  g_free (self->branch);
  g_free (self->tag_pattern);
  g_free (self->mirror_path);
  g_free (self->status);
  g_free (self->news.status);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (relm_git_source_parent_class)->finalize (object);
}

static void
relm_git_source_get_property (GObject *object,
                              guint property,
                              GValue *value,
                              GParamSpec *spec)
{
  RelmGitSource *self = RELM_GIT_SOURCE (object);

  switch (property)
    {
    case PROP_LOCATION:
      g_value_set_string (value, self->location);
      break;
    case PROP_BASE_DIR:
      g_value_set_string (value, self->base_dir);
      break;
    case PROP_CACHE_DIR:
      g_value_set_string (value, self->cache_dir);
      break;
    case PROP_BRANCH:
      g_value_set_string (value, self->branch);
      break;
    case PROP_TAG_PATTERN:
      g_value_set_string (value, self->tag_pattern);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_LAST_SYNC:
      g_value_set_int64 (value, self->last_sync);
      break;
    case PROP_INCOMPLETE:
      g_value_set_boolean (value, self->incomplete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_git_source_set_property (GObject *object,
                              guint property,
                              const GValue *value,
                              GParamSpec *spec)
{
  RelmGitSource *self = RELM_GIT_SOURCE (object);

  switch (property)
    {
    case PROP_LOCATION:
      self->location = g_value_dup_string (value);
      break;
    case PROP_BASE_DIR:
      self->base_dir = g_value_dup_string (value);
      break;
    case PROP_CACHE_DIR:
      self->cache_dir = g_value_dup_string (value);
      break;
    case PROP_BRANCH:
      relm_git_source_set_branch (self, g_value_get_string (value));
      break;
    case PROP_TAG_PATTERN:
      relm_git_source_set_tag_pattern (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_git_source_class_init (RelmGitSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags settable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = relm_git_source_finalize;
  object_class->get_property = relm_git_source_get_property;
  object_class->set_property = relm_git_source_set_property;

  /* Where the repository is, as a person wrote it. */
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, "", once);
  /* The folder that a relative location is in; NULL: none. */
  properties[PROP_BASE_DIR] = g_param_spec_string ("base-dir", NULL, NULL, NULL, once);
  /* Where clones and mirrors are; NULL: the usual place. */
  properties[PROP_CACHE_DIR] = g_param_spec_string ("cache-dir", NULL, NULL, NULL, once);
  /* The branch to read; NULL: the one that the repository has as its own. */
  properties[PROP_BRANCH] = g_param_spec_string ("branch", NULL, NULL, NULL, settable);
  /* What the tags of releases look like, with * and ?; NULL: found out. */
  properties[PROP_TAG_PATTERN] = g_param_spec_string ("tag-pattern", NULL, NULL, NULL, settable);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, RELM_TYPE_GIT_SOURCE_STATE, RELM_GIT_SOURCE_IDLE, readable);
  /* From 0 to 1; -1: nobody knows. */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, 0, readable);
  /* What is going on, what came of it, or what went wrong: a translated sentence. */
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", readable);
  /* When the mirror was last brought up to date, Unix seconds; 0: not known, or never. */
  properties[PROP_LAST_SYNC] = g_param_spec_int64 ("last-sync", NULL, NULL, 0, G_MAXINT64, 0, readable);
  /* Whether the repository has not all of its history. */
  properties[PROP_INCOMPLETE] = g_param_spec_boolean ("incomplete", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
relm_git_source_init (RelmGitSource *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->status = g_strdup ("");
}

/**
 * relm_git_source_new:
 * @location: a folder, or an http or https address
 * @base_dir: (nullable): the folder that a relative one is in
 * @cache_dir: (nullable): where clones and mirrors are; %NULL for the usual place
 *
 * Does nothing until it is asked to.
 *
 * Returns: (transfer full): a source of the calling thread
 */
RelmGitSource *
relm_git_source_new (const char *location,
                     const char *base_dir,
                     const char *cache_dir)
{
  g_return_val_if_fail (location != NULL, NULL);

  return g_object_new (RELM_TYPE_GIT_SOURCE, "location", location, "base-dir", base_dir, "cache-dir", cache_dir, NULL);
}

/**
 * relm_git_source_get_location:
 *
 * Returns: (transfer none): where the repository is, as a person wrote it
 */
const char *
relm_git_source_get_location (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  return self->location;
}

/**
 * relm_git_source_get_branch:
 *
 * Returns: (transfer none) (nullable): the branch to read
 */
const char *
relm_git_source_get_branch (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  return self->branch;
}

/* What is read decides which mirror it is. */
static void
set_option (RelmGitSource *self,
            char **option,
            const char *value,
            guint property)
{
  if (!g_set_str (option, value != NULL && *value != '\0' ? value : NULL))
    return;
  g_clear_pointer (&self->mirror_path, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * relm_git_source_set_branch:
 * @branch: (nullable): the branch to read from the next time on; %NULL for the one that the repository has as its own
 */
void
relm_git_source_set_branch (RelmGitSource *self,
                            const char *branch)
{
  g_return_if_fail (RELM_IS_GIT_SOURCE (self));

  set_option (self, &self->branch, branch, PROP_BRANCH);
}

/**
 * relm_git_source_get_tag_pattern:
 *
 * Returns: (transfer none) (nullable): what the tags of releases look like
 */
const char *
relm_git_source_get_tag_pattern (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  return self->tag_pattern;
}

/**
 * relm_git_source_set_tag_pattern:
 * @tag_pattern: (nullable): what the tags of releases look like, with * and ?; %NULL: found out
 */
void
relm_git_source_set_tag_pattern (RelmGitSource *self,
                                 const char *tag_pattern)
{
  g_return_if_fail (RELM_IS_GIT_SOURCE (self));

  set_option (self, &self->tag_pattern, tag_pattern, PROP_TAG_PATTERN);
}

/**
 * relm_git_source_get_state:
 *
 * Returns: what it does
 */
RelmGitSourceState
relm_git_source_get_state (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), RELM_GIT_SOURCE_IDLE);

  return self->state;
}

/**
 * relm_git_source_get_progress:
 *
 * Returns: how far it is with that, from 0 to 1; -1 if nobody knows
 */
double
relm_git_source_get_progress (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), 0);

  return self->progress;
}

/**
 * relm_git_source_get_status:
 *
 * Returns: (transfer none): a translated sentence that says what it does, what came of it, or what went wrong; may be empty
 */
const char *
relm_git_source_get_status (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  return self->status;
}

/**
 * relm_git_source_get_last_sync:
 *
 * Returns: when the mirror was last brought up to date, Unix seconds; 0 if never, or before anything was tried
 */
gint64
relm_git_source_get_last_sync (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), 0);

  return self->last_sync;
}

/**
 * relm_git_source_is_incomplete:
 *
 * Returns: whether the repository has not all of its history, so that what is made of it may be wrong
 */
gboolean
relm_git_source_is_incomplete (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), FALSE);

  return self->incomplete;
}

/**
 * relm_git_source_get_mirror_path:
 *
 * Returns: (transfer none) (nullable): where the mirror is, or will be; %NULL if the location makes no sense
 */
const char *
relm_git_source_get_mirror_path (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  if (self->mirror_path == NULL)
    {
      g_autoptr (RelmGitSync) sync = make_sync (self, NULL);

      self->mirror_path = sync != NULL ? relm_git_sync_dup_mirror_path (sync) : NULL;
    }
  return self->mirror_path;
}

/**
 * relm_git_source_sync_async:
 * @cancellable: (nullable): ends it; the mirror is then what it was
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
