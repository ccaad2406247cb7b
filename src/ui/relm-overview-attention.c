/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-exposure.h"
#include "relm-overview-attention.h"
#include "relm-overview-row.h"
#include "relm-plan.h"
#include "relm-raid-item.h"
#include "relm-release.h"
#include "relm-text.h"

#define MAX_SHOWN 8
#define RISKS_SHOWN 4 /* of these, so that there is room for the rest */

/* A thing to look at, and how late it is. */
typedef struct
{
  RelmRecord *record; /* unowned */
  int days_late;
  gboolean blocked;
} Item;

static void
collect (GArray *items,
         RelmProject *project,
         RelmRecordList *list,
         RelmRecord *release,
         RelmDate today)
{
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      const Item item = { record, relm_plan_get_days_late (record, today), relm_plan_is_blocked (record) };

      if (relm_plan_is_done (record) || (item.days_late == 0 && !item.blocked))
        continue;
      if (release == NULL || relm_plan_get_release (project, record) == release)
        g_array_append_val (items, item);
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *one = a;
  const Item *other = b;

  return one->days_late != other->days_late ? other->days_late - one->days_late : (int) other->blocked - (int) one->blocked;
}

/* What is late first, then what is blocked. The release has its own rows. */
static GArray *
find_items (RelmProject *project,
            RelmRecord *release,
            RelmDate today)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);

      if (relm_record_list_get_record_type (list) != RELM_TYPE_RELEASE)
        collect (items, project, list, release, today);
    }
  g_array_sort (items, compare_items);
  return items;
}

static char *
dup_subtitle (RelmProject *project,
              const Item *item,
              gboolean with_release)
{
  RelmRecord *release = with_release ? relm_plan_get_release (project, item->record) : NULL;
  g_autofree char *version = release != NULL ? relm_record_dup_display_title (release) : NULL;
  const char *what = item->blocked ? relm_plan_get_state_label (item->record) : _ (relm_record_get_kind (item->record)->label);

  return relm_text_join_facts ((const char *const[]){ what, version }, 2);
}

static void
add_item (GtkWidget *group,
          RelmViewState *view_state,
          RelmProject *project,
          const Item *item,
          gboolean with_release)
{
  g_autofree char *title = relm_record_dup_display_title (item->record);
  g_autofree char *subtitle = dup_subtitle (project, item, with_release);
  g_autofree char *words = NULL;
  AdwActionRow *row = relm_overview_row_new (group, title, subtitle);

  relm_overview_row_set_icon (row, item->blocked ? "action-unavailable-symbolic" : "alarm-symbolic", "error");
  if (item->days_late > 0)
    {
      words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) item->days_late),
                               item->days_late);
      relm_overview_row_add_words (row, words, "error");
    }
  relm_overview_row_select (row, view_state, item->record);
}

/* What the schedule finds: what cannot be as it is planned. They are the schedule's, until something changes. */
static GPtrArray *
find_problems (RelmViewState *view_state,
               RelmProject *project,
               RelmRecord *release)
{
  g_autoptr (GPtrArray) all = relm_plan_schedule_list_problems (relm_view_state_get_schedule (view_state));
  GPtrArray *problems = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      RelmPlanProblem *problem = g_ptr_array_index (all, i);

      if (release == NULL || relm_plan_get_release (project, problem->record) == release)
        g_ptr_array_add (problems, problem);
    }
  return problems;
}

static void
add_problem (GtkWidget *group,
             RelmViewState *view_state,
             const RelmPlanProblem *problem)
{
  AdwActionRow *row = relm_overview_row_new (group, problem->text, NULL);

  adw_action_row_set_title_lines (row, 0);
  relm_overview_row_set_icon (row, "dialog-warning-symbolic", "warning");
  relm_overview_row_select (row, view_state, problem->record);
}

/* Risks and issues that weigh much, and those that somebody wanted to look at again by now. */
static GPtrArray *
find_risks (RelmProject *project,
            RelmRecord *release,
            RelmDate today)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_RAID_ITEM);
  GPtrArray *risks = g_ptr_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *risk = relm_record_list_get (list, i);

      if ((relm_exposure_get (risk) == RELM_EXPOSURE_SERIOUS || relm_exposure_is_review_due (risk, today)) &&
          (release == NULL || relm_plan_get_release (project, risk) == release))
        g_ptr_array_add (risks, risk);
    }
  return risks;
}

static void
add_risk (GtkWidget *group,
          RelmViewState *view_state,
          RelmRecord *risk,
          RelmDate today)
{
  const RelmExposure exposure = relm_exposure_get (risk);
  const RelmField *kind = &relm_record_get_kind (risk)->fields[RELM_RAID_ITEM_KIND];
  g_autofree char *title = relm_record_dup_display_title (risk);
  g_autofree char *what = relm_text_display_title (relm_field_get_choice_label (kind, relm_record_get_string (risk, RELM_RAID_ITEM_KIND)));
  g_autofree char *subtitle =
    relm_text_join_facts ((const char *const[]){ what, relm_exposure_is_review_due (risk, today) ? _ ("To be looked at again") : NULL }, 2);
  AdwActionRow *row = relm_overview_row_new (group, title, subtitle);

  relm_overview_row_set_icon (row, "dialog-warning-symbolic", exposure == RELM_EXPOSURE_SERIOUS ? "error" : "warning");
  if (exposure != RELM_EXPOSURE_UNKNOWN)
    relm_overview_row_add_words (row, relm_exposure_get_label (exposure), exposure == RELM_EXPOSURE_SERIOUS ? "error" : NULL);
  relm_overview_row_select (row, view_state, risk);
}

/**
 * relm_overview_attention_fill:
 * @box: where a group is appended, if there is anything
 * @release: (nullable): of which release; %NULL for all
 * @today: what today is
 */
void
relm_overview_attention_fill (GtkBox *box,
                              RelmViewState *view_state,
                              RelmProject *project,
                              RelmRecord *release,
                              RelmDate today)
{
  g_autoptr (GArray) items = find_items (project, release, today);
  g_autoptr (GPtrArray) problems = find_problems (view_state, project, release);
  g_autoptr (GPtrArray) risks = find_risks (project, release, today);
  const guint n = risks->len + problems->len + items->len;
  const guint n_risks = MIN (risks->len, RISKS_SHOWN);
  const guint n_problems = MIN (problems->len, MAX_SHOWN - n_risks);
  GtkWidget *group;
  guint n_shown;

  if (n == 0)
    return;
  group = relm_overview_group_new (box, _ ("Needs Attention"));
  for (guint i = 0; i < n_risks; i++)
    add_risk (group, view_state, risks->pdata[i], today);
  for (guint i = 0; i < n_problems; i++)
    add_problem (group, view_state, g_ptr_array_index (problems, i));
  for (guint i = 0; i < MIN (items->len, MAX_SHOWN - n_risks - n_problems); i++)
    add_item (group, view_state, project, &g_array_index (items, Item, i), release == NULL);
  n_shown = n_risks + n_problems + MIN (items->len, MAX_SHOWN - n_risks - n_problems);
  if (n > n_shown)
    relm_overview_row_add_more (group, n - n_shown);
}
