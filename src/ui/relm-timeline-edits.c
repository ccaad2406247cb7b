/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline.h"
#include "relm-error-dialog.h"
#include "relm-plan-edits.h"
#include "relm-plan.h"
#include "relm-record-edits.h"
#include "relm-schedule-dependency.h"
#include "relm-timeline-edits.h"

/* What else should move because something was moved, or so that nobody has too much to do. */
struct _RelmTimelineCascade
{
  char *label; /* of the step that it belongs to */
  guint gesture;
  GArray *others;     /* (element-type RelmPlanMove) */
  GPtrArray *records; /* holds them */
  RelmPlanLevelling *levelling; /* or NULL; then that is all of it, and a step of its own */
};

static RelmTimelineCascade *
cascade_new (char *label,
             guint gesture,
             GArray *others)
{
  RelmTimelineCascade *self = g_new0 (RelmTimelineCascade, 1);

  self->label = label;
  self->gesture = gesture;
  self->others = g_array_ref (others);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_array_index (others, RelmPlanMove, i).record));
  return self;
}

/**
 * relm_timeline_cascade_free:
 * @self: (transfer full) (nullable): a cascade
 */
void
relm_timeline_cascade_free (RelmTimelineCascade *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_array_unref (self->others);
  g_ptr_array_unref (self->records);
  g_clear_pointer (&self->levelling, relm_plan_levelling_free);
  g_free (self);
}

/**
 * relm_timeline_cascade_new_levelling:
 * @levelling: (transfer full): what would have to move
 *
 * Returns: (transfer full): that, to be offered
 */
RelmTimelineCascade *
relm_timeline_cascade_new_levelling (RelmPlanLevelling *levelling)
{
  RelmTimelineCascade *self = cascade_new (g_strdup (_ ("Level the Plan")), 0, relm_plan_levelling_get_spans (levelling));

  self->levelling = levelling;
  return self;
}

/**
 * relm_timeline_cascade_get_levelling:
 *
 * Returns: (transfer none) (nullable): the levelling that it offers; %NULL when something was moved
 */
RelmPlanLevelling *
relm_timeline_cascade_get_levelling (RelmTimelineCascade *self)
{
  return self->levelling;
}

/**
 * relm_timeline_cascade_dup_summary:
 *
 * Returns: (transfer full): it in one line
 */
char *
relm_timeline_cascade_dup_summary (RelmTimelineCascade *self)
{
  return self->levelling != NULL ? relm_plan_levelling_dup_summary (self->levelling) : relm_plan_moves_dup_summary (self->others);
}

/**
 * relm_timeline_cascade_get_others:
 *
 * Returns: (transfer none) (element-type RelmPlanMove): what should move, and where to
 */
GArray *
relm_timeline_cascade_get_others (RelmTimelineCascade *self)
{
  return self->others;
}

static gboolean
set_date (RelmDocument *document,
          RelmRecord *record,
          int field,
          int date,
          GError **error)
{
  if (field < 0 || relm_record_get_date (record, (guint) field) == date)
    return TRUE;
  return relm_document_set_date (document, record, (guint) field, date, error);
}

/* What is made longer or shorter takes more or less work, where somebody said how much. */
static gboolean
set_duration (RelmDocument *document,
              RelmPlanSchedule *schedule,
              const RelmTimelineMove *move,
              GError **error)
{
  const int field = relm_kind_find_field (relm_record_get_kind (move->record), "duration_minutes");
  gint64 now, duration;

  if (schedule == NULL || field < 0)
    return TRUE;
  now = relm_record_get_integer (move->record, (guint) field);
  duration = move->duration > 0 ? move->duration : relm_plan_schedule_get_duration (schedule, move->record, move->span);
  return duration == now || relm_document_set_integer (document, move->record, (guint) field, duration, error);
}

/* Where its dates go: what has happened stays where it happened, and an end that nobody planned is only planned where it says more. */
static RelmPlanFields
get_fields (const RelmTimelineMove *move)
{
  const RelmPlanFields planned = relm_plan_get_planned_fields (move->record);
  RelmPlanFields fields = relm_plan_get_editable_fields (move->record);

  if (relm_plan_is_scheduled (move->record) && move->span.start == move->span.finish)
    return fields;
  if (fields.start < 0 && relm_plan_can_plan_start (move->record))
    fields.start = planned.start;
  if (fields.finish < 0 && relm_plan_can_plan_finish (move->record))
    fields.finish = planned.finish;
  return fields;
}

static gboolean
apply (RelmDocument *document,
       RelmPlanSchedule *schedule,
       const RelmTimelineMove *move,
       GError **error)
{
  const RelmPlanFields fields = get_fields (move);
  const int progress = relm_kind_find_field (relm_record_get_kind (move->record), "progress");

  if (move->progress >= 0 && progress >= 0 &&
      !relm_document_set_integer (document, move->record, (guint) progress, move->progress, error))
    return FALSE;
  return set_duration (document, schedule, move, error) &&
         set_date (document, move->record, fields.start, move->span.start, error) &&
         set_date (document, move->record, fields.finish, move->span.finish, error);
}

