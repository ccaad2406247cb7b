/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a stakeholder was told, and what has changed since: dates of releases, and what became of the work that they asked for. Each
 * communication keeps a snapshot of these, a line for each
 * that is not over: id, date or release, and title. Compared with the plan of now it
 * gives what they do not know yet. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

/* Something that they were not told. */
typedef struct
{
  RelmRecord *record; /* a release or a work item; NULL when it is no longer in the project */
  char *sentence;     /* translated, safe to show */
  gboolean is_bad;    /* later than told, or not at all */
} RelmToldChange;

char **relm_told_make_snapshot (RelmProject *project,
                                RelmRecord *stakeholder);
RelmRecord *relm_told_find_last (RelmProject *project,
                                 RelmRecord *stakeholder);
GPtrArray *relm_told_list_changes (RelmProject *project,
                                   RelmRecord *stakeholder);
GPtrArray *relm_told_list_all (RelmProject *project,
                               RelmRecord *stakeholder);
char *relm_told_dup_draft (RelmProject *project,
                           RelmRecord *stakeholder);
void relm_told_change_free (RelmToldChange *self);

G_END_DECLS
