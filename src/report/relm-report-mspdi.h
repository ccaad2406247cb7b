/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The plan as Microsoft Project XML, which Microsoft Project, ProjectLibre, GanttProject and others read. Each row of the
 * outline is a task: releases, phases and work with parts are summaries, milestones are milestones. Main thread.
 */

#pragma once

#include "relm-report.h"

G_BEGIN_DECLS

GBytes *relm_report_mspdi_write (RelmProject *project,
                                 const RelmReportOptions *options);

G_END_DECLS
