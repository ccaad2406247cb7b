/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From a project to its canonical text, by the tables of fields: one value per line, in the order of the tables, defaults left
 * out, what is not known where it stood. Any thread.
 */

#pragma once

#include "relm-format.h"

G_BEGIN_DECLS

typedef void (*RelmFormatRecordFunc) (GString *out,
                                      RelmRecord *record,
                                      guint indent,
                                      gpointer user_data);

void relm_format_writer_write (RelmProject *project,
                               GString *out,
                               RelmFormatRecordFunc func,
                               gpointer user_data);
void relm_format_writer_write_record (GString *out,
                                      RelmRecord *record,
                                      guint indent);

G_END_DECLS
