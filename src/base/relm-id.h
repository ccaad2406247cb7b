/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Opaque, stable ids of records: a kind's prefix and 10 random characters of Crockford's base 32 (“rel-7k3m9x2qfd”).
 * They are never shown to people, never reused and never derived from a title or a position. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_ID_RANDOM_LENGTH 10

char *relm_id_new (const char *prefix);
gboolean relm_id_is_valid (const char *id,
                           const char *prefix);

G_END_DECLS
