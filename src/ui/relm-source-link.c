/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-folder-access.h"
#include "relm-git-error.h"
#include "relm-repositories.h"
#include "relm-repository-access.h"
#include "relm-repository-location.h"
#include "relm-repository-secret.h"
#include "relm-source-link.h"
#include "relm-source.h"
#include "relm-text.h"
#include "relm-tracker-error.h"
#include "relm-tracker-source.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define STALE_DAYS 7

struct _RelmSourceLink
{
  GObject parent_instance;

  RelmRecord *record;
  RelmRemote *remote;
  char *identity; /* what makes it another source when it changes */
  GCancellable *cancellable; /* or NULL: it is not being read */
  GError *error;             /* of the last time, or NULL */
  gint64 tried;              /* Unix seconds, or 0 */
};

enum
{
  CHANGED,
  SYNCED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmSourceLink, relm_source_link, G_TYPE_OBJECT)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
changed_cb (RelmSourceLink *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
relm_source_link_dispose (GObject *object)
{
  RelmSourceLink *self = RELM_SOURCE_LINK (object);

  g_cancellable_cancel (self->cancellable);
  if (self->remote != NULL)
    g_signal_handlers_disconnect_by_data (self->remote, self);
  g_clear_object (&self->remote);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (relm_source_link_parent_class)->dispose (object);
}

static void
relm_source_link_finalize (GObject *object)
{
  RelmSourceLink *self = RELM_SOURCE_LINK (object);

  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->identity);
  G_OBJECT_CLASS (relm_source_link_parent_class)->finalize (object);
}

static void
relm_source_link_class_init (RelmSourceLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_source_link_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_source_link_finalize;

  /**
   * RelmSourceLink::changed:
   *
   * Something else is to be said about it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * RelmSourceLink::synced:
   *
   * It was read, to the end or not; its mirror may have more than before.
   */
  signals[SYNCED] = g_signal_new ("synced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relm_source_link_init (RelmSourceLink *self)
{
}

static RelmRemote *
create_repository (RelmRecord *record,
                   GFile *file)
{
  const char *location = relm_record_get_string (record, RELM_SOURCE_LOCATION);
  g_autofree char *base_dir = relm_repository_location_dup_base_dir (file);
  g_autofree char *seen = location != NULL ? relm_folder_access_dup_location (file, location) : g_strdup ("");
  RelmGitSource *git = relm_git_source_new (seen, base_dir, NULL);

  relm_git_source_set_branch (git, relm_record_get_string (record, RELM_SOURCE_BRANCH));
  relm_git_source_set_tag_pattern (git, relm_record_get_string (record, RELM_SOURCE_TAG_PATTERN));
  return RELM_REMOTE (git);
}

static RelmRemote *
create_remote (RelmRecord *record,
               GFile *file)
{
  const char *location = relm_record_get_string (record, RELM_SOURCE_LOCATION);

  if (g_strcmp0 (relm_record_get_string (record, RELM_SOURCE_KIND), "tracker") != 0)
    return create_repository (record, file);
  return RELM_REMOTE (relm_tracker_source_new (location != NULL ? location : "",
                                               relm_record_get_string (record, RELM_SOURCE_SERVICE), NULL,
                                               relm_token_store_get_default ()));
}

static char *
dup_identity (RelmSourceLink *self,
              GFile *file)
{
  const guint parts[] = { RELM_SOURCE_KIND, RELM_SOURCE_SERVICE, RELM_SOURCE_LOCATION, RELM_SOURCE_BRANCH, RELM_SOURCE_TAG_PATTERN };
  GString *identity = g_string_new (relm_record_get_id (self->record));
  g_autofree char *base_dir = relm_repository_location_dup_base_dir (file);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (identity, "\n%s", relm_record_get_string (self->record, parts[i]));
  g_string_append_printf (identity, "\n%s", base_dir != NULL ? base_dir : "");
  if (RELM_IS_GIT_SOURCE (self->remote)) /* where a sandbox sees it */
    g_string_append_printf (identity, "\n%s", relm_git_source_get_location (RELM_GIT_SOURCE (self->remote)));
  return g_string_free (identity, FALSE);
}

/**
 * relm_source_link_update_components:
 * @project: the project of the source
 *
 * Tells a repository which paths in it are components of the project.
 */
void
relm_source_link_update_components (RelmSourceLink *self,
                                    RelmProject *project)
{
  g_auto (GStrv) paths = NULL;

  g_return_if_fail (RELM_IS_SOURCE_LINK (self));

  if (!RELM_IS_GIT_SOURCE (self->remote))
    return;
  paths = relm_repositories_dup_paths (project, self->record);
  relm_git_source_set_paths (RELM_GIT_SOURCE (self->remote), (const char *const *) paths);
}

/**
 * relm_source_link_new:
 * @record: a source of the project
 * @file: (nullable): the project's file
 *
 * Returns: (transfer full): what is known of it
 */
RelmSourceLink *
relm_source_link_new (RelmProject *project,
                      RelmRecord *record,
                      GFile *file)
{
  RelmSourceLink *self = g_object_new (RELM_TYPE_SOURCE_LINK, NULL);

  self->record = g_object_ref (record);
  self->remote = create_remote (record, file);
  self->identity = dup_identity (self, file);
  relm_source_link_update_components (self, project);
  g_signal_connect_swapped (self->remote, "notify", G_CALLBACK (changed_cb), self);
  return self;
}

/**
 * relm_source_link_is_same:
 *
 * Returns: whether both would read the same thing
 */
gboolean
relm_source_link_is_same (RelmSourceLink *self,
                          RelmSourceLink *other)
{
  return self->record == other->record && g_str_equal (self->identity, other->identity);
}

/**
 * relm_source_link_get_record:
 *
 * Returns: (transfer none): the source in the project
 */
RelmRecord *
relm_source_link_get_record (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), NULL);

  return self->record;
}

