/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is said of the repositories of a project together: that of the one that matters most, which is one that is being read,
 * else one that could not be, else the first. A plain struct; main thread.
 */

#pragma once

#include "relm-source-link.h"

G_BEGIN_DECLS

typedef struct
{
  RelmSourceLink *link; /* the one that matters most, or NULL */
  RelmGitSourceState state;
  double progress;
  char *status;        /* or NULL */
  gint64 last_sync;    /* of the one that was read the longest ago, Unix seconds; 0: not known */
  const char *incomplete; /* why one of them is, or NULL */
  gboolean busy;       /* one of them is */
  GError *error;
} RelmSourceReport;

void relm_source_report_init (RelmSourceReport *self,
                              GPtrArray *links);
void relm_source_report_clear (RelmSourceReport *self);
gboolean relm_source_report_is_same_error (const GError *a,
                                           const GError *b);

G_END_DECLS
