/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-item.h"
#include "relm-plan-baseline.h"
#include "relm-plan-item.h"
#include "relm-plan-kind.h"
#include "relm-plan-predecessors.h"
#include "relm-plan-sheet.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"

struct _RelmPlanSheet
{
  GObject parent_instance;

  RelmDocument *document;
  RelmProject *project;
  RelmPlanSchedule *schedule;
  RelmPlanOutline *outline;
  RelmRecord *baseline;     /* or NULL */
  GHashTable *baseline_index; /* NULL until somebody asks */
};

static const struct
{
  const char *id;
  const char *label;
} columns[] = {
  /* Translators: the heading of the column in which rows are counted */
  [RELM_PLAN_NUMBER] = { "number", N_ ("No.") },
  [RELM_PLAN_TITLE] = { "title", N_ ("Title") },
  [RELM_PLAN_START] = { "start", N_ ("Start") },
  [RELM_PLAN_FINISH] = { "finish", N_ ("Finish") },
  [RELM_PLAN_DURATION] = { "duration", N_ ("Duration") },
  [RELM_PLAN_PREDECESSORS] = { "predecessors", N_ ("Predecessors") },
  [RELM_PLAN_ASSIGNEE] = { "assignee", N_ ("Assignee") },
  [RELM_PLAN_FLOAT] = { "float", N_ ("Float") },
  /* Translators: the heading of the column that says how far something has moved since the baseline */
  [RELM_PLAN_VARIANCE] = { "variance", N_ ("Variance") },
};

enum
{
  RESCHEDULE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmPlanSheet, relm_plan_sheet, G_TYPE_OBJECT)

/* Its dates, where they are computed. */
static gboolean
get_dates (RelmPlanSheet *self,
           RelmPlanRow *row,
           RelmPlanDates *dates)
{
  return self->schedule != NULL && relm_plan_schedule_get_dates (self->schedule, row->record, dates);
}

/**
 * relm_plan_sheet_get_span:
 *
 * Returns: the days of a row: those that are computed; of a release, from the first of its parts; of what takes no part in the
 *   plan, by its own dates. Both RELM_DATE_NONE when nothing says so
 */
RelmSpan
relm_plan_sheet_get_span (RelmPlanSheet *self,
                          RelmPlanRow *row)
{
  RelmSpan span = row->span;
  RelmPlanDates dates;

  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self) && RELM_IS_PLAN_ROW (row), span);

  if (!get_dates (self, row, &dates))
    return span;
  if (!RELM_IS_RELEASE (row->record))
    return dates.computed;
  span.finish = dates.computed.finish;
  span.start = MIN (span.start, span.finish);
  return span;
}

static char *
dup_duration (RelmPlanSheet *self,
              RelmPlanRow *row)
{
  const RelmPlanKind *kind = relm_plan_kind_get (row->record);
  const RelmSpan span = relm_plan_sheet_get_span (self, row);
  const gint64 own = relm_plan_kind_get_integer (row->record, kind->duration);

  if (kind->duration < 0 || self->schedule == NULL)
    return g_strdup ("");
  if (own > 0)
    return relm_duration_format (own);
  return relm_span_is_set (span) ? relm_duration_format (relm_plan_schedule_get_work (self->schedule, row->record, span)) : g_strdup ("");
}

static int
compare_predecessors (gconstpointer a,
                      gconstpointer b)
{
  const RelmPlanPredecessor *one = a;
  const RelmPlanPredecessor *other = b;

  return one->row != other->row ? (int) one->row - (int) other->row : g_strcmp0 (one->type, other->type);
}

static char *
dup_predecessors (RelmPlanSheet *self,
                  RelmPlanRow *row)
{
  g_autoptr (GPtrArray) dependencies = relm_plan_predecessors_list (self->project, row->record);
  g_autoptr (GArray) predecessors = g_array_new (FALSE, FALSE, sizeof (RelmPlanPredecessor));

  for (guint i = 0; i < dependencies->len; i++)
    {
      RelmRecord *dependency = g_ptr_array_index (dependencies, i);
      RelmPlanRow *from = relm_plan_outline_find (
        self->outline, relm_project_resolve (self->project, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR));
      const RelmPlanPredecessor one = {
        from != NULL ? from->number : 0, relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_TYPE),
        relm_record_get_integer (dependency, RELM_SCHEDULE_DEPENDENCY_LAG_MINUTES),
      };

      if (from != NULL)
        g_array_append_val (predecessors, one);
    }
  g_array_sort (predecessors, compare_predecessors);
  return relm_plan_predecessors_format (predecessors);
}

