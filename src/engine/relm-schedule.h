/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The dates of a network: early and late ones, float, what is critical, what is broken, and why each date is what it is.
 *
 * Computed by the critical path method over calendars (the rules: help, scheduling.page). The same network gives the same
 * dates, whether they were computed at once or followed edit by edit.
 *
 * A schedule borrows its network, which must outlive it and is changed only through its functions. One thread at a time.
 */

#pragma once

#include "relm-network.h"

G_BEGIN_DECLS

typedef struct _RelmSchedule RelmSchedule;

/* Times of one item; working or elapsed minutes, as its duration is. */
typedef struct
{
  RelmTime start; /* as planned: early, or late for an item as late as possible, or actual */
  RelmTime finish;
  RelmTime early_start;
  RelmTime early_finish;
  RelmTime late_start;
  RelmTime late_finish;
  gint32 total_float;
  gint32 free_float;
  gboolean critical;
} RelmItemDates;

typedef enum
{
  RELM_REASON_PROJECT_START,
  RELM_REASON_PROJECT_FINISH,
  RELM_REASON_LINK,
  RELM_REASON_CONSTRAINT,
  RELM_REASON_DEADLINE,
  RELM_REASON_LEVELLING,
  RELM_REASON_PINNED,
  RELM_REASON_ACTUAL,
  RELM_REASON_STATUS_TIME,
  RELM_REASON_PARTS,
} RelmReasonKind;

/* Why a date is what it is. */
typedef struct
{
  RelmReasonKind kind;
  gint32 link;       /* for RELM_REASON_LINK: its index; else -1 */
  gint32 item;       /* for RELM_REASON_LINK: the other item; for RELM_REASON_PARTS: the part that decides; else -1 */
  RelmTime asked;    /* what the reason asks for */
  gboolean calendar; /* whether the calendar then moved it to working time */
} RelmReason;

typedef enum
{
  RELM_PROBLEM_LOOP,       /* items that wait for one another */
  RELM_PROBLEM_LINK,       /* a link that the dates break: a constraint, a pin or an actual date stands against it */
  RELM_PROBLEM_DEADLINE,   /* an item that finishes after its deadline */
  RELM_PROBLEM_CONSTRAINT, /* an item that stands against its constraint: an actual date or the status date forbids it */
} RelmProblemKind;

typedef struct
{
  RelmProblemKind kind;
  gint32 item;    /* for a link: the later item; for a loop: its first item */
  gint32 link;    /* or -1 */
  gint32 loop;    /* for relm_schedule_get_loop (); or -1 */
  gint32 minutes; /* by how much; for a loop 0 */
} RelmProblem;

typedef enum
{
  RELM_CRITICALITY_NONE,
  RELM_CRITICALITY_NEAR,
  RELM_CRITICALITY_CRITICAL,
} RelmCriticality;

RelmSchedule *relm_schedule_new (RelmNetwork *network);
void relm_schedule_free (RelmSchedule *schedule);

void relm_schedule_run (RelmSchedule *schedule);
guint relm_schedule_update (RelmSchedule *schedule);
const gint32 *relm_schedule_get_changed (RelmSchedule *schedule,
                                         guint *n);

void relm_schedule_get_dates (RelmSchedule *schedule,
                              guint item,
                              RelmItemDates *dates);
RelmCriticality relm_schedule_get_criticality (RelmSchedule *schedule,
                                               guint item,
                                               gint32 near_float);
RelmTime relm_schedule_get_finish (RelmSchedule *schedule);

void relm_schedule_explain_start (RelmSchedule *schedule,
                                  guint item,
                                  RelmReason *reason);
void relm_schedule_explain_late_finish (RelmSchedule *schedule,
                                        guint item,
                                        RelmReason *reason);
GArray *relm_schedule_list_problems (RelmSchedule *schedule);
const gint32 *relm_schedule_get_loop (RelmSchedule *schedule,
                                      guint loop,
                                      guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmSchedule, relm_schedule_free)

G_END_DECLS
