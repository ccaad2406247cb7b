/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <math.h>
#include <string.h>

#include "relm-calibration.h"
#include "relm-forecast.h"
#include "relm-plan-item.h"
#include "relm-plan.h"
#include "relm-release-forecast.h"
#include "relm-release.h"
#include "relm-work-item.h"

#define SEED 1
#define N_TRIALS 10000
#define HORIZON_MIN 2.0 /* weeks */
#define HORIZON_MAX 52.0
#define STALE 7 /* days after which it is said that nothing newer is known of a tracker */

/*
 * Of the factor that all estimates share. On the steadier histories that the pace was measured on, P85 is 1.7 to 2 times P50; a lognormal factor
 * that is as wide has a spread of log (1.7) / 1.036.
 */
#define SPREAD 0.5

const guint relm_forecast_percents[RELM_FORECAST_N_LEVELS] = { 50, 85, 95 };

struct _RelmForecastInput
{
  char *release;       /* its id */
  GPtrArray *before;   /* ids of releases that are planned before it */
  gboolean out;        /* it is out, or cancelled */
  RelmWorkHistory *plan; /* the plan's own history */
  RelmNetwork *network; /* or NULL: no estimates, or nothing that they lead to */
  gint32 ready;         /* the item that says when the release is */
  GArray *estimates;    /* of RelmEstimate */
  RelmDate today;
  RelmDate begin; /* of work on the release, as planned */
};

/* A release before which @release is not forecast to be ready, by the dates that are planned. */
static gboolean
is_before (RelmRecord *other,
           RelmRecord *release)
{
  const RelmDate date = relm_record_get_date (other, RELM_RELEASE_PLANNED);

  return date != RELM_DATE_NONE && date < relm_record_get_date (release, RELM_RELEASE_PLANNED) && !relm_plan_is_done (other);
}

static void
list_before (RelmForecastInput *self,
             RelmProject *project,
             RelmRecord *release)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_RELEASE);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *other = relm_record_list_get (list, i);

      if (is_before (other, release))
        g_ptr_array_add (self->before, g_strdup (relm_record_get_id (other)));
    }
}

/* People write the two the wrong way round, or a duration that is not between them. */
static RelmEstimate
read_estimate (gint32 index,
               RelmRecord *record,
               gint32 duration)
{
  const gint32 optimistic = (gint32) relm_record_get_integer (record, RELM_WORK_ITEM_OPTIMISTIC);
  const gint32 pessimistic = (gint32) relm_record_get_integer (record, RELM_WORK_ITEM_PESSIMISTIC);
  const gint32 low = MIN (optimistic, pessimistic), high = MAX (optimistic, pessimistic);

  return (RelmEstimate) { index, low, CLAMP (duration, low, high), high };
}

/* What has no estimate takes its duration, times the factor that all share. */
static void
collect_estimates (RelmForecastInput *self,
                   RelmPlanNetwork *plan)
{
  const RelmItem *items = relm_network_get_items (self->network, NULL);

  for (guint i = 0; i < relm_plan_network_get_n_items (plan); i++)
    {
      RelmRecord *record = relm_plan_network_get_record (plan, i);
      RelmEstimate estimate = { (gint32) i, items[i].duration, items[i].duration, items[i].duration };

      if (!RELM_IS_WORK_ITEM (record) || relm_plan_network_is_summary (plan, i))
        continue;
      if (relm_work_history_is_estimated (record))
        estimate = read_estimate ((gint32) i, record, items[i].duration);
      g_array_append_val (self->estimates, estimate);
    }
}

/* Nothing that is left to do can be done before today. */
static void
take_network (RelmForecastInput *self,
              RelmPlanNetwork *plan,
              RelmRecord *release)
{
  RelmNetwork *network = relm_plan_network_get_network (plan);
  const int ready = relm_plan_network_find_readiness (plan, release);

  if (ready < 0)
    return;
  self->network = relm_network_copy (network);
  self->ready = ready;
  relm_network_set_status_time (self->network, MAX (relm_network_get_status_time (network), relm_time_from_date (self->today, 0)));
  collect_estimates (self, plan);
}

/**
 * relm_forecast_needs_network:
 * @plan: the plan's own history
 * @release: a release of the project
 *
 * Returns: whether so much of what is left of it is estimated that the network of the plan says when it is done
 */
gboolean
relm_forecast_needs_network (RelmWorkHistory *plan,
                             RelmRecord *release)
{
  const RelmReleaseWork work = relm_work_history_get_work (plan, relm_record_get_id (release));

  return work.n_estimated >= RELM_FORECAST_MIN_ESTIMATES && work.n_estimated * 2 >= work.n_open;
}

