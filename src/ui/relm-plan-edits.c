/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-plan-edits.h"
#include "relm-plan-levelling.h"
#include "relm-plan.h"

static gboolean
set_date (RelmDocument *document,
          RelmRecord *record,
          int field,
          RelmDate date,
          GError **error)
{
  if (field < 0 || relm_record_get_date (record, (guint) field) == date)
    return TRUE;
  return relm_document_set_date (document, record, (guint) field, date, error);
}

static char *
dup_label (GArray *moves)
{
  g_autofree char *title = NULL;

  if (moves->len != 1)
    /* Translators: a step that can be undone */
    return g_strdup_printf (ngettext ("Reschedule %u Item", "Reschedule %u Items", moves->len), moves->len);
  title = relm_record_dup_display_title (g_array_index (moves, RelmPlanMove, 0).record);
  /* Translators: a step that can be undone; the placeholder is a record's title */
  return g_strdup_printf (_ ("Reschedule “%s”"), title);
}

/**
 * relm_plan_edits_apply:
 * @moves: (element-type RelmPlanMove): what is to take place when
 *
 * A part of a step that somebody else began.
 *
 * Returns: whether the document took all of it
 */
gboolean
relm_plan_edits_apply (RelmDocument *document,
                       GArray *moves,
                       GError **error)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const RelmPlanMove *move = &g_array_index (moves, RelmPlanMove, i);
      const RelmPlanFields fields = relm_plan_get_planned_fields (move->record);

      if (!set_date (document, move->record, fields.start, move->span.start, error) ||
          !set_date (document, move->record, fields.finish, move->span.finish, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * relm_plan_edits_adopt:
 * @edits: (element-type RelmPlanEdit): what is to be set
 *
 * A part of a step that somebody else began.
 *
 * Returns: whether the document took all of it
 */
gboolean
relm_plan_edits_adopt (RelmDocument *document,
                       GArray *edits,
                       GError **error)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const RelmPlanEdit *edit = &g_array_index (edits, RelmPlanEdit, i);
      const RelmValue value = { .type = relm_record_get_kind (edit->record)->fields[edit->field].type, .integer = edit->value };

      if (!relm_document_set (document, edit->record, edit->field, &value, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * relm_plan_edits_accept:
 * @from: the widget that asks, in whose window an error appears
 * @moves: (element-type RelmPlanMove): what is to take place when
 *
 * One step to undo.
 */
void
relm_plan_edits_accept (GtkWidget *from,
                        RelmDocument *document,
                        GArray *moves)
{
  g_autofree char *label = dup_label (moves);
  g_autoptr (GError) error = NULL;

  relm_document_edit_begin (document, label);
  if (relm_plan_edits_apply (document, moves, &error))
    {
      relm_document_edit_end (document);
      return;
    }
  relm_document_edit_cancel (document);
  relm_error_dialog_show (from, _ ("It Could Not Be Rescheduled"), error);
}
