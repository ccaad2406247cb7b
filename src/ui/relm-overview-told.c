/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-overview-row.h"
#include "relm-overview-told.h"
#include "relm-plan.h"
#include "relm-stakeholder.h"
#include "relm-told.h"

#define MAX_SHOWN 6

/* Returns: (transfer full): the first change that concerns the release, and how many more there are; %NULL when none does */
static char *
dup_news (RelmProject *project,
          RelmRecord *stakeholder,
          RelmRecord *release)
{
  g_autoptr (GPtrArray) changes = relm_told_list_changes (project, stakeholder);
  const char *first = NULL;
  guint n_more = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const RelmToldChange *change = changes->pdata[i];

      if (release != NULL && (change->record == NULL || relm_plan_get_release (project, change->record) != release))
        continue;
      if (first == NULL)
        first = change->sentence;
      else
        n_more++;
    }
  if (n_more == 0)
    return g_strdup (first);
  /* Translators: a sentence about a change, and how many more changes there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, and %u more change", "%s, and %u more changes", n_more), first, n_more);
}

/**
 * relm_overview_told_fill:
 * @box: where a group is appended, if there is anybody
 * @release: (nullable): of which release; %NULL for all
 */
void
relm_overview_told_fill (GtkBox *box,
                         RelmViewState *view_state,
                         RelmProject *project,
                         RelmRecord *release)
{
  RelmRecordList *stakeholders = relm_project_get_list (project, RELM_TYPE_STAKEHOLDER);
  GtkWidget *group = NULL;
  guint n = 0;

  for (guint i = 0; i < relm_record_list_get_size (stakeholders); i++)
    {
      RelmRecord *stakeholder = relm_record_list_get (stakeholders, i);
      g_autofree char *news = dup_news (project, stakeholder, release);
      g_autofree char *title = relm_record_dup_display_title (stakeholder);

      if (news == NULL || n++ >= MAX_SHOWN)
        continue;
      if (group == NULL)
        group = relm_overview_group_new (box, _ ("Must Be Told"));
      relm_overview_row_select (relm_overview_row_new (group, title, news), view_state, stakeholder);
    }
  if (n > MAX_SHOWN)
    relm_overview_row_add_more (group, n - MAX_SHOWN);
}
