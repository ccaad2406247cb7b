/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "relm-document-error.h"
#include "relm-draft.h"
#include "relm-draft-content.h"
#include "relm-draft-place.h"
#include "relm-file-snapshot.h"
#include "relm-format.h"
#include "relm-temporary-file.h"
#include "relm-text.h"

#define HEAD_SIZE 65536 /* bytes in which everything but the project is */

struct _RelmDraft
{
  GObject parent_instance;

  char *path;
  char *title;
  gint64 time;
  GFile *file; /* nullable */
  char *base;  /* nullable: the checksum of what that held */
  RelmDiskState disk_state;
};

G_DEFINE_FINAL_TYPE (RelmDraft, relm_draft, G_TYPE_OBJECT)

static void
relm_draft_finalize (GObject *object)
{
  RelmDraft *self = RELM_DRAFT (object);

  g_free (self->path);
  g_free (self->title);
  g_free (self->base);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (relm_draft_parent_class)->finalize (object);
}

static void
relm_draft_class_init (RelmDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_draft_finalize;
}

static void
relm_draft_init (RelmDraft *self)
{
}

static GBytes *
read_head (const char *path,
           gint64 *modified)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  g_autofree char *head = NULL;
  ssize_t n = -1;
  struct stat status;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    {
      head = g_malloc (HEAD_SIZE);
      n = read (fd, head, HEAD_SIZE);
      *modified = status.st_mtim.tv_sec;
    }
  close (fd);
  return n > 0 ? g_bytes_new_take (g_steal_pointer (&head), (gsize) n) : NULL;
}

static char *
dup_shown_title (const char *title)
{
  return relm_text_is_blank (title) ? g_strdup (_ ("Untitled")) : relm_text_display_title (title);
}

/* %NULL when it is somebody's, or no draft. */
static RelmDraft *
read_draft (const char *path)
{
  g_autoptr (RelmDraftPlace) place = relm_draft_place_take (path);
  g_autoptr (RelmDraftContent) content = NULL;
  g_autoptr (GBytes) head = NULL;
  gint64 modified = 0;
  RelmDraft *self;

  if (place == NULL)
    return NULL;
  head = read_head (path, &modified);
  content = head != NULL ? relm_draft_content_decode (head) : NULL;
  if (content == NULL)
    return NULL;
  self = g_object_new (RELM_TYPE_DRAFT, NULL);
  self->path = g_strdup (path);
  self->title = dup_shown_title (content->title);
  self->time = modified;
  self->file = content->uri != NULL ? g_file_new_for_uri (content->uri) : NULL;
  self->base = g_strdup (content->base);
  return self;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const RelmDraft *left = *(RelmDraft *const *) a;
  const RelmDraft *right = *(RelmDraft *const *) b;

  return (left->time < right->time) - (left->time > right->time);
}

/**
 * relm_drafts_list:
 *
 * Finds what was not saved when a Relm ended that is not running any more. Reads the start of each draft, and no more.
 *
 * Returns: (transfer full) (element-type RelmDraft): the drafts, newest first
 */
GPtrArray *
relm_drafts_list (void)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = relm_draft_place_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  relm_temporary_file_remove_stale (folder, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, ".draft"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        RelmDraft *draft = read_draft (path);

        if (draft != NULL)
          g_ptr_array_add (drafts, draft);
      }
  g_ptr_array_sort (drafts, compare_newest_first);
  return drafts;
}

/**
 * relm_draft_get_path:
 *
 * Returns: (transfer none): where the draft itself is
 */
const char *
relm_draft_get_path (RelmDraft *self)
{
  g_return_val_if_fail (RELM_IS_DRAFT (self), NULL);

  return self->path;
}

/**
 * relm_draft_get_title:
 *
 * Returns: (transfer none): the project's name, safe to show
 */
const char *
relm_draft_get_title (RelmDraft *self)
{
  g_return_val_if_fail (RELM_IS_DRAFT (self), NULL);

  return self->title;
}

/**
 * relm_draft_get_time:
 *
 * Returns: when it was written, in seconds since 1970
 */
gint64
relm_draft_get_time (RelmDraft *self)
{
  g_return_val_if_fail (RELM_IS_DRAFT (self), 0);

  return self->time;
}

/**
 * relm_draft_get_file:
 *
 * Returns: (transfer none) (nullable): where the project is saved; %NULL when it never was
 */
GFile *
relm_draft_get_file (RelmDraft *self)
{
  g_return_val_if_fail (RELM_IS_DRAFT (self), NULL);

  return self->file;
}

/**
 * relm_draft_get_disk_state:
 *
 * Returns: what became of its file since the draft was begun, when relm_draft_look_at_file() was called
 */
RelmDiskState
relm_draft_get_disk_state (RelmDraft *self)
{
  g_return_val_if_fail (RELM_IS_DRAFT (self), RELM_DISK_STATE_SAME);

  return self->disk_state;
}

/**
 * relm_draft_look_at_file:
 *
 * Reads its file, to see whether that still is what the draft was made from. Blocks; before others have the draft.
 */
void
relm_draft_look_at_file (RelmDraft *self)
{
  g_autoptr (RelmFileSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;

  g_return_if_fail (RELM_IS_DRAFT (self));

  path = self->file != NULL ? g_file_peek_path (self->file) : NULL;
  if (path == NULL)
    return;
  snapshot = relm_file_snapshot_read (path, RELM_FORMAT_MAX_SIZE, &error);
  if (snapshot != NULL)
    self->disk_state = relm_draft_content_is_from (&(RelmDraftContent){ .base = self->base },
                                                   relm_file_snapshot_get_bytes (snapshot))
                         ? RELM_DISK_STATE_SAME
                         : RELM_DISK_STATE_CHANGED;
  else if (g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_FOUND))
    self->disk_state = RELM_DISK_STATE_DELETED;
  else
    self->disk_state = RELM_DISK_STATE_CHANGED;
}

/**
 * relm_draft_discard:
 *
 * Removes the draft for good, unless it is somebody's by now.
 */
void
relm_draft_discard (RelmDraft *self)
{
  g_autoptr (RelmDraftPlace) place = NULL;

  g_return_if_fail (RELM_IS_DRAFT (self));

  place = relm_draft_place_take (self->path);
  if (place != NULL)
    relm_draft_place_remove (place);
}
