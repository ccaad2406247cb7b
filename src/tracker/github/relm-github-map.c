/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-closing-words.h"
#include "relm-github-map.h"

static gboolean
is_dropped (const RelmJsonValue *object)
{
  const char *reason = relm_json_get_string (object, "state_reason");

  return g_strcmp0 (reason, "not_planned") == 0 || g_strcmp0 (reason, "duplicate") == 0;
}

/**
 * relm_github_map_add_item:
 * @object: an issue or a pull request, which share their numbers
 * @page: gets the row
 * @kind: which of them it is
 * @milestone_id: the member of a milestone that is its key
 *
 * What issues and pull requests have in common, also at Gitea.
 *
 * Returns: (transfer none) (nullable): the row; %NULL when @object is neither
 */
RelmMirrorItem *
relm_github_map_add_item (const RelmJsonValue *object,
                          RelmMirrorPage *page,
                          RelmMirrorItemKind kind,
                          const char *milestone_id)
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
  item->milestone = relm_json_dup_number (relm_json_get_object (object, "milestone"), milestone_id);
  item->created = relm_json_get_time (object, "created_at");
  item->updated = relm_json_get_time (object, "updated_at");
  item->closed = relm_json_get_time (object, "closed_at");
  item->url = g_strdup (relm_json_get_string (object, "html_url"));
  return item;
}

/**
 * relm_github_map_set_outcome:
 * @item: the row of a pull request
 * @object: the pull request
 * @merged: whether it was merged, which services say each in their own way
 *
 * Where a pull request goes, and what became of it, also at Gitea.
 */
void
relm_github_map_set_outcome (RelmMirrorItem *item,
                             const RelmJsonValue *object,
                             gboolean merged)
{
  if (merged)
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
 * relm_github_map_add_milestone:
 * @object: a milestone
 * @page: gets the row
 * @id: its member that is its key
 *
 * What a milestone has, also at Gitea; but not its address, which Gitea does not tell.
 *
 * Returns: (transfer none) (nullable): the row; %NULL when it has no key
 */
RelmMirrorMilestone *
relm_github_map_add_milestone (const RelmJsonValue *object,
                               RelmMirrorPage *page,
                               const char *id)
{
  g_autofree char *key = relm_json_dup_number (object, id);
  RelmMirrorMilestone *milestone;

  if (key == NULL)
    return NULL;
  milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  milestone->key = g_steal_pointer (&key);
  milestone->title = g_strdup (relm_json_get_string (object, "title"));
  milestone->closed = g_strcmp0 (relm_json_get_string (object, "state"), "closed") == 0;
  milestone->due = relm_json_get_date (object, "due_on");
  milestone->updated = relm_json_get_time (object, "updated_at");
  milestone->description = g_strdup (relm_json_get_string (object, "description"));
  return milestone;
}

/**
 * relm_github_map_issue:
 * @address: the project
 * @object: one of the array of issues and pull requests
 * @page: gets the row
 *
 * https://docs.github.com/rest/issues/issues#list-repository-issues
 */
void
relm_github_map_issue (const RelmTrackerAddress *address,
                       const RelmJsonValue *object,
                       RelmMirrorPage *page)
{
  RelmMirrorItem *item;

  if (relm_json_get_object (object, "pull_request") != NULL)
    return;
  item = relm_github_map_add_item (object, page, RELM_MIRROR_ITEM_ISSUE, "number");
  if (item == NULL)
    return;
  item->type = g_strdup (relm_json_get_string (relm_json_get_object (object, "type"), "name"));
  if (item->state == RELM_MIRROR_ITEM_DONE && is_dropped (object))
    item->state = RELM_MIRROR_ITEM_DROPPED;
}

/**
 * relm_github_map_pull:
 * @address: the project
 * @object: one of the array of pull requests
 * @page: gets the row
 *
 * https://docs.github.com/rest/pulls/pulls#list-pull-requests
 */
void
relm_github_map_pull (const RelmTrackerAddress *address,
                      const RelmJsonValue *object,
                      RelmMirrorPage *page)
{
  RelmMirrorItem *item = relm_github_map_add_item (object, page, RELM_MIRROR_ITEM_MERGE_REQUEST, "number");

  if (item != NULL)
    relm_github_map_set_outcome (item, object, relm_json_get_time (object, "merged_at") > 0);
}

/**
 * relm_github_map_milestone:
 * @address: the project
 * @object: one of the array of milestones
 * @page: gets the row
 *
 * https://docs.github.com/rest/issues/milestones#list-milestones
 */
void
relm_github_map_milestone (const RelmTrackerAddress *address,
                           const RelmJsonValue *object,
                           RelmMirrorPage *page)
{
  RelmMirrorMilestone *milestone = relm_github_map_add_milestone (object, page, "number");

  if (milestone != NULL)
    milestone->url = g_strdup (relm_json_get_string (object, "html_url"));
}

/**
 * relm_github_map_release:
 * @address: the project
 * @object: one of the array of releases
 * @page: gets the row
 *
 * https://docs.github.com/rest/releases/releases#list-releases
 */
void
relm_github_map_release (const RelmTrackerAddress *address,
                         const RelmJsonValue *object,
                         RelmMirrorPage *page)
{
  const char *tag = relm_json_get_string (object, "tag_name");
  RelmMirrorPublication *publication;

  if (tag == NULL)
    return;
  publication = relm_mirror_page_add (page, RELM_MIRROR_PUBLICATIONS);
  publication->key = g_strdup (tag);
  publication->name = g_strdup (relm_json_get_string (object, "name"));
  publication->published = relm_json_get_time (object, "published_at");
  publication->draft = relm_json_get_boolean (object, "draft");
  publication->prerelease = relm_json_get_boolean (object, "prerelease");
  publication->url = g_strdup (relm_json_get_string (object, "html_url"));
}

/**
 * relm_github_map_person:
 * @address: the project
 * @object: one of the array of users
 * @page: gets the row
 *
 * https://docs.github.com/rest/issues/assignees#list-assignees
 */
void
relm_github_map_person (const RelmTrackerAddress *address,
                        const RelmJsonValue *object,
                        RelmMirrorPage *page)
{
  relm_json_rows_add_person (page, relm_json_get_string (object, "login"), NULL, relm_json_get_string (object, "html_url"));
}
