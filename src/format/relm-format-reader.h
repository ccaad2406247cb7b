/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From the tokens of a text to a project, by the tables of fields. Refuses what it cannot keep, keeps what it does not know.
 * Any thread.
 */

#pragma once

#include "relm-json-scanner.h"

G_BEGIN_DECLS

RelmProject *relm_format_reader_read (const RelmFormatSource *source,
                                      const RelmJsonTape *tape,
                                      gint64 *version,
                                      GError **error);

G_END_DECLS
