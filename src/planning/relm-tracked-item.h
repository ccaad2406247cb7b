/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Work items that mirror tracker items: what the tracker says, in the words of the plan, and where the two differ. A
 * difference is what the tracker says now, did not say when it was last taken over, and the plan does not say. Nothing here
 * changes anything. Main thread; reading the mirror is quick, one row per linked work item.
 */

#pragma once

#include "relm-mirror-tracker.h"
#include "relm-project.h"

G_BEGIN_DECLS

/* What a tracker item is in the words of the plan. A plain struct. */
typedef struct
{
  char *title;
  const char *kind;  /* nick of relm_work_item_kinds */
  const char *state; /* nick of relm_work_item_states */
  char *login;       /* of the first assignee, or NULL */
  char *milestone;   /* its title, or NULL */
  const char *assignee; /* id of the person who has that account, or NULL */
  const char *release;  /* id of the release that the milestone names, or NULL */
  RelmDate created;
  RelmDate closed;
  char *url;
} RelmTrackedItem;

/* One field of one work item. A plain struct that owns a reference to the record. */
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

RelmTrackedItem *relm_tracked_item_new (RelmProject *project,
                                        RelmMirrorTracker *mirror,
                                        const RelmMirrorItem *item);
RelmTrackedItem *relm_tracked_item_ref (RelmTrackedItem *self);
void relm_tracked_item_unref (RelmTrackedItem *self);

GPtrArray *relm_tracked_differences_list (RelmProject *project,
                                          RelmRecord *source,
                                          RelmMirrorTracker *mirror);
void relm_tracked_difference_free (RelmTrackedDifference *self);
gboolean relm_tracked_release_is (const char *version,
                                  const char *name,
                                  const char *milestone);
const char *relm_tracked_release_find (RelmProject *project,
                                       const char *milestone);
GHashTable *relm_tracked_items_index (RelmProject *project,
                                      RelmRecord *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTrackedItem, relm_tracked_item_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTrackedDifference, relm_tracked_difference_free)

G_END_DECLS