/**
 * relm_source_link_get_remote:
 *
 * Returns: (transfer none): what reads it
 */
RelmRemote *
relm_source_link_get_remote (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), NULL);

  return self->remote;
}

/**
 * relm_source_link_get_address:
 *
 * Returns: (transfer none) (nullable): where the tracker is; %NULL for a repository, and for an address that makes no sense
 */
const RelmTrackerAddress *
relm_source_link_get_address (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), NULL);

  return RELM_IS_TRACKER_SOURCE (self->remote) ? relm_tracker_source_get_address (RELM_TRACKER_SOURCE (self->remote)) : NULL;
}

/**
 * relm_source_link_get_repository:
 *
 * Returns: (transfer none) (nullable): what reads the repository; %NULL for a tracker, and for one without a location
 */
RelmGitSource *
relm_source_link_get_repository (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), NULL);

  return relm_repositories_is_one (self->record) ? RELM_GIT_SOURCE (self->remote) : NULL;
}

/**
 * relm_source_link_was_tried:
 *
 * Returns: whether somebody began to read it
 */
gboolean
relm_source_link_was_tried (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), FALSE);

  return self->tried > 0;
}

/**
 * relm_source_link_is_known:
 *
 * Returns: whether it was read once, if only long ago
 */
gboolean
relm_source_link_is_known (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), FALSE);

  if (RELM_IS_GIT_SOURCE (self->remote))
    return relm_git_source_is_known (RELM_GIT_SOURCE (self->remote));
  return relm_remote_get_last_sync (self->remote) > 0;
}

/**
 * relm_source_link_get_error:
 *
 * Returns: (transfer none) (nullable): what went wrong the last time
 */
const GError *
relm_source_link_get_error (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), NULL);

  return self->error;
}

/**
 * relm_source_link_wants_token:
 *
 * Returns: whether another token or password may help against what went wrong the last time
 */
gboolean
relm_source_link_wants_token (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), FALSE);

  if (RELM_IS_GIT_SOURCE (self->remote))
    return g_error_matches (self->error, RELM_GIT_ERROR, RELM_GIT_ERROR_AUTHENTICATION) ||
           g_error_matches (self->error, RELM_GIT_ERROR, RELM_GIT_ERROR_REFUSED);
  return relm_source_link_get_address (self) != NULL &&
         (g_error_matches (self->error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED) ||
          g_error_matches (self->error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_FORBIDDEN) ||
          g_error_matches (self->error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND) ||
          g_error_matches (self->error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_LIMITED));
}

/**
 * relm_source_link_uses_token:
 * @kept: what the token store knows a token or password by
 *
 * Returns: whether its server would be told that; that of a repository is told the token of a tracker on it, too
 */
gboolean
relm_source_link_uses_token (RelmSourceLink *self,
                             const char *kept)
{
  RelmGitSource *repository;
  g_autofree char *origin = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), FALSE);

  repository = relm_source_link_get_repository (self);
  if (repository != NULL)
    origin = relm_git_source_dup_origin (repository);
  else if (relm_source_link_get_address (self) != NULL)
    origin = relm_tracker_address_dup_host (relm_source_link_get_address (self));
  if (repository != NULL && origin != NULL)
    key = relm_repository_secret_dup_key (origin);
  return g_strcmp0 (kept, origin) == 0 || g_strcmp0 (kept, key) == 0;
}

