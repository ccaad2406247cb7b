/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-field-text.h"
#include "relm-person.h"
#include "relm-plan-kind.h"
#include "relm-plan-predecessors.h"
#include "relm-plan-writing.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-text.h"

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE, message);
  return FALSE;
}

/* Nothing is a date as well: what is no longer planned. */
static gboolean
read_date (const char *text,
           RelmDate *date,
           GError **error)
{
  if (relm_field_text_parse_date (text, relm_date_today (), date))
    return TRUE;
  return refuse (error, _ ("Not a date: write it like 2027-05-03"));
}

static gboolean
read_duration (const char *text,
               gint64 *minutes,
               GError **error)
{
  if (relm_duration_parse (text, minutes) && *minutes >= 0)
    return TRUE;
  return refuse (error, _ ("Not a duration: write it like 3 d, 1 d 4 h or 30 min"));
}

/* What is read from the cells of days and durations. */
typedef struct
{
  gboolean has_start, has_finish, has_duration;
  RelmDate start, finish;
  gint64 duration;
} Days;

static gboolean
read_days (const RelmPlanWriting *self,
           Days *days,
           RelmPlanColumn *column,
           GError **error)
{
  *days = (Days) {
    .has_start = self->texts[RELM_PLAN_START] != NULL,
    .has_finish = self->texts[RELM_PLAN_FINISH] != NULL,
    .has_duration = self->texts[RELM_PLAN_DURATION] != NULL,
  };
  *column = RELM_PLAN_START;
  if (days->has_start && !read_date (self->texts[RELM_PLAN_START], &days->start, error))
    return FALSE;
  *column = RELM_PLAN_FINISH;
  if (days->has_finish && !read_date (self->texts[RELM_PLAN_FINISH], &days->finish, error))
    return FALSE;
  *column = RELM_PLAN_DURATION;
  return !days->has_duration || read_duration (self->texts[RELM_PLAN_DURATION], &days->duration, error);
}

/* When it takes place as the table shows it; a release begins when its plan says so, and not with its parts. */
static RelmSpan
get_now (RelmPlanSheet *sheet,
         RelmRecord *record)
{
  RelmPlanDates dates;

  if (!RELM_IS_RELEASE (record) && relm_plan_schedule_get_dates (relm_plan_sheet_get_schedule (sheet), record, &dates))
    return dates.computed;
  return relm_plan_get_own_span (record);
}

static RelmSpan
move_point (const Days *days)
{
  const RelmDate day = days->has_finish ? days->finish : days->start;

  return (RelmSpan) { day, day };
}

/* A start moves it, a finish makes it longer or shorter, and a duration does from its start on. */
static RelmSpan
move_period (RelmPlanSheet *sheet,
             RelmRecord *record,
             const Days *days)
{
  RelmPlanSchedule *schedule = relm_plan_sheet_get_schedule (sheet);
  const RelmSpan now = get_now (sheet, record);
  const RelmDate start = days->has_start ? days->start : now.start;

  if (days->has_finish)
    return (RelmSpan) { start != RELM_DATE_NONE ? start : days->finish, days->finish };
  if (days->has_duration && days->duration > 0 && start != RELM_DATE_NONE)
    return relm_plan_schedule_get_lasting (schedule, record, start, days->duration);
  return days->has_start ? relm_plan_schedule_get_moved (schedule, record, now, start) : now;
}

/**
 * relm_plan_writing_get_move:
 * @move: (out): when it should take place; with a span that is not set when the days are as they were
 * @column: (out): where an error is
 *
 * Days that were taken away are not a move: relm_plan_writing_apply() takes them from the plan.
 *
 * Returns: whether what was written can be understood
 */
gboolean
relm_plan_writing_get_move (const RelmPlanWriting *self,
                            RelmPlanSheet *sheet,
                            RelmTimelineMove *move,
                            RelmPlanColumn *column,
                            GError **error)
{
  Days days;

  *move = (RelmTimelineMove) { .record = self->record, .progress = -1 };
  if (!read_days (self, &days, column, error))
    return FALSE;
  days.has_start &= days.start != RELM_DATE_NONE;
  days.has_finish &= days.finish != RELM_DATE_NONE;
  move->duration = days.has_duration && !days.has_finish ? days.duration : 0;
  if (!days.has_start && !days.has_finish && move->duration == 0)
    return TRUE;
  if (relm_plan_is_point (self->record))
    move->span = move_point (&days);
  else
    move->span = move_period (sheet, self->record, &days);
  *column = days.has_finish ? RELM_PLAN_FINISH : RELM_PLAN_START;
  if (move->span.start > move->span.finish)
    return refuse (error, _ ("It would finish before it starts"));
  if (relm_plan_is_point (self->record) && days.has_start && days.has_finish && days.start != days.finish)
    return refuse (error, _ ("It is a point in time: it starts and finishes on the same day"));
  return TRUE;
}

