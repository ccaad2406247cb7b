/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-field-text.h"
#include "relm-plan.h"
#include "relm-record-edits.h"
#include "relm-record-rows.h"

struct _RelmRecordRows
{
  GObject parent_instance;

  GType type;
  const RelmKind *kind;
  RelmRecordColumns *columns;
  RelmProject *project;
  RelmRecord *release;

  GtkSorter *sorter;
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  RelmRecordMatchFunc match;
  gpointer match_data;
  char *search; /* case folded, or NULL */
  guint update_id;
  gboolean watched;
  gboolean stale; /* the filter is to be run again, and the order looked at when the next one says so */
  gboolean resort;
};

enum
{
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmRecordRows, relm_record_rows, G_TYPE_OBJECT)

static gboolean
field_contains (RelmRecordRows *self,
                RelmRecord *record,
                guint field)
{
  const RelmValue *value = relm_record_get_value (record, field);
  const gboolean plain = value->type == RELM_FIELD_STRING || value->type == RELM_FIELD_TEXT;
  g_autofree char *shown = NULL;
  g_autofree char *folded = NULL;

  if (relm_value_is_unset (value))
    return FALSE;
  if (!plain)
    shown = relm_field_text_display (self->project, record, field);
  folded = g_utf8_casefold (plain ? value->string : shown, -1);
  return strstr (folded, self->search) != NULL;
}

static gboolean
matches_search (RelmRecordRows *self,
                RelmRecord *record)
{
  if (self->search == NULL)
    return TRUE;
  for (guint i = 0; self->kind->fields[i].name != NULL; i++)
    if (field_contains (self, record, i))
      return TRUE;
  return FALSE;
}

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  RelmRecordRows *self = user_data;

  return relm_record_rows_is_in_release (self, item) &&
         (self->match == NULL || self->match (item, self->match_data)) && matches_search (self, item);
}

static gboolean
update_cb (gpointer data)
{
  RelmRecordRows *self = data;

  self->update_id = 0;
  self->stale = FALSE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->resort)
    {
      self->resort = FALSE;
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
    }
  g_signal_emit (self, signals[UPDATED], 0);
  return G_SOURCE_REMOVE;
}

static void
queue_update (RelmRecordRows *self)
{
  self->stale = TRUE;
  if (self->update_id == 0 && self->watched)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
project_changed_cb (RelmRecordRows *self,
                    guint type,
                    RelmRecord *record,
                    guint field)
{
  if (!G_TYPE_CHECK_INSTANCE_TYPE (record, self->type))
    return;

  self->resort |= type == RELM_CHANGE_SET && relm_record_columns_is_sorted_by (self->columns, field);
  queue_update (self);
}

static void
relm_record_rows_dispose (GObject *object)
{
  RelmRecordRows *self = RELM_RECORD_ROWS (object);

  relm_record_rows_set_project (self, NULL);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->release);
  g_clear_object (&self->columns);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (relm_record_rows_parent_class)->dispose (object);
}

static void
relm_record_rows_finalize (GObject *object)
{
  g_free (RELM_RECORD_ROWS (object)->search);

  G_OBJECT_CLASS (relm_record_rows_parent_class)->finalize (object);
}

static void
relm_record_rows_class_init (RelmRecordRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_record_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_record_rows_finalize;

  /**
   * RelmRecordRows::updated:
   *
   * The filter was run, and the rows are those that there should be.
   */
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
relm_record_rows_init (RelmRecordRows *self)
{
}

/**
 * relm_record_rows_new:
 * @type: the type of a kind
 * @sorter: the table's
 * @columns: the table's, which know what it is sorted by
 *
 * Returns: (transfer full): no rows as yet
 */
RelmRecordRows *
relm_record_rows_new (GType type,
                      GtkSorter *sorter,
                      RelmRecordColumns *columns)
{
  RelmRecordRows *self = g_object_new (RELM_TYPE_RECORD_ROWS, NULL);
  RelmRecordClass *klass = g_type_class_get (type);

  self->type = type;
  self->kind = klass->kind;
  self->columns = g_object_ref (columns);
  self->sorter = g_object_ref (sorter);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), g_object_ref (sorter));
  return self;
}

/**
 * relm_record_rows_set_project:
 * @project: (nullable): whose records are shown
 */
void
relm_record_rows_set_project (RelmRecordRows *self,
                              RelmProject *project)
{
  GListModel *list;

  g_return_if_fail (RELM_IS_RECORD_ROWS (self));

  if (self->project == project)
    return;

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  list = project != NULL ? G_LIST_MODEL (relm_project_get_list (project, self->type)) : NULL;
  gtk_filter_list_model_set_model (self->filtered, list);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/**
 * relm_record_rows_set_release:
 * @release: (nullable): whose records are shown; %NULL for all
 */
void
relm_record_rows_set_release (RelmRecordRows *self,
                              RelmRecord *release)
{
  g_return_if_fail (RELM_IS_RECORD_ROWS (self));

  if (g_set_object (&self->release, release))
    relm_record_rows_refilter (self);
}

/**
 * relm_record_rows_set_filter:
 * @match: (nullable): says which records are shown
 */
void
relm_record_rows_set_filter (RelmRecordRows *self,
                             RelmRecordMatchFunc match,
                             gpointer user_data)
{
  g_return_if_fail (RELM_IS_RECORD_ROWS (self));

  self->match = match;
  self->match_data = user_data;
  relm_record_rows_refilter (self);
}

/**
 * relm_record_rows_set_search:
 * @search: (nullable): what records must contain in some field
 */
void
relm_record_rows_set_search (RelmRecordRows *self,
                             const char *search)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (RELM_IS_RECORD_ROWS (self));

  if (search != NULL && *search != '\0')
    folded = g_utf8_casefold (search, -1);
  if (g_set_str (&self->search, folded))
    relm_record_rows_refilter (self);
}

/**
 * relm_record_rows_set_watched:
 * @watched: whether somebody looks
 */
void
relm_record_rows_set_watched (RelmRecordRows *self,
                              gboolean watched)
{
  g_return_if_fail (RELM_IS_RECORD_ROWS (self));

  self->watched = watched;
  if (watched && self->stale)
    relm_record_rows_refilter (self);
}

/**
 * relm_record_rows_refilter:
 *
 * What the filter goes by is not what it was.
 */
void
relm_record_rows_refilter (RelmRecordRows *self)
{
  g_return_if_fail (RELM_IS_RECORD_ROWS (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
}

/**
 * relm_record_rows_is_in_release:
 *
 * Returns: whether the record belongs to the release, or there is none, or its kind has no releases
 */
gboolean
relm_record_rows_is_in_release (RelmRecordRows *self,
                                RelmRecord *record)
{
  if (self->release == NULL || relm_record_edits_find_release_field (self->kind) < 0)
    return TRUE;
  return relm_plan_get_release (self->project, record) == self->release;
}

/**
 * relm_record_rows_has_any:
 *
 * Returns: whether the release has records, shown or not
 */
gboolean
relm_record_rows_has_any (RelmRecordRows *self)
{
  RelmRecordList *list = self->project != NULL ? relm_project_get_list (self->project, self->type) : NULL;

  for (guint i = 0; list != NULL && i < relm_record_list_get_size (list); i++)
    if (relm_record_rows_is_in_release (self, relm_record_list_get (list, i)))
      return TRUE;
  return FALSE;
}

/**
 * relm_record_rows_get_model:
 *
 * Returns: (transfer none): the records that are shown, in their order
 */
GListModel *
relm_record_rows_get_model (RelmRecordRows *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_ROWS (self), NULL);

  return G_LIST_MODEL (self->sorted);
}
