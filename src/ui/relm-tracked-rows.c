/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-tracked-row.h"
#include "relm-tracked-rows.h"

struct _RelmTrackedRows
{
  GObject parent_instance;

  RelmMirrorTracker *mirror; /* owned; NULL when there is none */
  GArray *ids;
  char *words;
  gboolean open_only;
};

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
  return relm_tracked_row_new (item != NULL ? item : relm_mirror_row_new (RELM_MIRROR_ITEMS));
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

/**
 * relm_tracked_rows_refresh:
 *
 * Reads again which items there are.
 */
void
relm_tracked_rows_refresh (RelmTrackedRows *self)
{
  const guint before = self->ids->len;
  GArray *ids = NULL;

  if (self->mirror != NULL)
    ids = relm_mirror_tracker_search (self->mirror, self->words, self->open_only, NULL);
  if (ids != NULL)
    {
      g_array_unref (self->ids);
      self->ids = ids;
    }
  else
    g_array_set_size (self->ids, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->ids->len);
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
 * relm_tracked_rows_set_filter:
 * @words: (nullable): what an item's key, title, labels or assignees contain
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