/**
 * relm_forecast_input_new:
 * @network: (nullable): the project's network as it is now, which is not kept; may be %NULL where
 *   relm_forecast_needs_network() says that it is not needed
 * @plan: the plan's own history until @today
 * @release: a release of the project
 * @today: the day from which is forecast
 *
 * Returns: (transfer full): all that the plan says for a forecast of the release, for any thread
 */
RelmForecastInput *
relm_forecast_input_new (RelmPlanNetwork *network,
                         RelmWorkHistory *plan,
                         RelmProject *project,
                         RelmRecord *release,
                         RelmDate today)
{
  RelmForecastInput *self = g_new0 (RelmForecastInput, 1);

  self->release = g_strdup (relm_record_get_id (release));
  self->before = g_ptr_array_new_with_free_func (g_free);
  self->out = relm_plan_is_done (release);
  self->plan = relm_work_history_ref (plan);
  self->today = today;
  self->begin = relm_record_get_date (release, RELM_RELEASE_PLANNED_START);
  self->estimates = g_array_new (FALSE, FALSE, sizeof (RelmEstimate));
  list_before (self, project, release);
  if (network != NULL && relm_forecast_needs_network (plan, release))
    take_network (self, network, release);
  return self;
}

void
relm_forecast_input_free (RelmForecastInput *self)
{
  g_clear_pointer (&self->network, relm_network_free);
  g_array_unref (self->estimates);
  g_ptr_array_unref (self->before);
  relm_work_history_unref (self->plan);
  g_free (self->release);
  g_free (self);
}

/* What is done within a day is done on it. */
static RelmDate
get_date (RelmDate from,
          double weeks)
{
  return weeks <= RELM_THROUGHPUT_MAX_WEEKS ? from + MAX ((int) ceil (weeks * 7) - 1, 0) : RELM_DATE_NONE;
}

/* One distribution of when so many items are done, from a day on. */
typedef struct
{
  RelmThroughput *drawn;
  RelmCalibration *calibration;
  RelmDate from;
} Pace;

static Pace
pace_new (const RelmRhythm *rhythm,
          guint n_items,
          RelmDate from)
{
  const RelmRhythm lately = relm_rhythm_cut (rhythm, rhythm->n_weeks, RELM_CALIBRATION_WINDOW);
  const double rate = relm_rhythm_get_rate (&lately);
  RelmCalibrationOptions options = RELM_CALIBRATION_OPTIONS_INIT;

  options.seed = SEED;
  options.horizon = rate > 0 ? CLAMP (n_items / rate, HORIZON_MIN, HORIZON_MAX) : HORIZON_MAX;
  return (Pace) { relm_throughput_new (&lately, n_items, N_TRIALS, SEED), relm_calibration_new (rhythm, &options), from };
}

static void
pace_clear (Pace *self)
{
  relm_throughput_free (self->drawn);
  relm_calibration_free (self->calibration);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pace, pace_clear)

/* As drawn, where that says never; else the calibrated multiple of the median. */
static RelmDate
pace_get_date (const Pace *self,
               guint percent)
{
  const double middle = relm_throughput_get_weeks (self->drawn, 50);
  const double weeks = middle * relm_calibration_get_ratio (self->calibration, percent);

  return isfinite (relm_throughput_get_weeks (self->drawn, percent)) ? get_date (self->from, weeks) : RELM_DATE_NONE;
}

/* Both its own work from its planned start on, and all that is before it from today on. */
static RelmDate
get_later (RelmDate date,
           RelmDate other)
{
  return date == RELM_DATE_NONE || other == RELM_DATE_NONE ? RELM_DATE_NONE : MAX (date, other);
}

static void
set_dates (RelmForecastInput *self,
           const RelmRhythm *rhythm,
           RelmDate *dates,
           RelmReleaseForecast *forecast)
{
  g_auto (Pace) all = pace_new (rhythm, forecast->n_open + forecast->n_before, self->today);

  for (guint i = 0; i < RELM_FORECAST_N_LEVELS; i++)
    dates[i] = pace_get_date (&all, relm_forecast_percents[i]);
  if (self->begin > self->today)
    {
      g_auto (Pace) own = pace_new (rhythm, forecast->n_open, self->begin);

      for (guint i = 0; i < RELM_FORECAST_N_LEVELS; i++)
        dates[i] = get_later (dates[i], pace_get_date (&own, relm_forecast_percents[i]));
    }
  forecast->n_hits = relm_calibration_count_hits (all.calibration, 85, &forecast->n_tests);
}

