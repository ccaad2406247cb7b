/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When a release will be ready, with what chance, and from what that is known. Never stored: what is forecast is
 * computed.
 *
 * Two methods, of which the first that does not refuse is shown:
 * - The pace: pieces of work, finished and added week by week, until what remains of the release, and of those that are
 *   planned before it, is done. Calibrated against its own past, so that 85 % comes true in 85 of 100 cases. What remains
 *   is measured by the history of its like: by that of the trackers, when a milestone of one is the release, or when
 *   at least half of its open work items are tracker items; else by the plan's own. See RelmWorkHistory for what either counts.
 * - The estimates: the plan's own network, with durations drawn between the optimistic and the pessimistic ones of its
 *   work items, and a factor that all share. Nothing says how good a team's estimates are, so that it comes second.
 *
 * The input is a snapshot made in the main thread; the forecast is computed from it in any thread, the same from the
 * same.
 */

#pragma once

#include "relm-plan-network.h"
#include "relm-work-history.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_FORECAST_METHOD_NONE,
  RELM_FORECAST_METHOD_PACE,
  RELM_FORECAST_METHOD_ESTIMATES,
} RelmForecastMethod;

typedef enum
{
  RELM_FORECAST_GIVEN,
  RELM_FORECAST_OUT,           /* the release is out, or cancelled */
  RELM_FORECAST_NO_WORK,       /* no work items belong to it */
  RELM_FORECAST_NOTHING_LEFT,  /* all of them are done */
  RELM_FORECAST_SHORT_HISTORY, /* too few weeks, and too few estimates */
  RELM_FORECAST_FEW_FINISHED,  /* too few items in them, and too few estimates */
} RelmForecastRefusal;

typedef enum
{
  RELM_FORECAST_P50,
  RELM_FORECAST_P85,
  RELM_FORECAST_P95,
  RELM_FORECAST_N_LEVELS,
} RelmForecastLevel;

extern const guint relm_forecast_percents[RELM_FORECAST_N_LEVELS];

typedef struct
{
  RelmForecastMethod method;
  RelmForecastRefusal refusal;
  RelmDate dates[RELM_FORECAST_N_LEVELS]; /* RELM_DATE_NONE: never, at this pace */

  RelmDate frozen; /* P85 if nothing more is added; RELM_DATE_NONE when nothing ever was, or for other methods */

  guint n_open;       /* pieces of work of the release that are not done */
  guint n_before;     /* those of releases that are planned before it; the pace has to do them first */
  guint n_estimated;  /* of the release's own: with three points */
  guint n_weeks;      /* looked at */
  guint n_finished;   /* pieces of work, in those */
  guint n_added;      /* to releases that were under way, in those */
  guint n_undated;    /* done, and do not say when */
  gboolean says_added; /* whether what is added is reckoned with */

  gboolean tracked;    /* it is the trackers' history, else the plan's own */
  gboolean mixed;      /* and work items of the plan alone are in it */
  gboolean all_issues; /* and issues without a milestone */
  guint n_missing;     /* trackers of the project of which not all is known on this computer */
  RelmDate until;      /* a tracker was read for the last time a week ago or more: then; else RELM_DATE_NONE */

  guint n_hits; /* of the back-tests of P85 whose outcome is known, those that came true */
  guint n_tests;
} RelmReleaseForecast;

#define RELM_FORECAST_MIN_TESTS 8 /* with less back-tests a hit rate is not worth saying */

typedef struct _RelmForecastInput RelmForecastInput;

gboolean relm_forecast_needs_network (RelmWorkHistory *plan,
                                      RelmRecord *release);
RelmForecastInput *relm_forecast_input_new (RelmPlanNetwork *network,
                                            RelmWorkHistory *history,
                                            RelmProject *project,
                                            RelmRecord *release,
                                            RelmDate today);
void relm_forecast_input_free (RelmForecastInput *self);
void relm_forecast_input_run (RelmForecastInput *self,
                              RelmWorkHistory *trackers,
                              guint n_missing,
                              RelmReleaseForecast *forecast);

char *relm_release_forecast_dup_date (const RelmReleaseForecast *self,
                                      RelmForecastLevel level);
char *relm_release_forecast_dup_frozen (const RelmReleaseForecast *self);
char *relm_release_forecast_dup_basis (const RelmReleaseForecast *self);
char *relm_release_forecast_dup_trust (const RelmReleaseForecast *self);
char *relm_release_forecast_dup_gap (const RelmReleaseForecast *self);
char *relm_release_forecast_dup_refusal (const RelmReleaseForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmForecastInput, relm_forecast_input_free)

G_END_DECLS
