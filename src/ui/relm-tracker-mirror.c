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

/**
 * relm_tracker_mirror_list:
 * @document: a document
 *
 * Returns: (transfer full) (element-type RelmWorkTracker): the trackers of its project, and where each would be mirrored
 */
GPtrArray *
relm_tracker_mirror_list (RelmDocument *document)
{
  GListModel *links = G_LIST_MODEL (relm_source_set_get (document));
  GPtrArray *trackers = relm_work_tracker_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (RelmSourceLink) link = g_list_model_get_item (links, i);
      RelmRecord *record = relm_source_link_get_record (link);
      const char *path =
        relm_source_link_get_address (link) != NULL ? relm_remote_get_mirror_path (relm_source_link_get_remote (link)) : NULL;

      if (g_strcmp0 (relm_record_get_string (record, RELM_SOURCE_KIND), "tracker") == 0)
        relm_work_tracker_array_add (trackers, relm_record_get_id (record), path);
    }
  return trackers;
}
