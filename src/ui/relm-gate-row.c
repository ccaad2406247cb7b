/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-gate-check.h"
#include "relm-gate-criterion.h"
#include "relm-gate-row.h"
#include "relm-gate.h"
#include "relm-plan.h"
#include "relm-record-consequences.h"
#include "relm-record-look.h"
#include "relm-text.h"

#define CHECK_WIDTH 26 /* of a check button, so that icons stand below it */

static const struct
{
  const char *icon;
  const char *style;
} looks[] = {
  [RELM_CRITERION_OPEN] = { "content-loading-symbolic", "warning" },
  [RELM_CRITERION_MET] = { "object-select-symbolic", "success" },
  [RELM_CRITERION_WAIVED] = { "media-skip-forward-symbolic", "dimmed" },
};

/* How long it is until somebody has to decide. */
static void
add_distance (AdwActionRow *row,
              RelmRecord *gate,
              RelmDate today)
{
  const RelmDate date = relm_plan_get_own_span (gate).finish;
  g_autofree char *distance = NULL;

  if (date == RELM_DATE_NONE)
    return;
  distance = relm_overview_dup_distance (date, today);
  relm_overview_row_add_words (row, distance, relm_plan_is_overdue (gate, today) ? "error" : NULL);
}

/**
 * relm_gate_row_new:
 * @group: where the row is appended
 * @gate: a gate of the project
 * @today: what today is
 *
 * Returns: (transfer none): a row
 */
AdwActionRow *
relm_gate_row_new (GtkWidget *group,
                   RelmProject *project,
                   RelmRecord *gate,
                   RelmDate today)
{
  const RelmGateCheck check = relm_gate_check (project, gate, today);
  const RelmRecordLook look = relm_record_look_get (gate, RELM_GATE_DECISION, today);
  const RelmSpan span = relm_plan_get_own_span (gate);
  g_autofree char *title = relm_record_dup_display_title (gate);
  g_autofree char *date = relm_span_is_set (span) ? relm_span_display (span) : NULL;
  g_autofree char *words = relm_gate_check_dup_words (&check);
  g_autofree char *subtitle = relm_text_join_facts ((const char *const[]){ date, words }, 2);
  AdwActionRow *row = relm_overview_row_new (group, title, subtitle);

  if (look.icon == NULL)
    {
      add_distance (row, gate, today);
      return row;
    }
  relm_overview_row_set_icon (row, look.icon, look.style);
  relm_overview_row_add_words (row, relm_plan_get_state_label (gate), look.style);
  return row;
}

static char *
dup_checked (RelmProject *project,
             RelmRecord *criterion)
{
  RelmRecord *person = relm_project_resolve (project, criterion, RELM_GATE_CRITERION_CHECKED_BY);
  const RelmDate date = relm_record_get_date (criterion, RELM_GATE_CRITERION_CHECKED);
  g_autofree char *name = person != NULL ? relm_record_dup_display_title (person) : NULL;
  g_autofree char *day = date != RELM_DATE_NONE ? relm_date_display (date) : NULL;

  return relm_text_join_facts ((const char *const[]){ name, day }, 2);
}

static void
add_standing (AdwActionRow *row,
              RelmCriterionStanding standing)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[standing].icon);

  gtk_widget_add_css_class (icon, looks[standing].style);
  gtk_widget_set_size_request (icon, CHECK_WIDTH, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (row, icon);
  relm_overview_row_add_words (row, relm_criterion_standing_get_label (standing), looks[standing].style);
}

static void
check_cb (GtkCheckButton *button,
          RelmRecord *criterion)
{
  RelmDocument *document = g_object_get_data (G_OBJECT (button), "relm-document");
  const char *standing = gtk_check_button_get_active (button) ? "met" : "open";
  g_autofree char *title = relm_record_dup_display_title (criterion);
  /* Translators: a step that can be undone; the placeholder is a gate's criterion */
  g_autofree char *label = g_strdup_printf (_ ("Check “%s”"), title);

  relm_document_edit_begin (document, label);
  relm_document_set_string (document, criterion, RELM_GATE_CRITERION_STANDING, standing, NULL);
  relm_record_consequences_apply (document, criterion, RELM_GATE_CRITERION_STANDING, NULL);
  relm_document_edit_end (document);
}

/* Lets somebody say at once that it is met. */
static void
add_check (AdwActionRow *row,
           RelmDocument *document,
           RelmRecord *criterion,
           gboolean is_met)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_met);
  gtk_widget_set_tooltip_text (check, _ ("Met"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  g_object_set_data_full (G_OBJECT (check), "relm-document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_cb), criterion, G_CONNECT_DEFAULT);
  adw_action_row_add_prefix (row, check);
}

/**
 * relm_criterion_row_new:
 * @group: where the row is appended
 * @document: the document of @criterion
 * @criterion: a criterion of a gate
 * @today: what today is
 *
 * Returns: (transfer none): a row; where no rule does, it lets somebody say that the criterion is met
 */
AdwActionRow *
relm_criterion_row_new (GtkWidget *group,
                        RelmDocument *document,
                        RelmRecord *criterion,
                        RelmDate today)
{
  RelmProject *project = relm_document_get_project (document);
  const gboolean automatic = relm_criterion_is_automatic (criterion);
  const RelmCriterionStanding standing = relm_criterion_check (project, criterion, today);
  g_autofree char *title = relm_record_dup_display_title (criterion);
  g_autofree char *subtitle = automatic ? relm_criterion_dup_reason (project, criterion, today) : dup_checked (project, criterion);
  AdwActionRow *row = relm_overview_row_new (group, title, subtitle);

  adw_action_row_set_title_lines (row, 0);
  if (!automatic && standing != RELM_CRITERION_WAIVED && !relm_document_get_read_only (document))
    add_check (row, document, criterion, standing == RELM_CRITERION_MET);
  else
    add_standing (row, standing);
  return row;
}
