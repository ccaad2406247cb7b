/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Text from outside, made safe to show. Commit messages, titles and names come from strangers: they may not be UTF-8, may
 * hold control and bidirectional override characters, and may be megabytes long. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_TEXT_TITLE_MAX 500 /* characters of a title that are worth showing */

char *relm_text_to_utf8 (const char *bytes,
                         gssize length,
                         const char *encoding);
char *relm_text_display (const char *text);
char *relm_text_display_title (const char *text);
char *relm_text_isolate (const char *text);
char *relm_text_join_facts (const char *const *facts,
                            guint n_facts);
gboolean relm_text_is_blank (const char *text);

G_END_DECLS
