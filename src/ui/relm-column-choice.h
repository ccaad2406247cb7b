/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which columns a person chose for the tables of each kind of record, in every project. Main thread.
 */

#pragma once

#include "relm-table-columns.h"

G_BEGIN_DECLS

void relm_column_choice_apply (const char *table,
                               RelmTableColumns *columns);
void relm_column_choice_keep (const char *table,
                              RelmTableColumns *columns);

G_END_DECLS
