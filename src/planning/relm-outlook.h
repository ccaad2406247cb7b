/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How all releases of a project stand and where they go: the forecast and the burn-up of each, from the plan and from the
 * mirrors of its trackers. The window and relm-cli show what this says, so that they say the same.
 *
 * What the plan says is copied in the main thread; the mirrors are read, and everything is computed, in any other.
 */

#pragma once

#include "relm-burn-up.h"
#include "relm-release-forecast.h"

G_BEGIN_DECLS

typedef struct
{
  RelmReleaseForecast forecast;
  RelmBurnUp *burn_up; /* or NULL: there is nothing to see yet */
} RelmOutlook;

/* Adds a tracker to what is known, as relm_work_lives_read_tracker() does. */
typedef void (*RelmOutlookReader) (RelmWorkLives *lives,
                                   const RelmWorkTracker *tracker,
                                   GCancellable *cancellable);

typedef struct _RelmOutlookInput RelmOutlookInput;

RelmOutlookInput *relm_outlook_input_new (RelmProject *project,
                                          GPtrArray *trackers,
                                          RelmDate today);
void relm_outlook_input_free (RelmOutlookInput *self);
void relm_outlook_input_set_reader (RelmOutlookInput *self,
                                    RelmOutlookReader reader);
GHashTable *relm_outlook_input_run (RelmOutlookInput *self,
                                    GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmOutlookInput, relm_outlook_input_free)

G_END_DECLS
