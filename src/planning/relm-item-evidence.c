/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-item-evidence.h"

/* More would not be read. */
#define MENTIONS_MAX 50

/* As commit messages write it, alone and with the project that it is of. */
static char **
dup_names (RelmItemEvidence *self,
           const char *project,
           const char *key)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_add (names, key);
  if (project != NULL && *key == '#')
    g_strv_builder_take (names, g_strconcat (project, key, NULL));
  for (guint i = 0; i < self->merge_requests->len; i++)
    g_strv_builder_add (names, ((RelmMirrorItem *) self->merge_requests->pdata[i])->key);
  return g_strv_builder_end (names);
}

/**
 * relm_item_evidence_new:
 * @tracker_path: (nullable): the mirror of the tracker
 * @history_path: (nullable): the mirror of the repository
 * @project: (nullable): the tracker's name of its project: “owner/name”
 * @key: of the item
 *
 * What cannot be read is no evidence.
 *
 * Returns: (transfer full): what there is
 */
RelmItemEvidence *
relm_item_evidence_new (const char *tracker_path,
                        const char *history_path,
                        const char *project,
                        const char *key)
{
  RelmItemEvidence *self = g_new0 (RelmItemEvidence, 1);
  g_autoptr (RelmMirrorTracker) tracker = tracker_path != NULL ? relm_mirror_tracker_open (tracker_path, NULL) : NULL;
  g_autoptr (RelmMirror) history = history_path != NULL ? relm_mirror_open (history_path, NULL) : NULL;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (key != NULL, self);

  if (tracker != NULL)
    self->merge_requests = relm_mirror_tracker_list_closing (tracker, key, NULL);
  if (self->merge_requests == NULL)
    self->merge_requests = relm_mirror_row_array_new (RELM_MIRROR_ITEMS);
  names = dup_names (self, project, key);
  if (history != NULL)
    self->mentions = relm_mirror_list_mentions (history, (const char *const *) names, MENTIONS_MAX, NULL);
  if (self->mentions == NULL)
    self->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_mention_free);
  return self;
}

/**
 * relm_item_evidence_free:
 * @self: (nullable) (transfer full): evidence
 */
void
relm_item_evidence_free (RelmItemEvidence *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->merge_requests);
  g_ptr_array_unref (self->mentions);
  g_free (self);
}
