/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <gio/gio.h>

#include "relm-source-set.h"
#include "relm-source.h"
#include "relm-tracker-mirror.h"

/**
 * relm_tracker_mirror_open:
 * @document: a document
 * @source: a source of its project
 *
 * Returns: (transfer full) (nullable): what the tracker said; %NULL when it is none, or was never read
 */
RelmMirrorTracker *
relm_tracker_mirror_open (RelmDocument *document,
                          RelmRecord *source)
{
  RelmSourceLink *link = relm_source_set_find (relm_source_set_get (document), source);
  const char *path = NULL;

  if (link != NULL && relm_source_link_get_address (link) != NULL)
    path = relm_remote_get_mirror_path (relm_source_link_get_remote (link));
  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? relm_mirror_tracker_open (path, NULL) : NULL;
}
