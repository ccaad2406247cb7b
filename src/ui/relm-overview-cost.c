/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-cost-fact.h"
#include "relm-overview-cost.h"
#include "relm-overview-row.h"

/**
 * relm_overview_cost_fill:
 * @box: to append to
 * @release: (nullable): %NULL for the whole project
 * @today: what counts where the project has no status date
 *
 * Nothing is appended where nothing costs anything.
 */
void
relm_overview_cost_fill (GtkBox *box,
                         RelmProject *project,
                         RelmRecord *release,
                         RelmDate today)
{
  g_autoptr (RelmPlanCost) cost = relm_plan_cost_is_known (project) ? relm_plan_cost_new (project, today) : NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *basis = NULL;
  GtkWidget *group;
  RelmPlanCostSum sum;

  if (cost == NULL)
    return;
  relm_plan_cost_sum (cost, release, &sum);
  facts = relm_cost_fact_list (&sum, relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_CURRENCY));
  if (facts->len == 0)
    return;
  group = relm_overview_group_new (box, _ ("Cost"));
  for (guint i = 0; i < facts->len; i++)
    {
      const RelmCostFact *fact = facts->pdata[i];

      relm_overview_row_add_words (relm_overview_row_new (group, fact->label, fact->meaning), fact->figure, fact->wrong ? "warning" : NULL);
    }
  basis = relm_cost_fact_dup_basis (&sum);
  relm_overview_row_new (group, _ ("What this rests on"), basis);
}
