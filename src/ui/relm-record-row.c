/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-communication.h"
#include "relm-exception-request.h"
#include "relm-exposure.h"
#include "relm-gate-criterion.h"
#include "relm-gate-row.h"
#include "relm-gate.h"
#include "relm-plan.h"
#include "relm-raid-item.h"
#include "relm-record-look.h"
#include "relm-record-row.h"
#include "relm-text.h"

/* The first text besides the title: a person's role, a source's location. */
static char *
dup_first_text (RelmRecord *record)
{
  const RelmField *fields = relm_record_get_kind (record)->fields;

  for (guint i = 0; fields[i].name != NULL; i++)
    if (fields[i].type == RELM_FIELD_STRING && (fields[i].flags & (RELM_FIELD_TITLE | RELM_FIELD_SENSITIVE)) == 0 &&
        !relm_text_is_blank (relm_record_get_string (record, i)))
      return relm_text_display_title (relm_record_get_string (record, i));
  return g_strdup ("");
}

static char *
dup_told (RelmRecord *communication)
{
  g_autofree char *date = relm_date_display (relm_record_get_date (communication, RELM_COMMUNICATION_TOLD));
  g_autofree char *channel = dup_first_text (communication);

  return relm_text_join_facts ((const char *const[]){ date, channel }, 2);
}

static char *
dup_subtitle (RelmProject *project,
              RelmRecord *record)
{
  const RelmSpan span = relm_plan_get_own_span (record);
  RelmRecord *subject = RELM_IS_EXCEPTION_REQUEST (record) ? relm_project_resolve (project, record, RELM_EXCEPTION_REQUEST_SUBJECT) : NULL;

  if (subject != NULL)
    return relm_record_dup_display_title (subject);
  if (RELM_IS_COMMUNICATION (record))
    return dup_told (record);

  return relm_span_is_set (span) ? relm_span_display (span) : dup_first_text (record);
}

static void
add_state (AdwActionRow *row,
           RelmRecord *record,
           guint field,
           RelmDate today)
{
  const RelmRecordLook look = relm_record_look_get (record, field, today);
  const RelmField *info = &relm_record_get_kind (record)->fields[field];
  g_autofree char *words = relm_text_display_title (relm_field_get_choice_label (info, relm_record_get_string (record, field)));

  relm_overview_row_add_words (row, words, look.style);
}

/* A phase or a milestone has no state: its dates say it. */
static void
add_standing (AdwActionRow *row,
              RelmRecord *record,
              RelmDate today)
{
  const RelmSpan span = relm_plan_get_own_span (record);
  g_autofree char *distance = NULL;

  if (relm_plan_is_done (record))
    relm_overview_row_add_words (row, relm_plan_is_point (record) ? _ ("Reached") : _ ("Finished"), NULL);
  else if (relm_plan_is_overdue (record, today))
    relm_overview_row_add_words (row, _ ("Overdue"), "error");
  else if (span.start <= today && today <= span.finish && !relm_plan_is_point (record))
    /* Translators: a phase that today is in */
    relm_overview_row_add_words (row, _ ("Now"), "accent");
  else
    {
      distance = relm_overview_dup_distance (span.start, today);
      relm_overview_row_add_words (row, distance, NULL);
    }
}

/* What it weighs; what is closed, or of which that is not known, says its state. */
static AdwActionRow *
create_raid_row (GtkWidget *group,
                 RelmRecord *raid_item,
                 RelmDate today)
{
  const RelmExposure exposure = relm_exposure_get (raid_item);
  const char *style = exposure == RELM_EXPOSURE_SERIOUS ? "error" : exposure == RELM_EXPOSURE_MODERATE ? "warning" : NULL;
  const RelmField *kind = &relm_record_get_kind (raid_item)->fields[RELM_RAID_ITEM_KIND];
  g_autofree char *title = relm_record_dup_display_title (raid_item);
  g_autofree char *words = relm_text_display_title (relm_field_get_choice_label (kind, relm_record_get_string (raid_item, RELM_RAID_ITEM_KIND)));
  AdwActionRow *row = relm_overview_row_new (group, title, words);

  if (exposure == RELM_EXPOSURE_UNKNOWN)
    add_state (row, raid_item, RELM_RAID_ITEM_STATE, today);
  else
    relm_overview_row_add_words (row, relm_exposure_get_label (exposure), style);
  return row;
}

static AdwActionRow *
create_row (GtkWidget *group,
            RelmProject *project,
            RelmRecord *record,
            RelmDate today)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *subtitle = dup_subtitle (project, record);
  AdwActionRow *row = relm_overview_row_new (group, title, subtitle);
  const int state = relm_kind_find_field (relm_record_get_kind (record), "state");

  if (state >= 0)
    add_state (row, record, (guint) state, today);
  else if (relm_plan_is_scheduled (record))
    add_standing (row, record, today);
  return row;
}

/**
 * relm_record_row_new:
 * @group: where the row is appended
 * @record: of the view state's document
 * @today: what today is
 *
 * Returns: (transfer none): a row
 */
AdwActionRow *
relm_record_row_new (GtkWidget *group,
                     RelmViewState *view_state,
                     RelmRecord *record,
                     RelmDate today)
{
  RelmDocument *document = relm_view_state_get_document (view_state);
  AdwActionRow *row;

  if (RELM_IS_GATE (record))
    row = relm_gate_row_new (group, relm_document_get_project (document), record, today);
  else if (RELM_IS_GATE_CRITERION (record))
    row = relm_criterion_row_new (group, document, record, today);
  else if (RELM_IS_RAID_ITEM (record))
    row = create_raid_row (group, record, today);
  else
    row = create_row (group, relm_document_get_project (document), record, today);
  relm_overview_row_select (row, view_state, record);
  return row;
}

/**
 * relm_record_row_looks_around:
 * @type: a kind of record
 *
 * Returns: whether the rows of such records say something about other records, too
 */
gboolean
relm_record_row_looks_around (GType type)
{
  return type == RELM_TYPE_GATE || type == RELM_TYPE_GATE_CRITERION;
}
