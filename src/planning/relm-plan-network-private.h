/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of RelmPlanNetwork share. */

#pragma once

#include "relm-plan-network.h"
#include "relm-plan-parts.h"

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
  GArray *starts;        /* of RelmDate, by item: its planned start, or where somebody tries it */
  RelmDate first;        /* of those; RELM_DATE_MAX without any */
  guint n_first;         /* how many start then; 0 when the first has to be looked for */
  GArray *marks;         /* of guint8, Marks by item */
  GPtrArray *belongs;    /* of RelmRecord, by item: the release that waits for it, unless it comes after the release; or NULL */
  GHashTable *named;     /* a dependency that is no link, to the item + 1 without dates that takes part because it is named there */
};

enum
{
  MARK_FOLLOWS = 1 << 0,   /* something is before it, or before what it is part of */
  MARK_SUMMARY = 1 << 1,   /* it has parts */
  MARK_READINESS = 1 << 2, /* no record, but what the parts of a release come to */
  MARK_RELEASE = 1 << 3,   /* its record is a release */
  MARK_LATE = 1 << 4,      /* its dates say whether it is before its release or after it */
};

guint _relm_plan_network_append_item (RelmPlanNetwork *self,
                                      RelmRecord *record,
                                      guint8 marks);
void _relm_plan_network_read_item (RelmPlanNetwork *self,
                                   guint index,
                                   RelmItem *item);
RelmRecord *_relm_plan_network_read_dependency (RelmPlanNetwork *self,
                                                RelmRecord *dependency,
                                                RelmLink *link);
gboolean _relm_plan_network_may_take_part (RelmRecord *record);
gboolean _relm_plan_network_is_open_release (RelmRecord *record);
RelmRecord *_relm_plan_network_find_belongs (RelmPlanNetwork *self,
                                             guint item);
RelmPlanParts *_relm_plan_network_list_followers (RelmPlanNetwork *self);
gboolean _relm_plan_network_leads (RelmPlanNetwork *self,
                                   RelmPlanParts *parts,
                                   guint item);
gboolean _relm_plan_network_settle_item (RelmPlanNetwork *self,
                                         guint item);
gboolean _relm_plan_network_settle_parts (RelmPlanNetwork *self);
gboolean _relm_plan_network_settle_belongs (RelmPlanNetwork *self,
                                            RelmRecord *record,
                                            guint field);
void _relm_plan_network_set_follows (RelmPlanNetwork *self,
                                     guint item,
                                     gboolean follows);
void _relm_plan_network_set_start (RelmPlanNetwork *self,
                                   guint item,
                                   RelmDate start);
void _relm_plan_network_settle_followers (RelmPlanNetwork *self,
                                          gint32 item);
gboolean _relm_plan_network_unlink (RelmPlanNetwork *self,
                                    guint index);
void _relm_plan_network_refresh_item (RelmPlanNetwork *self,
                                      guint index);
gboolean _relm_plan_network_refresh_parent (RelmPlanNetwork *self,
                                            guint index);
gboolean _relm_plan_network_set_parent (RelmPlanNetwork *self,
                                        guint index,
                                        gint32 parent);
guint _relm_plan_network_find_calendar (RelmPlanNetwork *self,
                                        RelmRecord *record);
void _relm_plan_network_follow_calendars (RelmPlanNetwork *self);
void _relm_plan_network_note_named (RelmPlanNetwork *self,
                                    RelmRecord *dependency,
                                    const RelmLink *link);
RelmTime _relm_plan_network_find_start (RelmPlanNetwork *self);

G_END_DECLS
