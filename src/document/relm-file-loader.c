/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-document-error.h"
#include "relm-file-loader.h"
#include "relm-format.h"

/**
 * relm_file_loader_load:
 * @file: a project's file on this computer
 *
 * Returns: (transfer full): what is in it; %NULL with an error in RELM_DOCUMENT_ERROR or RELM_FORMAT_ERROR
 */
RelmLoadedFile *
relm_file_loader_load (GFile *file,
                       GError **error)
{
  g_autoptr (RelmLoadedFile) self = g_new0 (RelmLoadedFile, 1);
  const char *path = g_file_peek_path (file);
  g_autofree char *name = NULL;
  gint64 version;

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      relm_document_error_set (error, RELM_DOCUMENT_ERROR_NOT_A_FILE,
                               _ ("“%s” is not on this computer. Copy it to a folder of this computer and open it there."), uri);
      return NULL;
    }
  self->snapshot = relm_file_snapshot_read (path, RELM_FORMAT_MAX_SIZE, error);
  if (self->snapshot == NULL)
    return NULL;
  name = g_filename_display_basename (path);
  self->project = relm_format_read (relm_file_snapshot_get_bytes (self->snapshot), name, &version, error);
  if (self->project == NULL)
    return NULL;
  self->is_newer = version > RELM_FORMAT_VERSION;
  self->is_writable = relm_file_snapshot_is_writable (self->snapshot, path);
  return g_steal_pointer (&self);
}

/**
 * relm_loaded_file_free:
 * @self: (transfer full) (nullable): what was loaded
 */
void
relm_loaded_file_free (RelmLoadedFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->snapshot, relm_file_snapshot_unref);
  g_clear_object (&self->project);
  g_free (self);
}
