/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The issues of a tracker's mirror among the lives of all work. */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-mirror-life.h"
#include "relm-tracked-item.h"
#include "relm-work-lives-private.h"

#define SYNCED "synced" /* when all of the mirror was up to date the last time, Unix seconds; src/tracker keeps it there */
#define AGE_MAX 182 /* days: what is older says nothing of today */
#define CHECK_EVERY 1024 /* items between two looks at whether somebody still wants the answer */

typedef struct
{
  RelmWorkLives *lives;
  const char *source;
  GCancellable *cancellable;
  GHashTable *milestones; /* keys to scopes, counted from 1 */
  GHashTable *covered;    /* keys of issues that count as the merge request that closes them */
  guint n_items;
} Reading;

/* Returns: the release that it is by name, counted from 1; 0 when it is none */
static guint
find_release (RelmWorkLives *self,
              const char *title)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const RelmWorkNames *names = &g_array_index (self->names, RelmWorkNames, i);

      if (relm_tracked_release_is (names->version, names->name, title))
        return i + 1;
    }
  return 0;
}

static void
take_milestone (Reading *reading,
                const RelmMirrorMilestone *milestone)
{
  RelmWorkLives *self = reading->lives;
  guint number = find_release (self, milestone->title);

  if (number == 0)
    {
      const RelmWorkScope scope = { NULL, (RelmDate) milestone->start, FALSE };

      g_array_append_val (self->scopes, scope);
      number = self->scopes->len;
    }
  else if (g_array_index (self->scopes, RelmWorkScope, number - 1).begin == RELM_DATE_NONE)
    g_array_index (self->scopes, RelmWorkScope, number - 1).begin = (RelmDate) milestone->start;
  g_hash_table_insert (reading->milestones, g_strdup (milestone->key), GUINT_TO_POINTER (number));
}

static int
get_scope (Reading *reading,
           const RelmMirrorLife *item)
{
  return item->milestone != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (reading->milestones, item->milestone)) - 1 : -1;
}

/* What the tracker says since the plan took over its state, and nobody has decided on yet. */
static void
take_news (RelmWorkLife *life,
           const RelmWorkLink *link,
           const RelmMirrorLife *item)
{
  const gboolean open = item->state != RELM_MIRROR_ITEM_DONE && item->state != RELM_MIRROR_ITEM_DROPPED;

  if (item->state == link->known)
    return;
  if (item->state == RELM_MIRROR_ITEM_DROPPED && !life->done)
    life->counts = FALSE;
  else if (item->state == RELM_MIRROR_ITEM_DONE)
    life->done = TRUE;
  else if (open && link->known == RELM_MIRROR_ITEM_DONE)
    {
      life->done = FALSE;
      life->done_on = RELM_DATE_NONE;
    }
}

static void
take_pair (Reading *reading,
           const RelmWorkLink *link,
           const RelmMirrorLife *item)
{
  RelmWorkLife *life = &g_array_index (reading->lives->lives, RelmWorkLife, link->life);

  life->tracked = TRUE;
  take_news (life, link, item);
  if (life->scope < 0)
    life->scope = get_scope (reading, item);
  if (life->added == RELM_DATE_NONE)
    life->added = relm_date_from_unix_local (item->created);
  if (life->done && life->done_on == RELM_DATE_NONE && item->state == RELM_MIRROR_ITEM_DONE)
    life->done_on = relm_date_from_unix_local (item->closed);
  if (item->kind == RELM_MIRROR_ITEM_MERGE_REQUEST && item->closes != NULL)
    {
      g_auto (GStrv) keys = g_strsplit (item->closes, "\n", -1);

      for (guint i = 0; keys[i] != NULL; i++)
        g_hash_table_add (reading->covered, g_strdup (keys[i]));
    }
}

static void
take_issue (Reading *reading,
            const RelmMirrorLife *item)
{
  const gboolean done = item->state == RELM_MIRROR_ITEM_DONE;
  const RelmWorkLife life = {
    .scope = get_scope (reading, item),
    .added = relm_date_from_unix_local (item->created),
    .done_on = done ? relm_date_from_unix_local (item->closed) : RELM_DATE_NONE,
    .counts = TRUE,
    .done = done,
    .tracked = TRUE,
  };

  if (life.scope >= 0)
    g_array_index (reading->lives->scopes, RelmWorkScope, life.scope).milestone = TRUE;
  g_array_append_val (reading->lives->lives, life);
}

static gboolean
take_item (const RelmMirrorLife *item,
           gpointer data)
{
  Reading *reading = data;
  g_autofree char *name = relm_work_lives_dup_link (reading->source, item->key);
  const RelmWorkLink *link = g_hash_table_lookup (reading->lives->links, name);

  if (link != NULL)
    take_pair (reading, link, item);
  else if (item->kind == RELM_MIRROR_ITEM_ISSUE && item->state != RELM_MIRROR_ITEM_DROPPED &&
           !g_hash_table_contains (reading->covered, item->key))
    take_issue (reading, item);
  return ++reading->n_items % CHECK_EVERY != 0 || !g_cancellable_is_cancelled (reading->cancellable);
}

/* Returns: whether it could be read */
static gboolean
read_mirror (Reading *reading,
             RelmMirrorTracker *mirror)
{
  g_autoptr (GPtrArray) milestones = relm_mirror_tracker_list (mirror, RELM_MIRROR_MILESTONES, NULL);
  const RelmDate synced = relm_date_from_unix_local (relm_mirror_tracker_get_number (mirror, SYNCED));

  if (milestones == NULL || synced == RELM_DATE_NONE || synced + AGE_MAX < reading->lives->today)
    return FALSE;
  reading->lives->known = MIN (reading->lives->known, synced);
  for (guint i = 0; i < milestones->len; i++)
    take_milestone (reading, milestones->pdata[i]);
  return relm_mirror_life_foreach (mirror, take_item, reading, NULL);
}

/**
 * relm_work_lives_read_tracker:
 * @cancellable: (nullable): when nobody wants the answer any more; what is read by then is of no use
 *
 * A mirror that is not there, was not yet read to the end for the first time, or not for half a year, adds nothing, and is
 * counted as missing: half of a history is none, and an old one says nothing of today. Each tracker is read once. In any thread, one at a time.
 */
void
relm_work_lives_read_tracker (RelmWorkLives *self,
                              const RelmWorkTracker *tracker,
                              GCancellable *cancellable)
{
  const gboolean is_there = tracker->path != NULL && g_file_test (tracker->path, G_FILE_TEST_EXISTS);
  g_autoptr (RelmMirrorTracker) mirror = is_there ? relm_mirror_tracker_open (tracker->path, NULL) : NULL;
  g_autoptr (GHashTable) milestones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) covered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { self, tracker->source, cancellable, milestones, covered, 0 };

  if (mirror != NULL && read_mirror (&reading, mirror))
    self->n_read++;
  else
    self->n_missing++;
}
