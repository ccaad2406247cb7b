/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-tracker-error.h"
#include "relm-tracker-source.h"
#include "relm-tracker-sync.h"

#define NEWS_MS 100 /* that often it says how far it is; a person reads no faster */

struct _RelmTrackerSource
{
  GObject parent_instance;

  char *location;
  char *service; /* or NULL */
  char *cache_dir; /* or NULL */
  RelmTokenStore *tokens;

  RelmTrackerAddress *address; /* or NULL: it makes no sense */
  GError *fault;               /* why */
  char *mirror_path;

  gboolean whole; /* the next time all is read, and what is gone is removed */
  gboolean busy;
  double progress;
  char *status;
  gint64 last_sync;
  gint64 allowed;
  guint n_items;
  gboolean looked; /* at the mirror */

  GMainContext *context;
  GMutex mutex;
  char *news;      /* guarded by the mutex: what a worker says; only the last word counts */
  gboolean posted; /* guarded by the mutex */
};

enum
{
  PROP_0,
  PROP_PROGRESS,
  PROP_STATUS,
  PROP_LAST_SYNC,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void relm_tracker_source_init_remote (RelmRemoteInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmTrackerSource, relm_tracker_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RELM_TYPE_REMOTE, relm_tracker_source_init_remote))

/* What one run needs, of which the worker may not ask the source. */
typedef struct
{
  RelmTrackerSource *source; /* for what it says on the way */
  RelmTrackerAddress *address;
  char *mirror_path;
  char *token; /* or NULL */
  gboolean whole;
  gboolean here; /* in the source's own thread */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  relm_tracker_address_free (run->address);
  g_free (run->mirror_path);
  relm_token_free (run->token);
  g_free (run);
}

static void
say (RelmTrackerSource *self,
     double progress,
     const char *status)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->progress < progress || self->progress > progress)
    {
      self->progress = progress;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
    }
  if (g_set_str (&self->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* What the mirror remembers: also what another program, or another day, did. */
static void
look (RelmTrackerSource *self)
{
  g_autoptr (RelmMirrorTracker) mirror = NULL;

  self->looked = TRUE;
  if (self->mirror_path == NULL || !g_file_test (self->mirror_path, G_FILE_TEST_EXISTS))
    return;
  mirror = relm_mirror_tracker_open (self->mirror_path, NULL);
  if (mirror == NULL)
    return;
  self->last_sync = relm_mirror_tracker_get_number (mirror, RELM_TRACKER_STATE_SYNCED);
  self->allowed = relm_mirror_tracker_get_number (mirror, RELM_TRACKER_STATE_ALLOWED);
  self->n_items = relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS);
}

static void
look_once (RelmTrackerSource *self)
{
  if (!self->looked)
    look (self);
}

static gboolean
read_news_cb (gpointer data)
{
  RelmTrackerSource *self = data;
  g_autofree char *news = NULL;

  g_mutex_lock (&self->mutex);
  news = g_steal_pointer (&self->news);
  self->posted = FALSE;
  g_mutex_unlock (&self->mutex);
  if (self->busy && news != NULL)
    say (self, -1, news);
  return G_SOURCE_REMOVE;
}

static void
post_news (RelmTrackerSource *self)
{
  g_autoptr (GSource) source = g_timeout_source_new (NEWS_MS);

  g_source_set_callback (source, read_news_cb, g_object_ref (self), g_object_unref);
  g_source_set_static_name (source, "[relm] news of a tracker");
  g_source_attach (source, self->context);
}

static char *
dup_clock (gint64 time)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (time);

  return at != NULL ? g_date_time_format (at, "%X") : g_strdup ("");
}

static char *
describe_wait (const RelmTrackerProgress *progress)
{
  g_autofree char *clock = dup_clock (progress->until);

  if (progress->why == RELM_TRACKER_ERROR_LIMITED)
    /* Translators: the placeholder is a time of day */
    return g_strdup_printf (_ ("The server asks to wait until %s…"), clock);
  if (progress->why == RELM_TRACKER_ERROR_SERVER)
    /* Translators: the placeholder is a time of day */
    return g_strdup_printf (_ ("The server has a problem of its own; Relm tries again at %s…"), clock);
  /* Translators: the placeholder is a time of day */
  return g_strdup_printf (_ ("The connection broke; Relm tries again at %s…"), clock);
}

static char *
describe (const RelmTrackerProgress *progress)
{
  if (progress->until > 0)
    return describe_wait (progress);
  if (progress->label == NULL)
    return g_strdup (_ ("Asking the server…"));
  /* Translators: the first placeholder is what is read, for example “Issues”; the number is of all that was read so far */
  return g_strdup_printf (_ ("Reading: %s (%u so far)…"), progress->label, progress->n_rows);
}

