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
  RelmScheduleGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (RelmBaselineChanges, relm_baseline_changes, RELM_TYPE_SCHEDULE_GROUP)

static void
add_row (RelmScheduleGroup *self,
         const RelmVariance *variance)
{
  g_autofree char *sentence = relm_variance_dup_sentence (variance);
  AdwActionRow *row = relm_overview_row_new (GTK_WIDGET (self), variance->title, sentence);

  if (variance->kind == RELM_VARIANCE_MOVED && variance->days > 0)
    relm_overview_row_set_icon (row, "alarm-symbolic", "warning");
  if (variance->record != NULL)
    relm_overview_row_select (row, relm_schedule_group_get_view_state (self), variance->record);
  relm_schedule_group_add (self, row);
}

static gboolean
relm_baseline_changes_fill (RelmScheduleGroup *self)
{
  RelmRecord *record = relm_schedule_group_get_record (self);
  g_autoptr (GPtrArray) variances = NULL;

  if (!RELM_IS_BASELINE (record))
    return FALSE;
  variances = relm_plan_baseline_compare (relm_plan_schedule_get_project (relm_schedule_group_get_schedule (self)), record);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), variances->len == 0 ? _ ("The plan is as it was.") : NULL);
  for (guint i = 0; i < MIN (variances->len, SHOWN); i++)
    add_row (self, g_ptr_array_index (variances, i));
  if (variances->len > SHOWN)
    relm_schedule_group_add (self, relm_overview_row_add_more (GTK_WIDGET (self), variances->len - SHOWN));
  return TRUE;
}

static void
relm_baseline_changes_class_init (RelmBaselineChangesClass *klass)
{
  RELM_SCHEDULE_GROUP_CLASS (klass)->fill = relm_baseline_changes_fill;
}

static void
relm_baseline_changes_init (RelmBaselineChanges *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Since Then"));
}

/**
 * relm_baseline_changes_new:
 *
 * Returns: (transfer floating): a group without a baseline
 */
RelmScheduleGroup *
relm_baseline_changes_new (void)
{
  return g_object_new (RELM_TYPE_BASELINE_CHANGES, NULL);
}
