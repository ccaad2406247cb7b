/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Takes out of an answer what nobody will ask for, before it is read: of what trackers send, most are addresses of more, again
 * for each person. To read that only to throw it away cost two thirds of a synchronisation. Pure functions; any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean relm_json_pruner_keeps (const char *member,
                                 gsize length);
gboolean relm_json_pruner_prune (char *text,
                                 guint depth_max);

G_END_DECLS
