/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An item of a tracker, as a list shows it. Immutable. Main thread. */

#pragma once

#include <glib-object.h>

#include "relm-mirror-item.h"

G_BEGIN_DECLS

#define RELM_TYPE_TRACKED_ROW (relm_tracked_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmTrackedRow, relm_tracked_row, RELM, TRACKED_ROW, GObject)

RelmTrackedRow *relm_tracked_row_new (RelmMirrorItem *item,
                                      char *assignees);
const RelmMirrorItem *relm_tracked_row_get_item (RelmTrackedRow *self);
const char *relm_tracked_row_get_assignees (RelmTrackedRow *self);

G_END_DECLS
