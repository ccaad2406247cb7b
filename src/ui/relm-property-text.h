/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Properties of any object as texts, to be kept in a file of settings: flags, choices, numbers and texts. Main thread. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

char *relm_property_text_dup (gpointer object,
                              const char *property);
void relm_property_text_set (gpointer object,
                             const char *property,
                             const char *text);

G_END_DECLS