static void
forecast_pace (RelmForecastInput *self,
               const RelmRhythm *rhythm,
               RelmReleaseForecast *forecast)
{
  RelmRhythm frozen = *rhythm;
  RelmDate dates[RELM_FORECAST_N_LEVELS];

  forecast->method = RELM_FORECAST_METHOD_PACE;
  if (forecast->n_added > 0)
    {
      frozen.added = NULL;
      set_dates (self, &frozen, dates, forecast);
      forecast->frozen = dates[RELM_FORECAST_P85];
    }
  set_dates (self, rhythm, forecast->dates, forecast);
}

static void
forecast_estimates (RelmForecastInput *self,
                    RelmReleaseForecast *forecast)
{
  const RelmForecastOptions options = { .n_trials = N_TRIALS, .n_threads = 1, .seed = SEED, .spread = SPREAD };
  g_autoptr (RelmForecast) drawn = relm_forecast_new (self->network, self->ready, (const RelmEstimate *) (gconstpointer) self->estimates->data,
                                                      self->estimates->len, &options);

  if (drawn == NULL)
    return;
  forecast->method = RELM_FORECAST_METHOD_ESTIMATES;
  forecast->refusal = RELM_FORECAST_GIVEN;
  for (guint i = 0; i < RELM_FORECAST_N_LEVELS; i++)
    {
      const RelmTime time = relm_forecast_get_percentile (drawn, relm_forecast_percents[i]);

      forecast->dates[i] = relm_plan_item_get_days (time, time).finish;
    }
}

/* Whether what remains of the release is like what the trackers' history counts. */
static gboolean
is_tracked (RelmForecastInput *self,
            RelmWorkHistory *trackers)
{
  const RelmReleaseWork work = relm_work_history_get_work (trackers, self->release);

  return work.milestone || (work.n_tracked > 0 && work.n_tracked * 2 >= work.n_open);
}

static void
count_work (RelmForecastInput *self,
            RelmWorkHistory *history,
            RelmReleaseForecast *forecast)
{
  const RelmReleaseWork own = relm_work_history_get_work (history, self->release);

  forecast->n_open = own.n_open;
  forecast->n_estimated = own.n_estimated;
  for (guint i = 0; i < self->before->len; i++)
    forecast->n_before += relm_work_history_get_work (history, self->before->pdata[i]).n_open;
  if (self->out)
    forecast->refusal = RELM_FORECAST_OUT;
  else if (own.n_items == 0)
    forecast->refusal = RELM_FORECAST_NO_WORK;
  else if (own.n_open == 0)
    forecast->refusal = RELM_FORECAST_NOTHING_LEFT;
}

static void
count_weeks (RelmWorkHistory *history,
             RelmDate today,
             RelmReleaseForecast *forecast)
{
  const RelmRhythm lately = relm_rhythm_cut (&history->rhythm, history->rhythm.n_weeks, RELM_CALIBRATION_WINDOW);

  forecast->n_undated = history->n_undated;
  forecast->says_added = history->says_added;
  forecast->tracked = history->tracked;
  forecast->mixed = history->mixed;
  forecast->all_issues = history->all_issues;
  forecast->until = history->end + STALE <= today ? history->end : RELM_DATE_NONE;
  forecast->n_weeks = lately.n_weeks;
  for (guint i = 0; i < lately.n_weeks; i++)
    {
      forecast->n_finished += lately.finished[i];
      forecast->n_added += lately.added != NULL ? lately.added[i] : 0;
    }
}

/**
 * relm_forecast_input_run:
 * @trackers: (nullable): the history of the project's trackers; %NULL when it has none that were read
 * @n_missing: how many trackers of the project could not be read
 * @forecast: (out): what is forecast, or why nothing is
 *
 * Takes some tens of milliseconds for a thousand items; any thread, one at a time for an input.
 */
void
relm_forecast_input_run (RelmForecastInput *self,
                         RelmWorkHistory *trackers,
                         guint n_missing,
                         RelmReleaseForecast *forecast)
{
  RelmWorkHistory *history = trackers != NULL && is_tracked (self, trackers) ? trackers : self->plan;
  RelmCalibrationRefusal refusal;

  memset (forecast, 0, sizeof *forecast); /* to the last byte: the same is the same */
  forecast->n_missing = n_missing;
  count_work (self, history, forecast);
  if (forecast->refusal != RELM_FORECAST_GIVEN)
    return;
  count_weeks (history, self->today, forecast);
  refusal = relm_calibration_judge (&history->rhythm);
  if (refusal == RELM_CALIBRATION_GIVEN)
    {
      forecast_pace (self, &history->rhythm, forecast);
      return;
    }
  forecast->refusal = refusal == RELM_CALIBRATION_SHORT_HISTORY ? RELM_FORECAST_SHORT_HISTORY : RELM_FORECAST_FEW_FINISHED;
  if (self->network != NULL && forecast->n_estimated * 2 >= forecast->n_open)
    forecast_estimates (self, forecast);
}
