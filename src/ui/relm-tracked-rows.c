/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-mirror-row.h"
#include "relm-tracked-row.h"
#include "relm-tracked-rows.h"

struct _RelmTrackedRows
{
  GObject parent_instance;

  RelmMirrorTracker *mirror; /* owned; NULL when there is none */
  GArray *ids;
  char *words;
  gboolean open_only;
  GCancellable *search; /* NULL when none goes on */
};

/* What a worker searches for, of which it may not ask the list. */
typedef struct
{
  char *path;
  char *words;
  gboolean open_only;
} Search;

static void
search_free (Search *self)
{
  g_free (self->path);
  g_free (self->words);
  g_free (self);
}

static GType
get_item_type (GListModel *model)
{
  return RELM_TYPE_TRACKED_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return RELM_TRACKED_ROWS (model)->ids->len;
}

/* Trackers that know people by numbers say what they are called. */
static char *
dup_name (RelmTrackedRows *self,
          const char *key)
{
  RelmMirrorPerson *person = relm_mirror_tracker_find (self->mirror, RELM_MIRROR_PEOPLE, key);
  char *name = g_strdup (person != NULL && person->name != NULL && *person->name != '\0' ? person->name : key);

  relm_mirror_row_free (RELM_MIRROR_PEOPLE, person);
  return name;
}

static char *
dup_assignees (RelmTrackedRows *self,
               const RelmMirrorItem *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; item->assignees != NULL && item->assignees[i] != NULL; i++)
    g_strv_builder_take (builder, dup_name (self, item->assignees[i]));
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

/* One that was removed meanwhile is an empty row until the list is read again. */
static gpointer
get_item (GListModel *model,
          guint position)
{
  RelmTrackedRows *self = RELM_TRACKED_ROWS (model);
  RelmMirrorItem *item;

  if (position >= self->ids->len)
    return NULL;
  item = relm_mirror_tracker_read (self->mirror, RELM_MIRROR_ITEMS, g_array_index (self->ids, gint64, position));
  if (item == NULL)
    item = relm_mirror_row_new (RELM_MIRROR_ITEMS);
  return relm_tracked_row_new (item, dup_assignees (self, item));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmTrackedRows, relm_tracked_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
stop_search (RelmTrackedRows *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
relm_tracked_rows_dispose (GObject *object)
{
  stop_search (RELM_TRACKED_ROWS (object));
  G_OBJECT_CLASS (relm_tracked_rows_parent_class)->dispose (object);
}

static void
relm_tracked_rows_finalize (GObject *object)
{
  RelmTrackedRows *self = RELM_TRACKED_ROWS (object);

  g_clear_pointer (&self->mirror, relm_mirror_tracker_close);
  g_array_unref (self->ids);
  g_free (self->words);
  G_OBJECT_CLASS (relm_tracked_rows_parent_class)->finalize (object);
}

static void
relm_tracked_rows_class_init (RelmTrackedRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_tracked_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_tracked_rows_finalize;
}

static void
relm_tracked_rows_init (RelmTrackedRows *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * relm_tracked_rows_new:
 *
 * Returns: (transfer full): an empty list
 */
RelmTrackedRows *
relm_tracked_rows_new (void)
{
  return g_object_new (RELM_TYPE_TRACKED_ROWS, NULL);
}

static void
take_ids (RelmTrackedRows *self,
          GArray *ids) /* (transfer full) (nullable) */
{
  const guint before = self->ids->len;

  g_array_unref (self->ids);
  self->ids = ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->ids->len);
}

static void
search_in_thread (GTask *task,
                  gpointer source,
                  gpointer data,
                  GCancellable *cancellable)
{
  const Search *search = data;
  GError *error = NULL;
  g_autoptr (RelmMirrorTracker) mirror = relm_mirror_tracker_open (search->path, &error);
  GArray *ids = mirror != NULL ? relm_mirror_tracker_search (mirror, search->words, search->open_only, cancellable, &error) : NULL;

  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/* What was asked for since has cancelled it. */
static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  RelmTrackedRows *self = RELM_TRACKED_ROWS (object);
  g_autoptr (GError) error = NULL;
  GArray *ids = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->search);
  take_ids (self, ids);
}

static void
begin_search (RelmTrackedRows *self)
{
  g_autoptr (GTask) task = NULL;
  Search *search = g_new0 (Search, 1);

  search->path = g_strdup (relm_mirror_tracker_get_path (self->mirror));
  search->words = g_strdup (self->words);
  search->open_only = self->open_only;
  self->search = g_cancellable_new ();
  task = g_task_new (self, self->search, found_cb, NULL);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/**
 * relm_tracked_rows_refresh:
 *
 * Reads again which items there are. With words that takes a while, for which the list stays as it is.
 */
void
relm_tracked_rows_refresh (RelmTrackedRows *self)
{
  stop_search (self);
  if (self->mirror == NULL)
    take_ids (self, NULL);
  else if (self->words != NULL && *self->words != '\0')
    begin_search (self);
  else
    take_ids (self, relm_mirror_tracker_search (self->mirror, NULL, self->open_only, NULL, NULL));
}

static gboolean
is_same (RelmMirrorTracker *a,
         RelmMirrorTracker *b)
{
  return a != NULL && b != NULL && g_str_equal (relm_mirror_tracker_get_path (a), relm_mirror_tracker_get_path (b));
}

/**
 * relm_tracked_rows_set_mirror:
 * @mirror: (nullable) (transfer full): what a tracker said
 */
void
relm_tracked_rows_set_mirror (RelmTrackedRows *self,
                              RelmMirrorTracker *mirror)
{
  g_return_if_fail (RELM_IS_TRACKED_ROWS (self));

  if (!is_same (self->mirror, mirror))
    take_ids (self, NULL);
  g_clear_pointer (&self->mirror, relm_mirror_tracker_close);
  self->mirror = mirror;
  relm_tracked_rows_refresh (self);
}

/**
 * relm_tracked_rows_get_mirror:
 *
 * Returns: (transfer none) (nullable): what the tracker said
 */
RelmMirrorTracker *
relm_tracked_rows_get_mirror (RelmTrackedRows *self)
{
  return self->mirror;
}

/**
 * relm_tracked_rows_is_searching:
 *
 * Returns: whether the list will be another one soon
 */
gboolean
relm_tracked_rows_is_searching (RelmTrackedRows *self)
{
  return self->search != NULL;
}

/**
 * relm_tracked_rows_set_filter:
 * @words: (nullable): what an item's key, title or labels contain, or the name or login of who works on it
 * @open_only: whether only what is not ended is shown
 */
void
relm_tracked_rows_set_filter (RelmTrackedRows *self,
                              const char *words,
                              gboolean open_only)
{
  g_return_if_fail (RELM_IS_TRACKED_ROWS (self));

  g_set_str (&self->words, words);
  self->open_only = open_only;
  relm_tracked_rows_refresh (self);
}
