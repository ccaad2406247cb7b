/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people are told of a forecast: in whole sentences, and always from what. */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-calibration.h"
#include "relm-forecast.h"
#include "relm-release-forecast.h"

/**
 * relm_release_forecast_dup_date:
 *
 * Returns: (transfer full): the date as people read it, or that there is none
 */
char *
relm_release_forecast_dup_date (const RelmReleaseForecast *self,
                                RelmForecastLevel level)
{
  if (self->dates[level] == RELM_DATE_NONE)
    return g_strdup (_ ("Never, at this pace"));
  return relm_date_display (self->dates[level]);
}

/* On which history it stands. */
static char *
dup_history (const RelmReleaseForecast *self)
{
  g_autofree char *weeks = g_strdup_printf (ngettext ("%u week", "%u weeks", self->n_weeks), self->n_weeks);
  g_autofree char *finished = g_strdup_printf (ngettext ("%u item", "%u items", self->n_finished), self->n_finished);

  if (!self->tracked)
    /* Translators: the first is “52 weeks”, the second “80 items” */
    return g_strdup_printf (_ ("From the pace of the last %s, in which %s were finished."), weeks, finished);
  if (self->mixed)
    /* Translators: the first is “52 weeks”, the second “80 items” */
    return g_strdup_printf (_ ("From the pace of the last %s, in which %s of the tracker and of the plan were finished."), weeks, finished);
  /* Translators: the first is “52 weeks”, the second “80 items” */
  return g_strdup_printf (_ ("From the pace of the last %s of the tracker, in which %s were closed."), weeks, finished);
}

static char *
dup_pace (const RelmReleaseForecast *self)
{
  g_autofree char *history = dup_history (self);

  if (self->n_before == 0)
    /* Translators: the first is a sentence, the second the number of items that remain */
    return g_strdup_printf (_ ("%s Remaining: %u."), history, self->n_open);
  /* Translators: the first is a sentence; then items that remain, and items of earlier releases */
  return g_strdup_printf (_ ("%s Remaining: %u, after %u of earlier releases."), history, self->n_open, self->n_before);
}

/**
 * relm_release_forecast_dup_basis:
 *
 * Returns: (transfer full) (nullable): from what is forecast, and how; %NULL when nothing is
 */
char *
relm_release_forecast_dup_basis (const RelmReleaseForecast *self)
{
  g_autofree char *pace = NULL;

  if (self->method == RELM_FORECAST_METHOD_NONE)
    return NULL;
  if (self->method == RELM_FORECAST_METHOD_ESTIMATES)
    return g_strdup_printf (ngettext ("From the plan and the optimistic and pessimistic durations of %u of its open items.",
                                      "From the plan and the optimistic and pessimistic durations of %u of its open items.", self->n_estimated),
                            self->n_estimated);
  pace = dup_pace (self);
  if (self->n_added > 0)
    return g_strdup_printf (ngettext ("%s In the same weeks %u item was added to what was under way.",
                                      "%s In the same weeks %u items were added to what was under way.", self->n_added),
                            pace, self->n_added);
  if (self->says_added)
    return g_steal_pointer (&pace);
  return g_strdup_printf ("%s %s", pace, _ ("No item says when it was added, so nothing is reckoned to be."));
}

/**
 * relm_release_forecast_dup_frozen:
 *
 * Returns: (transfer full) (nullable): when it is done with a chance of 85 % if nothing more is added; %NULL where nothing ever was
 */
char *
relm_release_forecast_dup_frozen (const RelmReleaseForecast *self)
{
  return self->frozen != RELM_DATE_NONE ? relm_date_display (self->frozen) : NULL;
}

/**
 * relm_release_forecast_dup_trust:
 *
 * Returns: (transfer full) (nullable): how often such forecasts came true, as one sentence; %NULL when nothing is forecast
 */
