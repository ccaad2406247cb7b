/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Levelling of a schedule: which items have to start later so that nobody, and nothing, is needed more on a day than is there.
 *
 * It is a preview: nothing is changed. Who adopts it gives each item that is held back its new not_before, which is the beginning
 * of a day. What was held back before is looked at anew. Items that are pinned, must start or finish at a time, have started or are
 * as late as possible never move; they keep what they need, even where that is too much already. An item that must start or finish
 * no later than some time moves up to that time only.
 *
 * Of several ways that one is taken in which the least is later than its deadline (of a part of the plan with an end of its own:
 * than that end now), and then that which is done first.
 */

#pragma once

#include "relm-leveller.h"
#include "relm-schedule.h"

G_BEGIN_DECLS

/* Units as those of the resource: heads, or per cent of a person. More than there is counts as all there is. */
typedef struct
{
  gint32 item; /* without parts */
  gint32 resource;
  gint32 units;
} RelmAssignment;

typedef struct
{
  RelmCalendar *calendar; /* unowned: when it is there */
  gint32 units;           /* how much of it; at most RELM_LEVEL_MAX_UNITS */
} RelmResource;

/* Days on which an item is not to be done if it has to move. */
typedef struct
{
  gint32 item;
  RelmSpan days; /* both inclusive */
} RelmLevelClosure;

typedef struct
{
  const RelmAssignment *assignments;
  guint n_assignments;
  const RelmResource *resources;
  guint n_resources;
  const RelmLevelClosure *closures;
  guint n_closures;
  guint n_plans; /* how many plans the search makes; 1 is instant, 5,000 good */
  guint64 seed;
  RelmLevelGoOn go_on; /* or NULL; asked now and then: FALSE ends the search, and what was found so far counts */
  gpointer data;
} RelmLevelRequest;

/* An item that is elsewhere, or held back by something else than before. */
typedef struct
{
  gint32 item;
  RelmTime before; /* its start now */
  RelmTime after;
  RelmTime not_before; /* what holds it back; RELM_TIME_NONE when it only follows others */
  gint32 resource;     /* of which there was not enough where it would have been; -1 when that was a closure, or nothing */
  RelmDate day;        /* on this day; RELM_DATE_NONE for what only follows */
} RelmLevelMove;

/* What comes of it. */
typedef struct
{
  GArray *moves;       /* (element-type RelmLevelMove): by item */
  RelmNetwork *network; /* as it would be */
  RelmSchedule *schedule; /* its dates */
} RelmLevelling;

RelmLevelling *relm_levelling_new (RelmSchedule *schedule,
                                   const RelmLevelRequest *request);
void relm_levelling_free (RelmLevelling *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmLevelling, relm_levelling_free)

G_END_DECLS
