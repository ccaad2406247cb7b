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