static char *
dup_assignee (RelmPlanSheet *self,
              RelmPlanRow *row)
{
  const int field = relm_plan_kind_get (row->record)->assignee;
  RelmRecord *person = field >= 0 ? relm_project_resolve (self->project, row->record, (guint) field) : NULL;

  return person != NULL ? relm_record_dup_display_title (person) : g_strdup ("");
}

static char *
dup_float (RelmPlanSheet *self,
           RelmPlanRow *row)
{
  RelmPlanDates dates;

  if (relm_plan_is_done (row->record) || !get_dates (self, row, &dates))
    return g_strdup ("");
  return relm_duration_format (dates.total_float);
}

static GHashTable *
get_baseline_index (RelmPlanSheet *self)
{
  if (self->baseline != NULL && self->baseline_index == NULL)
    self->baseline_index = relm_plan_baseline_index (self->project, self->baseline);
  return self->baseline_index;
}

/* By its own dates, as the baseline has them. */
static char *
dup_variance (RelmPlanSheet *self,
              RelmPlanRow *row)
{
  GHashTable *index = get_baseline_index (self);
  const RelmSpan now = relm_plan_get_own_span (row->record);
  RelmSpan was;

  if (index == NULL || !relm_plan_baseline_holds (row->record))
    return g_strdup ("");
  if (!relm_plan_baseline_find (index, row->record, &was))
    /* Translators: it was added since the baseline was taken */
    return g_strdup (C_ ("variance", "Added"));
  if (now.finish == was.finish)
    /* Translators: days by which something is later than in the baseline */
    return g_strdup (C_ ("variance", "0\302\240d"));
  if (now.finish > was.finish)
    /* Translators: days by which something is later than in the baseline */
    return g_strdup_printf (C_ ("variance", "+%d\302\240d"), now.finish - was.finish);
  /* Translators: days by which something is earlier than in the baseline */
  return g_strdup_printf (C_ ("variance", "\342\210\222%d\302\240d"), was.finish - now.finish);
}

/**
 * relm_plan_sheet_dup_text:
 *
 * Returns: (transfer full): what the cell shows, on one line
 */
