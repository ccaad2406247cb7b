/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows of the plan's table as text that spreadsheets exchange: lines of cells with tabs between them, the headings first. What
 * comes back is written into the rows in one step, or not at all. Main thread.
 */

#pragma once

#include "relm-plan-sheet.h"

G_BEGIN_DECLS

char *relm_plan_paste_dup_rows (RelmPlanSheet *sheet,
                                GPtrArray *rows,
                                GArray *columns);
GPtrArray *relm_plan_paste_parse (const char *text);
gboolean relm_plan_paste_apply (RelmPlanSheet *sheet,
                                GPtrArray *lines,
                                GPtrArray *rows,
                                GArray *columns,
                                guint first_column,
                                guint *n_changed,
                                GError **error);
guint relm_plan_paste_count_rows (GPtrArray *lines);

G_END_DECLS
