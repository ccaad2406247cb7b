/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of RelmPlanNetwork share. */

#pragma once

#include "relm-plan-network.h"

G_BEGIN_DECLS

struct _RelmPlanNetwork
{
  RelmProject *project; /* unowned: outlives a snapshot of it */
  RelmNetwork *network;
  RelmPlanCalendars *calendars;
  GPtrArray *records;    /* of RelmRecord, by item; that of a readiness is its release */
  GHashTable *items;     /* RelmRecord to its item + 1 */
  GHashTable *readiness; /* RelmRecord, a release, to the item + 1 that says when its parts are done */
  GArray *links;         /* of RelmLink */
  GPtrArray *dependencies; /* of RelmRecord, by link; NULL for a link that nobody wrote */
  GArray *parents;       /* of gint32, by item */
  GArray *starts;        /* of RelmDate, by item: its planned start */
  RelmDate first;        /* of those */
  GArray *marks;         /* of guint8, Marks by item */
  guint n_undated;       /* items that take part only because of what they are linked to, or have parts */
};

enum
{
  MARK_FOLLOWS = 1 << 0,   /* something is before it, or before what it is part of */
  MARK_SUMMARY = 1 << 1,   /* it has parts */
  MARK_READINESS = 1 << 2, /* no record, but what the parts of a release come to */
};

void _relm_plan_network_read_item (RelmPlanNetwork *self,
                                   guint index,
                                   RelmItem *item);
RelmRecord *_relm_plan_network_read_dependency (RelmPlanNetwork *self,
                                                RelmRecord *dependency,
                                                RelmLink *link);
RelmTime _relm_plan_network_find_start (RelmPlanNetwork *self);

G_END_DECLS
