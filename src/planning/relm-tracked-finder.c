/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <gio/gio.h>

#include "relm-person.h"
#include "relm-release.h"
#include "relm-tracked-finder.h"
#include "relm-work-item.h"

/* Of a frame's 16 ms, in microseconds. */
#define SLICE (3 * 1000)

struct _RelmTrackedFinder
{
  GObject parent_instance;

  RelmProject *project; /* NULL without a tracker */
  RelmRecord *source;
  char *path; /* of the mirror */
  RelmTrackedNames *names;
  GHashTable *said;    /* RelmMirrorItem by keys: what was read until now */
  GHashTable *old;     /* the same of before, which the next worker frees; or NULL */
  GHashTable *found;   /* arrays of differences by records; only those that have one */
  GHashTable *pending; /* records to be compared */
  GHashTable *unread;  /* records to be compared when the mirror was read */
  GCancellable *reading; /* NULL when no worker reads */
  guint size;
  guint slice_id;
};

/* What a worker reads, of which it may not ask the finder. */
typedef struct
{
  char *path;
  GPtrArray *keys;
  GHashTable *old; /* what was read before and is to be freed, or NULL */
} Reading;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmTrackedFinder, relm_tracked_finder, G_TYPE_OBJECT)

static void queue_slice (RelmTrackedFinder *self);

static void
reading_free (Reading *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->keys);
  g_clear_pointer (&self->old, g_hash_table_unref);
  g_free (self);
}

/* Of a mirror that cannot be read the tracker said nothing. */
static void
read_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr (RelmMirrorTracker) mirror = relm_mirror_tracker_open (reading->path, NULL);
  g_autoptr (GHashTable) said = relm_tracked_items_read (mirror, reading->keys, cancellable);

  g_clear_pointer (&reading->old, g_hash_table_unref);
  g_ptr_array_set_size (reading->keys, 0);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&said), (GDestroyNotify) g_hash_table_unref);
}

/* All of them, most often. */
static void
take_said (RelmTrackedFinder *self,
           GHashTable *said)
{
  GHashTableIter iter;
  gpointer key, item;

  if (g_hash_table_size (self->said) == 0)
    {
      g_hash_table_unref (self->said);
      self->said = g_hash_table_ref (said);
      return;
    }
  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, &key, &item))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (self->said, key, item);
    }
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  RelmTrackedFinder *self = RELM_TRACKED_FINDER (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) said = g_task_propagate_pointer (G_TASK (result), &error);
  GHashTableIter iter;
  gpointer record;

  if (error != NULL) /* cancelled; what was asked for since is under way */
    return;
  g_clear_object (&self->reading);
  take_said (self, said);
  g_hash_table_iter_init (&iter, self->unread);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_hash_table_add (self->pending, g_object_ref (record));
  g_hash_table_remove_all (self->unread);
  queue_slice (self);
}

static void
begin_reading (RelmTrackedFinder *self)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = g_new0 (Reading, 1);
  GHashTableIter iter;
  gpointer record;

  reading->path = g_strdup (self->path);
  reading->keys = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, self->unread);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_ptr_array_add (reading->keys, g_strdup (relm_record_get_string (record, RELM_WORK_ITEM_ITEM)));
  reading->old = g_steal_pointer (&self->old);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
forget (RelmTrackedFinder *self,
        RelmRecord *record)
{
  GPtrArray *differences = g_hash_table_lookup (self->found, record);

  if (differences == NULL)
    return;
  self->size -= differences->len;
  g_hash_table_remove (self->found, record);
}

