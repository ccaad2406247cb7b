/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "relm-cost-fact.h"
#include "relm-money.h"

#define LITTLE 0.005    /* a ratio is not said to differ from 1 by less */
#define PERCENT_MAX 999 /* what is more says no more */

static void
add_sentence (GString *text,
              char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
dup_against (const RelmPlanCostSum *sum)
{
  g_autofree char *name = sum->baseline != NULL ? relm_record_dup_display_title (sum->baseline) : NULL;
  g_autofree char *date = relm_date_display (sum->status);

  if (name == NULL)
    /* Translators: the placeholder is a date */
    return g_strdup_printf (_ ("Measured at the end of %s, against the plan of now, for there is no baseline."), date);
  /* Translators: a date, and the name of a baseline */
  return g_strdup_printf (_ ("Measured at the end of %s, against “%s”."), date, name);
}

/**
 * relm_cost_fact_dup_basis:
 *
 * Returns: (transfer full): what the figures rest on, in sentences
 */
char *
relm_cost_fact_dup_basis (const RelmPlanCostSum *sum)
{
  GString *text = g_string_new (NULL);

  add_sentence (text, dup_against (sum));
  if (sum->n_estimated > 0)
    add_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                      "What %u item took is not written down, and taken from its progress.",
                                                      "What %u items took is not written down, and taken from their progress.",
                                                      sum->n_estimated),
                                         sum->n_estimated));
  if (sum->n_free > 0)
    add_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Nobody knows what %u item costs.",
                                                      "Nobody knows what %u items cost.", sum->n_free),
                                         sum->n_free));
  if (sum->n_undated > 0)
    add_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item without dates is not counted.",
                                                      "%u items without dates are not counted.", sum->n_undated),
                                         sum->n_undated));
  return g_string_free (text, FALSE);
}

static void
fact_free (gpointer data)
{
  RelmCostFact *fact = data;

  g_free (fact->figure);
  g_free (fact->meaning);
  g_free (fact);
}

static RelmCostFact *
add (GPtrArray *facts,
     const char *label,
     char *figure)
{
  RelmCostFact *fact = g_new0 (RelmCostFact, 1);

  fact->label = label;
  fact->figure = figure;
  g_ptr_array_add (facts, fact);
  return fact;
}

/* A ratio, and in words by how many per cent it is off 1. */
static void
add_ratio (GPtrArray *facts,
           const char *label,
           double ratio,
           char *(*dup_meaning) (double percent))
{
  RelmCostFact *fact;

  if (!isfinite (ratio) || ratio <= 0)
    return;
  fact = add (facts, label, g_strdup_printf ("%.2f", ratio));
  fact->meaning = dup_meaning (round (MIN (fabs (ratio - 1) * 100, PERCENT_MAX)) * (ratio < 1 ? -1 : 1));
  fact->wrong = ratio < 1 - LITTLE;
}

static char *
dup_cost_meaning (double percent)
{
  if (percent == 0)
    return g_strdup (_ ("What is done cost what it was to cost"));
  /* Translators: the placeholder is a number of per cent */
  return g_strdup_printf (percent < 0 ? _ ("A unit of money earns %.0f %% less than planned")
                                      : _ ("A unit of money earns %.0f %% more than planned"),
                          fabs (percent));
}

static char *
dup_time_meaning (double percent)
{
  if (percent == 0)
    return g_strdup (_ ("As fast as planned"));
  /* Translators: the placeholder is a number of per cent */
  return g_strdup_printf (percent < 0 ? _ ("%.0f %% slower than planned") : _ ("%.0f %% faster than planned"), fabs (percent));
}

static char *
dup_rest_meaning (double percent)
{
  if (percent == 0)
    return g_strdup (_ ("The rest may cost what it was to cost"));
  /* Translators: the placeholder is a number of per cent */
  return g_strdup_printf (percent < 0 ? _ ("The rest may earn %.0f %% less for its cost than planned")
                                      : _ ("The rest has to earn %.0f %% more for its cost than planned"),
                          fabs (percent));
}

static void
add_estimate (GPtrArray *facts,
              const RelmEarnedValue *value,
              const char *currency)
{
  RelmCostFact *fact;
  g_autofree char *difference = NULL;

  if (!isfinite (value->eac_by_cost) || fabs (value->eac_by_cost) > (double) RELM_MONEY_MAX)
    return;
  fact = add (facts, _ ("Expected in the end (EAC)"), relm_money_display ((gint64) value->eac_by_cost, currency));
  fact->wrong = value->vac < -LITTLE * (double) value->bac;
  difference = relm_money_display ((gint64) fabs (value->vac), currency);
  if (fabs (value->vac) >= 50)
    /* Translators: the placeholder is an amount of money */
    fact->meaning = g_strdup_printf (value->vac < 0 ? _ ("%s more than the budget") : _ ("%s less than the budget"), difference);
}

static void
add_finish (GPtrArray *facts,
            const RelmEarnedValue *value)
{
  if (value->finish_by_time != RELM_TIME_NONE && value->ev < value->bac)
    add (facts, _ ("Done at this pace"), relm_date_display (relm_time_get_date (value->finish_by_time - 1)));
}

/**
 * relm_cost_fact_list:
 * @currency: (nullable): of the project
 *
 * Figures that divide by nothing are left out.
 *
 * Returns: (transfer full) (element-type RelmCostFact): what there is to say; empty when nothing costs anything
 */
GPtrArray *
relm_cost_fact_list (const RelmPlanCostSum *sum,
                     const char *currency)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  const RelmEarnedValue *value = &sum->value;

  if (sum->n_items == 0)
    return facts;
  add (facts, _ ("Budget (BAC)"), relm_money_display (value->bac, currency));
  add (facts, _ ("To be earned by then (PV)"), relm_money_display (value->pv, currency));
  add (facts, _ ("Earned (EV)"), relm_money_display (value->ev, currency))->wrong = value->ev < value->pv;
  add (facts, _ ("Spent (AC)"), relm_money_display (value->ac, currency))->wrong = value->ac > value->ev;
  add_ratio (facts, _ ("For the cost (CPI)"), value->cpi, dup_cost_meaning);
  if (value->ev < value->bac) /* else it is done, and its date says when */
    add_ratio (facts, _ ("Over the time (SPI(t))"), value->spi_time, dup_time_meaning);
  add_estimate (facts, value, currency);
  if (value->ev < value->bac && value->ac > 0 && fabs (value->tcpi_to_budget - 1) >= LITTLE)
    add_ratio (facts, _ ("To keep to the budget (TCPI)"), value->tcpi_to_budget, dup_rest_meaning);
  add_finish (facts, value);
  return facts;
}
