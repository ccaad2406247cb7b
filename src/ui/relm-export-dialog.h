/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Asks as what the plan is to be exported, and how; then where to; then writes it and says so. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-timeline.h"

G_BEGIN_DECLS

#define RELM_TYPE_EXPORT_DIALOG (relm_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmExportDialog, relm_export_dialog, RELM, EXPORT_DIALOG, AdwDialog)

RelmExportDialog *relm_export_dialog_new (RelmTimeline *timeline);

G_END_DECLS