static char *
dup_label (GArray *moves)
{
  const RelmTimelineMove *first = &g_array_index (moves, RelmTimelineMove, 0);
  g_autofree char *title = relm_record_dup_display_title (first->record);

  if (moves->len > 1)
    /* Translators: a step that can be undone */
    return g_strdup_printf (ngettext ("Move %u Item", "Move %u Items", moves->len), moves->len);
  if (first->progress >= 0)
    /* Translators: a step that can be undone; the placeholder is a record's title */
    return g_strdup_printf (_ ("Change Progress of “%s”"), title);
  /* Translators: a step that can be undone; the placeholder is a record's title */
  return g_strdup_printf (_ ("Move “%s”"), title);
}

static GArray *
list_spans (GArray *moves)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (RelmPlanMove));

  for (guint i = 0; i < moves->len; i++)
    {
      const RelmTimelineMove *move = &g_array_index (moves, RelmTimelineMove, i);
      const RelmPlanMove span = { move->record, move->span };

      if (move->progress < 0)
        g_array_append_val (spans, span);
    }
  return spans;
}

/* Whoever moves what follows others says that it should stay there. */
static gboolean
pin (RelmDocument *document,
     RelmPlanSchedule *schedule,
     const RelmTimelineMove *move,
     GError **error)
{
  const int field = relm_kind_find_field (relm_record_get_kind (move->record), "scheduling");
  RelmPlanDates dates;

  if (schedule == NULL || field < 0 || move->span.start == relm_plan_get_own_span (move->record).start ||
      !relm_plan_schedule_get_dates (schedule, move->record, &dates) || !dates.follows || dates.pinned)
    return TRUE;
  return relm_document_set_string (document, move->record, (guint) field, "pinned", error);
}

/**
 * relm_timeline_edits_apply:
 * @schedule: (nullable): the dates of the document's project
 * @move: what should take place when
 *
 * A part of a step that somebody else began. What has predecessors is pinned where it was put.
 *
 * Returns: whether the document took it
 */
gboolean
relm_timeline_edits_apply (RelmDocument *document,
                           RelmPlanSchedule *schedule,
                           const RelmTimelineMove *move,
                           GError **error)
{
  return pin (document, schedule, move, error) && apply (document, schedule, move, error);
}

static gboolean
end (GtkWidget *from,
     RelmDocument *document,
     GError *error)
{
  if (error == NULL)
    {
      relm_document_edit_end (document);
      return TRUE;
    }
  relm_document_edit_cancel (document);
  relm_error_dialog_show (from, _ ("It Could Not Be Moved"), error);
  return FALSE;
}

/**
 * relm_timeline_edits_move:
 * @from: the widget that asks, in whose window an error appears
 * @schedule: (nullable): the dates of the document's project
 * @moves: (element-type RelmTimelineMove): what should take place when; not empty
 *
 * Changes these alone, in one step to undo. What has predecessors is pinned where it was put.
 *
 * Returns: (transfer full) (nullable): what else should move because of it; %NULL for nothing
 */
RelmTimelineCascade *
relm_timeline_edits_move (GtkWidget *from,
                          RelmDocument *document,
                          RelmPlanSchedule *schedule,
                          GArray *moves)
{
  static guint n_gestures;
  g_autofree char *label = dup_label (moves);
  g_autoptr (GArray) spans = list_spans (moves);
  g_autoptr (GArray) others = NULL;
  g_autoptr (GError) error = NULL;

  if (schedule != NULL && spans->len > 0)
    others = relm_plan_schedule_preview (schedule, (const RelmPlanMove *) spans->data, spans->len);
  n_gestures++;
  relm_document_edit_begin_merging (document, label, GUINT_TO_POINTER (n_gestures));
  for (guint i = 0; i < moves->len && error == NULL; i++)
    relm_timeline_edits_apply (document, schedule, &g_array_index (moves, RelmTimelineMove, i), &error);
  if (!end (from, document, error) || others == NULL || others->len == 0)
    return NULL;
  return cascade_new (g_steal_pointer (&label), n_gestures, others);
}

static void
adopt (RelmTimelineCascade *self,
       GtkWidget *from,
       RelmDocument *document)
{
  g_autoptr (GError) error = NULL;

  relm_document_edit_begin (document, self->label);
  relm_plan_edits_adopt (document, relm_plan_levelling_get_edits (self->levelling), &error);
  end (from, document, error);
}

/**
 * relm_timeline_cascade_apply:
 * @from: the widget that asks, in whose window an error appears
 *
 * Moves the others as well, in the same step as what was moved before; adopts a levelling in a step of its own.
 */
