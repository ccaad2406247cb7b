/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Earned value and earned schedule of a plan against its baseline, at one time.
 *
 * Formulas: Project Management Institute, "The Standard for Earned Value Management" (2019); earned schedule: Lipke,
 * "Schedule is different" (2003). Money is integer minor units of one currency, at most 2^53 in sum; it is rounded down per item.
 *
 * Pure functions of their arguments; any thread.
 */

#pragma once

#include "relm-network.h"

G_BEGIN_DECLS

/* What an item was to cost and take, and what became of it. */
typedef struct
{
  RelmCalendar *calendar; /* (transfer none): its budget is spread evenly over its working time */
  RelmTime start;         /* of the baseline */
  RelmTime finish;
  gint64 budget;
  gint64 actual_cost; /* until the status time */
  gint32 permille;    /* done, 0 to 1000 */
} RelmEarnedItem;

/* Ratios, and what rests on them, are NAN where they divide by nothing. */
typedef struct
{
  gint64 bac; /* budget at completion */
  gint64 pv;  /* planned value */
  gint64 ev;  /* earned value */
  gint64 ac;  /* actual cost */
  gint64 sv;  /* schedule variance, EV - PV */
  gint64 cv;  /* cost variance, EV - AC */
  double spi; /* EV / PV; tends to 1 at the end whatever happened, so see spi_time */
  double cpi; /* EV / AC */

  double eac_by_cost;          /* estimate at completion, BAC / CPI: as until now */
  double eac_by_plan;          /* AC + BAC - EV: the rest as planned */
  double eac_by_cost_and_time; /* AC + (BAC - EV) / (CPI * SPI) */
  double etc;                  /* estimate to complete, EAC by cost - AC */
  double vac;                  /* variance at completion, BAC - EAC by cost */
  double tcpi_to_budget;       /* (BAC - EV) / (BAC - AC): what CPI has to be from now on */
  double tcpi_to_estimate;     /* (BAC - EV) / (EAC by cost - AC) */

  RelmTime earned_time;   /* when what is earned was to be earned; RELM_TIME_NONE without a budget */
  gint32 sv_time;         /* working minutes from the status time to it; negative: late */
  double spi_time;        /* time earned / time gone by */
  RelmTime finish_by_time; /* the planned time / spi_time from the start; RELM_TIME_NONE where there is none */
} RelmEarnedValue;

void relm_earned_value (const RelmEarnedItem *items,
                        guint n_items,
                        RelmCalendar *calendar,
                        RelmTime status_time,
                        RelmEarnedValue *value);
gint64 relm_earned_value_planned (const RelmEarnedItem *items,
                                  guint n_items,
                                  RelmTime time);

G_END_DECLS