/**
 * relm_source_link_is_busy:
 *
 * Returns: whether it is being read
 */
gboolean
relm_source_link_is_busy (RelmSourceLink *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * relm_source_link_is_stale:
 *
 * Returns: whether it was read once, but long ago
 */
gboolean
relm_source_link_is_stale (RelmSourceLink *self)
{
  gint64 last;

  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), FALSE);

  last = relm_remote_get_last_sync (self->remote);
  return last > 0 && last + STALE_DAYS * DAY < get_now ();
}

/**
 * relm_source_link_is_due:
 * @minutes: how often it is to be read; 0: only when somebody asks
 *
 * Returns: whether it is time to read it again; one that failed is tried no sooner
 */
gboolean
relm_source_link_is_due (RelmSourceLink *self,
                         guint minutes)
{
  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), FALSE);

  return minutes > 0 && !relm_source_link_is_busy (self) &&
         MAX (self->tried, relm_remote_get_last_sync (self->remote)) + (gint64) minutes * MINUTE <= get_now ();
}

static char *
dup_age (gint64 time)
{
  const gint64 age = MAX (get_now () - time, 0);
  guint n;

  if (time == 0)
    return g_strdup (_ ("Not read yet"));
  if (age < MINUTE)
    return g_strdup (_ ("Read just now"));
  n = (guint) (age < HOUR ? age / MINUTE : age < DAY ? age / HOUR : age / DAY);
  if (age < HOUR)
    return g_strdup_printf (ngettext ("Read %u minute ago", "Read %u minutes ago", n), n);
  if (age < DAY)
    return g_strdup_printf (ngettext ("Read %u hour ago", "Read %u hours ago", n), n);
  return g_strdup_printf (ngettext ("Read %u day ago", "Read %u days ago", n), n);
}

/**
 * relm_source_link_dup_facts:
 *
 * Returns: (transfer full): what it does, or how old what is known is and how much that is
 */
char *
relm_source_link_dup_facts (RelmSourceLink *self)
{
  g_autofree char *age = NULL;
  g_autofree char *count = NULL;
  guint n;

  g_return_val_if_fail (RELM_IS_SOURCE_LINK (self), NULL);

  if (relm_source_link_is_busy (self) && *relm_remote_get_status (self->remote) != '\0')
    return relm_text_display (relm_remote_get_status (self->remote));
  age = dup_age (relm_remote_get_last_sync (self->remote));
  if (RELM_IS_TRACKER_SOURCE (self->remote) && relm_remote_get_last_sync (self->remote) > 0)
    {
      n = relm_tracker_source_get_n_items (RELM_TRACKER_SOURCE (self->remote));
      count = g_strdup_printf (ngettext ("%u item", "%u items", n), n);
    }
  return relm_text_join_facts ((const char *const[]){ age, count }, 2);
}

static void
sync_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RelmSourceLink) self = data;

  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  if (RELM_IS_GIT_SOURCE (object))
    relm_repository_access_sync_finish (RELM_GIT_SOURCE (object), result, &self->error);
  else
    relm_remote_sync_finish (RELM_REMOTE (object), result, &self->error);
  if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&self->error);
  g_signal_emit (self, signals[SYNCED], 0);
  changed_cb (self);
}

/**
 * relm_source_link_sync:
 * @whole: whether a tracker is compared in full, so that what is gone there goes here too
 *
 * Begins to read it. Does nothing when it is being read already.
 */
void
relm_source_link_sync (RelmSourceLink *self,
                       gboolean whole)
{
  g_return_if_fail (RELM_IS_SOURCE_LINK (self));

  if (relm_source_link_is_busy (self))
    return;
  self->cancellable = g_cancellable_new ();
  self->tried = get_now ();
  if (RELM_IS_GIT_SOURCE (self->remote))
    relm_repository_access_sync_async (RELM_GIT_SOURCE (self->remote), self->cancellable, sync_cb, g_object_ref (self));
  else
    {
      relm_tracker_source_set_whole (RELM_TRACKER_SOURCE (self->remote), whole);
      relm_remote_sync_async (self->remote, self->cancellable, sync_cb, g_object_ref (self));
    }
  changed_cb (self);
}

/**
 * relm_source_link_cancel:
 *
 * Stops reading it; what is known stays.
 */
void
relm_source_link_cancel (RelmSourceLink *self)
{
  g_return_if_fail (RELM_IS_SOURCE_LINK (self));

  g_cancellable_cancel (self->cancellable);
}
