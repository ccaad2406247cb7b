/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-closing-words.h"
#include "relm-gitlab-map.h"

/* What issues and merge requests have in common. Returns NULL when it is neither. */
static RelmMirrorItem *
add_item (const RelmJsonValue *object,
          RelmMirrorPage *page,
          RelmMirrorItemKind kind)
{
  g_autofree char *number = relm_json_dup_number (object, "iid");
  RelmMirrorItem *item;

  if (number == NULL)
    return NULL;
  item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);
  item->key = g_strconcat (kind == RELM_MIRROR_ITEM_ISSUE ? "#" : "!", number, NULL);
  item->kind = kind;
  item->title = g_strdup (relm_json_get_string (object, "title"));
  item->raw_state = g_strdup (relm_json_get_string (object, "state"));
  item->author = g_strdup (relm_json_get_string (relm_json_get_object (object, "author"), "username"));
  item->assignees = relm_json_dup_strings (object, "assignees", "username");
  item->labels = relm_json_dup_strings (object, "labels", NULL);
  item->milestone = relm_json_dup_number (relm_json_get_object (object, "milestone"), "id");
  item->created = relm_json_get_time (object, "created_at");
  item->updated = relm_json_get_time (object, "updated_at");
  item->closed = relm_json_get_time (object, "closed_at");
  item->due = relm_json_get_date (object, "due_date");
  item->url = g_strdup (relm_json_get_string (object, "web_url"));
  return item;
}

/* It lives on elsewhere. */
static gboolean
is_dropped (const RelmJsonValue *object)
{
  return relm_json_get_number (object, "moved_to_id") > 0 ||
         relm_json_get_string (relm_json_get_object (object, "_links"), "closed_as_duplicate_of") != NULL;
}

/**
 * relm_gitlab_map_issue:
 * @address: the project
 * @object: one of the array of issues
 * @page: gets the row
 *
 * https://docs.gitlab.com/api/issues/#list-project-issues
 */
void
relm_gitlab_map_issue (const RelmTrackerAddress *address,
                       const RelmJsonValue *object,
                       RelmMirrorPage *page)
{
  RelmMirrorItem *item = add_item (object, page, RELM_MIRROR_ITEM_ISSUE);

  if (item == NULL)
    return;
  item->type = g_strdup (relm_json_get_string (object, "issue_type"));
  item->priority = g_strdup (relm_json_get_string (object, "severity"));
  item->state = RELM_MIRROR_ITEM_OPEN;
  if (g_strcmp0 (item->raw_state, "closed") == 0)
    item->state = is_dropped (object) ? RELM_MIRROR_ITEM_DROPPED : RELM_MIRROR_ITEM_DONE;
}

/* What the target branch got: a merge commit; else the one that all were squashed into; else, fast-forward, the last one. */
static char *
dup_merge_commit (const RelmJsonValue *object)
{
  static const char *const members[] = { "merge_commit_sha", "squash_commit_sha", "sha" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (relm_json_get_string (object, members[i]) != NULL)
      return g_strdup (relm_json_get_string (object, members[i]));
  return NULL;
}

/**
 * relm_gitlab_map_merge_request:
 * @address: the project
 * @object: one of the array of merge requests
 * @page: gets the row
 *
 * https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests
 */
void
relm_gitlab_map_merge_request (const RelmTrackerAddress *address,
                               const RelmJsonValue *object,
                               RelmMirrorPage *page)
{
  RelmMirrorItem *item = add_item (object, page, RELM_MIRROR_ITEM_MERGE_REQUEST);

  if (item == NULL)
    return;
  item->state = RELM_MIRROR_ITEM_OPEN;
  if (g_strcmp0 (item->raw_state, "merged") == 0)
    {
      item->state = RELM_MIRROR_ITEM_DONE;
      item->closed = relm_json_get_time (object, "merged_at");
      item->merge_commit = dup_merge_commit (object);
    }
  else if (g_strcmp0 (item->raw_state, "closed") == 0)
    item->state = RELM_MIRROR_ITEM_DROPPED;
  item->branch = g_strdup (relm_json_get_string (object, "target_branch"));
  item->closes = relm_closing_words_dup (relm_json_get_string (object, "description"));
}

/**
 * relm_gitlab_map_milestone:
 * @address: the project
 * @object: one of the array of milestones, of the project and of the groups that it is in
 * @page: gets the row
 *
 * Those of a group have numbers of their own, so that only the id is unique.
 *
 * https://docs.gitlab.com/api/milestones/#list-project-milestones
 */
void
relm_gitlab_map_milestone (const RelmTrackerAddress *address,
                           const RelmJsonValue *object,
                           RelmMirrorPage *page)
{
  g_autofree char *key = relm_json_dup_number (object, "id");
  RelmMirrorMilestone *milestone;

  if (key == NULL)
    return;
  milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  milestone->key = g_steal_pointer (&key);
  milestone->title = g_strdup (relm_json_get_string (object, "title"));
  milestone->closed = g_strcmp0 (relm_json_get_string (object, "state"), "closed") == 0;
  milestone->start = relm_json_get_date (object, "start_date");
  milestone->due = relm_json_get_date (object, "due_date");
  milestone->updated = relm_json_get_time (object, "updated_at");
  milestone->description = g_strdup (relm_json_get_string (object, "description"));
  milestone->url = g_strdup (relm_json_get_string (object, "web_url"));
}

static char **
dup_milestones (const RelmJsonValue *object)
{
  const RelmJsonValue *array = relm_json_get_array (object, "milestones");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;

  for (const RelmJsonValue *value = relm_json_value_get_first (array); value != NULL; value = relm_json_value_get_next (array, value))
    {
      g_autofree char *key = relm_json_dup_number (value, "id");

      if (key != NULL)
        g_strv_builder_take (builder, g_steal_pointer (&key));
    }
  keys = g_strv_builder_end (builder);
  return keys[0] != NULL ? g_steal_pointer (&keys) : NULL;
}

/**
 * relm_gitlab_map_release:
 * @address: the project
 * @object: one of the array of releases
 * @page: gets the row
 *
 * https://docs.gitlab.com/api/releases/#list-releases
 */
void
relm_gitlab_map_release (const RelmTrackerAddress *address,
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
  publication->published = relm_json_get_time (object, "released_at");
  publication->draft = relm_json_get_boolean (object, "upcoming_release");
  publication->url = g_strdup (relm_json_get_string (relm_json_get_object (object, "_links"), "self"));
  publication->milestones = dup_milestones (object);
}

/**
 * relm_gitlab_map_member:
 * @address: the project
 * @object: one of the array of members, of the project and of the groups that it is in
 * @page: gets the row
 *
 * https://docs.gitlab.com/api/members/
 */
void
relm_gitlab_map_member (const RelmTrackerAddress *address,
                        const RelmJsonValue *object,
                        RelmMirrorPage *page)
{
  relm_json_rows_add_person (page, relm_json_get_string (object, "username"), relm_json_get_string (object, "name"),
                             relm_json_get_string (object, "web_url"));
}
