/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What was done for a tracker item: merge requests that close it, commits that mention it or came of them, and the releases
 * that have them. It comes from the mirrors of a tracker and of repositories, which are read in any thread. A plain struct.
 */

#pragma once

#include "relm-mirror-mention.h"
#include "relm-mirror-tracker.h"

G_BEGIN_DECLS

/* A repository where something may have been done. */
typedef struct
{
  const char *path; /* of its mirror */
  gboolean own;     /* “#12” in it is the tracker's; else only “owner/repo#12” and “PROJ-12” are */
} RelmItemHistory;

typedef struct
{
  GPtrArray *merge_requests; /* (element-type RelmMirrorItem) */
  GPtrArray *mentions;       /* (element-type RelmMirrorMention) */
} RelmItemEvidence;

RelmItemEvidence *relm_item_evidence_new (const char *tracker_path,
                                          const RelmItemHistory *histories,
                                          guint n_histories,
                                          const char *project,
                                          const char *key);
void relm_item_evidence_free (RelmItemEvidence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmItemEvidence, relm_item_evidence_free)

G_END_DECLS
