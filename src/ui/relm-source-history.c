/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-change-entry.h"
#include "relm-component.h"
#include "relm-release.h"
#include "relm-settings.h"
#include "relm-source-history.h"
#include "relm-source-report.h"
#include "relm-source-set.h"

#define EDIT_DELAY_MS 150 /* after an edit, so that typing does not make a changelog per letter */

struct _RelmSourceHistory
{
  GObject parent_instance;

  RelmDocument *document;
  RelmSourceSet *set;   /* of the document */
  RelmProject *project; /* of the document, watched */

  RelmSourceReport told; /* what others know */

  RelmChangelog *changelog;
  GCancellable *loading; /* or NULL: it does not */
  gboolean load_again;
  guint edited; /* source id, or 0 */
  GError *load_error;
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
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

static RelmRecord *
get_record (const RelmSourceReport *report)
{
  return report->link != NULL ? relm_source_link_get_record (report->link) : NULL;
}

static void
notify_changes (RelmSourceHistory *self,
                const RelmSourceReport *before)
{
  const RelmSourceReport *now = &self->told;
  const gboolean changed[N_PROPS] = {
    [PROP_SOURCE] = get_record (before) != get_record (now),
    [PROP_STATE] = before->state != now->state,
    [PROP_PROGRESS] = before->progress < now->progress || before->progress > now->progress,
    [PROP_STATUS] = g_strcmp0 (before->status, now->status) != 0,
    [PROP_LAST_SYNC] = before->last_sync != now->last_sync,
    [PROP_BUSY] = before->busy != now->busy,
    [PROP_ERROR] = !relm_source_report_is_same_error (before->error, now->error),
  };

  for (guint i = 1; i < N_PROPS; i++)
    if (changed[i])
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* Looks at the repositories, and tells others what is new of them. */
static void
update (RelmSourceHistory *self)
{
  g_autoptr (GPtrArray) links = relm_source_set_list_repositories (self->set);
  RelmSourceReport before = self->told;

  relm_source_report_init (&self->told, links);
  self->told.busy |= self->loading != NULL || self->load_again;
  if (self->told.error == NULL && self->load_error != NULL)
    self->told.error = g_error_copy (self->load_error);
  if (self->told.last_sync != before.last_sync && self->told.incomplete != NULL && self->changelog != NULL)
    {
      load (self); /* a part of a large repository is there */
      self->told.busy = TRUE;
    }
  g_object_freeze_notify (G_OBJECT (self));
  notify_changes (self, &before);
  g_object_thaw_notify (G_OBJECT (self));
  relm_source_report_clear (&before);
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
  g_clear_object (&self->loading);
  if (self->project == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&error);
      return;
    }
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_error (&self->load_error);
  self->load_error = error;
  if (changelog != NULL)
    {
      g_set_object (&self->changelog, changelog);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGELOG]);
    }
  if (self->load_again)
    load (self);
  update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static GPtrArray *
list_repositories (RelmSourceHistory *self)
{
  g_autoptr (GPtrArray) links = relm_source_set_list_repositories (self->set);
  GPtrArray *repositories = relm_changelog_repositories_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const char *path = relm_git_source_get_mirror_path (relm_source_link_get_repository (links->pdata[i]));

      if (path != NULL)
        relm_changelog_repositories_add_source (repositories, self->project, relm_source_link_get_record (links->pdata[i]), path);
    }
  return repositories;
}

/* Makes the changelog anew; if one is being made, it is made again after that. */
static void
load (RelmSourceHistory *self)
{
  g_autoptr (GPtrArray) repositories = NULL;

  self->load_again = self->loading != NULL;
  if (self->load_again)
    return;
  self->loading = g_cancellable_new ();
  repositories = list_repositories (self);
  relm_changelog_load_async (repositories, self->project, self->loading, load_cb, g_object_ref (self));
}

/* What could not be read is not tried again and again. */
static gboolean
is_wanted (RelmSourceLink *link,
           gboolean wanted)
{
  if (!relm_source_link_was_tried (link))
    return wanted || !relm_source_link_is_known (link);
  return !relm_source_link_is_busy (link) && relm_source_link_get_error (link) == NULL && !relm_source_link_is_known (link);
}

/* What is new, and what is not known at all, is read though nobody asked; the former as the person wants it. */
static void
read_by_itself (RelmSourceHistory *self,
                gboolean only_unknown)
{
  g_autoptr (GPtrArray) links = relm_source_set_list_repositories (self->set);
  const gboolean wanted = !only_unknown && relm_settings_get_boolean ("auto-sync", TRUE);

  for (guint i = 0; i < links->len; i++)
    if (is_wanted (links->pdata[i], wanted))
      relm_source_link_sync (links->pdata[i], FALSE);
}

