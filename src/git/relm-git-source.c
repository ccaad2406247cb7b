/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-git-source-private.h"
#include "relm-mirror-path.h"

enum
{
  PROP_0,
  PROP_LOCATION,
  PROP_BASE_DIR,
  PROP_CACHE_DIR,
  PROP_BRANCH,
  PROP_TAG_PATTERN,
  PROP_STATE,
  PROP_PROGRESS,
  PROP_STATUS,
  PROP_LAST_SYNC,
  PROP_INCOMPLETE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (RelmGitSourceState, relm_git_source_state,
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_RECEIVING, "receiving"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_READING, "reading"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (RELM_GIT_SOURCE_FAILED, "failed"))

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmGitSource, relm_git_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RELM_TYPE_REMOTE, relm_git_source_init_remote))

/* Private: what it does now, and says about it. */
void
relm_git_source_set_state (RelmGitSource *self,
                           RelmGitSourceState state,
                           double progress,
                           const char *status)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (self->progress < progress || self->progress > progress)
    {
      self->progress = progress;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
    }
  if (g_set_str (&self->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Private: when the mirror was last brought up to date, Unix seconds. */
void
relm_git_source_set_last_sync (RelmGitSource *self,
                               gint64 last_sync)
{
  if (self->last_sync == last_sync)
    return;
  self->last_sync = last_sync;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_SYNC]);
}

/* Private: whether the repository has not all of its history. */
void
relm_git_source_set_incomplete (RelmGitSource *self,
                                gboolean incomplete)
{
  if (self->incomplete == incomplete)
    return;
  self->incomplete = incomplete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCOMPLETE]);
}

/* Private. Returns: (transfer full) (nullable): what reads what it means; %NULL with an error if that makes no sense */
RelmGitSync *
relm_git_source_make_sync (RelmGitSource *self,
                           GError **error)
{
  RelmGitSync *sync =
    relm_git_sync_new (self->location, self->base_dir, self->cache_dir, self->branch, self->tag_pattern, error);

  if (sync == NULL)
    return NULL;
  relm_git_sync_set_paths (sync, (const char *const *) self->paths);
  relm_git_sync_set_credential (sync, self->credential);
  return sync;
}

static void
relm_git_source_finalize (GObject *object)
{
  RelmGitSource *self = RELM_GIT_SOURCE (object);

  g_free (self->location);
  g_free (self->base_dir);
  g_free (self->cache_dir);
  g_free (self->branch);
  g_free (self->tag_pattern);
  g_strfreev (self->paths);
  relm_git_credential_free (self->credential);
  g_free (self->mirror_path);
  g_free (self->status);
  g_free (self->news.status);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (relm_git_source_parent_class)->finalize (object);
}

