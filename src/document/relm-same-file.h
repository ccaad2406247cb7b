/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Two names of one file, through a link for example, are one project. Any thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean relm_same_file (GFile *a,
                         GFile *b);

G_END_DECLS
