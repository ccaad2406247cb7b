/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a tracker says, taken over into the plan, or left as it is here: each of them one step to undo. Main thread.
 */

#pragma once

#include "relm-document.h"
#include "relm-tracked-difference.h"

G_BEGIN_DECLS

gboolean relm_tracked_edits_take (RelmDocument *document,
                                  RelmTrackedDifference **differences,
                                  guint n_differences,
                                  GError **error);
gboolean relm_tracked_edits_keep (RelmDocument *document,
                                  RelmTrackedDifference **differences,
                                  guint n_differences,
                                  GError **error);
gboolean relm_tracked_edits_add (RelmDocument *document,
                                 RelmRecord *source,
                                 RelmMirrorTracker *mirror,
                                 const char *const *keys,
                                 GError **error);
gboolean relm_tracked_edits_link (RelmDocument *document,
                                  RelmRecord *record,
                                  RelmRecord *source,
                                  RelmMirrorTracker *mirror,
                                  const char *key,
                                  GError **error);
gboolean relm_tracked_edits_unlink (RelmDocument *document,
                                    RelmRecord *record,
                                    GError **error);

G_END_DECLS
