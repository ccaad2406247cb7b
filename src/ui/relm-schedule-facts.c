/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"
#include "relm-exception-edits.h"
#include "relm-freeze-window.h"
#include "relm-overview-row.h"
#include "relm-plan-baseline.h"
#include "relm-plan-edits.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-facts.h"

#define PROBLEMS_SHOWN 8

struct _RelmScheduleFacts
{
  RelmScheduleGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (RelmScheduleFacts, relm_schedule_facts, RELM_TYPE_SCHEDULE_GROUP)

/* What a group is filled from. */
typedef struct
{
  RelmScheduleGroup *group;
  RelmPlanSchedule *schedule;
  RelmRecord *record;
} Fill;

static AdwActionRow *
add_fact (const Fill *fill,
          const char *title,
          const char *subtitle)
{
  AdwActionRow *row = relm_overview_row_new (GTK_WIDGET (fill->group), title, subtitle);

  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  relm_schedule_group_add (fill->group, row);
  return row;
}

static void
add_problem (const Fill *fill,
             const RelmPlanProblem *problem)
{
  AdwActionRow *row = relm_overview_row_new (GTK_WIDGET (fill->group), problem->text, NULL);

  adw_action_row_set_title_lines (row, 0);
  relm_overview_row_set_icon (row, "dialog-warning-symbolic", "warning");
  relm_schedule_group_add (fill->group, row);
  if (problem->record != fill->record || problem->other == NULL || !RELM_IS_FREEZE_WINDOW (problem->other))
    return;
  row = relm_exception_edits_offer (GTK_WIDGET (fill->group), relm_schedule_group_get_view_state (fill->group), problem->record, problem->other);
  if (row != NULL)
    relm_schedule_group_add (fill->group, row);
}

/* Returns: how many there are */
static guint
add_problems (const Fill *fill)
{
  g_autoptr (GPtrArray) problems = relm_plan_schedule_list_problems (fill->schedule);
  guint n_problems = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const RelmPlanProblem *problem = g_ptr_array_index (problems, i);

      if (problem->record != fill->record && problem->other != fill->record)
        continue;
      if (n_problems++ < PROBLEMS_SHOWN)
        add_problem (fill, problem);
    }
  if (n_problems > PROBLEMS_SHOWN)
    relm_schedule_group_add (fill->group, relm_overview_row_add_more (GTK_WIDGET (fill->group), n_problems - PROBLEMS_SHOWN));
  return n_problems;
}

static void
add_ready (const Fill *fill)
{
  const RelmDate ready = RELM_IS_RELEASE (fill->record) ? relm_plan_schedule_get_ready (fill->schedule, fill->record) : RELM_DATE_NONE;
  g_autofree char *text = relm_date_display (ready);

  if (ready != RELM_DATE_NONE)
    add_fact (fill, _ ("All of it is done on"), text);
}

static void
accept_cb (RelmScheduleGroup *self)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (RelmPlanMove));
  RelmPlanMove move = { relm_schedule_group_get_record (self), { 0 } };

  if (move.record == NULL || !relm_plan_schedule_get_pending (relm_schedule_group_get_schedule (self), move.record, &move.span))
    return;
  g_array_append_val (moves, move);
  relm_plan_edits_accept (GTK_WIDGET (self), relm_view_state_get_document (relm_schedule_group_get_view_state (self)), moves);
}

/* Dates that follow from what is before it, and are not the planned ones. */
static void
add_pending (const Fill *fill)
{
  RelmDocument *document = relm_view_state_get_document (relm_schedule_group_get_view_state (fill->group));
  g_autofree char *days = NULL;
  GtkWidget *button;
  RelmSpan span;

  if (!relm_plan_schedule_get_pending (fill->schedule, fill->record, &span))
    return;
  days = relm_span_display (span);
  button = gtk_button_new_with_mnemonic (_ ("_Reschedule"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Plan it for these dates"));
  gtk_widget_set_sensitive (button, document != NULL && !relm_document_get_read_only (document));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (accept_cb), fill->group);
  adw_action_row_add_suffix (add_fact (fill, _ ("Would be"), days), button);
}

/* How far it has moved since the baseline that the window compares with. */
static void
add_variance (const Fill *fill)
{
  g_autoptr (RelmVariance) variance = relm_plan_baseline_compare_one (
    relm_plan_schedule_get_project (fill->schedule), relm_view_state_get_baseline (relm_schedule_group_get_view_state (fill->group)),
    fill->record);
  g_autofree char *sentence = NULL;

  if (variance == NULL)
    return;
  sentence = relm_variance_dup_sentence (variance);
  add_fact (fill, variance->title, sentence);
}

static void
add_float (const Fill *fill,
           const RelmPlanDates *dates)
{
  g_autofree char *amount = relm_duration_format (dates->total_float);
  g_autofree char *text = NULL;

  if (dates->criticality == RELM_CRITICALITY_CRITICAL)
    /* Translators: how far something may slip; the placeholder is a duration, "0 d" */
    text = g_strdup_printf (_ ("%s: critical, it decides when the release is ready"), amount);
  else if (dates->criticality == RELM_CRITICALITY_NEAR)
    text = g_strdup_printf (_ ("%s: nearly critical"), amount);
  add_fact (fill, _ ("Float"), text != NULL ? text : amount);
}

static gboolean
relm_schedule_facts_fill (RelmScheduleGroup *self)
{
  const Fill fill = { self, relm_schedule_group_get_schedule (self), relm_schedule_group_get_record (self) };
  const gboolean release = RELM_IS_RELEASE (fill.record);
  const guint n_problems = add_problems (&fill);
  g_autofree char *reason = NULL;
  RelmPlanDates dates;

  if (!relm_plan_schedule_get_dates (fill.schedule, fill.record, &dates))
    return n_problems > 0;
  reason = relm_plan_schedule_dup_reason (fill.schedule, fill.record);
  if (!release || !dates.pinned)
    add_fact (&fill, _ ("Why then"), reason);
  add_ready (&fill);
  add_pending (&fill);
  add_variance (&fill);
  if (!release && !relm_plan_is_done (fill.record))
    add_float (&fill, &dates);
  return TRUE;
}

static void
relm_schedule_facts_class_init (RelmScheduleFactsClass *klass)
{
  RELM_SCHEDULE_GROUP_CLASS (klass)->fill = relm_schedule_facts_fill;
}

static void
relm_schedule_facts_init (RelmScheduleFacts *self)
{
}

/**
 * relm_schedule_facts_new:
 *
 * Returns: (transfer floating): a group without a record
 */
RelmScheduleGroup *
relm_schedule_facts_new (void)
{
  return g_object_new (RELM_TYPE_SCHEDULE_FACTS, NULL);
}
