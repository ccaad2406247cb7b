/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * JSON strings (RFC 8259, section 7) to text and back. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *relm_json_unescape (const char *text,
                          gsize length);
void relm_json_append_quoted (GString *out,
                              const char *text);

G_END_DECLS
