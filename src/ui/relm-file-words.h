/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What people call a file's place, and the time at which something was done to it. Main thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *relm_file_words_place (GFile *file);
char *relm_file_words_edited (gint64 time);

G_END_DECLS
