/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-change-entry.h"
#include "relm-component.h"
#include "relm-folder-access.h"
#include "relm-release.h"
#include "relm-repository-location.h"
#include "relm-settings.h"
#include "relm-source-history.h"
#include "relm-source-set.h"
#include "relm-source.h"

#define EDIT_DELAY_MS 150 /* after an edit, so that typing does not make a changelog per letter */

struct _RelmSourceHistory
{
  GObject parent_instance;

  RelmDocument *document;
  char *cache_dir;
  RelmProject *project; /* of the document, watched */

  RelmRecord *record;    /* the source in the project, or NULL */
  RelmGitSource *source; /* or NULL */
  GCancellable *syncing; /* or NULL: it does not */

  RelmChangelog *changelog;
  GCancellable *loading; /* or NULL: it does not */
  gboolean load_again;
  guint edited; /* source id, or 0 */

  gboolean busy; /* as it was last told */
  GError *error;
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_CACHE_DIR,
  PROP_SOURCE,
  PROP_CHANGELOG,
  PROP_STATE,
  PROP_PROGRESS,
  PROP_STATUS,
  PROP_LAST_SYNC,
  PROP_BUSY,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmSourceHistory, relm_source_history, G_TYPE_OBJECT)

static void load (RelmSourceHistory *self);

static void
take_error (RelmSourceHistory *self,
            GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
update_busy (RelmSourceHistory *self)
{
  const gboolean busy = relm_source_history_is_busy (self);

  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
load_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RelmSourceHistory) self = data;
  g_autoptr (RelmChangelog) changelog = NULL;
  GError *error = NULL;

  changelog = relm_changelog_load_finish (result, &error);
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_object (&self->loading);
  if (self->project == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  else if (changelog == NULL)
    take_error (self, error);
  else
    {
      g_set_object (&self->changelog, changelog);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGELOG]);
    }
  if (self->load_again && self->project != NULL)
    load (self);
  update_busy (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Makes the changelog anew; if one is being made, it is made again after that. */
static void
load (RelmSourceHistory *self)
{
  self->load_again = self->loading != NULL;
  if (self->load_again)
    return;
  self->loading = g_cancellable_new ();
  relm_changelog_load_async (self->source != NULL ? relm_git_source_get_mirror_path (self->source) : NULL, self->project,
                             self->loading, load_cb, g_object_ref (self));
  update_busy (self);
}

static void
sync_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RelmSourceHistory) self = data;
  GError *error = NULL;

  relm_git_source_sync_finish (RELM_GIT_SOURCE (object), result, &error);
  if (RELM_GIT_SOURCE (object) != self->source)
    {
      g_clear_error (&error); /* of a source that is not asked any more */
      return;
    }
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_object (&self->syncing);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  else if (error == NULL)
    load (self);
  take_error (self, error);
  update_busy (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
forward_cb (RelmSourceHistory *self,
            GParamSpec *spec,
            RelmGitSource *source)
{
  g_object_notify (G_OBJECT (self), spec->name);
}

static void
drop_source (RelmSourceHistory *self)
{
  g_cancellable_cancel (self->syncing);
  g_clear_object (&self->syncing);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->record);
}

static void
take_source (RelmSourceHistory *self,
             RelmRecord *record)
{
  static const char *const forwarded[] = { "notify::state", "notify::progress", "notify::status", "notify::last-sync" };
  GFile *file = relm_document_get_file (self->document);
  g_autofree char *base_dir = relm_repository_location_dup_base_dir (file);
  g_autofree char *location = relm_folder_access_dup_location (file, relm_record_get_string (record, RELM_SOURCE_LOCATION));

  self->record = g_object_ref (record);
  self->source = relm_git_source_new (location, base_dir, self->cache_dir);
  relm_git_source_set_branch (self->source, relm_record_get_string (record, RELM_SOURCE_BRANCH));
  relm_git_source_set_tag_pattern (self->source, relm_record_get_string (record, RELM_SOURCE_TAG_PATTERN));
  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    g_signal_connect_swapped (self->source, forwarded[i], G_CALLBACK (forward_cb), self);
}

/* Whether it is read though nobody asked: if the person wants that, and if nothing is known of it yet. */
static gboolean
is_read_by_itself (RelmSourceHistory *self)
{
  return self->source != NULL && (relm_settings_get_boolean ("auto-sync", TRUE) ||
                                  !g_file_test (relm_git_source_get_mirror_path (self->source), G_FILE_TEST_EXISTS));
}

