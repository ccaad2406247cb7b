/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A schedule inside: two records of 32 bytes per node, in order of rank, so that a pass reads memory from one end to the other.
 *
 * Beside each time stands its work (see relm-calendar-private.h) on the node's own calendar. Two nodes of one calendar then
 * compare and add without any look at the calendar, and float is a subtraction.
 */

#pragma once

#include "relm-calendar-window.h"
#include "relm-graph.h"
#include "relm-marks.h"
#include "relm-network-private.h"
#include "relm-schedule.h"

G_BEGIN_DECLS

enum
{
  RELM_NODE_SLOW = 1 << 3,    /* something else than links, duration and calendar decides its early dates */
  RELM_NODE_LIMITED = 1 << 4, /* something else than that decides its late dates */
  RELM_NODE_DONE = 1 << 5,    /* it has finished */
  RELM_NODE_STARTED = 1 << 6, /* it has started, and may have finished */
  RELM_NODE_HUB = 1 << 7,
};

/* What a pass reads. */
typedef struct
{
  gint32 duration;
  gint32 remaining; /* the whole duration before it has started */
  RelmTime constraint_time;
  RelmTime deadline;
  RelmTime not_before;
  RelmTime actual_start;
  RelmTime actual_finish;
  guint16 calendar;
  guint8 constraint;
  guint8 flags; /* RelmItemFlags and the above */
} RelmNodeInput;

/* The part of it that decides for most nodes, apart: a pass is as fast as memory. */
typedef struct
{
  gint32 duration;
  guint16 calendar;
  guint8 flags;
  guint8 unused;
} RelmNodeHot;

/*
 * What it writes: times, early and late, and their work. The late dates of what is done are far away, so that nothing is held back
 * by them. Of each pair the start is [0] and the finish [1], so that an end is picked without a branch.
 */
typedef struct
{
  union
  {
    struct
    {
      RelmTime es;
      RelmTime ef;
    };
    RelmTime early[2];
  };
  union
  {
    struct
    {
      gint32 wes;
      gint32 wef;
    };
    gint32 early_work[2];
  };
  union
  {
    struct
    {
      RelmTime ls;
      RelmTime lf;
    };
    RelmTime late[2];
  };
  union
  {
    struct
    {
      gint32 wls;
      gint32 wlf;
    };
    gint32 late_work[2];
  };
} RelmNodeDates;

#define RELM_WORK_FAR 1100000000
#define RELM_FLOAT_FAR G_MAXINT32 /* nothing is after it that it could move */

/* What the ends of the project are on a calendar. */
typedef struct
{
  const RelmCalendar *calendar;
  RelmCalendarWindow window; /* on the time in which the plan was at last; what it says is what the calendar says */
  gint32 start;
  gint32 finish;
  gint32 first[2]; /* the first work that a link asks for: that of [1] is from finish to finish, and not before the start */
} RelmScheduleCalendar;

struct _RelmSchedule
{
  RelmNetwork *network; /* not owned */
  RelmGraph *graph;

  RelmScheduleCalendar *calendars;
  guint n_calendars;
  RelmSpan window; /* the days of all windows; unset before they are open */
  RelmTime start;
  RelmTime status_time;
  RelmTime finish; /* the latest early finish */
  gint n_late;     /* items that are as late as possible: early dates then follow late dates */

  RelmNodeInput *inputs;
  RelmNodeHot *hot;
  RelmNodeDates *dates;
  gint32 *floats;           /* per rank: free float; of a hub the time that its links leave */
  RelmItemDates *summaries; /* per item, where graph->n_summaries > 0 */

  GArray *changed; /* gint32: items */
  RelmMarks forward_marks; /* nodes to compute again */
  RelmMarks backward_marks;
  RelmMarks float_marks;
  RelmMarks item_marks; /* items in changed */
};

/* Whether an item stands at its late dates, once these are known. */
static inline gboolean
relm_schedule_stands_late (const RelmNodeInput *input)
{
  return input->constraint == RELM_CONSTRAINT_ALAP && !(input->flags & (RELM_NODE_STARTED | RELM_ITEM_PINNED | RELM_NODE_HUB));
}

gboolean relm_schedule_starts_hub (const RelmSchedule *self,
                                   gint32 node,
                                   gint32 hub);
void relm_schedule_load_calendars (RelmSchedule *self);
void relm_schedule_load_node (RelmSchedule *self,
                              gint32 node);
void relm_schedule_set_finish (RelmSchedule *self,
                               RelmTime finish);
void relm_schedule_forward_node (RelmSchedule *self,
                                 gint32 node,
                                 gboolean late);
void relm_schedule_backward_node (RelmSchedule *self,
                                  gint32 node);
void relm_schedule_ask (const RelmSchedule *self,
                        gint32 node,
                        const RelmEdge *edge,
                        gint32 *work,
                        gint32 *slip);
void relm_schedule_finish_slowly (RelmSchedule *self,
                                  gint32 node,
                                  gint32 work,
                                  gint32 left);
void relm_schedule_open_windows (RelmSchedule *self);
RelmTime relm_schedule_forward_whole (RelmSchedule *self);
void relm_schedule_backward_whole (RelmSchedule *self);
gint32 relm_schedule_free_float (RelmSchedule *self,
                                 gint32 node);
gint32 relm_schedule_edge_float (const RelmSchedule *self,
                                 gint32 node,
                                 const RelmEdge *edge);
gint32 relm_schedule_settle_float (const RelmSchedule *self,
                                   gint32 node,
                                   gint32 left);
RelmTime relm_schedule_last_time (const RelmSchedule *self,
                                  const RelmEdge *edge,
                                  RelmTime time);
void relm_schedule_roll_up (RelmSchedule *self,
                            gint32 summary);
void relm_schedule_get_node_dates (RelmSchedule *self,
                                   gint32 node,
                                   RelmItemDates *dates);

/* MAX() and MIN() evaluate twice what they are given, which calls of calendars are too dear for. */
static inline gint32
relm_schedule_later (gint32 a,
                     gint32 b)
{
  return MAX (a, b);
}

static inline gint32
relm_schedule_earlier (gint32 a,
                       gint32 b)
{
  return MIN (a, b);
}

G_END_DECLS
