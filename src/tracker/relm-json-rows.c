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
                    JsonNode *root,
                    const char *member,
                    RelmMirrorPage *page,
                    RelmJsonRowFunc map)
{
  JsonArray *array = relm_json_get_array (root, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = relm_json_get_element (array, i);

      if (object != NULL)
        map (address, object, page);
    }
  return array != NULL;
}
