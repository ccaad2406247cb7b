/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-forecasts.h"

#define QUIET 300 /* milliseconds without an edit before it is computed again */

struct _RelmForecasts
{
  GObject parent_instance;

  RelmProject *project;
  GHashTable *outlooks;  /* ids of releases to RelmOutlook; NULL until the first are there */
  GCancellable *running; /* NULL when nothing is */
  RelmForecastsTrackers trackers; /* or NULL: it has none */
  gpointer trackers_data;
  RelmOutlookReader reader; /* or NULL: the usual one */
  guint wait_id;
  gboolean asked;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmForecasts, relm_forecasts, G_TYPE_OBJECT)

static void
compute (GTask *task,
         gpointer source,
         gpointer data,
         GCancellable *cancellable)
{
  g_task_return_pointer (task, relm_outlook_input_run (data, cancellable), (GDestroyNotify) g_hash_table_unref);
}

/* What was cancelled says nothing, however late it comes: a task whose answer nobody wants gives none. */
static void
computed_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  RelmForecasts *self = RELM_FORECASTS (source);
  GHashTable *outlooks = g_task_propagate_pointer (G_TASK (result), NULL);

  if (outlooks == NULL)
    return;
  g_clear_object (&self->running);
  g_clear_pointer (&self->outlooks, g_hash_table_unref);
  self->outlooks = outlooks;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (RelmForecasts *self)
{
  g_clear_handle_id (&self->wait_id, g_source_remove);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
start (RelmForecasts *self)
{
  g_autoptr (GPtrArray) trackers = self->trackers != NULL ? self->trackers (self->trackers_data) : NULL;
  RelmOutlookInput *input = relm_outlook_input_new (self->project, trackers, relm_date_today ());
  g_autoptr (GTask) task = NULL;

  stop (self);
  if (self->reader != NULL)
    relm_outlook_input_set_reader (input, self->reader);
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, computed_cb, NULL);
  g_task_set_task_data (task, input, (GDestroyNotify) relm_outlook_input_free);
  g_task_run_in_thread (task, compute);
}

static gboolean
quiet_cb (gpointer data)
{
  RelmForecasts *self = data;

  self->wait_id = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
relm_forecasts_dispose (GObject *object)
{
  RelmForecasts *self = RELM_FORECASTS (object);

  stop (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->outlooks, g_hash_table_unref);

  G_OBJECT_CLASS (relm_forecasts_parent_class)->dispose (object);
}

static void
relm_forecasts_class_init (RelmForecastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_forecasts_dispose;

  /**
   * RelmForecasts::changed:
   *
   * Forecasts and burn-ups were computed. Emitted from the main loop.
   */
  signals[CHANGED] = g_signal_new ("changed", RELM_TYPE_FORECASTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relm_forecasts_init (RelmForecasts *self)
{
}

/**
 * relm_forecasts_new:
 * @project: a project
 *
 * Returns: (transfer full): its forecasts, which are computed when somebody asks
 */
RelmForecasts *
relm_forecasts_new (RelmProject *project)
{
  RelmForecasts *self;

  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  self = g_object_new (RELM_TYPE_FORECASTS, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_swapped (project, "changed", G_CALLBACK (relm_forecasts_refresh), self);
  return self;
}

/**
 * relm_forecasts_set_trackers:
 * @trackers: asked whenever all is computed again
 * @user_data: for @trackers; it lives as long as the forecasts, or until this is set to something else
 */
void
relm_forecasts_set_trackers (RelmForecasts *self,
                             RelmForecastsTrackers trackers,
                             gpointer user_data)
{
  g_return_if_fail (RELM_IS_FORECASTS (self));

  self->trackers = trackers;
  self->trackers_data = user_data;
}

/**
 * relm_forecasts_set_reader:
 * @reader: called in worker threads
 *
 * For tests: what reads mirrors in place of relm_work_lives_read_tracker().
 */
void
relm_forecasts_set_reader (RelmForecasts *self,
                           RelmOutlookReader reader)
{
  g_return_if_fail (RELM_IS_FORECASTS (self));

  self->reader = reader;
}

/**
 * relm_forecasts_refresh:
 *
 * What they are made of has changed: they are computed again soon, if anybody ever asked for them. What is being computed
 * is given up.
 */
void
relm_forecasts_refresh (RelmForecasts *self)
{
  g_return_if_fail (RELM_IS_FORECASTS (self));

  if (!self->asked)
    return;
  stop (self);
  self->wait_id = g_timeout_add (QUIET, quiet_cb, self);
}

static const RelmOutlook *
find (RelmForecasts *self,
      RelmRecord *release)
{
  if (!self->asked)
    {
      self->asked = TRUE;
      start (self);
    }
  return self->outlooks != NULL ? g_hash_table_lookup (self->outlooks, relm_record_get_id (release)) : NULL;
}

/**
 * relm_forecasts_get:
 * @release: a release of the project
 *
 * Returns: (transfer none) (nullable): its forecast, until the next “changed”; %NULL while the first is being computed, and for a
 *   release that is out
 */
const RelmReleaseForecast *
relm_forecasts_get (RelmForecasts *self,
                    RelmRecord *release)
{
  const RelmOutlook *outlook;

  g_return_val_if_fail (RELM_IS_FORECASTS (self) && RELM_IS_RECORD (release), NULL);

  outlook = find (self, release);
  return outlook != NULL && outlook->forecast.refusal != RELM_FORECAST_OUT ? &outlook->forecast : NULL;
}

/**
 * relm_forecasts_get_burn_up:
 * @release: a release of the project
 *
 * Returns: (transfer none) (nullable): its burn-up, until the next “changed”; %NULL while the first is being computed, and when
 *   there is nothing to see yet
 */
const RelmBurnUp *
relm_forecasts_get_burn_up (RelmForecasts *self,
                            RelmRecord *release)
{
  const RelmOutlook *outlook;

  g_return_val_if_fail (RELM_IS_FORECASTS (self) && RELM_IS_RECORD (release), NULL);

  outlook = find (self, release);
  return outlook != NULL ? outlook->burn_up : NULL;
}