static void
compare (RelmTrackedFinder *self,
         RelmRecord *record)
{
  const gboolean is_there = relm_project_lookup (self->project, relm_record_get_id (record)) == record;
  const char *key = is_there ? relm_tracked_item_get_key (record, self->source) : NULL;
  g_autoptr (GPtrArray) differences = NULL;
  gpointer item = NULL;

  if (key != NULL && !g_hash_table_lookup_extended (self->said, key, NULL, &item))
    {
      g_hash_table_add (self->unread, g_object_ref (record));
      return;
    }
  forget (self, record);
  if (item == NULL)
    return;
  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_tracked_difference_unref);
  relm_tracked_differences_add (differences, self->names, record, item);
  self->size += differences->len;
  if (differences->len > 0)
    g_hash_table_insert (self->found, g_object_ref (record), g_steal_pointer (&differences));
}

/* Returns: whether there is more to compare */
static gboolean
compare_slice (RelmTrackedFinder *self)
{
  const gint64 end = g_get_monotonic_time () + SLICE;
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      compare (self, record);
      g_hash_table_iter_remove (&iter);
      if (g_get_monotonic_time () > end)
        break;
    }
  return g_hash_table_size (self->pending) > 0;
}

static void
finish (RelmTrackedFinder *self)
{
  self->slice_id = 0;
  if (g_hash_table_size (self->unread) == 0)
    g_signal_emit (self, signals[CHANGED], 0);
  else if (self->reading == NULL)
    begin_reading (self);
}

static gboolean
slice_cb (gpointer data)
{
  RelmTrackedFinder *self = data;

  if (compare_slice (self))
    return G_SOURCE_CONTINUE;
  finish (self);
  return G_SOURCE_REMOVE;
}

/* After what is drawn. */
static void
queue_slice (RelmTrackedFinder *self)
{
  if (self->slice_id == 0)
    self->slice_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, slice_cb, self, NULL);
}

static void
compare_all (RelmTrackedFinder *self)
{
  RelmRecordList *items = relm_project_get_list (self->project, RELM_TYPE_WORK_ITEM);
  GHashTableIter iter;
  gpointer record;

  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    if (relm_tracked_item_get_key (relm_record_list_get (items, i), self->source) != NULL)
      g_hash_table_add (self->pending, g_object_ref (relm_record_list_get (items, i)));
  g_hash_table_iter_init (&iter, self->found); /* of those, what is linked no more */
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_hash_table_add (self->pending, g_object_ref (record));
  queue_slice (self);
}

/* Ids that were found by name may be gone. */
static void
renew_names (RelmTrackedFinder *self)
{
  g_clear_pointer (&self->names, relm_tracked_names_free);
  if (self->project != NULL)
    self->names = relm_tracked_names_new (self->project);
}

static void
project_changed_cb (RelmTrackedFinder *self,
                    guint type,
                    RelmRecord *record)
{
  if (RELM_IS_PERSON (record) || RELM_IS_RELEASE (record))
    {
      renew_names (self);
      compare_all (self);
    }
  else if (RELM_IS_WORK_ITEM (record))
    {
      g_hash_table_add (self->pending, g_object_ref (record));
      queue_slice (self);
    }
}

static void
free_said (gpointer item)
{
  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);
}

static void
renew_said (RelmTrackedFinder *self)
{
  if (self->said != NULL && g_hash_table_size (self->said) == 0)
    return;
  g_clear_pointer (&self->old, g_hash_table_unref);
  self->old = g_steal_pointer (&self->said);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_said);
}

static void
stop (RelmTrackedFinder *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_hash_table_remove_all (self->pending);
  g_hash_table_remove_all (self->unread);
}

static void
follow (RelmTrackedFinder *self,
        RelmProject *project)
{
  if (self->project == project)
    return;
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
}

static void
relm_tracked_finder_dispose (GObject *object)
{
  RelmTrackedFinder *self = RELM_TRACKED_FINDER (object);

  stop (self);
  follow (self, NULL);
  G_OBJECT_CLASS (relm_tracked_finder_parent_class)->dispose (object);
}

