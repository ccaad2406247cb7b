/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is to be scheduled, as plain arrays: calendars, items and dependencies (links), each known by its index. It holds what
 * people decided; dates are computed from it by RelmSchedule, and the rules are in the help (scheduling.page).
 *
 * Durations and lags are minutes, of working time or elapsed. An item with a child is a summary: it has only parent, calendar
 * and deadline of its own. The network keeps a journal of what was changed since it was last scheduled.
 *
 * No locks: one thread at a time.
 */

#pragma once

#include "relm-calendar.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_LINK_FS,
  RELM_LINK_SS,
  RELM_LINK_FF,
  RELM_LINK_SF,
} RelmLinkType;

typedef enum
{
  RELM_CONSTRAINT_ASAP,
  RELM_CONSTRAINT_ALAP,
  RELM_CONSTRAINT_START_NO_EARLIER,
  RELM_CONSTRAINT_START_NO_LATER,
  RELM_CONSTRAINT_FINISH_NO_EARLIER,
  RELM_CONSTRAINT_FINISH_NO_LATER,
  RELM_CONSTRAINT_MUST_START,
  RELM_CONSTRAINT_MUST_FINISH,
} RelmConstraint;

typedef enum
{
  RELM_ITEM_ELAPSED = 1 << 0,   /* its duration is elapsed time */
  RELM_ITEM_MILESTONE = 1 << 1, /* a point: it may lie at the end of working time too */
  RELM_ITEM_PINNED = 1 << 2,    /* it starts at constraint_time, whatever else is said */
} RelmItemFlags;

typedef struct
{
  gint32 duration;          /* 0 to RELM_DURATION_MAX */
  gint32 remaining;         /* of the duration; read only when it has started and not finished */
  RelmTime constraint_time; /* of the constraint, or of a pinned item */
  RelmTime deadline;        /* or RELM_TIME_NONE, as the others */
  RelmTime not_before;      /* what levelling adds: a start that logic alone does not ask for */
  RelmTime actual_start;
  RelmTime actual_finish; /* only with an actual start */
  gint32 parent;          /* an item, or -1 */
  guint16 calendar;
  guint8 constraint; /* RelmConstraint */
  guint8 flags;      /* RelmItemFlags */
} RelmItem;

/*
 * A deadline that is the item's own early finish, whatever that comes to be: it ends a part of the plan, and the late dates
 * and the float of what leads to it count from there and not from the end of the whole plan.
 */
#define RELM_DEADLINE_OWN_FINISH G_MAXINT32

#define RELM_ITEM_INIT                                                                                                      \
  {                                                                                                                         \
    .constraint_time = RELM_TIME_NONE, .deadline = RELM_TIME_NONE, .not_before = RELM_TIME_NONE,                            \
    .actual_start = RELM_TIME_NONE, .actual_finish = RELM_TIME_NONE, .parent = -1                                           \
  }

typedef struct
{
  gint32 from;
  gint32 to;
  gint32 lag;     /* -RELM_DURATION_MAX to RELM_DURATION_MAX, of the calendar of the later item */
  guint8 type;    /* RelmLinkType */
  guint8 elapsed; /* whether the lag is elapsed time */
} RelmLink;

typedef struct _RelmNetwork RelmNetwork;

RelmNetwork *relm_network_new (RelmCalendar *calendar,
                               RelmTime start);
RelmNetwork *relm_network_copy (RelmNetwork *network);
void relm_network_free (RelmNetwork *network);

guint relm_network_add_calendar (RelmNetwork *network,
                                 RelmCalendar *calendar);
guint relm_network_append_calendar (RelmNetwork *network,
                                    RelmCalendar *calendar);
void relm_network_set_calendar (RelmNetwork *network,
                                guint index,
                                RelmCalendar *calendar);
guint relm_network_add_item (RelmNetwork *network,
                             const RelmItem *item);
void relm_network_remove_item (RelmNetwork *network,
                               guint index);
guint relm_network_add_link (RelmNetwork *network,
                             const RelmLink *link);
void relm_network_set_start (RelmNetwork *network,
                             RelmTime start);
void relm_network_set_status_time (RelmNetwork *network,
                                   RelmTime time);
void relm_network_set_item (RelmNetwork *network,
                            guint index,
                            const RelmItem *item);
void relm_network_set_link (RelmNetwork *network,
                            guint index,
                            const RelmLink *link);
void relm_network_remove_link (RelmNetwork *network,
                               guint index);

RelmTime relm_network_get_start (RelmNetwork *network);
RelmTime relm_network_get_status_time (RelmNetwork *network);
guint relm_network_get_n_calendars (RelmNetwork *network);
RelmCalendar *relm_network_get_calendar (RelmNetwork *network,
                                         guint index);
const RelmItem *relm_network_get_items (RelmNetwork *network,
                                        guint *n);
const RelmLink *relm_network_get_links (RelmNetwork *network,
                                        guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmNetwork, relm_network_free)

G_END_DECLS
