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
  RELM_CHANGE_LINKS = 1 << 1,     /* links of the items that the journal names came, went or turned round: those of link_edits */
  RELM_CHANGE_STRUCTURE = 1 << 2, /* items, parents, links of summaries, the start, the status time, what a calendar is */
  RELM_CHANGE_CALENDARS = 1 << 3, /* calendars came */
} RelmNetworkChange;

/* A link that came, went or became another. */
typedef struct
{
  gint32 index;
  gint32 moved; /* the index of the link that took its place when it went; or -1 */
  RelmLink old; /* from -1 when there was none */
  RelmLink now; /* from -1 when there is none any more */
} RelmLinkEdit;

#define RELM_LINK_EDITS_MAX 64 /* of more only the last are kept, and the network is ranked anew */

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
  GArray *link_edits; /* RelmLinkEdit */
  guint n_link_edits; /* how many there were */
};

void relm_network_forget_changes (RelmNetwork *network);

G_END_DECLS
