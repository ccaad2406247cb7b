/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "relm-git-error.h"
#include "relm-git-sync.h"
#include "relm-git-transport.h"
#include "relm-mirror-writer.h"
#include "relm-mirror.h"
#include "relm-text.h"

#define STATE_TIME "synced" /* Unix seconds */

typedef struct
{
  RelmGitSyncReportFunc func;
  gpointer data;
} Report;

/* A name for a file that nothing else has. */
static char *
digest (const char *first,
        const char *second,
        const char *third)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *const parts[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = parts[i] != NULL ? parts[i] : "";

      g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static const char *
get_place (const RelmGitSync *self)
{
  return self->location->url != NULL ? self->location->url : self->location->folder;
}

/* The clone of a remote does not depend on what is read from it. */
static char *
dup_clone_path (const RelmGitSync *self)
{
  g_autofree char *name = digest (get_place (self), NULL, NULL);
  g_autofree char *file = g_strconcat (name, ".git", NULL);

  return g_build_filename (self->cache_dir, "git", file, NULL);
}

/**
 * relm_git_sync_new:
 * @location: a folder or an address, as a person wrote it
 * @base_dir: (nullable): the folder that a relative one is in
 * @cache_dir: (nullable): where clones and mirrors are; %NULL for the usual place
 * @branch: (nullable): the branch to read
 * @tag_pattern: (nullable): what the tags of releases look like
 *
 * Returns: (transfer full) (nullable): the work to do; or %NULL and a RELM_GIT_ERROR
 */
RelmGitSync *
relm_git_sync_new (const char *location,
                   const char *base_dir,
                   const char *cache_dir,
                   const char *branch,
                   const char *tag_pattern,
                   GError **error)
{
  RelmGitLocation *parsed = relm_git_location_parse (location, base_dir, error);
  RelmGitSync *self;

  if (parsed == NULL)
    return NULL;
  self = g_new0 (RelmGitSync, 1);
  self->location = parsed;
  self->cache_dir = cache_dir != NULL ? g_strdup (cache_dir) : g_build_filename (g_get_user_cache_dir (), "relm", NULL);
  self->branch = g_strdup (branch);
  self->tag_pattern = g_strdup (tag_pattern);
  return self;
}

/**
 * relm_git_sync_free:
 * @self: (nullable) (transfer full): some work
 */
void
relm_git_sync_free (RelmGitSync *self)
{
  if (self == NULL)
    return;
  relm_git_location_free (self->location);
  g_free (self->cache_dir);
  g_free (self->branch);
  g_free (self->tag_pattern);
  g_strfreev (self->paths);
  relm_git_credential_free (self->credential);
  g_free (self);
}

/**
 * relm_git_sync_set_paths:
 * @paths: (nullable): paths of which to find out which commits touch them
 */
void
relm_git_sync_set_paths (RelmGitSync *self,
                         const char *const *paths)
{
  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
}

/**
 * relm_git_sync_set_credential:
 * @credential: (nullable): whom to ask as
 */
void
relm_git_sync_set_credential (RelmGitSync *self,
                              const RelmGitCredential *credential)
{
  relm_git_credential_free (self->credential);
  self->credential = relm_git_credential_copy (credential);
}

/**
 * relm_git_sync_dup_mirror_path:
 *
 * Returns: (transfer full): where the mirror is, or will be
 */
char *
relm_git_sync_dup_mirror_path (const RelmGitSync *self)
{
  g_autofree char *name = digest (get_place (self), self->branch, self->tag_pattern);
  g_autofree char *file = g_strconcat (name, ".sqlite", NULL);

  return g_build_filename (self->cache_dir, "git", file, NULL);
}

/**
 * relm_git_sync_read_time:
 *
 * Returns: when the mirror was last brought up to date, Unix seconds; 0 if never
 */
gint64
relm_git_sync_read_time (const RelmGitSync *self)
{
  g_autofree char *path = relm_git_sync_dup_mirror_path (self);
  g_autoptr (RelmMirror) mirror = g_file_test (path, G_FILE_TEST_EXISTS) ? relm_mirror_open (path, NULL) : NULL;
  g_autofree char *time = mirror != NULL ? relm_mirror_dup_state (mirror, STATE_TIME) : NULL;

  return time != NULL ? g_ascii_strtoll (time, NULL, 10) : 0;
}

static gboolean
write_time (const char *mirror_path,
            GError **error)
{
  g_autoptr (RelmMirrorWriter) writer = relm_mirror_writer_new (mirror_path, error);
  g_autofree char *time = g_strdup_printf ("%" PRId64, g_get_real_time () / G_USEC_PER_SEC);

  return writer != NULL && relm_mirror_writer_set_state (writer, STATE_TIME, time, error) &&
         relm_mirror_writer_commit (writer, error);
}

static void
say (Report *report,
     RelmGitSourceState state,
     double progress,
     const char *status)
{
  if (report->func != NULL)
    report->func (state, progress, status, report->data);
}

static double
get_fraction (const RelmGitTransportProgress *progress)
{
  return progress->total > 0 ? CLAMP ((double) progress->done / (double) progress->total, 0, 1) : RELM_GIT_PROGRESS_UNKNOWN;
}

static char *
describe_receiving (const RelmGitTransportProgress *progress)
{
  g_autofree char *size = g_format_size (progress->bytes);
  g_autofree char *speed = g_format_size (progress->bytes_per_second);

  if (progress->bytes_per_second == 0)
    /* Translators: how many objects of a repository came, of how many; then an amount such as “3.2 MB” */
    return g_strdup_printf (_ ("Receiving objects: %" PRIu64 " of %" PRIu64 ", %s"), progress->done,
                            progress->total, size);
  /* Translators: the same, with a speed such as “1.1 MB” in a second at the end */
  return g_strdup_printf (_ ("Receiving objects: %" PRIu64 " of %" PRIu64 ", %s, %s/s"), progress->done,
                          progress->total, size, speed);
}

static void
transport_cb (const RelmGitTransportProgress *progress,
              gpointer data)
{
  g_autofree char *status = NULL;

  switch (progress->stage)
    {
    case RELM_GIT_TRANSPORT_CONNECTING:
      return; /* said already */
    case RELM_GIT_TRANSPORT_RECEIVING:
      status = describe_receiving (progress);
      break;
    case RELM_GIT_TRANSPORT_INDEXING:
      status = g_strdup_printf (_ ("Unpacking: %" PRIu64 " of %" PRIu64), progress->done, progress->total);
      break;
    default:
      g_return_if_reached ();
    }
  say (data, RELM_GIT_SOURCE_RECEIVING, get_fraction (progress), status);
}

static void
reader_cb (guint n_read,
           guint n_total,
           gpointer data)
{
  g_autofree char *status = NULL;

  if (n_total > 0)
    /* Translators: components are parts of the product: folders in a repository */
    status = g_strdup_printf (_ ("Looking which components the commits change: %u of %u"), n_read, n_total);
  else
    status = g_strdup_printf (ngettext ("Reading the history: %u commit", "Reading the history: %u commits", n_read), n_read);
  say (data, RELM_GIT_SOURCE_READING, n_total > 0 ? (double) n_read / n_total : RELM_GIT_PROGRESS_UNKNOWN, status);
}

static void
say_connecting (const RelmGitSync *self,
                Report *report)
{
  g_autofree char *name = relm_git_location_dup_host (self->location);
  g_autofree char *host = relm_text_display_title (name);
  g_autofree char *status = g_strdup_printf (_ ("Connecting to %s…"), host);

  say (report, RELM_GIT_SOURCE_CONNECTING, RELM_GIT_PROGRESS_UNKNOWN, status);
}

static gboolean
fetch (const RelmGitSync *self,
       const char *clone,
       Report *report,
       GCancellable *cancellable,
       GError **error)
{
  GError *local_error = NULL;

  say_connecting (self, report);
  if (relm_git_transport_fetch (self->location->url, clone, self->credential, transport_cb, report, cancellable, &local_error))
    return TRUE;
  if (g_error_matches (local_error, RELM_GIT_ERROR, RELM_GIT_ERROR_CORRUPT))
    {
      g_clear_error (&local_error);
      relm_git_transport_forget (clone);
      return relm_git_transport_fetch (self->location->url, clone, self->credential, transport_cb, report, cancellable, error);
    }
  g_propagate_error (error, local_error);
  return FALSE;
}

/* What another try would not mend. */
static gboolean
is_final (const GError *error)
{
  return !g_error_matches (error, RELM_GIT_ERROR, RELM_GIT_ERROR_FAILED) &&
         !g_error_matches (error, RELM_GIT_ERROR, RELM_GIT_ERROR_CORRUPT) &&
         !g_error_matches (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_A_REPOSITORY);
}

static gboolean
read_clone (const RelmGitSync *self,
            const char *folder,
            Report *report,
            RelmGitReaderResult *result,
            GCancellable *cancellable,
            GError **error)
{
  const RelmGitReaderOptions options = { self->branch, self->tag_pattern, (const char *const *) self->paths };
  g_autofree char *mirror = relm_git_sync_dup_mirror_path (self);

  say (report, RELM_GIT_SOURCE_READING, RELM_GIT_PROGRESS_UNKNOWN, _ ("Reading the history…"));
  return relm_git_reader_read (folder, mirror, &options, reader_cb, report, result, cancellable, error) && write_time (mirror, error);
}

/*
 * The first time, what a changelog shows first comes first, and can be used while the rest comes; it stays when that is stopped.
 * A server that cannot send a part sends all.
 */
static gboolean
fetch_newest (const RelmGitSync *self,
              const char *clone,
              Report *report,
              RelmGitReaderResult *result,
              GCancellable *cancellable,
              GError **error)
{
  GError *local_error = NULL;

  if (g_file_test (clone, G_FILE_TEST_IS_DIR))
    return TRUE;
  say_connecting (self, report);
  if (relm_git_transport_fetch_newest (self->location->url, clone, self->branch, self->credential, transport_cb, report, cancellable,
                                       &local_error) &&
      read_clone (self, clone, report, result, cancellable, &local_error))
    {
      say (report, RELM_GIT_SOURCE_READY, RELM_GIT_PROGRESS_PARTIAL, _ ("The newest releases are here; all that came before follows."));
      return TRUE;
    }
  if (local_error->domain == RELM_GIT_ERROR && !is_final (local_error))
    {
      g_debug ("The newest part could not be had: %s", local_error->message);
      g_clear_error (&local_error);
      return TRUE;
    }
  if (g_error_matches (local_error, RELM_GIT_ERROR, RELM_GIT_ERROR_EMPTY) ||
      g_error_matches (local_error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND))
    relm_git_transport_forget (clone); /* there is not what is wanted */
  g_propagate_error (error, local_error);
  return FALSE;
}

static char *
describe_result (const RelmGitReaderResult *result)
{
  if (result->shallow)
    return g_strdup (_ ("The clone holds only a part of the history. Run “git fetch --unshallow” in it to have all."));
  if (result->n_read > 0)
    return g_strdup_printf (ngettext ("%u new commit", "%u new commits", result->n_read), result->n_read);
  return g_strdup (_ ("Nothing new"));
}

/**
 * relm_git_sync_run:
 * @report_func: (nullable) (scope call): told how far it is
 * @result: (out): what was read
 * @cancellable: (nullable): ends it
 *
 * On failure the mirror is what it was, or, the first time, has the newest part of the history.
 *
 * Returns: whether the mirror has what the repository has; else a RELM_GIT_ERROR, a RELM_MIRROR_ERROR or
 *   G_IO_ERROR_CANCELLED
 */
gboolean
relm_git_sync_run (const RelmGitSync *self,
                   RelmGitSyncReportFunc report_func,
                   gpointer user_data,
                   RelmGitReaderResult *result,
                   GCancellable *cancellable,
                   GError **error)
{
  Report report = { report_func, user_data };
  g_autofree char *clone = self->location->url != NULL ? dup_clone_path (self) : NULL;
  g_autofree char *status = NULL;
  RelmGitReaderResult newest = { 0 };
  GError *local_error = NULL;

  if (clone != NULL && (!fetch_newest (self, clone, &report, &newest, cancellable, error) ||
                        !fetch (self, clone, &report, cancellable, error)))
    return FALSE;
  if (!read_clone (self, clone != NULL ? clone : self->location->folder, &report, result, cancellable, &local_error))
    {
      if (clone != NULL && g_error_matches (local_error, RELM_GIT_ERROR, RELM_GIT_ERROR_CORRUPT))
        relm_git_transport_forget (clone); /* it is ours: the next time brings all of it */
      g_propagate_error (error, local_error);
      return FALSE;
    }
  result->n_read = MAX (result->n_read, newest.n_read);
  status = describe_result (result);
  say (&report, RELM_GIT_SOURCE_READY, 1, status);
  return TRUE;
}
