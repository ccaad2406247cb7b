/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-freeze-window.h"
#include "relm-plan-kind.h"
#include "relm-plan-outline.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-report-outline.h"

struct _RelmPlanOutline
{
  GObject parent_instance;

  RelmProject *project;
  RelmRecord *release;
  GListStore *top;    /* of RelmPlanRow: what is shown below nothing */
  GPtrArray *rows;    /* of RelmPlanRow, by number - 1 */
  GHashTable *row_of; /* RelmRecord, unowned, to its RelmPlanRow, unowned */
  gboolean stale;
};

enum
{
  UPDATE,
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmPlanOutline, relm_plan_outline, G_TYPE_OBJECT)

/* Kept where it can be: one that has rows for the first time, or none any more, is another for the tree. */
static RelmPlanRow *
take_row (RelmPlanOutline *self,
          const RelmReportRow *from)
{
  RelmPlanRow *row = g_hash_table_lookup (self->row_of, from->record);

  if (row == NULL || (row->rows != NULL) != from->has_rows)
    return relm_plan_row_new (from->record, from->has_rows);
  return g_object_ref (row);
}

static GPtrArray *
make_rows (RelmPlanOutline *self,
           RelmReportOutline *outline)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < relm_report_outline_get_n_rows (outline); i++)
    {
      const RelmReportRow *from = relm_report_outline_get_row (outline, i);
      RelmPlanRow *row = take_row (self, from);

      row->number = i + 1;
      row->place = from->number - 1;
      row->parent = from->parent != RELM_REPORT_NONE ? g_ptr_array_index (rows, from->parent) : NULL;
      row->span = from->span;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gboolean
is_at (GListModel *store,
       guint position,
       gpointer row)
{
  g_autoptr (GObject) item = g_list_model_get_item (store, position);

  return item == row;
}

/* Whether all between stay in their order while one goes from one end to the other, as when a date was changed. */
static gboolean
move_one (GListStore *store,
          gpointer *wanted,
          guint first,
          guint n)
{
  const gboolean up = n > 1 && is_at (G_LIST_MODEL (store), first + n - 1, wanted[0]);
  const gboolean down = n > 1 && is_at (G_LIST_MODEL (store), first, wanted[n - 1]);

  if (!up && !down)
    return FALSE;
  for (guint i = 0; i + 1 < n; i++)
    if (!is_at (G_LIST_MODEL (store), first + i + (up ? 0 : 1), wanted[i + (up ? 1 : 0)]))
      return FALSE;
  g_list_store_remove (store, up ? first + n - 1 : first);
  g_list_store_insert (store, up ? first : first + n - 1, up ? wanted[0] : wanted[n - 1]);
  return TRUE;
}

/* Changes what is not as it should be. */
static void
follow (GListStore *store,
        GPtrArray *wanted)
{
  const guint n_now = g_list_model_get_n_items (G_LIST_MODEL (store));
  const guint n_both = MIN (n_now, wanted->len);
  guint first = 0;
  guint last = 0;

  while (first < n_both && is_at (G_LIST_MODEL (store), first, wanted->pdata[first]))
    first++;
  while (last < n_both - first && is_at (G_LIST_MODEL (store), n_now - last - 1, wanted->pdata[wanted->len - last - 1]))
    last++;
  if (first + last == n_now && n_now == wanted->len)
    return;
  if (n_now != wanted->len || !move_one (store, wanted->pdata + first, first, n_now - first - last))
    g_list_store_splice (store, first, n_now - first - last, wanted->pdata + first, wanted->len - first - last);
}

static gboolean
is_on_top (RelmPlanOutline *self,
           RelmPlanRow *row)
{
  return row->parent == NULL && (self->release == NULL || self->release == row->record);
}

/* From below, so that what comes into the tree has its rows already. */
static void
fill (RelmPlanOutline *self)
{
  g_autoptr (GPtrArray) top = g_ptr_array_new ();
  g_autoptr (GHashTable) below = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      RelmPlanRow *row = g_ptr_array_index (self->rows, i);

      if (row->rows != NULL)
        g_hash_table_insert (below, row, g_ptr_array_new ());
      if (row->parent != NULL)
        g_ptr_array_add (g_hash_table_lookup (below, row->parent), row);
      else if (is_on_top (self, row))
        g_ptr_array_add (top, row);
    }
  for (guint i = self->rows->len; i > 0; i--)
    {
      RelmPlanRow *row = g_ptr_array_index (self->rows, i - 1);

      if (row->rows != NULL)
        follow (row->rows, g_hash_table_lookup (below, row));
    }
  follow (self->top, top);
}

static void
clear (RelmPlanOutline *self)
{
  g_list_store_remove_all (self->top);
  g_hash_table_remove_all (self->row_of);
  g_ptr_array_set_size (self->rows, 0);
}