char *
relm_plan_sheet_dup_text (RelmPlanSheet *self,
                          RelmPlanRow *row,
                          RelmPlanColumn column)
{
  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self) && RELM_IS_PLAN_ROW (row), NULL);

  switch (column)
    {
    case RELM_PLAN_NUMBER:
      return g_strdup_printf ("%u", row->number);
    case RELM_PLAN_TITLE:
      return relm_record_dup_display_title (row->record);
    case RELM_PLAN_START:
      return relm_date_display (relm_plan_sheet_get_span (self, row).start);
    case RELM_PLAN_FINISH:
      return relm_date_display (relm_plan_sheet_get_span (self, row).finish);
    case RELM_PLAN_DURATION:
      return dup_duration (self, row);
    case RELM_PLAN_PREDECESSORS:
      return dup_predecessors (self, row);
    case RELM_PLAN_ASSIGNEE:
      return dup_assignee (self, row);
    case RELM_PLAN_FLOAT:
      return dup_float (self, row);
    case RELM_PLAN_VARIANCE:
      return dup_variance (self, row);
    case RELM_PLAN_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * relm_plan_sheet_dup_edit:
 *
 * Returns: (transfer full): what the cell says as it is typed and pasted: days as ISO 8601 has them, plain signs and spaces
 */
char *
relm_plan_sheet_dup_edit (RelmPlanSheet *self,
                          RelmPlanRow *row,
                          RelmPlanColumn column)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) plain = NULL;

  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self) && RELM_IS_PLAN_ROW (row), NULL);

  if (column == RELM_PLAN_START)
    return relm_date_format (relm_plan_sheet_get_span (self, row).start);
  if (column == RELM_PLAN_FINISH)
    return relm_date_format (relm_plan_sheet_get_span (self, row).finish);
  if (column == RELM_PLAN_TITLE)
    return g_strdup (relm_record_get_title (row->record) != NULL ? relm_record_get_title (row->record) : "");
  text = relm_plan_sheet_dup_text (self, row, column);
  plain = g_string_new (text);
  if (column == RELM_PLAN_ASSIGNEE || column == RELM_PLAN_PREDECESSORS)
    return g_string_free (g_steal_pointer (&plain), FALSE);
  g_string_replace (plain, "\302\240", " ", 0);
  g_string_replace (plain, "\342\210\222", "-", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
dup_pending (RelmPlanSheet *self,
             RelmPlanRow *row,
             RelmPlanColumn column)
{
  const RelmSpan planned = relm_plan_item_get_planned (row->record);
  const RelmSpan span = relm_plan_sheet_get_span (self, row);
  const RelmDate was = column == RELM_PLAN_START ? planned.start : planned.finish;
  g_autofree char *day = NULL;

  if (RELM_IS_RELEASE (row->record) && column == RELM_PLAN_START)
    return NULL;
  if (relm_plan_is_done (row->record) || was == RELM_DATE_NONE || was == (column == RELM_PLAN_START ? span.start : span.finish))
    return NULL;
  day = relm_date_display (was);
  /* Translators: the day for which something is planned, beside the day that its predecessors leave for it */
  return g_strdup_printf (_ ("Planned for %s; what it waits for makes it this day"), day);
}

static char *
dup_criticality (RelmPlanSheet *self,
                 RelmPlanRow *row)
{
  RelmPlanDates dates;

  if (relm_plan_is_done (row->record) || !get_dates (self, row, &dates) || dates.criticality != RELM_CRITICALITY_CRITICAL)
    return NULL;
  return g_strdup (_ ("Critical: it decides when the release is ready"));
}

/**
 * relm_plan_sheet_dup_hint:
 * @style: (out) (transfer none) (nullable): a style class that shows that there is one
 *
 * Returns: (transfer full) (nullable): what is to be known about the cell besides
 */
char *
relm_plan_sheet_dup_hint (RelmPlanSheet *self,
                          RelmPlanRow *row,
                          RelmPlanColumn column,
                          const char **style)
{
  char *hint = NULL;

  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self) && RELM_IS_PLAN_ROW (row), NULL);

  *style = NULL;
  if (column == RELM_PLAN_START || column == RELM_PLAN_FINISH)
    hint = dup_pending (self, row, column);
  else if (column == RELM_PLAN_FLOAT)
    hint = dup_criticality (self, row);
  if (hint != NULL)
    *style = column == RELM_PLAN_FLOAT ? "critical" : "pending";
  else if (row->rows != NULL && column == RELM_PLAN_TITLE)
    *style = "summary";
  return hint;
}

/**
 * relm_plan_sheet_can_write:
 *
 * Returns: whether there is a document that takes edits
 */
gboolean
relm_plan_sheet_can_write (RelmPlanSheet *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self), FALSE);

  return self->document != NULL && !relm_document_get_read_only (self->document);
}

/**
 * relm_plan_sheet_is_editable:
 *
 * Returns: whether something can be written into the cell, and is taken
 */
gboolean
relm_plan_sheet_is_editable (RelmPlanSheet *self,
                             RelmPlanRow *row,
                             RelmPlanColumn column)
{
  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self) && RELM_IS_PLAN_ROW (row), FALSE);

  if (!relm_plan_sheet_can_write (self))
    return FALSE;
  switch (column)
    {
    case RELM_PLAN_TITLE:
      return relm_kind_get_title_field (relm_record_get_kind (row->record)) >= 0;
    case RELM_PLAN_START:
      return relm_plan_can_plan_start (row->record);
    case RELM_PLAN_FINISH:
      return relm_plan_can_plan_finish (row->record);
    case RELM_PLAN_DURATION:
      return relm_plan_kind_get (row->record)->duration >= 0 && relm_plan_can_plan_finish (row->record);
    case RELM_PLAN_PREDECESSORS:
      return relm_plan_is_schedulable (row->record);
    case RELM_PLAN_ASSIGNEE:
      return relm_plan_kind_get (row->record)->assignee >= 0;
    case RELM_PLAN_NUMBER:
    case RELM_PLAN_FLOAT:
    case RELM_PLAN_VARIANCE:
    case RELM_PLAN_N_COLUMNS:
    default:
      return FALSE;
    }
}

static void
project_changed_cb (RelmPlanSheet *self,
                    RelmChangeType type,
                    RelmRecord *record)
{
  if (RELM_IS_BASELINE_ITEM (record))
    g_clear_pointer (&self->baseline_index, g_hash_table_unref);
  if (type == RELM_CHANGE_REMOVE && record == self->baseline)
    relm_plan_sheet_set_baseline (self, NULL);
}

