/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-item-state.h"
#include "relm-jira-map.h"

/* In the cloud people have an id, elsewhere a name. */
static const char *
get_person_key (const RelmJsonValue *person)
{
  const char *id = relm_json_get_string (person, "accountId");

  return id != NULL ? id : relm_json_get_string (person, "name");
}

/* Those who cannot be given anything are in no list, but in what they wrote. */
static char *
add_person (const RelmJsonValue *object,
            RelmMirrorPage *page)
{
  const char *key = get_person_key (object);

  relm_json_rows_add_person (page, key, relm_json_get_string (object, "displayName"), NULL);
  return g_strdup (key);
}

static char *
dup_name (const RelmJsonValue *fields,
          const char *member)
{
  return g_strdup (relm_json_get_string (relm_json_get_object (fields, member), "name"));
}

/* Each state is of one of three categories, whatever it is called. */
static void
map_state (const RelmJsonValue *fields,
           RelmMirrorItem *item)
{
  const RelmJsonValue *status = relm_json_get_object (fields, "status");
  const char *category = relm_json_get_string (relm_json_get_object (status, "statusCategory"), "key");
  const char *resolution = relm_json_get_string (relm_json_get_object (fields, "resolution"), "name");

  item->raw_state = dup_name (fields, "status");
  if (g_strcmp0 (category, "done") == 0)
    {
      item->state = relm_item_state_of_words (resolution != NULL ? resolution : item->raw_state, TRUE);
      item->closed = relm_json_get_time (fields, "resolutiondate");
    }
  else
    item->state = g_strcmp0 (category, "indeterminate") == 0 ? RELM_MIRROR_ITEM_IN_PROGRESS : RELM_MIRROR_ITEM_OPEN;
}

/* The first version that it is fixed in. */
static char *
dup_version (const RelmJsonValue *fields)
{
  const RelmJsonValue *versions = relm_json_get_array (fields, "fixVersions");

  return g_strdup (relm_json_get_string (relm_json_value_get_first (versions), "id"));
}

static void
map_people (const RelmJsonValue *fields,
            RelmMirrorItem *item,
            RelmMirrorPage *page)
{
  g_autofree char *assignee = add_person (relm_json_get_object (fields, "assignee"), page);
  const char *const assignees[] = { assignee, NULL };

  item->author = add_person (relm_json_get_object (fields, "reporter"), page);
  item->assignees = assignee != NULL ? g_strdupv ((char **) assignees) : NULL;
}

/**
 * relm_jira_map_issue:
 * @address: the project
 * @object: an object with issues
 * @page: gets the row
 *
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/
 */
void
relm_jira_map_issue (const RelmTrackerAddress *address,
                     const RelmJsonValue *object,
                     RelmMirrorPage *page)
{
  const char *key = relm_json_get_string (object, "key");
  const RelmJsonValue *fields = relm_json_get_object (object, "fields");
  RelmMirrorItem *item;

  if (key == NULL || fields == NULL)
    return;
  item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);
  item->key = g_strdup (key);
  item->kind = RELM_MIRROR_ITEM_ISSUE;
  map_state (fields, item);
  item->type = dup_name (fields, "issuetype");
  item->priority = dup_name (fields, "priority");
  item->title = g_strdup (relm_json_get_string (fields, "summary"));
  map_people (fields, item, page);
  item->labels = relm_json_dup_strings (fields, "labels", NULL);
  item->milestone = dup_version (fields);
  item->created = relm_json_get_time (fields, "created");
  item->updated = relm_json_get_time (fields, "updated");
  item->due = relm_json_get_date (fields, "duedate");
  item->url = g_strdup_printf ("%.*s/browse/%s", (int) (strlen (address->web) - strlen ("/browse/") - strlen (address->project)),
                               address->web, key);
}

/**
 * relm_jira_map_version:
 * @address: the project
 * @object: one of the array of versions
 * @page: gets the row
 *
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-versions/
 */
void
relm_jira_map_version (const RelmTrackerAddress *address,
                       const RelmJsonValue *object,
                       RelmMirrorPage *page)
{
  const char *key = relm_json_get_string (object, "id");
  RelmMirrorMilestone *milestone;

  if (key == NULL)
    return;
  milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  milestone->key = g_strdup (key);
  milestone->title = g_strdup (relm_json_get_string (object, "name"));
  milestone->closed = relm_json_get_boolean (object, "released") || relm_json_get_boolean (object, "archived");
  milestone->start = relm_json_get_date (object, "startDate");
  milestone->due = relm_json_get_date (object, "releaseDate");
  milestone->description = g_strdup (relm_json_get_string (object, "description"));
}

/**
 * relm_jira_map_person:
 * @address: the project
 * @object: one of the array of users
 * @page: gets the row
 *
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/
 */
void
relm_jira_map_person (const RelmTrackerAddress *address,
                      const RelmJsonValue *object,
                      RelmMirrorPage *page)
{
  g_free (add_person (object, page));
}
