/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-item-evidence.h"

/* More would not be read. */
#define MENTIONS_MAX 50

static void
add_name (GStrvBuilder *names,
          gboolean own,
          const char *project,
          const char *key)
{
  const gboolean number = *key == '#' || *key == '!';

  if (own || !number)
    g_strv_builder_add (names, key);
  if (project != NULL && number)
    g_strv_builder_take (names, g_strconcat (project, key, NULL));
}

/* As commit messages write it, alone and with the project that it is of. */
static char **
dup_names (RelmItemEvidence *self,
           gboolean own,
           const char *project,
           const char *key)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  add_name (names, own, project, key);
  for (guint i = 0; i < self->merge_requests->len; i++)
    add_name (names, own, project, ((RelmMirrorItem *) self->merge_requests->pdata[i])->key);
  return g_strv_builder_end (names);
}

/* The newest first. */
static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const gint64 time_a = ((const RelmMirrorMention *) a)->commit->time;
  const gint64 time_b = ((const RelmMirrorMention *) b)->commit->time;

  return (time_a < time_b) - (time_a > time_b);
}

static void
add_mentions (RelmItemEvidence *self,
              const char *path,
              guint history,
              const char *const *names)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (path, NULL);
  GPtrArray *mentions = mirror != NULL ? relm_mirror_list_mentions (mirror, names, MENTIONS_MAX, NULL) : NULL;

  if (mentions == NULL)
    return;
  for (guint i = 0; i < mentions->len; i++)
    ((RelmMirrorMention *) mentions->pdata[i])->history = history;
  g_ptr_array_extend_and_steal (self->mentions, mentions);
}

/**
 * relm_item_evidence_new:
 * @tracker_path: (nullable): the mirror of the tracker
 * @histories: (nullable) (array length=n_histories): the repositories; the mentions say which one they are in
 * @project: (nullable): the tracker's name of its project: “owner/name”
 * @key: of the item
 *
 * What cannot be read is no evidence.
 *
 * Returns: (transfer full): what there is
 */
RelmItemEvidence *
relm_item_evidence_new (const char *tracker_path,
                        const RelmItemHistory *histories,
                        guint n_histories,
                        const char *project,
                        const char *key)
{
  RelmItemEvidence *self = g_new0 (RelmItemEvidence, 1);
  g_autoptr (RelmMirrorTracker) tracker = tracker_path != NULL ? relm_mirror_tracker_open (tracker_path, NULL) : NULL;

  self->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_mention_free);
  g_return_val_if_fail (key != NULL, self);

  if (tracker != NULL)
    self->merge_requests = relm_mirror_tracker_list_closing (tracker, key, NULL);
  if (self->merge_requests == NULL)
    self->merge_requests = relm_mirror_row_array_new (RELM_MIRROR_ITEMS);
  for (guint i = 0; i < n_histories; i++)
    {
      g_auto (GStrv) names = dup_names (self, histories[i].own, project, key);

      add_mentions (self, histories[i].path, i, (const char *const *) names);
    }
  g_ptr_array_sort_values (self->mentions, compare_mentions);
  if (self->mentions->len > MENTIONS_MAX)
    g_ptr_array_set_size (self->mentions, MENTIONS_MAX);
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