char *
relm_release_forecast_dup_trust (const RelmReleaseForecast *self)
{
  if (self->method == RELM_FORECAST_METHOD_NONE)
    return NULL;
  if (self->method == RELM_FORECAST_METHOD_ESTIMATES)
    return g_strdup (_ ("Not calibrated: nothing says yet how estimates of this project turn out."));
  if (self->n_tests < RELM_FORECAST_MIN_TESTS)
    return g_strdup (_ ("This project has too short a past to test forecasts on; the range is as wide as other projects needed it."));
  /* Translators: a percentage, and of how many tests. “85 %” is the chance that is said of one of the dates */
  return g_strdup_printf (_ ("“85 %%” came true in %u %% of %u back-tests on this project."), (self->n_hits * 100 + self->n_tests / 2) / self->n_tests,
                          self->n_tests);
}

static void
append_sentence (GString *text,
                 const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/**
 * relm_release_forecast_dup_gap:
 *
 * Returns: (transfer full) (nullable): what is not known of the project's trackers, and what that means; %NULL when nothing is
 *   amiss
 */
char *
relm_release_forecast_dup_gap (const RelmReleaseForecast *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->n_missing > 0)
    {
      g_autofree char *missing =
        g_strdup_printf (ngettext ("%u tracker was not read to the end on this computer in the last half year; what is in it alone does not count.",
                                   "%u trackers were not read to the end on this computer in the last half year; what is in them alone does not count.",
                                   self->n_missing),
                         self->n_missing);

      append_sentence (text, missing);
    }
  if (self->tracked && self->until != RELM_DATE_NONE)
    {
      g_autofree char *date = relm_date_display (self->until);
      /* Translators: a date */
      g_autofree char *until = g_strdup_printf (_ ("A tracker was read for the last time on %s; what happened since then is not known."), date);

      append_sentence (text, until);
    }
  if (self->tracked && self->all_issues && self->method == RELM_FORECAST_METHOD_PACE)
    append_sentence (text, _ ("Too few closed items have a milestone, so all of the tracker count; if many of them belong to no release, "
                              "it will take longer."));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static char *
dup_what_to_do (const RelmReleaseForecast *self)
{
  if (self->n_undated > 0)
    return g_strdup_printf (ngettext ("Fill in the actual finish of the item that is done without one (%u), or give half of the open work "
                                      "optimistic and pessimistic durations.",
                                      "Fill in the actual finish of the items that are done without one (%u), or give half of the open work "
                                      "optimistic and pessimistic durations.",
                                      self->n_undated),
                            self->n_undated);
  return g_strdup_printf (_ ("Give at least %u items, and half of the open work, optimistic and pessimistic durations to have one now."),
                          (guint) RELM_FORECAST_MIN_ESTIMATES);
}

/**
 * relm_release_forecast_dup_refusal:
 *
 * Returns: (transfer full) (nullable): why nothing is forecast, and what would make it possible; %NULL when something is
 */
char *
relm_release_forecast_dup_refusal (const RelmReleaseForecast *self)
{
  g_autofree char *why = NULL;
  g_autofree char *help = dup_what_to_do (self);

  switch (self->refusal)
    {
    case RELM_FORECAST_GIVEN:
      return NULL;
    case RELM_FORECAST_OUT:
      return g_strdup (_ ("It is done."));
    case RELM_FORECAST_NO_WORK:
      return g_strdup (_ ("No work items belong to it yet."));
    case RELM_FORECAST_NOTHING_LEFT:
      return g_strdup (_ ("All of its work items are done."));
    case RELM_FORECAST_SHORT_HISTORY:
      why = g_strdup_printf (self->tracked ? _ ("A pace shows after %u weeks with finished work; plan and tracker have %u.")
                                           : _ ("A pace shows after %u weeks with finished work; this project has %u."),
                             (guint) RELM_CALIBRATION_MIN_WEEKS, self->n_weeks);
      break;
    case RELM_FORECAST_FEW_FINISHED:
      why = g_strdup_printf (self->tracked ? _ ("A pace shows after %u finished items within a year; plan and tracker have %u.")
                                           : _ ("A pace shows after %u finished items within a year; this project has %u."),
                             (guint) RELM_CALIBRATION_MIN_FINISHED, self->n_finished);
      break;
    }
  return g_strdup_printf ("%s %s", why, help);
}