static gboolean
clear_days (const RelmPlanWriting *self,
            RelmDocument *document,
            RelmPlanColumn *column,
            GError **error)
{
  const RelmPlanFields fields = relm_plan_get_planned_fields (self->record);
  const int duration = relm_plan_kind_get (self->record)->duration;
  Days days;

  if (!read_days (self, &days, column, error))
    return FALSE;
  *column = RELM_PLAN_START;
  if (days.has_start && days.start == RELM_DATE_NONE && fields.start >= 0 &&
      !relm_document_set_date (document, self->record, (guint) fields.start, RELM_DATE_NONE, error))
    return FALSE;
  *column = RELM_PLAN_FINISH;
  if (days.has_finish && days.finish == RELM_DATE_NONE && fields.finish >= 0 &&
      !relm_document_set_date (document, self->record, (guint) fields.finish, RELM_DATE_NONE, error))
    return FALSE;
  *column = RELM_PLAN_DURATION;
  return !days.has_duration || duration < 0 || days.duration > 0 ||
         relm_document_set_integer (document, self->record, (guint) duration, 0, error);
}

static gboolean
write_title (const RelmPlanWriting *self,
             RelmDocument *document,
             GError **error)
{
  const int index = relm_kind_get_title_field (relm_record_get_kind (self->record));
  g_auto (RelmValue) value = { 0 };

  return relm_field_text_parse (&relm_record_get_kind (self->record)->fields[index], self->texts[RELM_PLAN_TITLE], &value, error) &&
         relm_document_set (document, self->record, (guint) index, &value, error);
}

static RelmRecord *
find_person (RelmProject *project,
             const char *name)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_PERSON);
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *person = relm_record_list_get (list, i);
      g_autofree char *title = relm_record_dup_display_title (person);
      g_autofree char *folded_title = g_utf8_casefold (title, -1);

      if (g_str_equal (folded, folded_title))
        return person;
    }
  return NULL;
}

static gboolean
write_assignee (const RelmPlanWriting *self,
                RelmDocument *document,
                GError **error)
{
  const int field = relm_plan_kind_get (self->record)->assignee;
  const char *name = self->texts[RELM_PLAN_ASSIGNEE];
  RelmRecord *person = find_person (relm_document_get_project (document), name);
  g_autofree char *safe = relm_text_display_title (name);
  g_autofree char *message = NULL;

  if (person != NULL || relm_text_is_blank (name))
    return relm_document_set_string (document, self->record, (guint) field, person != NULL ? relm_record_get_id (person) : NULL, error);
  message = g_strdup_printf (_ ("There is nobody called “%s” in this project: add people in its details"), safe);
  return refuse (error, message);
}

/*
 * What comes before
 */

static RelmRecord *
find_row_cb (guint number,
             gpointer outline)
{
  RelmPlanRow *row = relm_plan_outline_get_row (outline, number);

  return row != NULL ? row->record : NULL;
}

/* The one that is already there: of the same type, or else one that is not wanted as it is. */
static RelmRecord *
take_dependency (GPtrArray *dependencies,
                 const char *predecessor,
                 const char *type)
{
  for (guint i = 0; i < dependencies->len; i++)
    {
      RelmRecord *dependency = g_ptr_array_index (dependencies, i);

      if (g_strcmp0 (relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR), predecessor) != 0)
        continue;
      if (type == NULL || g_strcmp0 (relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_TYPE), type) == 0)
        return g_ptr_array_steal_index (dependencies, i);
    }
  return NULL;
}

static gboolean
set_dependency (RelmDocument *document,
                RelmRecord *dependency,
                RelmRecord *from,
                RelmRecord *to,
                const RelmPlanPredecessor *predecessor,
                GError **error)
{
  return relm_document_set_string (document, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR, relm_record_get_id (from), error) &&
         relm_document_set_string (document, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR, relm_record_get_id (to), error) &&
         relm_document_set_string (document, dependency, RELM_SCHEDULE_DEPENDENCY_TYPE, predecessor->type, error) &&
         relm_document_set_integer (document, dependency, RELM_SCHEDULE_DEPENDENCY_LAG_MINUTES, predecessor->lag_minutes, error);
}

static void
unref_one (gpointer dependency)
{
  if (dependency != NULL)
    g_object_unref (dependency);
}

