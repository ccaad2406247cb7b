/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What there is of somebody, or something, on each day, and what is taken of it. Days are what plans are made of: two things of
 * half a day each fit into one day, whichever is done first.
 *
 * Amounts are minutes of working time multiplied by units (heads, or per cent of a person). A profile reaches from its first day
 * over 200 years; what is outside is not counted. One thread at a time.
 */

#pragma once

#include "relm-calendar.h"

G_BEGIN_DECLS

typedef struct _RelmLoadProfile RelmLoadProfile;

/* A need: from when to when, how much of the resource at a time, and when there is work. */
typedef struct
{
  RelmCalendar *calendar; /* unowned; NULL: that of the resource */
  RelmTime start;
  RelmTime finish;
  gint32 units;
} RelmLoadNeed;

RelmLoadProfile *relm_load_profile_new (RelmCalendar *calendar,
                                        gint32 units,
                                        RelmDate first);
void relm_load_profile_free (RelmLoadProfile *self);
void relm_load_profile_reset (RelmLoadProfile *self,
                              const RelmLoadProfile *to);

gint64 relm_load_profile_get_capacity (RelmLoadProfile *self,
                                       RelmDate day);
gint64 relm_load_profile_get_taken (RelmLoadProfile *self,
                                    RelmDate day);
RelmSpan relm_load_profile_get_days (RelmLoadProfile *self);
gint64 relm_load_profile_measure (RelmLoadProfile *self,
                                  const RelmLoadNeed *need,
                                  RelmDate day);
void relm_load_profile_take (RelmLoadProfile *self,
                             const RelmLoadNeed *need);
RelmDate relm_load_profile_find_obstacle (RelmLoadProfile *self,
                                          const RelmLoadNeed *need);
RelmDate relm_load_profile_find_room (RelmLoadProfile *self,
                                      RelmDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmLoadProfile, relm_load_profile_free)

G_END_DECLS
