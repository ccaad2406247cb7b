/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-gate-check.h"
#include "relm-gate-criterion.h"
#include "relm-gate-dialog.h"
#include "relm-gate-facts.h"
#include "relm-gate.h"
#include "relm-overview-row.h"
#include "relm-record-look.h"

struct _RelmGateFacts
{
  RelmScheduleGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (RelmGateFacts, relm_gate_facts, RELM_TYPE_SCHEDULE_GROUP)

static RelmDocument *
get_document (RelmScheduleGroup *self)
{
  return relm_view_state_get_document (relm_schedule_group_get_view_state (self));
}

static void
decide_cb (RelmScheduleGroup *self)
{
  adw_dialog_present (relm_gate_dialog_new (get_document (self), relm_schedule_group_get_record (self), relm_date_today ()), GTK_WIDGET (self));
}

static GtkWidget *
create_button (RelmScheduleGroup *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Decide…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !relm_document_get_read_only (get_document (self)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (decide_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static gboolean
relm_gate_facts_fill (RelmScheduleGroup *self)
{
  RelmRecord *gate = relm_schedule_group_get_record (self);
  RelmProject *project = relm_document_get_project (get_document (self));
  const RelmDate today = relm_date_today ();
  RelmRecordLook look;
  RelmGateCheck check;
  g_autofree char *decision = NULL;
  g_autofree char *words = NULL;
  AdwActionRow *row;

  if (!RELM_IS_GATE (gate))
    return FALSE;
  look = relm_record_look_get (gate, RELM_GATE_DECISION, today);
  check = relm_gate_check (project, gate, today);
  decision = relm_gate_dup_decision (project, gate);
  words = relm_gate_check_dup_words (&check);
  row = relm_overview_row_new (GTK_WIDGET (self), decision != NULL ? decision : _ ("Nothing decided yet"), words);
  if (look.icon != NULL)
    relm_overview_row_set_icon (row, look.icon, look.style);
  adw_action_row_add_suffix (row, create_button (self));
  relm_schedule_group_add (self, row);
  return TRUE;
}

static void
relm_gate_facts_class_init (RelmGateFactsClass *klass)
{
  RELM_SCHEDULE_GROUP_CLASS (klass)->fill = relm_gate_facts_fill;
  RELM_SCHEDULE_GROUP_CLASS (klass)->get_other_type = relm_gate_criterion_get_type;
}

static void
relm_gate_facts_init (RelmGateFacts *self)
{
}

/**
 * relm_gate_facts_new:
 *
 * Returns: (transfer floating): a group without a gate
 */
RelmScheduleGroup *
relm_gate_facts_new (void)
{
  return g_object_new (RELM_TYPE_GATE_FACTS, NULL);
}
