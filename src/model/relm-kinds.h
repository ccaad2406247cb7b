/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which kinds of records there are, in the order of the file. The list is made by meson.build from the names of the kinds'
 * file pairs, so that adding a kind is adding a file pair and its name there. Any thread.
 */

#pragma once

#include "relm-field.h"

G_BEGIN_DECLS

guint relm_kinds_get_count (void);
GType relm_kinds_get_type (guint index);
const RelmKind *relm_kinds_get (guint index);
GType relm_kinds_find_type (const char *name);

G_END_DECLS
