/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A network with its journal, for the schedule that is computed from it.
 */

#pragma once

#include "relm-network.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_CHANGE_DATES = 1 << 0,     /* what the journal names */
  RELM_CHANGE_LINKS = 1 << 1,     /* links of the items that the journal names came, went or turned round */
  RELM_CHANGE_STRUCTURE = 1 << 2, /* items, parents, links of summaries, the start, the status time */
} RelmNetworkChange;

struct _RelmNetwork
{
  RelmTime start;
  RelmTime status_time;
  GPtrArray *calendars; /* RelmCalendar */
  GArray *items;        /* RelmItem */
  GArray *links;        /* RelmLink */
  GArray *n_children;   /* guint, per item */

  guint changes;   /* RelmNetworkChange */
  GArray *journal; /* guint: items whose dates have to be looked at */
};

void relm_network_forget_changes (RelmNetwork *network);

G_END_DECLS
