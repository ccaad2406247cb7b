/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-item.h"
#include "relm-baseline.h"
#include "relm-plan-baseline.h"
#include "relm-plan.h"
#include "relm-text.h"

/**
 * relm_plan_baseline_holds:
 *
 * Returns: whether a baseline that is taken now holds the record: it takes place at some time, and is not cancelled
 */
gboolean
relm_plan_baseline_holds (RelmRecord *record)
{
  return relm_plan_is_schedulable (record) && relm_plan_is_scheduled (record) && !relm_plan_is_cancelled (record);
}

/**
 * relm_plan_baseline_get_newest:
 *
 * Returns: (transfer none) (nullable): the baseline that was taken last; of several of one day the last in the file
 */
RelmRecord *
relm_plan_baseline_get_newest (RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_BASELINE);
  RelmRecord *newest = NULL;

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *baseline = relm_record_list_get (list, i);

      if (newest == NULL || relm_record_get_date (baseline, RELM_BASELINE_TAKEN) >= relm_record_get_date (newest, RELM_BASELINE_TAKEN))
        newest = baseline;
    }
  return newest;
}

/**
 * relm_plan_baseline_index:
 * @baseline: a baseline of @project
 *
 * Returns: (transfer full) (element-type utf8 RelmRecord): its items by the ids of the records that they are of, for
 *   relm_plan_baseline_find(); until the project changes
 */
GHashTable *
relm_plan_baseline_index (RelmProject *project,
                          RelmRecord *baseline)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_BASELINE_ITEM);
  const char *id = relm_record_get_id (baseline);
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *item = relm_record_list_get (list, i);

      if (g_strcmp0 (relm_record_get_string (item, RELM_BASELINE_ITEM_BASELINE), id) == 0)
        g_hash_table_insert (index, (char *) relm_record_get_string (item, RELM_BASELINE_ITEM_RECORD), g_object_ref (item));
    }
  return index;
}

/**
 * relm_plan_baseline_get_span:
 * @item: what a baseline says of a record
 *
 * Returns: when that was to take place
 */
RelmSpan
relm_plan_baseline_get_span (RelmRecord *item)
{
  RelmSpan span = { relm_record_get_date (item, RELM_BASELINE_ITEM_START), relm_record_get_date (item, RELM_BASELINE_ITEM_FINISH) };

  if (span.start == RELM_DATE_NONE)
    span.start = span.finish;
  if (span.finish < span.start)
    span.finish = span.start;
  return span;
}

/**
 * relm_plan_baseline_find:
 * @index: of relm_plan_baseline_index()
 * @record: a record
 * @was: (out): when it was to take place
 *
 * Returns: whether the baseline has it
 */
gboolean
relm_plan_baseline_find (GHashTable *index,
                         RelmRecord *record,
                         RelmSpan *was)
{
  const char *id = relm_record_get_id (record);
  RelmRecord *item = id != NULL ? g_hash_table_lookup (index, id) : NULL;

  if (item == NULL)
    return FALSE;
  *was = relm_plan_baseline_get_span (item);
  return relm_span_is_set (*was);
}

static RelmVariance *
variance_new (RelmVarianceKind kind,
              RelmRecord *record,
              char *title,
              RelmSpan was,
              RelmSpan now)
{
  RelmVariance *variance = g_new0 (RelmVariance, 1);

  variance->kind = kind;
  g_set_object (&variance->record, record);
  variance->title = title;
  variance->was = was;
  variance->now = now;
  if (kind == RELM_VARIANCE_MOVED)
    variance->days = now.finish - was.finish;
  return variance;
}

/* What is in the plan now, and moved or was added. Takes what it finds out of the index. */
static void
compare_records (RelmRecordList *list,
                 GHashTable *index,
                 GPtrArray *variances)
{
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      const RelmSpan now = relm_plan_get_own_span (record);
      RelmSpan was = { 0 };

      if (!relm_plan_baseline_holds (record))
        continue;
      if (!relm_plan_baseline_find (index, record, &was))
        g_ptr_array_add (variances, variance_new (RELM_VARIANCE_ADDED, record, relm_record_dup_display_title (record), was, now));
      else if (was.start != now.start || was.finish != now.finish)
        g_ptr_array_add (variances, variance_new (RELM_VARIANCE_MOVED, record, relm_record_dup_display_title (record), was, now));
      g_hash_table_remove (index, relm_record_get_id (record));
    }
}

