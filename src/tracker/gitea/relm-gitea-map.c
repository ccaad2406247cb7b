/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-closing-words.h"
#include "relm-gitea-map.h"

/* What issues and pull requests, which share their numbers, have in common. Returns NULL when it is neither. */
static RelmMirrorItem *
add_item (const RelmJsonValue *object,
          RelmMirrorPage *page,
          RelmMirrorItemKind kind)
{
  g_autofree char *number = relm_json_dup_number (object, "number");
  RelmMirrorItem *item;

  if (number == NULL)
    return NULL;
  item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);
  item->key = g_strconcat ("#", number, NULL);
  item->kind = kind;
  item->title = g_strdup (relm_json_get_string (object, "title"));
  item->raw_state = g_strdup (relm_json_get_string (object, "state"));
  item->state = g_strcmp0 (item->raw_state, "closed") == 0 ? RELM_MIRROR_ITEM_DONE : RELM_MIRROR_ITEM_OPEN;
  item->author = g_strdup (relm_json_get_string (relm_json_get_object (object, "user"), "login"));
  item->assignees = relm_json_dup_strings (object, "assignees", "login");
  item->labels = relm_json_dup_strings (object, "labels", "name");
  item->milestone = relm_json_dup_number (relm_json_get_object (object, "milestone"), "id");
  item->created = relm_json_get_time (object, "created_at");
  item->updated = relm_json_get_time (object, "updated_at");
  item->closed = relm_json_get_time (object, "closed_at");
  item->due = relm_json_get_date (object, "due_date");
  item->url = g_strdup (relm_json_get_string (object, "html_url"));
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

  if (item == NULL)
    return;
  if (relm_json_get_boolean (object, "merged"))
    {
      item->merge_commit = g_strdup (relm_json_get_string (object, "merge_commit_sha"));
      g_set_str (&item->raw_state, "merged");
    }
  else if (item->state == RELM_MIRROR_ITEM_DONE)
    item->state = RELM_MIRROR_ITEM_DROPPED;
  item->branch = g_strdup (relm_json_get_string (relm_json_get_object (object, "base"), "ref"));
  item->closes = relm_closing_words_dup (relm_json_get_string (object, "body"));
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
  g_autofree char *key = relm_json_dup_number (object, "id");
  RelmMirrorMilestone *milestone;

  if (key == NULL)
    return;
  milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  milestone->url = g_strdup_printf ("%s/milestone/%s", address->web, key);
  milestone->key = g_steal_pointer (&key);
  milestone->title = g_strdup (relm_json_get_string (object, "title"));
  milestone->closed = g_strcmp0 (relm_json_get_string (object, "state"), "closed") == 0;
  milestone->due = relm_json_get_date (object, "due_on");
  milestone->updated = relm_json_get_time (object, "updated_at");
  milestone->description = g_strdup (relm_json_get_string (object, "description"));
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