/* Whether rows have another place or another span because of it; titles and states have no say, except those of releases. */
static gboolean
moves_rows (RelmRecord *record,
            RelmChangeType type,
            guint field)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const int index = (int) field;

  if (!relm_plan_is_schedulable (record) && !RELM_IS_FREEZE_WINDOW (record))
    return FALSE;
  if (type != RELM_CHANGE_SET || RELM_IS_RELEASE (record) || RELM_IS_FREEZE_WINDOW (record))
    return TRUE;
  return index == kind->planned_start || index == kind->planned_finish || index == kind->actual_start ||
         index == kind->actual_finish || index == kind->release || index == kind->phase || index == kind->parent;
}

static void
project_changed_cb (RelmPlanOutline *self,
                    RelmChangeType type,
                    RelmRecord *record,
                    guint field)
{
  if (moves_rows (record, type, field))
    self->stale = TRUE;
}

static void
relm_plan_outline_dispose (GObject *object)
{
  RelmPlanOutline *self = RELM_PLAN_OUTLINE (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->release);
  clear (self);

  G_OBJECT_CLASS (relm_plan_outline_parent_class)->dispose (object);
}

static void
relm_plan_outline_finalize (GObject *object)
{
  RelmPlanOutline *self = RELM_PLAN_OUTLINE (object);

  g_object_unref (self->top);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->row_of);

  G_OBJECT_CLASS (relm_plan_outline_parent_class)->finalize (object);
}

static void
relm_plan_outline_class_init (RelmPlanOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_plan_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_plan_outline_finalize;

  /**
   * RelmPlanOutline::update:
   *
   * The rows are about to become others.
   */
  signals[UPDATE] = g_signal_new ("update", RELM_TYPE_PLAN_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * RelmPlanOutline::updated:
   *
   * The rows are those that there should be. Numbers may be others.
   */
  signals[UPDATED] = g_signal_new ("updated", RELM_TYPE_PLAN_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relm_plan_outline_init (RelmPlanOutline *self)
{
  self->top = g_list_store_new (RELM_TYPE_PLAN_ROW);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->row_of = g_hash_table_new (NULL, NULL);
}

/**
 * relm_plan_outline_new:
 *
 * Returns: (transfer full): the outline of nothing
 */
RelmPlanOutline *
relm_plan_outline_new (void)
{
  return g_object_new (RELM_TYPE_PLAN_OUTLINE, NULL);
}

/**
 * relm_plan_outline_set_project:
 * @project: (nullable): whose rows they are
 */
void
relm_plan_outline_set_project (RelmPlanOutline *self,
                               RelmProject *project)
{
  g_return_if_fail (RELM_IS_PLAN_OUTLINE (self));

  if (self->project == project)
    return;
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  g_clear_object (&self->release);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  self->stale = TRUE;
}

/**
 * relm_plan_outline_set_release:
 * @release: (nullable): the only one whose rows are shown; %NULL for all
 */
void
relm_plan_outline_set_release (RelmPlanOutline *self,
                               RelmRecord *release)
{
  g_return_if_fail (RELM_IS_PLAN_OUTLINE (self));

  if (g_set_object (&self->release, release))
    self->stale = TRUE;
}

/**
 * relm_plan_outline_update:
 *
 * Makes the rows those of the project as it is now, if they may not be.
 */
void
relm_plan_outline_update (RelmPlanOutline *self)
{
  g_autoptr (RelmReportOutline) outline = NULL;
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (RELM_IS_PLAN_OUTLINE (self));

  if (!self->stale)
    return;
  self->stale = FALSE;
  g_signal_emit (self, signals[UPDATE], 0);
  if (self->project == NULL)
    clear (self);
  else
    {
      outline = relm_report_outline_new (self->project, NULL);
      before = self->rows;
      self->rows = make_rows (self, outline);
      g_hash_table_remove_all (self->row_of);
      for (guint i = 0; i < self->rows->len; i++)
        g_hash_table_insert (self->row_of, ((RelmPlanRow *) self->rows->pdata[i])->record, self->rows->pdata[i]);
      fill (self);
    }
  g_signal_emit (self, signals[UPDATED], 0);
}

/**
 * relm_plan_outline_get_model:
 *
 * Returns: (transfer none): the rows that are below nothing; each holds those that are below it
 */
GListModel *
relm_plan_outline_get_model (RelmPlanOutline *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_OUTLINE (self), NULL);

  return G_LIST_MODEL (self->top);
}

/**
 * relm_plan_outline_get_row:
 * @number: from 1
 *
 * Returns: (transfer none) (nullable): the row with that number, shown or not
 */
RelmPlanRow *
relm_plan_outline_get_row (RelmPlanOutline *self,
                           guint number)
{
  g_return_val_if_fail (RELM_IS_PLAN_OUTLINE (self), NULL);

  return number >= 1 && number <= self->rows->len ? g_ptr_array_index (self->rows, number - 1) : NULL;
}

/**
 * relm_plan_outline_find:
 * @record: (nullable): a record
 *
 * Returns: (transfer none) (nullable): its row, shown or not
 */
RelmPlanRow *
relm_plan_outline_find (RelmPlanOutline *self,
                        RelmRecord *record)
{
  g_return_val_if_fail (RELM_IS_PLAN_OUTLINE (self), NULL);

  return record != NULL ? g_hash_table_lookup (self->row_of, record) : NULL;
}
