/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-gate-check.h"
#include "relm-gate-dialog.h"
#include "relm-gate-row.h"
#include "relm-gate.h"
#include "relm-person.h"
#include "relm-plan.h"
#include "relm-record-consequences.h"

/* What can be decided. */
static const struct
{
  const char *nick;
  const char *meaning;
} decisions[] = {
  { "go", N_ ("The gate is passed") },
  { "conditional_go", N_ ("The gate is passed, and something has to be done yet") },
  { "no_go", N_ ("The release does not go on like this") },
  { "deferred", N_ ("It is decided on another day") },
};

struct _RelmGateDialog
{
  AdwDialog parent_instance;

  RelmDocument *document;
  RelmRecord *gate;
  RelmDate today;

  GtkWidget *decide;
  GtkWidget *criteria;
  GtkWidget *decision;
  GtkWidget *checks[G_N_ELEMENTS (decisions)];
  GtkWidget *owner;
  GPtrArray *people; /* of RelmRecord */
  GtkWidget *conditions;
  GtkWidget *again;
  GtkWidget *calendar;
};

G_DEFINE_FINAL_TYPE (RelmGateDialog, relm_gate_dialog, ADW_TYPE_DIALOG)

static RelmProject *
get_project (RelmGateDialog *self)
{
  return relm_document_get_project (self->document);
}

/* Returns: (nullable): the decision that is chosen */
static const char *
get_decision (RelmGateDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      return decisions[i].nick;
  return NULL;
}

static gboolean
is_put_off (RelmGateDialog *self)
{
  const char *decision = get_decision (self);

  return g_strcmp0 (decision, "no_go") == 0 || g_strcmp0 (decision, "deferred") == 0;
}

/* Who decides to go all the same is told what is missing. */
static void
show_standing (RelmGateDialog *self)
{
  const RelmGateCheck check = relm_gate_check (get_project (self), self->gate, self->today);
  g_autofree char *words = relm_gate_check_dup_words (&check);
  g_autofree char *missing = NULL;

  if (check.n_open > 0 && g_strcmp0 (get_decision (self), "go") == 0)
    missing = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion is not met.", "%u criteria are not met.", check.n_open), check.n_open);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->criteria), words);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->decision), missing);
}

static void
chosen_cb (RelmGateDialog *self)
{
  show_standing (self);
  gtk_widget_set_sensitive (self->decide, get_decision (self) != NULL);
  gtk_widget_set_visible (self->conditions, g_strcmp0 (get_decision (self), "conditional_go") == 0);
  gtk_widget_set_visible (self->again, is_put_off (self));
}

static RelmDate
get_day (RelmGateDialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));

  return relm_date_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

static void
day_cb (RelmGateDialog *self)
{
  g_autofree char *day = relm_date_display (get_day (self));

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->again), day);
}

static const char *
get_owner (RelmGateDialog *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->owner));

  return selected > 0 && selected <= self->people->len ? relm_record_get_id (self->people->pdata[selected - 1]) : NULL;
}

/* All that was said, for one step. */
static gboolean
set_all (RelmGateDialog *self,
         GError **error)
{
  const char *conditions = gtk_editable_get_text (GTK_EDITABLE (self->conditions));
  const gboolean moved = is_put_off (self) && adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self->again));

  if (!relm_document_set_string (self->document, self->gate, RELM_GATE_DECISION, get_decision (self), error) ||
      !relm_record_consequences_apply (self->document, self->gate, RELM_GATE_DECISION, error) ||
      !relm_document_set_string (self->document, self->gate, RELM_GATE_OWNER, get_owner (self), error))
    return FALSE;
  if (gtk_widget_get_visible (self->conditions) &&
      !relm_document_set_string (self->document, self->gate, RELM_GATE_CONDITIONS, *conditions != '\0' ? conditions : NULL, error))
    return FALSE;
  return !moved || relm_document_set_date (self->document, self->gate, RELM_GATE_PLANNED, get_day (self), error);
}

static void
decide_cb (RelmGateDialog *self)
{
  g_autofree char *title = relm_record_dup_display_title (self->gate);
  /* Translators: a step that can be undone; the placeholder is the name of a gate */
  g_autofree char *label = g_strdup_printf (_ ("Decide About “%s”"), title);
  g_autoptr (GError) error = NULL;

  relm_document_edit_begin (self->document, label);
  if (set_all (self, &error))
    {
      relm_document_edit_end (self->document);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  relm_document_edit_cancel (self->document);
  relm_error_dialog_show (GTK_WIDGET (self), _ ("It Could Not Be Decided"), error);
}

static GtkWidget *
create_criteria (RelmGateDialog *self)
{
  g_autoptr (GPtrArray) criteria = relm_gate_list_criteria (get_project (self), self->gate);

  self->criteria = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->criteria), _ ("Criteria"));
  for (guint i = 0; i < criteria->len; i++)
    relm_criterion_row_new (self->criteria, self->document, criteria->pdata[i], self->today);
  return self->criteria;
}

