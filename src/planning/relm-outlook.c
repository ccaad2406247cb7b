/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-outlook.h"
#include "relm-release.h"

struct _RelmOutlookInput
{
  RelmWorkLives *lives;
  GPtrArray *trackers; /* of RelmWorkTracker */
  GPtrArray *inputs;   /* of RelmForecastInput, by the numbers of the releases' scopes */
  GPtrArray *ids;      /* of the releases */
  RelmOutlookReader reader;
};

static void
outlook_free (gpointer data)
{
  RelmOutlook *outlook = data;

  relm_burn_up_free (outlook->burn_up);
  g_free (outlook);
}

/* The network is made anew, and not that of the schedule, which what was edited since has put into another order: a forecast is to
   be the same as after opening the file again. It costs a pass over the project, which few need. */
static RelmPlanNetwork *
create_network (RelmProject *project,
                RelmWorkHistory *plan)
{
  RelmRecordList *releases = relm_project_get_list (project, RELM_TYPE_RELEASE);

  for (guint i = 0; i < relm_record_list_get_size (releases); i++)
    if (relm_forecast_needs_network (plan, relm_record_list_get (releases, i)))
      return relm_plan_network_new (project);
  return NULL;
}

/**
 * relm_outlook_input_new:
 * @trackers: (nullable) (element-type RelmWorkTracker): those of the project; referenced, and not to be changed any more
 * @today: the day from which is forecast
 *
 * Main thread; copies what the plan says, which takes milliseconds for a thousand items.
 *
 * Returns: (transfer full): what relm_outlook_input_run() needs
 */
RelmOutlookInput *
relm_outlook_input_new (RelmProject *project,
                        GPtrArray *trackers,
                        RelmDate today)
{
  RelmOutlookInput *self = g_new0 (RelmOutlookInput, 1);
  RelmRecordList *releases = relm_project_get_list (project, RELM_TYPE_RELEASE);
  g_autoptr (RelmPlanNetwork) network = NULL;
  g_autoptr (RelmWorkHistory) plan = NULL;

  self->lives = relm_work_lives_new (project, today);
  self->trackers = trackers != NULL ? g_ptr_array_ref (trackers) : relm_work_tracker_array_new ();
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_forecast_input_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->reader = relm_work_lives_read_tracker;
  plan = relm_work_history_new (self->lives, FALSE);
  network = create_network (project, plan);
  for (guint i = 0; i < relm_record_list_get_size (releases); i++)
    {
      RelmRecord *release = relm_record_list_get (releases, i);

      g_ptr_array_add (self->inputs, relm_forecast_input_new (network, plan, project, release, today));
      g_ptr_array_add (self->ids, g_strdup (relm_record_get_id (release)));
    }
  return self;
}

/**
 * relm_outlook_input_free:
 * @self: (nullable) (transfer full): an input
 */
void
relm_outlook_input_free (RelmOutlookInput *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->inputs);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->trackers);
  relm_work_lives_free (self->lives);
  g_free (self);
}

/**
 * relm_outlook_input_set_reader:
 *
 * For tests: what reads mirrors in place of relm_work_lives_read_tracker().
 */
void
relm_outlook_input_set_reader (RelmOutlookInput *self,
                               RelmOutlookReader reader)
{
  self->reader = reader;
}

static RelmOutlook *
compute (RelmOutlookInput *self,
         RelmWorkHistory *trackers,
         guint i)
{
  RelmOutlook *outlook = g_new0 (RelmOutlook, 1);

  relm_forecast_input_run (self->inputs->pdata[i], trackers, relm_work_lives_get_n_missing (self->lives), &outlook->forecast);
  outlook->burn_up = relm_burn_up_new (self->lives, relm_work_lives_find_scope (self->lives, self->ids->pdata[i]));
  return outlook;
}

/**
 * relm_outlook_input_run:
 * @cancellable: (nullable): when nobody wants the answer any more; it is then of no use
 *
 * Reads the mirrors and computes everything; once for an input, in any thread.
 *
 * Returns: (transfer full) (element-type utf8 RelmOutlook): the outlooks, by the ids of all releases
 */
GHashTable *
relm_outlook_input_run (RelmOutlookInput *self,
                        GCancellable *cancellable)
{
  GHashTable *outlooks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, outlook_free);
  g_autoptr (RelmWorkHistory) trackers = NULL;

  for (guint i = 0; i < self->trackers->len && !g_cancellable_is_cancelled (cancellable); i++)
    self->reader (self->lives, self->trackers->pdata[i], cancellable);
  if (relm_work_lives_get_n_read (self->lives) > 0)
    trackers = relm_work_history_new (self->lives, TRUE);
  for (guint i = 0; i < self->inputs->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_hash_table_insert (outlooks, g_strdup (self->ids->pdata[i]), compute (self, trackers, i));
  return outlooks;
}
