/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-plan.h"
#include "relm-record-edits.h"
#include "relm-schedule-dependency.h"
#include "relm-timeline-edits.h"
#include "relm-timeline.h"

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

static gboolean
apply (RelmDocument *document,
       const RelmTimelineMove *move,
       GError **error)
{
  const RelmPlanFields fields = relm_plan_get_editable_fields (move->record);
  const int progress = relm_kind_find_field (relm_record_get_kind (move->record), "progress");

  if (move->progress >= 0 && progress >= 0 &&
      !relm_document_set_integer (document, move->record, (guint) progress, move->progress, error))
    return FALSE;
  return set_date (document, move->record, fields.start, move->span.start, error) &&
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

/**
 * relm_timeline_edits_move:
 * @from: the widget that asks, in whose window an error appears
 * @moves: (element-type RelmTimelineMove): what should take place when; not empty
 *
 * All of it is one step to undo.
 */
void
relm_timeline_edits_move (GtkWidget *from,
                          RelmDocument *document,
                          GArray *moves)
{
  g_autofree char *label = dup_label (moves);
  g_autoptr (GError) error = NULL;

  relm_document_edit_begin (document, label);
  for (guint i = 0; i < moves->len && error == NULL; i++)
    apply (document, &g_array_index (moves, RelmTimelineMove, i), &error);
  if (error == NULL)
    {
      relm_document_edit_end (document);
      return;
    }
  relm_document_edit_cancel (document);
  relm_error_dialog_show (from, _ ("It Could Not Be Moved"), error);
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
