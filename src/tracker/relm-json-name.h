/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The members that are asked for in what trackers send, of any service. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One of those names; 0 is none of them. */
typedef guint8 RelmJsonName;

RelmJsonName relm_json_name_find (const char *member,
                                  gsize length);

G_END_DECLS
