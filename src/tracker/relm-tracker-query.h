/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of an address behind the question mark: what is asked of a list. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *relm_tracker_query_set (const char *url,
                              const char *name,
                              const char *value);
char *relm_tracker_query_set_number (const char *url,
                                     const char *name,
                                     gint64 value);
gint64 relm_tracker_query_get_number (const char *url,
                                      const char *name,
                                      gint64 otherwise);

G_END_DECLS
