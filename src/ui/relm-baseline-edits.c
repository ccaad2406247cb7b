/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-edits.h"
#include "relm-baseline-item.h"
#include "relm-baseline.h"
#include "relm-plan-baseline.h"
#include "relm-plan-cost.h"
#include "relm-plan.h"
#include "relm-work-item.h"

static void
take_record (RelmDocument *document,
             RelmPlanCost *cost,
             const char *baseline_id,
             RelmRecord *record)
{
  const RelmSpan span = relm_plan_get_own_span (record);
  g_autofree char *title = relm_record_dup_display_title (record);
  RelmRecord *item = relm_document_add (document, RELM_TYPE_BASELINE_ITEM, G_MAXUINT);

  if (item == NULL)
    return;
  relm_document_set_string (document, item, RELM_BASELINE_ITEM_BASELINE, baseline_id, NULL);
  relm_document_set_string (document, item, RELM_BASELINE_ITEM_RECORD, relm_record_get_id (record), NULL);
  relm_document_set_string (document, item, RELM_BASELINE_ITEM_TITLE, title, NULL);
  relm_document_set_date (document, item, RELM_BASELINE_ITEM_START, span.start, NULL);
  relm_document_set_date (document, item, RELM_BASELINE_ITEM_FINISH, span.finish, NULL);
  if (RELM_IS_WORK_ITEM (record))
    relm_document_set_integer (document, item, RELM_BASELINE_ITEM_COST, relm_plan_cost_of (cost, record, span), NULL);
}

/**
 * relm_baseline_edits_fill:
 * @baseline: a new baseline
 *
 * Copies the plan of now into it. A part of the step that adds the baseline.
 */
void
relm_baseline_edits_fill (RelmDocument *document,
                            RelmRecord *baseline)
{
  RelmProject *project = relm_document_get_project (document);
  const RelmDate today = relm_date_today ();
  g_autoptr (RelmPlanCost) cost = relm_plan_cost_new (project, today);
  g_autofree char *date = relm_date_display (today);
  /* Translators: the name of a new baseline; the placeholder is a date */
  g_autofree char *name = g_strdup_printf (_ ("Plan of %s"), date);

  relm_document_set_string (document, baseline, RELM_BASELINE_NAME, name, NULL);
  relm_document_set_date (document, baseline, RELM_BASELINE_TAKEN, today, NULL);
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        if (relm_plan_baseline_holds (relm_record_list_get (list, j)))
          take_record (document, cost, relm_record_get_id (baseline), relm_record_list_get (list, j));
    }
}
