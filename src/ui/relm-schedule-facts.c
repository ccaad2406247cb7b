/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"
#include "relm-plan-baseline.h"
#include "relm-plan-edits.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-facts.h"

struct _RelmScheduleFacts
{
  AdwPreferencesGroup parent_instance;

  RelmViewState *view_state;
  RelmPlanSchedule *schedule;
  RelmRecord *record;
  GPtrArray *rows; /* of GtkWidget, unowned */
};

G_DEFINE_FINAL_TYPE (RelmScheduleFacts, relm_schedule_facts, ADW_TYPE_PREFERENCES_GROUP)

static AdwActionRow *
add_row (RelmScheduleFacts *self,
         const char *title,
         const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      adw_action_row_set_subtitle (row, subtitle);
      adw_action_row_set_subtitle_selectable (row, TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (row), "property");
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_warning (RelmScheduleFacts *self,
             const char *text)
{
  AdwActionRow *row = add_row (self, text, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Warning"), -1);
  adw_action_row_add_prefix (row, icon);
}

static void
accept_cb (RelmScheduleFacts *self)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (RelmPlanMove));
  RelmPlanMove move = { self->record, { 0 } };

  if (self->record == NULL || !relm_plan_schedule_get_pending (self->schedule, self->record, &move.span))
    return;
  g_array_append_val (moves, move);
  relm_plan_edits_accept (GTK_WIDGET (self), relm_view_state_get_document (self->view_state), moves);
}

/* Dates that follow from what is before it, and are not the planned ones. */
static void
add_pending (RelmScheduleFacts *self)
{
  RelmDocument *document = relm_view_state_get_document (self->view_state);
  g_autofree char *days = NULL;
  GtkWidget *button;
  AdwActionRow *row;
  RelmSpan span;

  if (!relm_plan_schedule_get_pending (self->schedule, self->record, &span))
    return;
  days = relm_span_display (span);
  row = add_row (self, _ ("Would be"), days);
  button = gtk_button_new_with_mnemonic (_ ("_Reschedule"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Plan it for these dates"));
  gtk_widget_set_sensitive (button, document != NULL && !relm_document_get_read_only (document));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (accept_cb), self);
  adw_action_row_add_suffix (row, button);
}

static void
add_float (RelmScheduleFacts *self,
           const RelmPlanDates *dates)
{
  g_autofree char *amount = relm_duration_format (dates->total_float);
  g_autofree char *text = NULL;

  if (dates->criticality == RELM_CRITICALITY_CRITICAL)
    /* Translators: how far something may slip; the placeholder is a duration, "0 d" */
    text = g_strdup_printf (_ ("%s: critical, it decides when the release is ready"), amount);
  else if (dates->criticality == RELM_CRITICALITY_NEAR)
    text = g_strdup_printf (_ ("%s: nearly critical"), amount);
  add_row (self, _ ("Float"), text != NULL ? text : amount);
}

static void
add_ready (RelmScheduleFacts *self)
{
  const RelmDate ready = RELM_IS_RELEASE (self->record) ? relm_plan_schedule_get_ready (self->schedule, self->record) : RELM_DATE_NONE;
  g_autofree char *text = ready != RELM_DATE_NONE ? relm_date_display (ready) : NULL;

  if (text != NULL)
    add_row (self, _ ("All of it is done on"), text);
}

/* How far it has moved since the plan was last copied. */
static void
add_variance (RelmScheduleFacts *self)
{
  RelmProject *project = relm_plan_schedule_get_project (self->schedule);
  RelmRecord *baseline = relm_plan_baseline_get_newest (project);
  g_autoptr (GHashTable) index = baseline != NULL ? relm_plan_baseline_index (project, baseline) : NULL;
  const RelmSpan now = relm_plan_get_own_span (self->record);
  RelmVariance variance = { .kind = RELM_VARIANCE_MOVED, .now = now };
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (index == NULL || !relm_plan_baseline_find (index, self->record, &variance.was))
    return;
  if (!relm_span_is_set (now) || (variance.was.start == now.start && variance.was.finish == now.finish))
    return;
  variance.days = now.finish - variance.was.finish;
  title = relm_record_dup_display_title (baseline);
  text = relm_variance_dup_sentence (&variance);
  add_row (self, title, text);
}

static void
add_problems (RelmScheduleFacts *self)
{
  g_autoptr (GPtrArray) problems = relm_plan_schedule_list_problems (self->schedule);

  for (guint i = 0; i < problems->len; i++)
    {
      const RelmPlanProblem *problem = g_ptr_array_index (problems, i);

      if (problem->record == self->record || problem->other == self->record)
        add_warning (self, problem->text);
    }
}

static void
clear (RelmScheduleFacts *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
update_cb (RelmScheduleFacts *self)
{
  RelmPlanDates dates;
  const gboolean known = self->record != NULL && self->schedule != NULL && relm_plan_schedule_get_dates (self->schedule, self->record, &dates);
  g_autofree char *reason = known ? relm_plan_schedule_dup_reason (self->schedule, self->record) : NULL;

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), known);
  if (!known)
    return;
  add_problems (self);
  if (!RELM_IS_RELEASE (self->record) || !dates.pinned)
    add_row (self, _ ("Why then"), reason);
  add_ready (self);
  add_pending (self);
  add_variance (self);
  if (!relm_plan_is_done (self->record) && !RELM_IS_RELEASE (self->record))
    add_float (self, &dates);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
relm_schedule_facts_dispose (GObject *object)
{
  relm_schedule_facts_set_record (RELM_SCHEDULE_FACTS (object), NULL, NULL);

  G_OBJECT_CLASS (relm_schedule_facts_parent_class)->dispose (object);
}

static void
relm_schedule_facts_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_SCHEDULE_FACTS (object)->rows);

  G_OBJECT_CLASS (relm_schedule_facts_parent_class)->finalize (object);
}

static void
relm_schedule_facts_class_init (RelmScheduleFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_schedule_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_schedule_facts_finalize;
}

static void
relm_schedule_facts_init (RelmScheduleFacts *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * relm_schedule_facts_new:
 *
 * Returns: (transfer floating): a group without a record
 */
RelmScheduleFacts *
relm_schedule_facts_new (void)
{
  return g_object_new (RELM_TYPE_SCHEDULE_FACTS, NULL);
}

/**
 * relm_schedule_facts_set_record:
 * @view_state: (nullable): the window's, with a document
 * @record: (nullable): what is told of
 */
void
relm_schedule_facts_set_record (RelmScheduleFacts *self,
                                RelmViewState *view_state,
                                RelmRecord *record)
{
  RelmPlanSchedule *schedule;

  g_return_if_fail (RELM_IS_SCHEDULE_FACTS (self));

  schedule = view_state != NULL ? relm_view_state_get_schedule (view_state) : NULL;
  if (self->schedule != NULL)
    g_signal_handlers_disconnect_by_data (self->schedule, self);
  g_set_object (&self->view_state, view_state);
  g_set_object (&self->schedule, schedule);
  g_set_object (&self->record, record);
  if (schedule != NULL)
    g_signal_connect_swapped (schedule, "changed", G_CALLBACK (update_cb), self);
  update_cb (self);
}