static void
relm_git_source_get_property (GObject *object,
                              guint property,
                              GValue *value,
                              GParamSpec *spec)
{
  RelmGitSource *self = RELM_GIT_SOURCE (object);

  switch (property)
    {
    case PROP_LOCATION:
      g_value_set_string (value, self->location);
      break;
    case PROP_BASE_DIR:
      g_value_set_string (value, self->base_dir);
      break;
    case PROP_CACHE_DIR:
      g_value_set_string (value, self->cache_dir);
      break;
    case PROP_BRANCH:
      g_value_set_string (value, self->branch);
      break;
    case PROP_TAG_PATTERN:
      g_value_set_string (value, self->tag_pattern);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_LAST_SYNC:
      g_value_set_int64 (value, self->last_sync);
      break;
    case PROP_INCOMPLETE:
      g_value_set_boolean (value, self->incomplete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_git_source_set_property (GObject *object,
                              guint property,
                              const GValue *value,
                              GParamSpec *spec)
{
  RelmGitSource *self = RELM_GIT_SOURCE (object);

  switch (property)
    {
    case PROP_LOCATION:
      self->location = g_value_dup_string (value);
      break;
    case PROP_BASE_DIR:
      self->base_dir = g_value_dup_string (value);
      break;
    case PROP_CACHE_DIR:
      self->cache_dir = g_value_dup_string (value);
      break;
    case PROP_BRANCH:
      relm_git_source_set_branch (self, g_value_get_string (value));
      break;
    case PROP_TAG_PATTERN:
      relm_git_source_set_tag_pattern (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_git_source_class_init (RelmGitSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags settable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = relm_git_source_finalize;
  object_class->get_property = relm_git_source_get_property;
  object_class->set_property = relm_git_source_set_property;

  /* Where the repository is, as a person wrote it. */
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, "", once);
  /* The folder that a relative location is in; NULL: none. */
  properties[PROP_BASE_DIR] = g_param_spec_string ("base-dir", NULL, NULL, NULL, once);
  /* Where clones and mirrors are; NULL: the usual place. */
  properties[PROP_CACHE_DIR] = g_param_spec_string ("cache-dir", NULL, NULL, NULL, once);
  /* The branch to read; NULL: the one that the repository has as its own. */
  properties[PROP_BRANCH] = g_param_spec_string ("branch", NULL, NULL, NULL, settable);
  /* What the tags of releases look like, with * and ?; NULL: found out. */
  properties[PROP_TAG_PATTERN] = g_param_spec_string ("tag-pattern", NULL, NULL, NULL, settable);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, RELM_TYPE_GIT_SOURCE_STATE, RELM_GIT_SOURCE_IDLE, readable);
  /* From 0 to 1; -1: nobody knows. */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, 0, readable);
  /* What is going on, what came of it, or what went wrong: a translated sentence. */
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", readable);
  /* When the mirror was last brought up to date, Unix seconds; 0: not known, or never. */
  properties[PROP_LAST_SYNC] = g_param_spec_int64 ("last-sync", NULL, NULL, 0, G_MAXINT64, 0, readable);
  /* Whether the repository has not all of its history. */
  properties[PROP_INCOMPLETE] = g_param_spec_boolean ("incomplete", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
relm_git_source_init (RelmGitSource *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->status = g_strdup ("");
}

/**
 * relm_git_source_new:
 * @location: a folder, or an http or https address
 * @base_dir: (nullable): the folder that a relative one is in
 * @cache_dir: (nullable): where clones and mirrors are; %NULL for the usual place
 *
 * Does nothing until it is asked to.
 *
 * Returns: (transfer full): a source of the calling thread
 */
RelmGitSource *
relm_git_source_new (const char *location,
                     const char *base_dir,
                     const char *cache_dir)
{
  g_return_val_if_fail (location != NULL, NULL);

  return g_object_new (RELM_TYPE_GIT_SOURCE, "location", location, "base-dir", base_dir, "cache-dir", cache_dir, NULL);
}

/**
 * relm_git_source_get_location:
 *
 * Returns: (transfer none): where the repository is, as a person wrote it
 */
const char *
relm_git_source_get_location (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  return self->location;
}

/**
 * relm_git_source_get_branch:
 *
 * Returns: (transfer none) (nullable): the branch to read
 */
const char *
relm_git_source_get_branch (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  return self->branch;
}

/* What is read decides which mirror it is. */
static void
set_option (RelmGitSource *self,
            char **option,
            const char *value,
            guint property)
{
  if (!g_set_str (option, value != NULL && *value != '\0' ? value : NULL))
    return;
  g_clear_pointer (&self->mirror_path, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * relm_git_source_set_branch:
 * @branch: (nullable): the branch to read from the next time on; %NULL for the one that the repository has as its own
 */
void
relm_git_source_set_branch (RelmGitSource *self,
                            const char *branch)
{
  g_return_if_fail (RELM_IS_GIT_SOURCE (self));

  set_option (self, &self->branch, branch, PROP_BRANCH);
}

/**
 * relm_git_source_get_tag_pattern:
 *
 * Returns: (transfer none) (nullable): what the tags of releases look like
 */
const char *
relm_git_source_get_tag_pattern (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  return self->tag_pattern;
}

/**
 * relm_git_source_set_tag_pattern:
 * @tag_pattern: (nullable): what the tags of releases look like, with * and ?; %NULL: found out
 */
void
relm_git_source_set_tag_pattern (RelmGitSource *self,
                                 const char *tag_pattern)
{
  g_return_if_fail (RELM_IS_GIT_SOURCE (self));

  set_option (self, &self->tag_pattern, tag_pattern, PROP_TAG_PATTERN);
}

/**
 * relm_git_source_set_paths:
 * @paths: (nullable): paths as git says them, without a slash at either end; from the next time on it is found out which
 *   commits touch them
 */
void
relm_git_source_set_paths (RelmGitSource *self,
                           const char *const *paths)
{
  g_return_if_fail (RELM_IS_GIT_SOURCE (self));

  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
}

/**
 * relm_git_source_dup_origin:
 *
 * Returns: (transfer full) (nullable): the server that may want to know who asks, “https://host[:port]”; %NULL for a folder,
 *   and for an address that makes no sense
 */
char *
relm_git_source_dup_origin (RelmGitSource *self)
{
  g_autoptr (RelmGitLocation) location = NULL;

  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  location = relm_git_location_parse (self->location, self->base_dir, NULL);
  return location != NULL ? relm_git_location_dup_origin (location) : NULL;
}

/**
 * relm_git_source_set_credential:
 * @credential: (nullable): whom to ask as, if the server wants to know, from the next time on
 */
void
relm_git_source_set_credential (RelmGitSource *self,
                                const RelmGitCredential *credential)
{
  g_return_if_fail (RELM_IS_GIT_SOURCE (self));

  relm_git_credential_free (self->credential);
  self->credential = relm_git_credential_copy (credential);
}

/**
 * relm_git_source_is_known:
 *
 * Returns: whether it was read once, and for all of its paths; what is known may be old
 */
gboolean
relm_git_source_is_known (RelmGitSource *self)
{
  const char *path = relm_git_source_get_mirror_path (self);
  g_autoptr (RelmMirror) mirror = path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? relm_mirror_open (path, NULL) : NULL;
  g_autofree char *head = mirror != NULL ? relm_mirror_dup_state (mirror, RELM_GIT_STATE_HEAD) : NULL;

  return head != NULL && relm_mirror_knows_paths (mirror, (const char *const *) self->paths);
}

/**
 * relm_git_source_get_state:
 *
 * Returns: what it does
 */
RelmGitSourceState
relm_git_source_get_state (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), RELM_GIT_SOURCE_IDLE);

  return self->state;
}

/**
 * relm_git_source_get_progress:
 *
 * Returns: how far it is with that, from 0 to 1; -1 if nobody knows
 */
double
relm_git_source_get_progress (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), 0);

  return self->progress;
}

/**
 * relm_git_source_get_status:
 *
 * Returns: (transfer none): a translated sentence that says what it does, what came of it, or what went wrong; may be empty
 */
const char *
relm_git_source_get_status (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  return self->status;
}

/**
 * relm_git_source_get_last_sync:
 *
 * Returns: when the mirror was last brought up to date, Unix seconds; 0 if never, or before anything was tried
 */
gint64
relm_git_source_get_last_sync (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), 0);

  return self->last_sync;
}

/**
 * relm_git_source_is_incomplete:
 *
 * Returns: whether the repository has not all of its history, so that what is made of it may be wrong
 */
gboolean
relm_git_source_is_incomplete (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), FALSE);

  return self->incomplete;
}

