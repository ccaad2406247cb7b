/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "github/relm-github-map.h"
#include "relm-gitea-map.h"

/* As GitHub's; milestones are known by their ids, and items may be due. Returns NULL when it is none. */
static RelmMirrorItem *
add_item (const RelmJsonValue *object,
          RelmMirrorPage *page,
          RelmMirrorItemKind kind)
{
  RelmMirrorItem *item = relm_github_map_add_item (object, page, kind, "id");

  if (item != NULL)
    item->due = relm_json_get_date (object, "due_date");
  return item;
}

/**
 * relm_gitea_map_issue:
 * @address: the project
 * @object: one of the array of issues
 * @page: gets the row
 *
 * A server that does not know the parameter “type” gives pull requests as well; they have a list of their own.
 *
 * https://docs.gitea.com/api/ (issueListIssues)
 */
void
relm_gitea_map_issue (const RelmTrackerAddress *address,
                      const RelmJsonValue *object,
                      RelmMirrorPage *page)
{
  if (relm_json_get_object (object, "pull_request") == NULL)
    add_item (object, page, RELM_MIRROR_ITEM_ISSUE);
}

/**
 * relm_gitea_map_pull:
 * @address: the project
 * @object: one of the array of pull requests
 * @page: gets the row
 *
 * https://docs.gitea.com/api/ (repoListPullRequests)
 */
void
relm_gitea_map_pull (const RelmTrackerAddress *address,
                     const RelmJsonValue *object,
                     RelmMirrorPage *page)
{
  RelmMirrorItem *item = add_item (object, page, RELM_MIRROR_ITEM_MERGE_REQUEST);

  if (item != NULL)
    relm_github_map_set_outcome (item, object, relm_json_get_boolean (object, "merged"));
}

/**
 * relm_gitea_map_milestone:
 * @address: the project
 * @object: one of the array of milestones
 * @page: gets the row
 *
 * https://docs.gitea.com/api/ (issueGetMilestonesList)
 */
void
relm_gitea_map_milestone (const RelmTrackerAddress *address,
                          const RelmJsonValue *object,
                          RelmMirrorPage *page)
{
  RelmMirrorMilestone *milestone = relm_github_map_add_milestone (object, page, "id");

  if (milestone != NULL)
    milestone->url = g_strdup_printf ("%s/milestone/%s", address->web, milestone->key);
}

/**
 * relm_gitea_map_person:
 * @address: the project
 * @object: one of the array of users
 * @page: gets the row
 *
 * https://docs.gitea.com/api/ (repoGetAssignees)
 */
void
relm_gitea_map_person (const RelmTrackerAddress *address,
                       const RelmJsonValue *object,
                       RelmMirrorPage *page)
{
  relm_json_rows_add_person (page, relm_json_get_string (object, "login"), relm_json_get_string (object, "full_name"),
                             relm_json_get_string (object, "html_url"));
}