static int
compare_variances (gconstpointer a,
                   gconstpointer b)
{
  const RelmVariance *one = *(RelmVariance *const *) a;
  const RelmVariance *other = *(RelmVariance *const *) b;

  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;
  if (one->days != other->days)
    return other->days - one->days;
  return g_utf8_collate (one->title, other->title);
}

/**
 * relm_plan_baseline_compare:
 * @baseline: a baseline of @project
 *
 * Returns: (transfer full) (element-type RelmVariance): what is otherwise now: what has moved, the latest first, what was added,
 *   and what was removed
 */
GPtrArray *
relm_plan_baseline_compare (RelmProject *project,
                            RelmRecord *baseline)
{
  g_autoptr (GHashTable) index = relm_plan_baseline_index (project, baseline);
  GPtrArray *variances = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_variance_free);
  GHashTableIter iter;
  gpointer id, item;

  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    compare_records (relm_project_get_list_at (project, i), index, variances);
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &id, &item))
    g_ptr_array_add (variances, variance_new (RELM_VARIANCE_REMOVED, relm_project_lookup (project, id),
                                              relm_text_display_title (relm_record_get_string (item, RELM_BASELINE_ITEM_TITLE)),
                                              relm_plan_baseline_get_span (item), (RelmSpan) { 0 }));
  g_ptr_array_sort (variances, compare_variances);
  return variances;
}

/**
 * relm_plan_baseline_compare_one:
 * @baseline: (nullable): a baseline of @project
 * @record: a record of @project
 *
 * Returns: (transfer full) (nullable): how far it has moved since the baseline, whose title it has; %NULL when it has not, or
 *   when there is nothing to compare
 */
RelmVariance *
relm_plan_baseline_compare_one (RelmProject *project,
                                RelmRecord *baseline,
                                RelmRecord *record)
{
  g_autoptr (GHashTable) index = baseline != NULL ? relm_plan_baseline_index (project, baseline) : NULL;
  const RelmSpan now = relm_plan_get_own_span (record);
  RelmSpan was;

  if (index == NULL || !relm_span_is_set (now) || !relm_plan_baseline_find (index, record, &was))
    return NULL;
  if (was.start == now.start && was.finish == now.finish)
    return NULL;
  return variance_new (RELM_VARIANCE_MOVED, record, relm_record_dup_display_title (baseline), was, now);
}

static char *
dup_moved (const RelmVariance *self)
{
  g_autofree char *was = relm_span_display (self->was);
  const gulong days = (gulong) ABS (self->days);

  if (self->days == 0)
    /* Translators: the days when something was to take place */
    return g_strdup_printf (_ ("Was %s"), was);
  if (self->days > 0)
    /* Translators: by how many days something finishes later, and the days when it was to take place */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day later; was %s", "%lu days later; was %s", days), days, was);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day earlier; was %s", "%lu days earlier; was %s", days), days, was);
}

/**
 * relm_variance_dup_sentence:
 *
 * Returns: (transfer full): what is otherwise, translated
 */
char *
relm_variance_dup_sentence (const RelmVariance *self)
{
  g_autofree char *was = relm_span_display (self->was);

  switch (self->kind)
    {
    case RELM_VARIANCE_MOVED:
      return dup_moved (self);
    case RELM_VARIANCE_ADDED:
      return g_strdup (_ ("Added since"));
    case RELM_VARIANCE_REMOVED:
    default:
      /* Translators: the days when something was to take place that is no longer planned */
      return g_strdup_printf (_ ("No longer planned; was %s"), was);
    }
}

void
relm_variance_free (RelmVariance *self)
{
  g_clear_object (&self->record);
  g_free (self->title);
  g_free (self);
}
