/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-json-rows.h"

/**
 * relm_json_rows_map:
 * @address: the project
 * @root: (nullable): what the server said
 * @member: (nullable): where in it the array is; %NULL when it is the array
 * @page: gets the rows
 * @map: called for each object in the array
 *
 * Returns: whether there was such an array
 */
gboolean
relm_json_rows_map (const RelmTrackerAddress *address,
                    const RelmJsonValue *root,
                    const char *member,
                    RelmMirrorPage *page,
                    RelmJsonRowFunc map)
{
  const RelmJsonValue *array = relm_json_get_array (root, member);

  for (const RelmJsonValue *value = relm_json_value_get_first (array); value != NULL; value = relm_json_value_get_next (array, value))
    if (value->type == RELM_JSON_VALUE_OBJECT)
      map (address, value, page);
  return array != NULL;
}

/**
 * relm_json_rows_map_label:
 * @address: the project
 * @object: one of the array of labels, or of what a service has in their place
 * @page: gets the row
 *
 * What all services call the parts of a label; not all have all of them, and some write the colour without “#”.
 *
 * https://docs.github.com/rest/issues/labels#list-labels-for-a-repository
 * https://docs.gitlab.com/api/labels/#list-labels
 * https://www.redmine.org/projects/redmine/wiki/Rest_IssueCategories
 */
void
relm_json_rows_map_label (const RelmTrackerAddress *address,
                          const RelmJsonValue *object,
                          RelmMirrorPage *page)
{
  const char *name = relm_json_get_string (object, "name");
  const char *colour = relm_json_get_string (object, "color");
  RelmMirrorLabel *label;

  if (name == NULL)
    return;
  label = relm_mirror_page_add (page, RELM_MIRROR_LABELS);
  label->key = g_strdup (name);
  label->colour = colour != NULL ? g_strconcat (*colour == '#' ? "" : "#", colour, NULL) : NULL;
  label->description = g_strdup (relm_json_get_string (object, "description"));
}

/**
 * relm_json_rows_add_person:
 * @page: gets the row
 * @key: (nullable): what the service knows the person by; without it there is none
 * @name: (nullable): of the person
 * @url: (nullable): about the person
 */
void
relm_json_rows_add_person (RelmMirrorPage *page,
                           const char *key,
                           const char *name,
                           const char *url)
{
  RelmMirrorPerson *person;

  if (key == NULL)
    return;
  person = relm_mirror_page_add (page, RELM_MIRROR_PEOPLE);
  person->key = g_strdup (key);
  person->name = g_strdup (name);
  person->url = g_strdup (url);
}
