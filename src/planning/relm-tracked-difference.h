/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where plan and tracker differ. A difference is what the tracker says now, did not say when it was last taken over, and the
 * plan does not say. Nothing here changes anything. Main thread.
 */

#pragma once

#include "relm-tracked-item.h"

G_BEGIN_DECLS

/* One field of one work item. A plain struct that owns a reference to the record. Immutable. */
typedef struct
{
  RelmRecord *record;
  guint field;  /* TITLE, STATE, ASSIGNEE or RELEASE of a work item */
  char *mine;   /* for people; empty for nothing */
  char *theirs; /* for people; empty for nothing */
  char *value;  /* of the field, when theirs is taken; NULL to unset it */
  gboolean edited; /* a person changed mine since it was last taken over */
  RelmTrackedItem *item; /* all that the tracker says; shared by the differences of a record */
} RelmTrackedDifference;

RelmTrackedDifference *relm_tracked_difference_ref (RelmTrackedDifference *self);
void relm_tracked_difference_unref (RelmTrackedDifference *self);
gboolean relm_tracked_difference_equal (const RelmTrackedDifference *a,
                                        const RelmTrackedDifference *b);
void relm_tracked_differences_add (GPtrArray *differences,
                                   RelmTrackedNames *names,
                                   RelmRecord *record,
                                   const RelmMirrorItem *said);
GPtrArray *relm_tracked_differences_list (RelmProject *project,
                                          RelmRecord *source,
                                          RelmMirrorTracker *mirror);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTrackedDifference, relm_tracked_difference_unref)

G_END_DECLS