/* Looks for the repository again, shows what its mirror has, and reads it. */
static void
choose_source (RelmSourceHistory *self)
{
  RelmRecord *record = relm_repository_location_find_source (self->project);
  gboolean wanted;

  g_object_freeze_notify (G_OBJECT (self));
  drop_source (self);
  take_error (self, NULL);
  if (record != NULL)
    take_source (self, record);
  for (guint i = PROP_SOURCE; i <= PROP_LAST_SYNC; i++)
    if (i != PROP_CHANGELOG)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  wanted = is_read_by_itself (self); /* before the mirror is made */
  load (self);
  if (wanted)
    relm_source_history_sync (self);
  /* only now, because who hears of a source that is not being read thinks that it has nothing */
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
edited_cb (gpointer data)
{
  RelmSourceHistory *self = data;

  self->edited = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* What people write about changes is part of the changelog. */
static void
project_changed_cb (RelmSourceHistory *self,
                    RelmChangeType type,
                    RelmRecord *record,
                    guint field)
{
  const GType kind = G_OBJECT_TYPE (record);

  if (kind == RELM_TYPE_SOURCE)
    choose_source (self);
  else if (self->edited == 0 &&
           (kind == RELM_TYPE_CHANGE_ENTRY || kind == RELM_TYPE_RELEASE || kind == RELM_TYPE_COMPONENT))
    self->edited = g_timeout_add (EDIT_DELAY_MS, edited_cb, self);
}

static void
unwatch_project (RelmSourceHistory *self)
{
  g_clear_handle_id (&self->edited, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
}

/* Another project, as after reading the file again, or another place of the file. */
static void
project_replaced_cb (RelmSourceHistory *self)
{
  unwatch_project (self);
  self->project = g_object_ref (relm_document_get_project (self->document));
  g_signal_connect_swapped (self->project, "changed", G_CALLBACK (project_changed_cb), self);
  choose_source (self);
}

/* Somebody else read it. */
static void
set_synced_cb (RelmSourceHistory *self,
               RelmSourceLink *link)
{
  if (self->project != NULL && relm_source_link_get_record (link) == self->record)
    load (self);
}

static void
relm_source_history_constructed (GObject *object)
{
  RelmSourceHistory *self = RELM_SOURCE_HISTORY (object);

  G_OBJECT_CLASS (relm_source_history_parent_class)->constructed (object);
  g_signal_connect_object (self->document, "notify::project", G_CALLBACK (project_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (project_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (relm_source_set_get (self->document), "synced", G_CALLBACK (set_synced_cb), self, G_CONNECT_SWAPPED);
  project_replaced_cb (self);
}

static void
relm_source_history_dispose (GObject *object)
{
  RelmSourceHistory *self = RELM_SOURCE_HISTORY (object);

  drop_source (self);
  unwatch_project (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->changelog);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (relm_source_history_parent_class)->dispose (object);
}

static void
relm_source_history_finalize (GObject *object)
{
  RelmSourceHistory *self = RELM_SOURCE_HISTORY (object);

  g_free (self->cache_dir);
  g_clear_object (&self->loading);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (relm_source_history_parent_class)->finalize (object);
}

static void
relm_source_history_get_property (GObject *object,
                                  guint property,
                                  GValue *value,
                                  GParamSpec *spec)
{
  RelmSourceHistory *self = RELM_SOURCE_HISTORY (object);

  switch (property)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_CACHE_DIR:
      g_value_set_string (value, self->cache_dir);
      break;
    case PROP_SOURCE:
      g_value_set_object (value, self->record);
      break;
    case PROP_CHANGELOG:
      g_value_set_object (value, self->changelog);
      break;
    case PROP_STATE:
      g_value_set_enum (value, relm_source_history_get_state (self));
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, relm_source_history_get_progress (self));
      break;
    case PROP_STATUS:
      g_value_set_string (value, relm_source_history_get_status (self));
      break;
    case PROP_LAST_SYNC:
      g_value_set_int64 (value, relm_source_history_get_last_sync (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, relm_source_history_is_busy (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_source_history_set_property (GObject *object,
                                  guint property,
                                  const GValue *value,
                                  GParamSpec *spec)
{
  RelmSourceHistory *self = RELM_SOURCE_HISTORY (object);

  switch (property)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_CACHE_DIR:
      self->cache_dir = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_source_history_class_init (RelmSourceHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = relm_source_history_constructed;
  object_class->dispose = relm_source_history_dispose;
  object_class->finalize = relm_source_history_finalize;
  object_class->get_property = relm_source_history_get_property;
  object_class->set_property = relm_source_history_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, RELM_TYPE_DOCUMENT, once);
  /* Where clones and mirrors are; NULL: the usual place. */
  properties[PROP_CACHE_DIR] = g_param_spec_string ("cache-dir", NULL, NULL, NULL, once);
  /* The record of the source that is read; NULL: the project has no repository. */
  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, RELM_TYPE_RECORD, readable);
  /* NULL until there is one for the first time; another object when anything changed. */
  properties[PROP_CHANGELOG] = g_param_spec_object ("changelog", NULL, NULL, RELM_TYPE_CHANGELOG, readable);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, RELM_TYPE_GIT_SOURCE_STATE, RELM_GIT_SOURCE_IDLE, readable);
  /* From 0 to 1; -1: nobody knows. */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, 0, readable);
  /* What is going on: a translated sentence; may be empty. */
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", readable);
  /* When the mirror was last brought up to date, Unix seconds; 0: not known, or never. */
  properties[PROP_LAST_SYNC] = g_param_spec_int64 ("last-sync", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  /* What went wrong the last time; NULL: nothing. */
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
relm_source_history_init (RelmSourceHistory *self)
{
}

/**
 * relm_source_history_new:
 * @document: the document whose repository it is about
 * @cache_dir: (nullable): where clones and mirrors are; %NULL for the usual place
 *
 * Begins to read the repository at once.
 *
 * Returns: (transfer full): its history
 */
RelmSourceHistory *
relm_source_history_new (RelmDocument *document,
                         const char *cache_dir)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (document), NULL);

  return g_object_new (RELM_TYPE_SOURCE_HISTORY, "document", document, "cache-dir", cache_dir, NULL);
}

/**
 * relm_source_history_sync:
 *
 * Reads what is new in the repository, and makes the changelog anew. Does nothing without a repository, or when it is at it
 * already.
 */
void
relm_source_history_sync (RelmSourceHistory *self)
{
  g_return_if_fail (RELM_IS_SOURCE_HISTORY (self));

  if (self->source == NULL || self->syncing != NULL)
    return;
  self->syncing = g_cancellable_new ();
  relm_git_source_sync_async (self->source, self->syncing, sync_cb, g_object_ref (self));
  update_busy (self);
}

/**
 * relm_source_history_look_again:
 *
 * Looks for the repository again, because it may be found now: a person let Relm read its folder.
 */
void
relm_source_history_look_again (RelmSourceHistory *self)
{
  g_return_if_fail (RELM_IS_SOURCE_HISTORY (self));

  choose_source (self);
}

/**
 * relm_source_history_cancel:
 *
 * Stops reading; what the mirror had stays.
 */
void
relm_source_history_cancel (RelmSourceHistory *self)
{
  g_return_if_fail (RELM_IS_SOURCE_HISTORY (self));

  g_cancellable_cancel (self->syncing);
}

/**
 * relm_source_history_get_document:
 *
 * Returns: (transfer none): the document whose repository it is about
 */
RelmDocument *
relm_source_history_get_document (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), NULL);

  return self->document;
}

/**
 * relm_source_history_get_source:
 *
 * Returns: (transfer none) (nullable): the record of the source that is read; %NULL if the project has no repository
 */
RelmRecord *
relm_source_history_get_source (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), NULL);

  return self->record;
}

/**
 * relm_source_history_get_changelog:
 *
 * Returns: (transfer none) (nullable): the changelog; %NULL until there is one for the first time
 */
RelmChangelog *
relm_source_history_get_changelog (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), NULL);

  return self->changelog;
}

