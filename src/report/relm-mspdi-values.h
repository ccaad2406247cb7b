/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Values from outside for the fields of records that are being made: by the names of the fields, since a task may become a record
 * of one kind or another, and only what the field takes. Main thread.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

void relm_mspdi_set_string (RelmRecord *record,
                            const char *name,
                            const char *text);
void relm_mspdi_set_number (RelmRecord *record,
                            const char *name,
                            gint64 number);
void relm_mspdi_set_date (RelmRecord *record,
                          const char *name,
                          RelmDate date);
char *relm_mspdi_dup_title (const char *text);

G_END_DECLS
