/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <gio/gio.h>

#include "relm-source.h"
#include "relm-tracker-address.h"
#include "relm-tracker-mirror.h"

/**
 * relm_tracker_mirror_open:
 * @source: a source of the plan
 *
 * Returns: (transfer full) (nullable): what the tracker said; %NULL when it is none, or was never read
 */
RelmMirrorTracker *
relm_tracker_mirror_open (RelmRecord *source)
{
  const char *location = relm_record_get_string (source, RELM_SOURCE_LOCATION);
  g_autoptr (RelmTrackerAddress) address = NULL;
  g_autofree char *path = NULL;

  if (location == NULL || g_strcmp0 (relm_record_get_string (source, RELM_SOURCE_KIND), "tracker") != 0)
    return NULL;
  address = relm_tracker_address_new (location, relm_record_get_string (source, RELM_SOURCE_SERVICE), NULL);
  path = address != NULL ? relm_tracker_address_dup_mirror_path (address, NULL) : NULL;
  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? relm_mirror_tracker_open (path, NULL) : NULL;
}
