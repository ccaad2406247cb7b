/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out which tracker runs at an address. It blocks; it belongs to one worker thread. */

#pragma once

#include <gio/gio.h>

#include "relm-http-client.h"
#include "relm-tracker-address.h"

G_BEGIN_DECLS

RelmTrackerAddress *relm_tracker_probe (const char *text,
                                        const RelmHttpPatience *patience,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