static void
relm_plan_sheet_dispose (GObject *object)
{
  RelmPlanSheet *self = RELM_PLAN_SHEET (object);

  relm_plan_sheet_set_document (self, NULL, NULL);
  g_clear_object (&self->outline);

  G_OBJECT_CLASS (relm_plan_sheet_parent_class)->dispose (object);
}

static void
relm_plan_sheet_class_init (RelmPlanSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_plan_sheet_dispose;

  /**
   * RelmPlanSheet::reschedule:
   * @moves: (element-type RelmTimelineMove): what should take place when; not empty
   *
   * Nothing has changed yet: whoever listens may change the plan, in one step.
   */
  signals[RESCHEDULE] = g_signal_new ("reschedule", RELM_TYPE_PLAN_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      G_TYPE_ARRAY);
}

static void
relm_plan_sheet_init (RelmPlanSheet *self)
{
  self->outline = relm_plan_outline_new ();
}

/**
 * relm_plan_column_get_id:
 *
 * Returns: (transfer none): what the column is remembered by
 */
const char *
relm_plan_column_get_id (RelmPlanColumn column)
{
  g_return_val_if_fail (column < RELM_PLAN_N_COLUMNS, NULL);

  return columns[column].id;
}

/**
 * relm_plan_column_get_label:
 *
 * Returns: (transfer none): its heading, translated
 */
const char *
relm_plan_column_get_label (RelmPlanColumn column)
{
  g_return_val_if_fail (column < RELM_PLAN_N_COLUMNS, NULL);

  return _ (columns[column].label);
}

/**
 * relm_plan_sheet_new:
 *
 * Returns: (transfer full): a sheet of nothing
 */
RelmPlanSheet *
relm_plan_sheet_new (void)
{
  return g_object_new (RELM_TYPE_PLAN_SHEET, NULL);
}

/**
 * relm_plan_sheet_set_document:
 * @document: (nullable): what is shown, and takes edits
 * @schedule: (nullable): the dates of its project
 */
void
relm_plan_sheet_set_document (RelmPlanSheet *self,
                              RelmDocument *document,
                              RelmPlanSchedule *schedule)
{
  RelmProject *project = document != NULL ? relm_document_get_project (document) : NULL;

  g_return_if_fail (RELM_IS_PLAN_SHEET (self));

  g_set_object (&self->document, document);
  g_set_object (&self->schedule, schedule);
  if (project == self->project)
    return;
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  relm_plan_sheet_set_baseline (self, NULL);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  relm_plan_outline_set_project (self->outline, project);
}

/**
 * relm_plan_sheet_get_document:
 *
 * Returns: (transfer none) (nullable): what takes edits
 */
RelmDocument *
relm_plan_sheet_get_document (RelmPlanSheet *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self), NULL);

  return self->document;
}

/**
 * relm_plan_sheet_get_schedule:
 *
 * Returns: (transfer none) (nullable): the dates
 */
RelmPlanSchedule *
relm_plan_sheet_get_schedule (RelmPlanSheet *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self), NULL);

  return self->schedule;
}

/**
 * relm_plan_sheet_get_outline:
 *
 * Returns: (transfer none): the rows
 */
RelmPlanOutline *
relm_plan_sheet_get_outline (RelmPlanSheet *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_SHEET (self), NULL);

  return self->outline;
}

/**
 * relm_plan_sheet_set_baseline:
 * @baseline: (nullable): the one that rows are compared with
 */
void
relm_plan_sheet_set_baseline (RelmPlanSheet *self,
                              RelmRecord *baseline)
{
  g_return_if_fail (RELM_IS_PLAN_SHEET (self));

  if (g_set_object (&self->baseline, baseline))
    g_clear_pointer (&self->baseline_index, g_hash_table_unref);
}

/**
 * relm_plan_sheet_reschedule:
 * @moves: (element-type RelmTimelineMove): what should take place when; not empty
 *
 * Asks whoever may change the plan.
 */
void
relm_plan_sheet_reschedule (RelmPlanSheet *self,
                            GArray *moves)
{
  g_return_if_fail (RELM_IS_PLAN_SHEET (self) && moves->len > 0);

  g_signal_emit (self, signals[RESCHEDULE], 0, moves);
}
