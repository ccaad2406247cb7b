/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-repository-follow.h"
#include "relm-repository-location.h"
#include "relm-source.h"

/* A folder that was chosen before the project had a place is named whole. */
static GFile *
find_absolute (const char *location)
{
  if (g_path_is_absolute (location))
    return g_file_new_for_path (location);
  return g_str_has_prefix (location, "file://") ? g_file_new_for_uri (location) : NULL;
}

/* A folder that is named from where the file was; NULL for an address, and for what never led anywhere. */
static GFile *
find_relative (const char *location,
               GFile *before)
{
  g_autofree char *scheme = g_uri_parse_scheme (location);
  g_autoptr (GFile) base = g_file_get_parent (before);
  g_autoptr (GFile) folder = NULL;

  if (scheme != NULL || base == NULL || g_path_is_absolute (location))
    return NULL;
  folder = g_file_resolve_relative_path (base, location);
  return g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY ? g_steal_pointer (&folder) : NULL;
}

/* Returns: (transfer full) (nullable): what the source says from now on; %NULL: the same */
static char *
dup_location (RelmRecord *source,
              GFile *file,
              GFile *before)
{
  const char *location = relm_record_get_string (source, RELM_SOURCE_LOCATION);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *result = NULL;

  if (location == NULL || g_strcmp0 (relm_record_get_string (source, RELM_SOURCE_KIND), "repository") != 0)
    return NULL;
  folder = before != NULL ? find_relative (location, before) : find_absolute (location);
  if (folder == NULL)
    return NULL;
  result = relm_repository_location_for_folder (file, folder);
  return g_str_equal (result, location) ? NULL : g_steal_pointer (&result);
}

/**
 * relm_repository_follow:
 * @document: a document that was just saved under another name
 * @before: (nullable): where its file was; %NULL if it had none
 *
 * Names the project's folders from where its file is now: the file and a repository near it are cloned together on another
 * computer. What is far from the file, and what a person named whole though the file had a place, stays as it is. One step
 * of undo; the caller saves it.
 *
 * Returns: whether anything changed
 */
gboolean
relm_repository_follow (RelmDocument *document,
                        GFile *before)
{
  RelmRecordList *sources = relm_project_get_list (relm_document_get_project (document), RELM_TYPE_SOURCE);
  GFile *file = relm_document_get_file (document);
  gboolean changed = FALSE;

  g_return_val_if_fail (file != NULL, FALSE);

  for (guint i = 0; i < relm_record_list_get_size (sources); i++)
    {
      RelmRecord *source = relm_record_list_get (sources, i);
      g_autofree char *location = dup_location (source, file, before);

      if (location == NULL)
        continue;
      if (!changed)
        relm_document_edit_begin (document, _ ("Name Repository From Here"));
      changed = TRUE;
      relm_document_set_string (document, source, RELM_SOURCE_LOCATION, location, NULL);
    }
  if (changed)
    relm_document_edit_end (document);
  return changed;
}