/**
 * relm_git_source_explain_incomplete:
 *
 * Returns: (transfer none) (nullable): a translated sentence that says why not all of the history is there and what to do about it;
 *   %NULL if all of it is
 */
const char *
relm_git_source_explain_incomplete (RelmGitSource *self)
{
  g_autoptr (RelmGitLocation) location = NULL;

  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  if (!self->incomplete)
    return NULL;
  location = relm_git_location_parse (self->location, self->base_dir, NULL);
  if (location == NULL || location->url == NULL)
    return _ ("The clone holds only a part of the history. Run “git fetch --unshallow” in it to have all.");
  if (self->busy)
    return _ ("The newest releases are here; older ones are still being read.");
  return _ ("Only the newest releases were read. Read the repository again to have all.");
}

/**
 * relm_git_source_get_mirror_path:
 *
 * Returns: (transfer none) (nullable): where the mirror is, or will be; %NULL if the location makes no sense
 */
const char *
relm_git_source_get_mirror_path (RelmGitSource *self)
{
  g_return_val_if_fail (RELM_IS_GIT_SOURCE (self), NULL);

  if (self->mirror_path == NULL)
    {
      g_autoptr (RelmGitSync) sync = relm_git_source_make_sync (self, NULL);

      self->mirror_path = sync != NULL ? relm_git_sync_dup_mirror_path (sync) : NULL;
    }
  return self->mirror_path;
}
