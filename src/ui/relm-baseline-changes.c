/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-changes.h"
#include "relm-baseline.h"
#include "relm-overview-row.h"
#include "relm-plan-baseline.h"

#define SHOWN 40

struct _RelmBaselineChanges
{
  AdwPreferencesGroup parent_instance;

  RelmViewState *view_state;
  RelmPlanSchedule *schedule;
  RelmRecord *record;
  GPtrArray *rows; /* of GtkWidget, unowned */
};

G_DEFINE_FINAL_TYPE (RelmBaselineChanges, relm_baseline_changes, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (RelmBaselineChanges *self,
         const RelmVariance *variance)
{
  g_autofree char *sentence = relm_variance_dup_sentence (variance);
  AdwActionRow *row = relm_overview_row_new (GTK_WIDGET (self), variance->title, sentence);

  if (variance->kind == RELM_VARIANCE_MOVED && variance->days > 0)
    relm_overview_row_set_icon (row, "alarm-symbolic", "warning");
  if (variance->record != NULL)
    relm_overview_row_select (row, self->view_state, variance->record);
  g_ptr_array_add (self->rows, row);
}

static void
add_more (RelmBaselineChanges *self,
          guint n_more)
{
  g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", n_more), n_more);

  g_ptr_array_add (self->rows, relm_overview_row_new (GTK_WIDGET (self), more, NULL));
}

static void
update_cb (RelmBaselineChanges *self)
{
  const gboolean known = self->record != NULL && RELM_IS_BASELINE (self->record);
  g_autoptr (GPtrArray) variances = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), known);
  if (!known)
    return;
  variances = relm_plan_baseline_compare (relm_plan_schedule_get_project (self->schedule), self->record);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), variances->len == 0 ? _ ("The plan is as it was.") : NULL);
  for (guint i = 0; i < MIN (variances->len, SHOWN); i++)
    add_row (self, g_ptr_array_index (variances, i));
  if (variances->len > SHOWN)
    add_more (self, variances->len - SHOWN);
}

static void
relm_baseline_changes_dispose (GObject *object)
{
  relm_baseline_changes_set_record (RELM_BASELINE_CHANGES (object), NULL, NULL);

  G_OBJECT_CLASS (relm_baseline_changes_parent_class)->dispose (object);
}

static void
relm_baseline_changes_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_BASELINE_CHANGES (object)->rows);

  G_OBJECT_CLASS (relm_baseline_changes_parent_class)->finalize (object);
}

static void
relm_baseline_changes_class_init (RelmBaselineChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_baseline_changes_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_baseline_changes_finalize;
}

static void
relm_baseline_changes_init (RelmBaselineChanges *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Since Then"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * relm_baseline_changes_new:
 *
 * Returns: (transfer floating): a group without a baseline
 */
RelmBaselineChanges *
relm_baseline_changes_new (void)
{
  return g_object_new (RELM_TYPE_BASELINE_CHANGES, NULL);
}

/**
 * relm_baseline_changes_set_record:
 * @view_state: (nullable): the window's, with a document
 * @record: (nullable): a record; only for a baseline is there anything to show
 */
void
relm_baseline_changes_set_record (RelmBaselineChanges *self,
                                  RelmViewState *view_state,
                                  RelmRecord *record)
{
  RelmPlanSchedule *schedule;

  g_return_if_fail (RELM_IS_BASELINE_CHANGES (self));

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