static void
add_decision (RelmGateDialog *self,
              AdwPreferencesGroup *group,
              guint index)
{
  const RelmField *field = &relm_record_get_kind (self->gate)->fields[RELM_GATE_DECISION];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), relm_field_get_choice_label (field, decisions[index].nick));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (decisions[index].meaning));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), index > 0 ? GTK_CHECK_BUTTON (self->checks[0]) : NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (group, row);
  self->checks[index] = check;
}

static GtkWidget *
create_again (RelmGateDialog *self)
{
  const RelmDate planned = relm_plan_get_own_span (self->gate).finish;
  const RelmDate first = MAX (planned, self->today) + 7;
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  relm_date_to_ymd (first, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  self->again = adw_expander_row_new ();
  self->calendar = gtk_calendar_new ();
  gtk_widget_set_margin_top (self->calendar, 6);
  gtk_widget_set_margin_bottom (self->calendar, 6);
  gtk_widget_set_halign (self->calendar, GTK_ALIGN_CENTER);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->again), _ ("Decide Again On"));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self->again), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->again), TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->again), self->calendar);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_cb), self);
  day_cb (self);
  return self->again;
}

static GtkWidget *
create_owner (RelmGateDialog *self)
{
  RelmRecordList *list = relm_project_get_list (get_project (self), RELM_TYPE_PERSON);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  RelmRecord *owner = relm_project_resolve (get_project (self), self->gate, RELM_GATE_OWNER);
  guint selected = 0;

  /* Translators: among people, of whom one decides */
  gtk_string_list_append (names, _ ("Nobody named"));
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *person = relm_record_list_get (list, i);

      gtk_string_list_take (names, relm_record_dup_display_title (person));
      g_ptr_array_add (self->people, g_object_ref (person));
      if (person == owner)
        selected = i + 1;
    }
  self->owner = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->owner), _ ("Decided By"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->owner), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->owner), selected);
  return self->owner;
}

static GtkWidget *
create_decision (RelmGateDialog *self)
{
  self->decision = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->decision), _ ("Decision"));
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    add_decision (self, ADW_PREFERENCES_GROUP (self->decision), i);
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    g_signal_connect_swapped (self->checks[i], "toggled", G_CALLBACK (chosen_cb), self);
  return self->decision;
}

static GtkWidget *
create_details (RelmGateDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *conditions = relm_record_get_string (self->gate, RELM_GATE_CONDITIONS);

  self->conditions = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->conditions), _ ("Conditions"));
  gtk_editable_set_text (GTK_EDITABLE (self->conditions), conditions != NULL ? conditions : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->conditions);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_again (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_owner (self));
  return group;
}

static GtkWidget *
create_header (RelmGateDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->decide = gtk_button_new_with_mnemonic (_ ("_Decide"));
  gtk_widget_add_css_class (self->decide, "suggested-action");
  g_signal_connect_swapped (self->decide, "clicked", G_CALLBACK (decide_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->decide);
  return header;
}

static GtkWidget *
create_content (RelmGateDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_criteria (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_decision (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_details (self)));
  return page;
}

static void
relm_gate_dialog_finalize (GObject *object)
{
  RelmGateDialog *self = RELM_GATE_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->gate);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (relm_gate_dialog_parent_class)->finalize (object);
}

static void
relm_gate_dialog_class_init (RelmGateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_gate_dialog_finalize;
}

static void
relm_gate_dialog_init (RelmGateDialog *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Go or No-Go"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
}

/**
 * relm_gate_dialog_new:
 * @document: a document that takes edits
 * @gate: a gate of it
 * @today: what today is
 *
 * Returns: (transfer floating): a dialog, to be presented
 */
AdwDialog *
relm_gate_dialog_new (RelmDocument *document,
                      RelmRecord *gate,
                      RelmDate today)
{
  RelmGateDialog *self = g_object_new (RELM_TYPE_GATE_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  self->document = g_object_ref (document);
  self->gate = g_object_ref (gate);
  self->today = today;
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_content (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  g_signal_connect_object (get_project (self), "changed", G_CALLBACK (show_standing), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
  return ADW_DIALOG (self);
}
