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

/* What issues and pull requests have in common. Returns NULL when it is neither. */
static RelmMirrorItem *
add_item (const RelmJsonValue *object,
          RelmMirrorPage *page,
          RelmMirrorItemKind kind)
{
  const gint64 number = relm_json_get_number (object, "number");
  const RelmJsonValue *milestone = relm_json_get_object (object, "milestone");
  RelmMirrorItem *item;

  if (number <= 0)
    return NULL;
  item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);
  item->key = g_strdup_printf ("#%" G_GINT64_FORMAT, number);
  item->kind = kind;
  item->title = g_strdup (relm_json_get_string (object, "title"));
  item->raw_state = g_strdup (relm_json_get_string (object, "state"));
  item->state = g_strcmp0 (item->raw_state, "closed") == 0 ? RELM_MIRROR_ITEM_DONE : RELM_MIRROR_ITEM_OPEN;
  item->author = g_strdup (relm_json_get_string (relm_json_get_object (object, "user"), "login"));
  item->assignees = relm_json_dup_strings (object, "assignees", "login");
  item->labels = relm_json_dup_strings (object, "labels", "name");
  if (milestone != NULL)
    item->milestone = g_strdup_printf ("%" G_GINT64_FORMAT, relm_json_get_number (milestone, "number"));
  item->created = relm_json_get_time (object, "created_at");
  item->updated = relm_json_get_time (object, "updated_at");
  item->closed = relm_json_get_time (object, "closed_at");
  item->url = g_strdup (relm_json_get_string (object, "html_url"));
  return item;
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
  item = add_item (object, page, RELM_MIRROR_ITEM_ISSUE);
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
  RelmMirrorItem *item = add_item (object, page, RELM_MIRROR_ITEM_MERGE_REQUEST);
  const gboolean merged = relm_json_get_time (object, "merged_at") > 0;

  if (item == NULL)
    return;
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
  RelmMirrorMilestone *milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);

  milestone->key = g_strdup_printf ("%" G_GINT64_FORMAT, relm_json_get_number (object, "number"));
  milestone->title = g_strdup (relm_json_get_string (object, "title"));
  milestone->closed = g_strcmp0 (relm_json_get_string (object, "state"), "closed") == 0;
  milestone->due = relm_json_get_date (object, "due_on");
  milestone->updated = relm_json_get_time (object, "updated_at");
  milestone->description = g_strdup (relm_json_get_string (object, "description"));
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