/* In the thread that works. However often it is called, the main context looks once at a time. */
static void
progress_cb (const RelmTrackerProgress *progress,
             gpointer data)
{
  Run *run = data;
  RelmTrackerSource *self = run->source;
  g_autofree char *news = describe (progress);
  gboolean post;

  if (run->here)
    {
      say (self, -1, news);
      return;
    }
  g_mutex_lock (&self->mutex);
  g_set_str (&self->news, news);
  post = !self->posted;
  self->posted = TRUE;
  g_mutex_unlock (&self->mutex);
  if (post)
    post_news (self);
}

static gboolean
run_sync (Run *run,
          GCancellable *cancellable,
          GError **error)
{
  const RelmTrackerSync sync = {
    .address = run->address,
    .mirror_path = run->mirror_path,
    .token = run->token,
    .progress = progress_cb,
    .progress_data = run,
  };

  return run->whole ? relm_tracker_sync_reconcile (&sync, cancellable, error) : relm_tracker_sync_run (&sync, cancellable, error);
}

/* Returns: (transfer full) (nullable): a run that may begin */
static Run *
start_run (RelmTrackerSource *self,
           GError **error)
{
  g_autofree char *clock = NULL;
  Run *run;

  if (self->busy)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING, _ ("The tracker is being read already. Wait until it is done."));
      return NULL;
    }
  if (self->address == NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->fault);
      say (self, 0, self->fault->message);
      return NULL;
    }
  look (self);
  if (self->allowed > g_get_real_time () / G_USEC_PER_SEC)
    {
      clock = dup_clock (self->allowed);
      g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_LIMITED,
                   _ ("The server asks to be left alone until %s. Try again then; a token often allows more."), clock);
      return NULL;
    }
  run = g_new0 (Run, 1);
  run->source = self;
  run->address = relm_tracker_address_new (self->location, self->service, NULL);
  run->mirror_path = g_strdup (self->mirror_path);
  run->whole = self->whole;
  self->whole = FALSE;
  self->busy = TRUE;
  say (self, -1, _ ("Asking the server…"));
  return run;
}

/* A run that was ended by the person is not a failure. */
static void
finish_run (RelmTrackerSource *self,
            const GError *error)
{
  self->busy = FALSE;
  look (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, 0, "");
  else
    say (self, error == NULL ? 1 : 0, error != NULL ? error->message : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_SYNC]);
}

static void
sync_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_sync (task_data, cancellable, &error))
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
  finish_run (RELM_TRACKER_SOURCE (object), error);
  if (error != NULL)
    g_task_return_error (outer, error);
  else
    g_task_return_boolean (outer, TRUE);
}

static void
token_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  GTask *outer = data;
  RelmTrackerSource *self = g_task_get_source_object (outer);
  g_autoptr (GTask) inner = g_task_new (self, g_task_get_cancellable (outer), sync_done_cb, outer);
  Run *run = g_task_get_task_data (outer);

  run->token = relm_token_store_look_up_finish (RELM_TOKEN_STORE (object), result, NULL, NULL);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, run, NULL); /* the outer one has it */
  g_task_run_in_thread (inner, sync_in_thread);
}

static void
sync_async (RelmRemote *remote,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  RelmTrackerSource *self = RELM_TRACKER_SOURCE (remote);
  g_autoptr (GTask) outer = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *origin = NULL;
  GError *error = NULL;
  Run *run = start_run (self, &error);

  g_task_set_check_cancellable (outer, FALSE);
  if (run == NULL)
    {
      g_task_return_error (outer, error);
      return;
    }
  g_task_set_task_data (outer, run, run_free);
  origin = relm_tracker_address_dup_host (run->address);
  relm_token_store_look_up_async (self->tokens, origin, cancellable, token_cb, g_steal_pointer (&outer));
}

