/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Work items that mirror tracker items: what the tracker says, in the words of the plan. Nothing here changes anything. Main
 * thread, but for relm_tracked_items_read().
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

typedef struct _RelmTrackedNames RelmTrackedNames;

RelmTrackedNames *relm_tracked_names_new (RelmProject *project);
void relm_tracked_names_free (RelmTrackedNames *self);
RelmProject *relm_tracked_names_get_project (RelmTrackedNames *self);
const char *relm_tracked_names_find_person (RelmTrackedNames *self,
                                            const char *login);
const char *relm_tracked_names_find_release (RelmTrackedNames *self,
                                             const char *milestone);

RelmTrackedItem *relm_tracked_item_new (RelmTrackedNames *names,
                                        const RelmMirrorItem *said);
RelmTrackedItem *relm_tracked_item_ref (RelmTrackedItem *self);
void relm_tracked_item_unref (RelmTrackedItem *self);
const char *relm_tracked_item_get_key (RelmRecord *record,
                                       RelmRecord *source);

gboolean relm_tracked_release_is (const char *version,
                                  const char *name,
                                  const char *milestone);
const char *relm_tracked_release_find (RelmProject *project,
                                       const char *milestone);
GHashTable *relm_tracked_items_index (RelmProject *project,
                                      RelmRecord *source);
GHashTable *relm_tracked_items_read (RelmMirrorTracker *mirror,
                                     GPtrArray *keys,
                                     GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTrackedItem, relm_tracked_item_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTrackedNames, relm_tracked_names_free)

G_END_DECLS