void
relm_timeline_cascade_apply (RelmTimelineCascade *self,
                             GtkWidget *from,
                             RelmDocument *document)
{
  g_autoptr (GError) error = NULL;

  if (self->levelling != NULL)
    {
      adopt (self, from, document);
      return;
    }
  relm_document_edit_begin_merging (document, self->label, GUINT_TO_POINTER (self->gesture));
  relm_plan_edits_apply (document, self->others, &error);
  end (from, document, error);
}

/**
 * relm_timeline_edits_schedule:
 * @from: the widget that asks, in whose window an error appears
 * @schedule: (nullable): the dates of the document's project
 * @record: something without dates
 * @start: its first day
 *
 * Gives it dates, as long as it takes. One step to undo.
 */
void
relm_timeline_edits_schedule (GtkWidget *from,
                              RelmDocument *document,
                              RelmPlanSchedule *schedule,
                              RelmRecord *record,
                              RelmDate start)
{
  const RelmSpan day = { start, start };
  const RelmPlanMove move = {
    record, schedule != NULL ? relm_plan_schedule_get_moved (schedule, record, (RelmSpan) { 0 }, start) : day,
  };
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (RelmPlanMove));
  g_autofree char *title = relm_record_dup_display_title (record);
  /* Translators: a step that can be undone; the placeholder is a record's title */
  g_autofree char *label = g_strdup_printf (_ ("Schedule “%s”"), title);
  g_autoptr (GError) error = NULL;

  relm_document_edit_begin (document, label);
  g_array_append_val (moves, move);
  relm_plan_edits_apply (document, moves, &error);
  end (from, document, error);
}

/**
 * relm_timeline_edits_take_baseline:
 * @from: the widget that asks
 *
 * Keeps a copy of when everything takes place, to compare with. One step to undo.
 */
void
relm_timeline_edits_take_baseline (GtkWidget *from,
                                   RelmDocument *document)
{
  relm_record_edits_add (document, RELM_TYPE_BASELINE, NULL, NULL, NULL);
}

static char *
dup_link_label (RelmRecord *from,
                RelmRecord *to)
{
  g_autofree char *first = relm_record_dup_display_title (from);
  g_autofree char *second = relm_record_dup_display_title (to);

  /* Translators: a step that can be undone; the placeholders are titles of records */
  return g_strdup_printf (_ ("Link “%s” to “%s”"), first, second);
}

/**
 * relm_timeline_edits_link:
 * @from: the widget that asks, in whose window an error appears
 * @predecessor: what comes first
 * @successor: what waits for it
 * @type: the nick of a type of schedule dependencies
 *
 * One step to undo.
 */
void
relm_timeline_edits_link (GtkWidget *from,
                          RelmDocument *document,
                          RelmRecord *predecessor,
                          RelmRecord *successor,
                          const char *type)
{
  g_autofree char *label = dup_link_label (predecessor, successor);
  g_autoptr (GError) error = NULL;
  RelmRecord *link;

  relm_document_edit_begin (document, label);
  link = relm_document_add (document, RELM_TYPE_SCHEDULE_DEPENDENCY, G_MAXUINT);
  if (link != NULL &&
      relm_document_set_string (document, link, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR, relm_record_get_id (predecessor), &error) &&
      relm_document_set_string (document, link, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR, relm_record_get_id (successor), &error) &&
      relm_document_set_string (document, link, RELM_SCHEDULE_DEPENDENCY_TYPE, type, &error))
    {
      relm_document_edit_end (document);
      return;
    }
  relm_document_edit_cancel (document);
  relm_error_dialog_show (from, _ ("They Could Not Be Linked"), error);
}

static char *
dup_end (RelmDocument *document,
         RelmRecord *link,
         guint field)
{
  RelmRecord *record = relm_project_resolve (relm_document_get_project (document), link, field);

  return record != NULL ? relm_record_dup_display_title (record) : g_strdup ("?");
}

/* A link has no name: it is called by its ends. */
static void
remove_link (GtkWidget *from,
             RelmDocument *document,
             RelmRecord *link)
{
  g_autofree char *first = dup_end (document, link, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR);
  g_autofree char *second = dup_end (document, link, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR);
  /* Translators: a step that can be undone; the placeholders are titles of records */
  g_autofree char *label = g_strdup_printf (_ ("Unlink “%s” from “%s”"), second, first);
  g_autofree char *done = g_strdup_printf (_ ("“%s” no longer waits for “%s”"), second, first);

  relm_document_edit_begin (document, label);
  relm_document_remove (document, link);
  relm_document_edit_end (document);
  relm_record_edits_say (from, done);
}

/**
 * relm_timeline_edits_remove:
 * @from: the widget that asks, in whose window a toast appears
 * @record: a record of the document, or a link between two
 *
 * One step to undo.
 */
void
relm_timeline_edits_remove (GtkWidget *from,
                            RelmDocument *document,
                            RelmRecord *record)
{
  if (RELM_IS_SCHEDULE_DEPENDENCY (record))
    remove_link (from, document, record);
  else
    relm_record_edits_remove (from, document, record);
}
