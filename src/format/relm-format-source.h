/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The text of a file while it is being read, and errors that say where in it. Places are found only when there is something
 * to complain about, so that reading does not pay for them. A plain struct on the reader's stack that owns nothing.
 */

#pragma once

#include "relm-format.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  gsize length; /* in bytes; the text need not end with a NUL */
  const char *name;
} RelmFormatSource;

gboolean relm_format_source_check (const RelmFormatSource *source,
                                   GError **error);
void relm_format_source_locate (const RelmFormatSource *source,
                                gsize offset,
                                guint *line,
                                guint *column);
guint relm_format_source_get_line (const RelmFormatSource *source,
                                   gsize offset);
char *relm_format_source_describe (const RelmFormatSource *source,
                                   gsize offset);
void relm_format_source_set_error (const RelmFormatSource *source,
                                   gsize offset,
                                   RelmFormatError code,
                                   GError **error,
                                   const char *format,
                                   ...) G_GNUC_PRINTF (5, 6);
GArray *relm_format_source_find_conflicts (const RelmFormatSource *source);

G_END_DECLS