/* Those that are there already first, with the types that they have; then the others. */
static gboolean
set_dependencies (const RelmPlanWriting *self,
                  RelmPlanOutline *outline,
                  RelmDocument *document,
                  GArray *predecessors,
                  GError **error)
{
  g_autoptr (GPtrArray) there = relm_plan_predecessors_list (relm_document_get_project (document), self->record);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (unref_one);

  g_ptr_array_set_size (taken, (int) predecessors->len);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < predecessors->len; i++)
      {
        const RelmPlanPredecessor *one = &g_array_index (predecessors, RelmPlanPredecessor, i);

        if (taken->pdata[i] == NULL)
          taken->pdata[i] = take_dependency (there, relm_record_get_id (find_row_cb (one->row, outline)), pass == 0 ? one->type : NULL);
      }
  for (guint i = 0; i < there->len; i++)
    relm_document_remove (document, there->pdata[i]);
  for (guint i = 0; i < predecessors->len; i++)
    {
      const RelmPlanPredecessor *one = &g_array_index (predecessors, RelmPlanPredecessor, i);
      RelmRecord *dependency = taken->pdata[i];

      if (dependency == NULL)
        dependency = relm_document_add (document, RELM_TYPE_SCHEDULE_DEPENDENCY, G_MAXUINT);
      if (!set_dependency (document, dependency, find_row_cb (one->row, outline), self->record, one, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_predecessors (const RelmPlanWriting *self,
                    RelmPlanSheet *sheet,
                    RelmDocument *document,
                    GError **error)
{
  RelmPlanOutline *outline = relm_plan_sheet_get_outline (sheet);
  g_autoptr (GArray) predecessors = relm_plan_predecessors_parse (self->texts[RELM_PLAN_PREDECESSORS], error);

  return predecessors != NULL &&
         relm_plan_predecessors_check (relm_document_get_project (document), self->record, predecessors, find_row_cb, outline, error) &&
         set_dependencies (self, outline, document, predecessors, error);
}

/**
 * relm_plan_writing_apply:
 * @column: (out): where an error is
 *
 * What was written, but for the move of relm_plan_writing_get_move(). A part of a step that somebody else began. The numbers of
 * rows are those of the last update of the outline.
 *
 * Returns: whether the document took it
 */
gboolean
relm_plan_writing_apply (const RelmPlanWriting *self,
                         RelmPlanSheet *sheet,
                         RelmPlanColumn *column,
                         GError **error)
{
  RelmDocument *document = relm_plan_sheet_get_document (sheet);

  *column = RELM_PLAN_TITLE;
  if (self->texts[RELM_PLAN_TITLE] != NULL && !write_title (self, document, error))
    return FALSE;
  *column = RELM_PLAN_ASSIGNEE;
  if (self->texts[RELM_PLAN_ASSIGNEE] != NULL && !write_assignee (self, document, error))
    return FALSE;
  *column = RELM_PLAN_PREDECESSORS;
  if (self->texts[RELM_PLAN_PREDECESSORS] != NULL && !write_predecessors (self, sheet, document, error))
    return FALSE;
  return clear_days (self, document, column, error);
}

static gboolean
commit_move (RelmPlanSheet *sheet,
             const RelmTimelineMove *move)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (RelmTimelineMove));
  g_autoptr (RelmRecord) hold = g_object_ref (move->record);

  g_array_append_val (moves, *move);
  relm_plan_sheet_reschedule (sheet, moves);
  return TRUE;
}

static gboolean
commit_edit (const RelmPlanWriting *self,
             RelmPlanSheet *sheet,
             RelmPlanColumn column,
             GError **error)
{
  RelmDocument *document = relm_plan_sheet_get_document (sheet);
  g_autofree char *title = relm_record_dup_display_title (self->record);
  /* Translators: a step that can be undone; the placeholders are the heading of a column and a record's title */
  g_autofree char *label = g_strdup_printf (_ ("Change %s of “%s”"), relm_plan_column_get_label (column), title);
  RelmPlanColumn failed;

  relm_document_edit_begin (document, label);
  if (!relm_plan_writing_apply (self, sheet, &failed, error))
    {
      relm_document_edit_cancel (document);
      return FALSE;
    }
  relm_document_edit_end (document);
  return TRUE;
}

/**
 * relm_plan_writing_commit:
 * @row: a row
 * @column: that can be edited
 * @text: what a person wrote there
 *
 * One step to undo. Days are moved by whoever listens to "reschedule" of the sheet, as on the timeline.
 *
 * Returns: whether it was understood and taken
 */
gboolean
relm_plan_writing_commit (RelmPlanSheet *sheet,
                          RelmPlanRow *row,
                          RelmPlanColumn column,
                          const char *text,
                          GError **error)
{
  g_autofree char *before = relm_plan_sheet_dup_edit (sheet, row, column);
  RelmPlanWriting writing = { .record = row->record };
  RelmTimelineMove move;
  RelmPlanColumn failed;

  if (g_str_equal (text, before))
    return TRUE;
  writing.texts[column] = text;
  relm_plan_outline_update (relm_plan_sheet_get_outline (sheet));
  if (!relm_plan_writing_get_move (&writing, sheet, &move, &failed, error))
    return FALSE;
  return relm_span_is_set (move.span) ? commit_move (sheet, &move) : commit_edit (&writing, sheet, column, error);
}
