/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-communication.h"
#include "relm-overview-row.h"
#include "relm-stakeholder.h"
#include "relm-told-dialog.h"
#include "relm-told-facts.h"
#include "relm-told.h"

#define CHANGES_SHOWN 8

struct _RelmToldFacts
{
  RelmScheduleGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (RelmToldFacts, relm_told_facts, RELM_TYPE_SCHEDULE_GROUP)

static RelmDocument *
get_document (RelmScheduleGroup *self)
{
  return relm_view_state_get_document (relm_schedule_group_get_view_state (self));
}

static void
tell_cb (RelmScheduleGroup *self)
{
  adw_dialog_present (relm_told_dialog_new (get_document (self), relm_schedule_group_get_record (self)), GTK_WIDGET (self));
}

static GtkWidget *
create_button (RelmScheduleGroup *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Tell…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !relm_document_get_read_only (get_document (self)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_standing (RelmScheduleGroup *self,
              RelmProject *project,
              RelmRecord *stakeholder,
              guint n_changes)
{
  RelmRecord *last = relm_told_find_last (project, stakeholder);
  g_autofree char *date = last != NULL ? relm_date_display (relm_record_get_date (last, RELM_COMMUNICATION_TOLD)) : NULL;
  g_autofree char *title = last != NULL ? g_strdup_printf (_ ("Told on %s"), date) : g_strdup (_ ("Never told anything"));
  g_autofree char *subtitle = NULL;
  AdwActionRow *row;

  if (last != NULL && n_changes > 0)
    subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change since", "%u changes since", n_changes), n_changes);
  else if (last != NULL)
    subtitle = g_strdup (_ ("Nothing has changed since"));
  row = relm_overview_row_new (GTK_WIDGET (self), title, subtitle);
  if (n_changes > 0)
    relm_overview_row_set_icon (row, "mail-unread-symbolic", "warning");
  adw_action_row_add_suffix (row, create_button (self));
  relm_schedule_group_add (self, row);
}

static void
add_change (RelmScheduleGroup *self,
            const RelmToldChange *change)
{
  AdwActionRow *row = relm_overview_row_new (GTK_WIDGET (self), change->sentence, NULL);

  adw_action_row_set_title_lines (row, 0);
  if (change->record != NULL)
    relm_overview_row_select (row, relm_schedule_group_get_view_state (self), change->record);
  relm_schedule_group_add (self, row);
}

static gboolean
relm_told_facts_fill (RelmScheduleGroup *self)
{
  RelmRecord *stakeholder = relm_schedule_group_get_record (self);
  RelmProject *project = relm_document_get_project (get_document (self));
  g_autoptr (GPtrArray) changes = NULL;

  if (!RELM_IS_STAKEHOLDER (stakeholder))
    return FALSE;
  changes = relm_told_list_changes (project, stakeholder);
  add_standing (self, project, stakeholder, changes->len);
  for (guint i = 0; i < MIN (changes->len, CHANGES_SHOWN); i++)
    add_change (self, changes->pdata[i]);
  if (changes->len > CHANGES_SHOWN)
    relm_schedule_group_add (self, relm_overview_row_add_more (GTK_WIDGET (self), changes->len - CHANGES_SHOWN));
  return TRUE;
}

static void
relm_told_facts_class_init (RelmToldFactsClass *klass)
{
  RELM_SCHEDULE_GROUP_CLASS (klass)->fill = relm_told_facts_fill;
  RELM_SCHEDULE_GROUP_CLASS (klass)->get_other_type = relm_communication_get_type;
}

static void
relm_told_facts_init (RelmToldFacts *self)
{
}

/**
 * relm_told_facts_new:
 *
 * Returns: (transfer floating): a group without a stakeholder
 */
RelmScheduleGroup *
relm_told_facts_new (void)
{
  return g_object_new (RELM_TYPE_TOLD_FACTS, NULL);
}