static void
relm_tracked_finder_finalize (GObject *object)
{
  RelmTrackedFinder *self = RELM_TRACKED_FINDER (object);

  g_clear_pointer (&self->names, relm_tracked_names_free);
  g_clear_object (&self->source);
  g_free (self->path);
  g_hash_table_unref (self->said);
  g_clear_pointer (&self->old, g_hash_table_unref);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->unread);
  G_OBJECT_CLASS (relm_tracked_finder_parent_class)->finalize (object);
}

static void
relm_tracked_finder_class_init (RelmTrackedFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_tracked_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_tracked_finder_finalize;

  /**
   * RelmTrackedFinder::changed:
   *
   * The list is complete, and may be another one than before.
   */
  signals[CHANGED] = g_signal_new ("changed", RELM_TYPE_TRACKED_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relm_tracked_finder_init (RelmTrackedFinder *self)
{
  renew_said (self);
  self->found = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_ptr_array_unref);
  self->pending = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->unread = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * relm_tracked_finder_new:
 *
 * Returns: (transfer full): a finder without a tracker
 */
RelmTrackedFinder *
relm_tracked_finder_new (void)
{
  return g_object_new (RELM_TYPE_TRACKED_FINDER, NULL);
}

/**
 * relm_tracked_finder_set_tracker:
 * @project: (nullable): a project, or %NULL for nothing to compare
 * @source: (nullable): a tracker of it
 * @path: (nullable): of the mirror of what that tracker said
 *
 * Finds what there is. The same again has the mirror read anew, during which the list stays as it is; with another tracker it
 * is empty until then.
 */
void
relm_tracked_finder_set_tracker (RelmTrackedFinder *self,
                                 RelmProject *project,
                                 RelmRecord *source,
                                 const char *path)
{
  gboolean is_same;

  g_return_if_fail (RELM_IS_TRACKED_FINDER (self));

  is_same = project == self->project && source == self->source && g_strcmp0 (path, self->path) == 0;
  stop (self);
  follow (self, project);
  g_set_object (&self->source, source);
  g_set_str (&self->path, path);
  renew_said (self);
  renew_names (self);
  if (!is_same)
    {
      g_hash_table_remove_all (self->found);
      self->size = 0;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  if (project != NULL)
    compare_all (self);
}

/**
 * relm_tracked_finder_is_finding:
 *
 * Returns: whether the list will be another one soon
 */
gboolean
relm_tracked_finder_is_finding (RelmTrackedFinder *self)
{
  return self->slice_id != 0 || self->reading != NULL;
}

/**
 * relm_tracked_finder_catch_up:
 *
 * Compares at once what can be compared in a part of a frame: what a person just decided on is seen as such in that frame.
 */
void
relm_tracked_finder_catch_up (RelmTrackedFinder *self)
{
  g_return_if_fail (RELM_IS_TRACKED_FINDER (self));

  if (self->slice_id == 0 || compare_slice (self))
    return;
  g_clear_handle_id (&self->slice_id, g_source_remove);
  finish (self);
}

/**
 * relm_tracked_finder_get_size:
 *
 * Returns: how many differences there are
 */
guint
relm_tracked_finder_get_size (RelmTrackedFinder *self)
{
  return self->size;
}

/**
 * relm_tracked_finder_list:
 *
 * Returns: (transfer full) (element-type RelmTrackedDifference): where plan and tracker differ, in the order of the plan
 */
GPtrArray *
relm_tracked_finder_list (RelmTrackedFinder *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_tracked_difference_unref);
  RelmRecordList *items = self->size > 0 ? relm_project_get_list (self->project, RELM_TYPE_WORK_ITEM) : NULL;

  for (guint i = 0; items != NULL && list->len < self->size && i < relm_record_list_get_size (items); i++)
    {
      GPtrArray *differences = g_hash_table_lookup (self->found, relm_record_list_get (items, i));

      for (guint j = 0; differences != NULL && j < differences->len; j++)
        g_ptr_array_add (list, relm_tracked_difference_ref (differences->pdata[j]));
    }
  return list;
}
