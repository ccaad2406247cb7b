/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-milestone.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-version.h"

/* By date, and what has none last. */
static int
compare_dates (RelmDate a,
               RelmDate b)
{
  if (a == RELM_DATE_NONE || b == RELM_DATE_NONE)
    return (a == RELM_DATE_NONE) - (b == RELM_DATE_NONE);
  return (a > b) - (a < b);
}

static int
compare_versions (RelmRecord *a,
                  RelmRecord *b)
{
  const char *text_a = relm_record_get_string (a, RELM_RELEASE_VERSION);
  const char *text_b = relm_record_get_string (b, RELM_RELEASE_VERSION);
  g_autoptr (RelmVersion) version_a = text_a != NULL ? relm_version_parse_tag (text_a, NULL) : NULL;
  g_autoptr (RelmVersion) version_b = text_b != NULL ? relm_version_parse_tag (text_b, NULL) : NULL;

  if (version_a == NULL || version_b == NULL)
    return 0;
  return relm_version_compare (version_a, version_b);
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return relm_roadmap_compare (*(RelmRecord *const *) a, *(RelmRecord *const *) b);
}

static GPtrArray *
list_releases (RelmProject *project,
               gboolean done)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_RELEASE);
  GPtrArray *releases = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *release = relm_record_list_get (list, i);

      if (relm_plan_is_done (release) == done)
        g_ptr_array_add (releases, g_object_ref (release));
    }
  g_ptr_array_sort (releases, compare_pointers);
  return releases;
}

/**
 * relm_roadmap_compare:
 * @a: a release
 * @b: another one
 *
 * Upcoming releases come first, by date and then by version, those without a date last; then past ones, newest first.
 *
 * Returns: less than, equal to or greater than 0, as sorting functions do
 */
int
relm_roadmap_compare (RelmRecord *a,
                      RelmRecord *b)
{
  const gboolean past_a = relm_plan_is_done (a);
  const gboolean past_b = relm_plan_is_done (b);
  const RelmDate date_a = relm_plan_get_own_span (a).finish;
  const RelmDate date_b = relm_plan_get_own_span (b).finish;
  int order;

  if (past_a != past_b)
    return past_a - past_b;

  order = compare_dates (date_a, date_b);
  if (past_a && date_a != RELM_DATE_NONE && date_b != RELM_DATE_NONE)
    order = -order;
  if (order != 0)
    return order;
  return past_a ? -compare_versions (a, b) : compare_versions (a, b);
}

/**
 * relm_roadmap_list_releases:
 *
 * Returns: (transfer full) (element-type RelmRecord): all releases, upcoming ones first, as relm_roadmap_compare() sorts
 */
GPtrArray *
relm_roadmap_list_releases (RelmProject *project)
{
  GPtrArray *releases = relm_roadmap_list_upcoming (project);

  g_ptr_array_extend_and_steal (releases, relm_roadmap_list_past (project));
  return releases;
}

/**
 * relm_roadmap_list_upcoming:
 *
 * Returns: (transfer full) (element-type RelmRecord): the releases that are still to come, also when they are overdue
 */
GPtrArray *
relm_roadmap_list_upcoming (RelmProject *project)
{
  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  return list_releases (project, FALSE);
}

/**
 * relm_roadmap_list_past:
 *
 * Returns: (transfer full) (element-type RelmRecord): the releases that were made or cancelled, newest first
 */
GPtrArray *
relm_roadmap_list_past (RelmProject *project)
{
  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  return list_releases (project, TRUE);
}

/**
 * relm_roadmap_get_next_milestone:
 * @release: (nullable): whose milestones, or %NULL for all
 *
 * Returns: (transfer none) (nullable): the earliest milestone that is not reached yet, also when it is overdue
 */
RelmRecord *
relm_roadmap_get_next_milestone (RelmProject *project,
                                 RelmRecord *release)
{
  RelmRecordList *list;
  RelmRecord *next = NULL;
  RelmDate next_date = RELM_DATE_MAX;

  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  list = relm_project_get_list (project, RELM_TYPE_MILESTONE);
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *milestone = relm_record_list_get (list, i);
      const RelmDate date = relm_plan_get_own_span (milestone).finish;

      if (date == RELM_DATE_NONE || relm_plan_is_done (milestone) || date >= next_date)
        continue;
      if (release != NULL && relm_plan_get_release (project, milestone) != release)
        continue;
      next = milestone;
      next_date = date;
    }
  return next;
}
