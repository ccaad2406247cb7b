/* SPDX-License-Identifier: GPL-3.0-or-later */

/* “Closes #12”: what a merge request says that it closes. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **relm_closing_words_dup (const char *text);

G_END_DECLS