/**
 * relm_source_history_is_busy:
 *
 * Returns: whether the repository is being read, or the changelog made of it: what there is now may not be all
 */
gboolean
relm_source_history_is_busy (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), FALSE);

  return self->syncing != NULL || self->loading != NULL || self->load_again;
}

/**
 * relm_source_history_get_state:
 *
 * Returns: what is done with the repository; idle if there is none
 */
RelmGitSourceState
relm_source_history_get_state (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), RELM_GIT_SOURCE_IDLE);

  return self->source != NULL ? relm_git_source_get_state (self->source) : RELM_GIT_SOURCE_IDLE;
}

/**
 * relm_source_history_get_progress:
 *
 * Returns: how far it is with that, from 0 to 1; -1 if nobody knows
 */
double
relm_source_history_get_progress (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), 0);

  return self->source != NULL ? relm_git_source_get_progress (self->source) : 0;
}

/**
 * relm_source_history_get_status:
 *
 * Returns: (transfer none): a translated sentence that says what it does, or what came of it; may be empty
 */
const char *
relm_source_history_get_status (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), NULL);

  return self->source != NULL ? relm_git_source_get_status (self->source) : "";
}

/**
 * relm_source_history_get_last_sync:
 *
 * Returns: when the mirror was last brought up to date, Unix seconds; 0 if never, or before anything was tried
 */
gint64
relm_source_history_get_last_sync (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), 0);

  return self->source != NULL ? relm_git_source_get_last_sync (self->source) : 0;
}

/**
 * relm_source_history_is_incomplete:
 *
 * Returns: whether the repository is known to have only a part of its history
 */
gboolean
relm_source_history_is_incomplete (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), FALSE);

  return self->source != NULL && relm_git_source_is_incomplete (self->source);
}

/**
 * relm_source_history_get_error:
 *
 * Returns: (transfer none) (nullable): what went wrong the last time
 */
const GError *
relm_source_history_get_error (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), NULL);

  return self->error;
}
