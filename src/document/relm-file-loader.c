/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "relm-document-error.h"
#include "relm-draft-content.h"
#include "relm-file-loader.h"
#include "relm-format.h"

/* More than a project, so that a draft of the largest one can be read. */
#define MAX_DRAFT_SIZE (RELM_FORMAT_MAX_SIZE + 1024 * 1024)

static gboolean
read_project (RelmLoadedFile *self,
              GBytes *text,
              const char *path,
              GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  gint64 version;

  self->project = relm_format_read (text, name, &version, error);
  self->is_newer = self->project != NULL && version > RELM_FORMAT_VERSION;
  return self->project != NULL;
}

static gboolean
take_place (RelmLoadedFile *self,
            const char *path,
            GError **error)
{
  self->draft = relm_draft_place_take (path);
  if (self->draft != NULL)
    return TRUE;
  if (errno == EWOULDBLOCK)
    g_set_error_literal (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_IN_USE,
                         _ ("These edits are open in another window of Relm. Go on there."));
  else
    relm_document_error_set_from_errno (error, errno, path);
  return FALSE;
}

static RelmDraftContent *
read_content (const char *path,
              GError **error)
{
  g_autoptr (RelmFileSnapshot) snapshot = relm_file_snapshot_read (path, MAX_DRAFT_SIZE, error);
  RelmDraftContent *content;

  if (snapshot == NULL)
    return NULL;
  content = relm_draft_content_decode (relm_file_snapshot_get_bytes (snapshot));
  if (content == NULL)
    relm_document_error_set (error, RELM_DOCUMENT_ERROR_FAILED,
                             _ ("“%s” does not hold edits of a project. Open the project itself."), path);
  return content;
}

/* What the draft was made from may have been changed since; then it is not what saving may replace. */
static void
look_at_file (RelmLoadedFile *self,
              RelmDraftContent *content)
{
  g_autoptr (GError) error = NULL;
  const char *path;

  self->is_writable = TRUE;
  if (content->uri == NULL)
    return;
  self->file = g_file_new_for_uri (content->uri);
  path = g_file_peek_path (self->file);
  self->snapshot = path != NULL ? relm_file_snapshot_read (path, RELM_FORMAT_MAX_SIZE, &error) : NULL;
  self->is_deleted = g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_FOUND);
  if (self->snapshot == NULL)
    return;
  self->is_writable = relm_file_snapshot_is_writable (self->snapshot, path);
  if (!relm_draft_content_is_from (content, relm_file_snapshot_get_bytes (self->snapshot)))
    g_clear_pointer (&self->snapshot, relm_file_snapshot_unref);
}

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

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      relm_document_error_set (error, RELM_DOCUMENT_ERROR_NOT_A_FILE,
                               _ ("“%s” is not on this computer. Copy it to a folder of this computer and open it there."), uri);
      return NULL;
    }
  self->snapshot = relm_file_snapshot_read (path, RELM_FORMAT_MAX_SIZE, error);
  if (self->snapshot == NULL || !read_project (self, relm_file_snapshot_get_bytes (self->snapshot), path, error))
    return NULL;
  self->file = g_object_ref (file);
  self->is_writable = relm_file_snapshot_is_writable (self->snapshot, path);
  return g_steal_pointer (&self);
}

/**
 * relm_file_loader_load_draft:
 * @path: a draft
 *
 * Takes the draft, which is then nobody else's.
 *
 * Returns: (transfer full): what is in it; %NULL with an error in RELM_DOCUMENT_ERROR or RELM_FORMAT_ERROR
 */
RelmLoadedFile *
relm_file_loader_load_draft (const char *path,
                             GError **error)
{
  g_autoptr (RelmLoadedFile) self = g_new0 (RelmLoadedFile, 1);
  g_autoptr (RelmDraftContent) content = NULL;

  if (!take_place (self, path, error))
    return NULL;
  content = read_content (path, error);
  if (content == NULL || !read_project (self, content->text, path, error))
    return NULL;
  look_at_file (self, content);
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
  g_clear_object (&self->file);
  g_clear_pointer (&self->draft, relm_draft_place_free);
  g_free (self);
}