static gboolean
sync_finish (RelmRemote *remote,
             GAsyncResult *result,
             GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
sync_here (RelmRemote *remote,
           GCancellable *cancellable,
           GError **error)
{
  RelmTrackerSource *self = RELM_TRACKER_SOURCE (remote);
  g_autofree char *origin = NULL;
  RelmTokenPlace place;
  GError *local_error = NULL;
  Run *run = start_run (self, error);

  if (run == NULL)
    return FALSE;
  run->here = TRUE;
  origin = relm_tracker_address_dup_host (run->address);
  run->token = relm_token_store_look_up (self->tokens, origin, &place, cancellable);
  run_sync (run, cancellable, &local_error);
  run_free (run);
  finish_run (self, local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
is_busy (RelmRemote *remote)
{
  return RELM_TRACKER_SOURCE (remote)->busy;
}

static double
get_progress (RelmRemote *remote)
{
  return RELM_TRACKER_SOURCE (remote)->progress;
}

static const char *
get_status (RelmRemote *remote)
{
  return RELM_TRACKER_SOURCE (remote)->status;
}

static gint64
get_last_sync (RelmRemote *remote)
{
  look_once (RELM_TRACKER_SOURCE (remote));
  return RELM_TRACKER_SOURCE (remote)->last_sync;
}

static const char *
get_mirror_path (RelmRemote *remote)
{
  return RELM_TRACKER_SOURCE (remote)->mirror_path;
}

static void
relm_tracker_source_init_remote (RelmRemoteInterface *iface)
{
  iface->is_busy = is_busy;
  iface->get_progress = get_progress;
  iface->get_status = get_status;
  iface->get_last_sync = get_last_sync;
  iface->get_mirror_path = get_mirror_path;
  iface->sync_async = sync_async;
  iface->sync_finish = sync_finish;
  iface->sync = sync_here;
}

static void
relm_tracker_source_finalize (GObject *object)
{
  RelmTrackerSource *self = RELM_TRACKER_SOURCE (object);

  g_free (self->location);
  g_free (self->service);
  g_free (self->cache_dir);
  g_free (self->mirror_path);
  g_free (self->status);
  g_free (self->news);
  g_clear_object (&self->tokens);
  g_clear_error (&self->fault);
  g_clear_pointer (&self->address, relm_tracker_address_free);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (relm_tracker_source_parent_class)->finalize (object);
}

static void
relm_tracker_source_get_property (GObject *object,
                                  guint property,
                                  GValue *value,
                                  GParamSpec *spec)
{
  RelmTrackerSource *self = RELM_TRACKER_SOURCE (object);

  switch (property)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_LAST_SYNC:
      g_value_set_int64 (value, get_last_sync (RELM_REMOTE (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_tracker_source_class_init (RelmTrackerSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = relm_tracker_source_finalize;
  object_class->get_property = relm_tracker_source_get_property;

  /* From 0 to 1; -1: nobody knows. */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, 0, readable);
  /* What is going on, or what went wrong: a translated sentence; may be empty. */
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", readable);
  /* When the mirror was last brought up to date, Unix seconds; 0: never. Told after each run. */
  properties[PROP_LAST_SYNC] = g_param_spec_int64 ("last-sync", NULL, NULL, 0, G_MAXINT64, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
relm_tracker_source_init (RelmTrackerSource *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->status = g_strdup ("");
}

/**
 * relm_tracker_source_new:
 * @location: the address of the project, as a person pasted it
 * @service: (nullable): the name of the service, where it is known already
 * @cache_dir: (nullable): where mirrors are; %NULL for the usual place
 * @tokens: who is asked for the token
 *
 * Does nothing until it is asked to.
 *
 * Returns: (transfer full): a source of the calling thread
 */
RelmTrackerSource *
relm_tracker_source_new (const char *location,
                         const char *service,
                         const char *cache_dir,
                         RelmTokenStore *tokens)
{
  RelmTrackerSource *self;

  g_return_val_if_fail (location != NULL && RELM_IS_TOKEN_STORE (tokens), NULL);

  self = g_object_new (RELM_TYPE_TRACKER_SOURCE, NULL);
  self->location = g_strdup (location);
  self->service = g_strdup (service);
  self->cache_dir = g_strdup (cache_dir);
  self->tokens = g_object_ref (tokens);
  self->address = relm_tracker_address_new (location, service, &self->fault);
  if (self->address != NULL)
    self->mirror_path = relm_tracker_address_dup_mirror_path (self->address, cache_dir);
  return self;
}

/**
 * relm_tracker_source_set_whole:
 * @whole: whether the next run reads everything, and removes what the tracker, asked for it, says is gone
 */
void
relm_tracker_source_set_whole (RelmTrackerSource *self,
                               gboolean whole)
{
  g_return_if_fail (RELM_IS_TRACKER_SOURCE (self));

  self->whole = whole;
}

/**
 * relm_tracker_source_get_address:
 *
 * Returns: (transfer none) (nullable): where it is; %NULL if the location makes no sense
 */
const RelmTrackerAddress *
relm_tracker_source_get_address (RelmTrackerSource *self)
{
  g_return_val_if_fail (RELM_IS_TRACKER_SOURCE (self), NULL);

  return self->address;
}

/**
 * relm_tracker_source_get_allowed:
 *
 * Returns: when the server may be asked again, Unix seconds; a time that has passed, or 0: now
 */
gint64
relm_tracker_source_get_allowed (RelmTrackerSource *self)
{
  g_return_val_if_fail (RELM_IS_TRACKER_SOURCE (self), 0);

  look_once (self);
  return self->allowed;
}

/**
 * relm_tracker_source_get_n_items:
 *
 * Returns: how many items the mirror has
 */
guint
relm_tracker_source_get_n_items (RelmTrackerSource *self)
{
  g_return_val_if_fail (RELM_IS_TRACKER_SOURCE (self), 0);

  look_once (self);
  return self->n_items;
}
