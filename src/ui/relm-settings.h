/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a person prefers, as the desktop keeps it. Main thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *relm_settings_get (void);
gboolean relm_settings_get_boolean (const char *key,
                                    gboolean fallback);
char *relm_settings_dup_string (const char *key,
                                const char *fallback);

G_END_DECLS
