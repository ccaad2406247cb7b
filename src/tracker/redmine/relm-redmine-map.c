/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-item-state.h"
#include "relm-redmine-map.h"

static char *
dup_name (const RelmJsonValue *object,
          const char *member)
{
  return g_strdup (relm_json_get_string (relm_json_get_object (object, member), "name"));
}

static char **
dup_single (const RelmJsonValue *object,
            const char *member,
            const char *inner)
{
  const RelmJsonValue *single = relm_json_get_object (object, member);
  g_autofree char *number = relm_json_dup_number (single, inner);
  const char *text = number != NULL ? number : relm_json_get_string (single, inner);
  const char *const strings[] = { text, NULL };

  return text != NULL ? g_strdupv ((char **) strings) : NULL;
}

/* Those who are not members, or not any more, are in no list, but in what they wrote. */
static char *
add_person (const RelmTrackerAddress *address,
            const RelmJsonValue *object,
            const char *member,
            RelmMirrorPage *page)
{
  const RelmJsonValue *user = relm_json_get_object (object, member);
  char *key = relm_json_dup_number (user, "id");
  g_autofree char *url = key != NULL ? g_strdup_printf ("%s/users/%s", address->base, key) : NULL;

  relm_json_rows_add_person (page, key, relm_json_get_string (user, "name"), url);
  return key;
}

/* Before Redmine 5.0 a state does not say whether it is an end; what was closed and is open again has such a time, too. */
static gboolean
is_closed (const RelmJsonValue *object)
{
  const RelmJsonValue *status = relm_json_get_object (object, "status");

  if (relm_json_has_boolean (status, "is_closed"))
    return relm_json_get_boolean (status, "is_closed");
  return relm_json_get_time (object, "closed_on") > 0;
}

static void
map_state (const RelmJsonValue *object,
           RelmMirrorItem *item)
{
  item->raw_state = dup_name (object, "status");
  item->state = relm_item_state_of_words (item->raw_state, is_closed (object));
  if (item->state == RELM_MIRROR_ITEM_OPEN && relm_json_get_number (object, "done_ratio") > 0)
    item->state = RELM_MIRROR_ITEM_IN_PROGRESS;
  if (item->state == RELM_MIRROR_ITEM_DONE || item->state == RELM_MIRROR_ITEM_DROPPED)
    item->closed = relm_json_get_time (object, "closed_on");
}

/**
 * relm_redmine_map_issue:
 * @address: the project
 * @object: an object with issues
 * @page: gets the row
 *
 * https://www.redmine.org/projects/redmine/wiki/Rest_Issues
 */
void
relm_redmine_map_issue (const RelmTrackerAddress *address,
                        const RelmJsonValue *object,
                        RelmMirrorPage *page)
{
  g_autofree char *number = relm_json_dup_number (object, "id");
  g_autofree char *assignee = NULL;
  RelmMirrorItem *item;

  if (number == NULL)
    return;
  item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);
  item->key = g_strconcat ("#", number, NULL);
  item->kind = RELM_MIRROR_ITEM_ISSUE;
  map_state (object, item);
  item->type = dup_name (object, "tracker");
  item->priority = dup_name (object, "priority");
  item->title = g_strdup (relm_json_get_string (object, "subject"));
  item->author = add_person (address, object, "author", page);
  assignee = add_person (address, object, "assigned_to", page);
  item->assignees = dup_single (object, "assigned_to", "id");
  item->labels = dup_single (object, "category", "name");
  item->milestone = relm_json_dup_number (relm_json_get_object (object, "fixed_version"), "id");
  item->created = relm_json_get_time (object, "created_on");
  item->updated = relm_json_get_time (object, "updated_on");
  item->due = relm_json_get_date (object, "due_date");
  item->url = g_strdup_printf ("%s/issues/%s", address->base, number);
}

/**
 * relm_redmine_map_version:
 * @address: the project
 * @object: an object with versions
 * @page: gets the row
 *
 * https://www.redmine.org/projects/redmine/wiki/Rest_Versions
 */
void
relm_redmine_map_version (const RelmTrackerAddress *address,
                          const RelmJsonValue *object,
                          RelmMirrorPage *page)
{
  g_autofree char *key = relm_json_dup_number (object, "id");
  RelmMirrorMilestone *milestone;

  if (key == NULL)
    return;
  milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  milestone->url = g_strdup_printf ("%s/versions/%s", address->base, key);
  milestone->key = g_steal_pointer (&key);
  milestone->title = g_strdup (relm_json_get_string (object, "name"));
  milestone->closed = g_strcmp0 (relm_json_get_string (object, "status"), "closed") == 0;
  milestone->due = relm_json_get_date (object, "due_date");
  milestone->updated = relm_json_get_time (object, "updated_on");
  milestone->description = g_strdup (relm_json_get_string (object, "description"));
}

/**
 * relm_redmine_map_membership:
 * @address: the project
 * @object: an object with memberships
 * @page: gets the row
 *
 * Groups are members as well.
 *
 * https://www.redmine.org/projects/redmine/wiki/Rest_Memberships
 */
void
relm_redmine_map_membership (const RelmTrackerAddress *address,
                             const RelmJsonValue *object,
                             RelmMirrorPage *page)
{
  g_free (add_person (address, object, "user", page));
}