/* Shows what the mirrors have, and reads the repositories that were not read yet. */
static void
sources_changed_cb (RelmSourceHistory *self)
{
  if (self->project != relm_document_get_project (self->document))
    return; /* that is heard of next */
  /* only at the end, because who hears of a source that is not being read thinks that it has nothing */
  g_object_freeze_notify (G_OBJECT (self));
  read_by_itself (self, FALSE);
  load (self);
  update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
edited_cb (gpointer data)
{
  RelmSourceHistory *self = data;

  self->edited = 0;
  read_by_itself (self, TRUE); /* a path that nobody looked for before */
  load (self);
  update (self);
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

  if (self->edited == 0 && (kind == RELM_TYPE_CHANGE_ENTRY || kind == RELM_TYPE_RELEASE || kind == RELM_TYPE_COMPONENT))
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

/* Another project, as after reading the file again. */
static void
project_replaced_cb (RelmSourceHistory *self)
{
  unwatch_project (self);
  self->project = g_object_ref (relm_document_get_project (self->document));
  g_signal_connect_swapped (self->project, "changed", G_CALLBACK (project_changed_cb), self);
  sources_changed_cb (self);
}

/* Somebody read it. */
static void
set_synced_cb (RelmSourceHistory *self,
               RelmSourceLink *link)
{
  if (self->project == NULL || relm_source_link_get_repository (link) == NULL)
    return;
  if (relm_source_link_get_error (link) == NULL)
    load (self);
  update (self);
}

static void
set_changed_cb (RelmSourceHistory *self)
{
  if (self->project != NULL)
    update (self);
}

static void
relm_source_history_constructed (GObject *object)
{
  RelmSourceHistory *self = RELM_SOURCE_HISTORY (object);

  G_OBJECT_CLASS (relm_source_history_parent_class)->constructed (object);
  self->set = g_object_ref (relm_source_set_get (self->document));
  g_signal_connect_object (self->document, "notify::project", G_CALLBACK (project_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->set, "items-changed", G_CALLBACK (sources_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->set, "changed", G_CALLBACK (set_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->set, "synced", G_CALLBACK (set_synced_cb), self, G_CONNECT_SWAPPED);
  project_replaced_cb (self);
}

static void
relm_source_history_dispose (GObject *object)
{
  RelmSourceHistory *self = RELM_SOURCE_HISTORY (object);

  unwatch_project (self);
  g_cancellable_cancel (self->loading);
  if (self->set != NULL)
    g_signal_handlers_disconnect_by_data (self->set, self);
  g_clear_object (&self->set);
  g_clear_object (&self->changelog);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (relm_source_history_parent_class)->dispose (object);
}

static void
relm_source_history_finalize (GObject *object)
{
  RelmSourceHistory *self = RELM_SOURCE_HISTORY (object);

  relm_source_report_clear (&self->told);
  g_clear_object (&self->loading);
  g_clear_error (&self->load_error);
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
    case PROP_SOURCE:
      g_value_set_object (value, get_record (&self->told));
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
      g_value_set_boxed (value, self->told.error);
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
 * @document: the document whose repositories it is about
 *
 * Begins to read the repositories at once, as far as the person wants that.
 *
 * Returns: (transfer full): its history
 */
RelmSourceHistory *
relm_source_history_new (RelmDocument *document)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (document), NULL);

  return g_object_new (RELM_TYPE_SOURCE_HISTORY, "document", document, NULL);
}

/**
 * relm_source_history_sync:
 *
 * Reads what is new in the repositories, and makes the changelog anew. Does nothing without a repository; one that is being
 * read goes on.
 */
void
relm_source_history_sync (RelmSourceHistory *self)
{
  g_autoptr (GPtrArray) links = NULL;

  g_return_if_fail (RELM_IS_SOURCE_HISTORY (self));

  links = relm_source_set_list_repositories (self->set);
  for (guint i = 0; i < links->len; i++)
    relm_source_link_sync (links->pdata[i], FALSE);
}

/**
 * relm_source_history_look_again:
 *
 * Looks for the repositories again, because one may be found now: a person let Relm read its folder.
 */
void
relm_source_history_look_again (RelmSourceHistory *self)
{
  g_autoptr (GPtrArray) links = NULL;

  g_return_if_fail (RELM_IS_SOURCE_HISTORY (self));

  relm_source_set_look_again (self->set);
  links = relm_source_set_list_repositories (self->set);
  for (guint i = 0; i < links->len; i++)
    if (relm_source_link_get_error (links->pdata[i]) != NULL)
      relm_source_link_sync (links->pdata[i], FALSE);
}

/**
 * relm_source_history_cancel:
 *
 * Stops reading; what the mirrors had stays.
 */
void
relm_source_history_cancel (RelmSourceHistory *self)
{
  g_autoptr (GPtrArray) links = NULL;

  g_return_if_fail (RELM_IS_SOURCE_HISTORY (self));

  links = relm_source_set_list_repositories (self->set);
  for (guint i = 0; i < links->len; i++)
    relm_source_link_cancel (links->pdata[i]);
}

/**
 * relm_source_history_get_document:
 *
 * Returns: (transfer none): the document whose repositories it is about
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
 * Returns: (transfer none) (nullable): the repository that matters most; %NULL if the project has none
 */
RelmRecord *
relm_source_history_get_source (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), NULL);

  return get_record (&self->told);
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
 * Returns: whether a repository is being read, or the changelog made: what there is now may not be all
 */
gboolean
relm_source_history_is_busy (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), FALSE);

  return self->told.busy;
}

/**
 * relm_source_history_get_state:
 *
 * Returns: what is done with the repository that matters most; idle if there is none
 */
RelmGitSourceState
relm_source_history_get_state (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), RELM_GIT_SOURCE_IDLE);

  return self->told.state;
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

  return self->told.progress;
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

  return self->told.status != NULL ? self->told.status : "";
}

/**
 * relm_source_history_get_last_sync:
 *
 * Returns: when the mirror that is the oldest was brought up to date, Unix seconds; 0 if never, or before anything was tried
 */
gint64
relm_source_history_get_last_sync (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), 0);

  return self->told.last_sync;
}

/**
 * relm_source_history_explain_incomplete:
 *
 * Returns: (transfer none) (nullable): why a repository has only a part of its history, in a translated sentence; %NULL if all is
 *   there
 */
const char *
relm_source_history_explain_incomplete (RelmSourceHistory *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_HISTORY (self), NULL);

  return self->told.incomplete;
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

  return self->told.error;
}
