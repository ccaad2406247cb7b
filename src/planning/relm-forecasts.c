/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-forecasts.h"
#include "relm-plan.h"
#include "relm-release.h"

#define QUIET 300 /* milliseconds without an edit before it is computed again */

struct _RelmForecasts
{
  GObject parent_instance;

  RelmProject *project;
  GHashTable *forecasts; /* ids of releases to RelmReleaseForecast; NULL until the first are there */
  GCancellable *running; /* NULL when nothing is */
  guint wait_id;
  gboolean asked;
};

/* What the worker gets, and gives. */
typedef struct
{
  GPtrArray *inputs;
  GPtrArray *ids; /* of their releases */
} Batch;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmForecasts, relm_forecasts, G_TYPE_OBJECT)

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->inputs);
  g_ptr_array_unref (batch->ids);
  g_free (batch);
}

static Batch *
batch_new (RelmProject *project)
{
  const RelmDate today = relm_date_today ();
  g_autoptr (RelmPlanNetwork) network = relm_plan_network_new (project);
  g_autoptr (RelmWorkHistory) history = relm_work_history_new (project, today);
  RelmRecordList *releases = relm_project_get_list (project, RELM_TYPE_RELEASE);
  Batch *batch = g_new (Batch, 1);

  batch->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_forecast_input_free);
  batch->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < relm_record_list_get_size (releases); i++)
    {
      RelmRecord *release = relm_record_list_get (releases, i);

      if (relm_plan_is_done (release))
        continue;
      g_ptr_array_add (batch->inputs, relm_forecast_input_new (network, history, project, release, today));
      g_ptr_array_add (batch->ids, g_strdup (relm_record_get_id (release)));
    }
  return batch;
}

static void
compute (GTask *task,
         gpointer source,
         gpointer data,
         GCancellable *cancellable)
{
  Batch *batch = data;
  GHashTable *forecasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < batch->inputs->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      RelmReleaseForecast *forecast = g_new (RelmReleaseForecast, 1);

      relm_forecast_input_run (g_ptr_array_index (batch->inputs, i), forecast);
      g_hash_table_insert (forecasts, g_strdup (g_ptr_array_index (batch->ids, i)), forecast);
    }
  g_task_return_pointer (task, forecasts, (GDestroyNotify) g_hash_table_unref);
}

static void
computed_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  RelmForecasts *self = RELM_FORECASTS (source);
  GHashTable *forecasts = g_task_propagate_pointer (G_TASK (result), NULL);

  if (forecasts == NULL)
    return;
  g_clear_object (&self->running);
  g_clear_pointer (&self->forecasts, g_hash_table_unref);
  self->forecasts = forecasts;
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
  g_autoptr (GTask) task = NULL;

  stop (self);
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, computed_cb, NULL);
  g_task_set_task_data (task, batch_new (self->project), batch_free);
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
project_changed_cb (RelmForecasts *self)
{
  if (!self->asked)
    return;
  stop (self);
  self->wait_id = g_timeout_add (QUIET, quiet_cb, self);
}

static void
relm_forecasts_dispose (GObject *object)
{
  RelmForecasts *self = RELM_FORECASTS (object);

  stop (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->forecasts, g_hash_table_unref);

  G_OBJECT_CLASS (relm_forecasts_parent_class)->dispose (object);
}

static void
relm_forecasts_class_init (RelmForecastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_forecasts_dispose;

  /**
   * RelmForecasts::changed:
   *
   * Forecasts were computed. Emitted from the main loop.
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
  g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  return self;
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
  g_return_val_if_fail (RELM_IS_FORECASTS (self) && RELM_IS_RECORD (release), NULL);

  if (!self->asked)
    {
      self->asked = TRUE;
      start (self);
    }
  return self->forecasts != NULL ? g_hash_table_lookup (self->forecasts, relm_record_get_id (release)) : NULL;
}
