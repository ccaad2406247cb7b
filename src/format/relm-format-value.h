/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The value of one field: from a token, and to text. The only place that knows how each type of field looks in the file.
 */

#pragma once

#include "relm-json-scanner.h"

G_BEGIN_DECLS

gboolean relm_format_value_read (const RelmField *field,
                                 const RelmFormatSource *source,
                                 const RelmJsonToken *token,
                                 RelmValue *value,
                                 GError **error);
void relm_format_value_append (const RelmValue *value,
                               guint indent,
                               GString *out);
void relm_format_append_line (GString *out,
                              guint indent);

G_END_DECLS
