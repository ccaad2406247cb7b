/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-private.h"

struct _RelmChangelogRelease
{
  GObject parent_instance;

  RelmChangelogOrigin *origin;
  char *version;
  GPtrArray *tags; /* of RelmChangelogTag; never NULL, not changed any more */
  char *previous_tag;
  char *record_id;
  RelmRecord *record;
  RelmDate date;
  guint n_commits;
  gboolean prerelease;
  gboolean unreleased;

  RelmChangelogContents *contents; /* NULL until it is loaded */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmChangelogRelease, relm_changelog_release, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/**
 * relm_changelog_release_list_commits:
 *
 * Reads the commits of a release from the mirrors. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type RelmChangelogCommit): newest first; none when no repository has such a
 *   release; or %NULL and a RELM_MIRROR_ERROR
 */
GPtrArray *
relm_changelog_release_list_commits (RelmChangelogRelease *self,
                                     GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *repositories = self->origin->repositories;

  for (guint i = 0; i < (self->unreleased ? repositories->len : self->tags->len); i++)
    {
      const RelmChangelogTag *tag = self->unreleased ? NULL : self->tags->pdata[i];
      RelmChangelogRepository *repository = repositories->pdata[tag != NULL ? tag->repository : i];
      GPtrArray *commits = relm_changelog_repository_list_commits (repository, tag != NULL ? tag->tag->name : NULL,
                                                                   self->origin->named, error);

      if (commits == NULL)
        return NULL;
      g_ptr_array_add (lists, commits);
    }
  return relm_changelog_commits_merge (lists);
}

static RelmChangelogContents *
read_contents (RelmChangelogRelease *self,
               GError **error)
{
  RelmChangelogScope scope = { self->record_id, self->unreleased, NULL };
  g_autoptr (GPtrArray) commits = relm_changelog_release_list_commits (self, error);

  return commits != NULL ? relm_changelog_build (commits, self->origin->curated, &scope) : NULL;
}

static void
take_contents (RelmChangelogRelease *self,
               RelmChangelogContents *contents)
{
  if (self->contents != NULL)
    {
      relm_changelog_contents_free (contents);
      return;
    }
  self->contents = contents;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, contents->sections->len);
}

static void
load_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  RelmChangelogContents *contents = read_contents (source_object, &error);

  if (contents == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, contents, (GDestroyNotify) relm_changelog_contents_free);
}

static GType
get_item_type (GListModel *model)
{
  return RELM_TYPE_CHANGELOG_SECTION;
}

static guint
get_n_items (GListModel *model)
{
  return relm_changelog_release_get_n_sections (RELM_CHANGELOG_RELEASE (model));
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RelmChangelogSection *section = relm_changelog_release_get_section (RELM_CHANGELOG_RELEASE (model), position);

  return section != NULL ? g_object_ref (section) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
relm_changelog_release_finalize (GObject *object)
{
  RelmChangelogRelease *self = RELM_CHANGELOG_RELEASE (object);

  relm_changelog_contents_free (self->contents);
  relm_changelog_origin_unref (self->origin);
  g_free (self->version);
  g_ptr_array_unref (self->tags);
  g_free (self->previous_tag);
  g_free (self->record_id);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (relm_changelog_release_parent_class)->finalize (object);
}

static void
relm_changelog_release_class_init (RelmChangelogReleaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_changelog_release_finalize;
}

static void
relm_changelog_release_init (RelmChangelogRelease *self)
{
}

static RelmChangelogRelease *
release_new (RelmChangelogOrigin *origin,
             const RelmCuratedRelease *curated)
{
  RelmChangelogRelease *self = g_object_new (RELM_TYPE_CHANGELOG_RELEASE, NULL);

  self->origin = relm_changelog_origin_ref (origin);
  self->tags = relm_changelog_tags_new ();
  if (curated != NULL)
    {
      self->record = g_object_ref (curated->record);
      self->record_id = g_strdup (curated->id);
      self->version = g_strdup (curated->version);
    }
  return self;
}

/**
 * relm_changelog_release_new_unreleased:
 * @origin: what the releases share
 * @previous_tag: (nullable): the tag of the newest release
 * @n_commits: how many commits no release holds
 *
 * Returns: (transfer full): what is not released yet
 */
RelmChangelogRelease *
relm_changelog_release_new_unreleased (RelmChangelogOrigin *origin,
                                       const char *previous_tag,
                                       guint n_commits)
{
  RelmChangelogRelease *self = release_new (origin, NULL);

  self->previous_tag = g_strdup (previous_tag);
  self->unreleased = TRUE;
  self->n_commits = n_commits;
  return self;
}

/**
 * relm_changelog_release_new_for_tags:
 * @origin: what the releases share
 * @tags: (element-type RelmChangelogTag) (transfer none): one tag at least, each of another repository, all of one version
 * @curated: (nullable): the project's release that it is
 *
 * Returns: (transfer full): a release of the repositories; it is as old as the last of its tags
 */
RelmChangelogRelease *
relm_changelog_release_new_for_tags (RelmChangelogOrigin *origin,
                                     GPtrArray *tags,
                                     const RelmCuratedRelease *curated)
{
  RelmChangelogRelease *self = release_new (origin, curated);
  const RelmMirrorTag *first = ((RelmChangelogTag *) tags->pdata[0])->tag;
  gint64 time = first->time;

  g_ptr_array_unref (self->tags);
  self->tags = g_ptr_array_ref (tags);
  g_set_str (&self->version, first->version);
  self->previous_tag = g_strdup (first->previous);
  self->prerelease = first->prerelease;
  for (guint i = 0; i < tags->len; i++)
    {
      const RelmChangelogTag *tag = tags->pdata[i];

      time = MAX (time, tag->tag->time);
      self->n_commits += tag->n_commits;
    }
  self->date = relm_date_from_unix (time);
  return self;
}

/**
 * relm_changelog_release_new_for_record:
 * @origin: what the releases share
 * @curated: a release of the project that the repository does not have
 *
 * Returns: (transfer full): a release that holds nothing but what people wrote
 */
RelmChangelogRelease *
relm_changelog_release_new_for_record (RelmChangelogOrigin *origin,
                                       const RelmCuratedRelease *curated)
{
  return release_new (origin, curated);
}

/**
 * relm_changelog_release_new_copy:
 * @release: a release
 *
 * Returns: (transfer full): the same release without what is in it, for another thread to load
 */
RelmChangelogRelease *
relm_changelog_release_new_copy (RelmChangelogRelease *release)
{
  RelmChangelogRelease *self = release_new (release->origin, NULL);

  g_set_object (&self->record, release->record);
  self->record_id = g_strdup (release->record_id);
  self->version = g_strdup (release->version);
  g_ptr_array_unref (self->tags);
  self->tags = g_ptr_array_ref (release->tags);
  self->previous_tag = g_strdup (release->previous_tag);
  self->date = release->date;
  self->n_commits = release->n_commits;
  self->prerelease = release->prerelease;
  self->unreleased = release->unreleased;
  return self;
}

/**
 * relm_changelog_release_build:
 * @commits: (element-type RelmMirrorCommit): the commits that it lists, newest first
 * @folded: (nullable): the ids of other releases of the project whose entries it lists too, %NULL-terminated
 *
 * Makes the sections of these commits instead of what the mirror says. Only while nobody shows the release.
 */
void
relm_changelog_release_build (RelmChangelogRelease *self,
                              GPtrArray *commits,
                              const char *const *folded)
{
  RelmChangelogScope scope = { self->record_id, self->unreleased, folded };

  g_clear_pointer (&self->contents, relm_changelog_contents_free);
  take_contents (self, relm_changelog_build (commits, self->origin->curated, &scope));
}

/**
 * relm_changelog_release_get_tags:
 *
 * Returns: (transfer none) (element-type RelmChangelogTag): its tags, of one repository each; empty without any
 */
GPtrArray *
relm_changelog_release_get_tags (RelmChangelogRelease *self)
{
  return self->tags;
}

/**
 * relm_changelog_release_has_tag:
 *
 * Returns: whether one of its tags is called so
 */
gboolean
relm_changelog_release_has_tag (RelmChangelogRelease *self,
                                const char *name)
{
  for (guint i = 0; i < self->tags->len; i++)
    if (g_str_equal (((RelmChangelogTag *) self->tags->pdata[i])->tag->name, name))
      return TRUE;
  return FALSE;
}

/**
 * relm_changelog_release_get_record_id:
 *
 * Returns: (transfer none) (nullable): the id of the project's release that it is; any thread
 */
const char *
relm_changelog_release_get_record_id (RelmChangelogRelease *self)
{
  return self->record_id;
}

/**
 * relm_changelog_release_get_version:
 *
 * Returns: (transfer none) (nullable): its version; %NULL for what is not released yet
 */
const char *
relm_changelog_release_get_version (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), NULL);

  return self->version;
}

/**
 * relm_changelog_release_get_tag:
 *
 * Returns: (transfer none) (nullable): its tag in the first repository that has it
 */
const char *
relm_changelog_release_get_tag (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), NULL);

  return self->tags->len > 0 ? ((RelmChangelogTag *) self->tags->pdata[0])->tag->name : NULL;
}

/**
 * relm_changelog_release_get_previous_tag:
 *
 * Returns: (transfer none) (nullable): the tag of the release before it
 */
const char *
relm_changelog_release_get_previous_tag (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), NULL);

  return self->previous_tag;
}

/**
 * relm_changelog_release_get_date:
 *
 * Returns: the day of its tag, in UTC; RELM_DATE_NONE without a tag
 */
RelmDate
relm_changelog_release_get_date (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), RELM_DATE_NONE);

  return self->date;
}

/**
 * relm_changelog_release_is_prerelease:
 *
 * Returns: whether its version comes before a final one
 */
gboolean
relm_changelog_release_is_prerelease (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), FALSE);

  return self->prerelease;
}

/**
 * relm_changelog_release_is_unreleased:
 *
 * Returns: whether it is what no release holds yet
 */
gboolean
relm_changelog_release_is_unreleased (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), FALSE);

  return self->unreleased;
}

/**
 * relm_changelog_release_dup_title:
 *
 * Returns: (transfer full): its version, or the word for what is not released yet, translated
 */
char *
relm_changelog_release_dup_title (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), NULL);

  return g_strdup (self->version != NULL ? self->version : _ ("Unreleased"));
}

/**
 * relm_changelog_release_get_record:
 *
 * Returns: (transfer none) (nullable): the project's release that it is
 */
RelmRecord *
relm_changelog_release_get_record (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), NULL);

  return self->record;
}

/**
 * relm_changelog_release_get_n_commits:
 *
 * Returns: how many commits it holds; before it is loaded merges count too
 */
guint
relm_changelog_release_get_n_commits (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), 0);

  return self->contents != NULL ? self->contents->n_commits : self->n_commits;
}

/**
 * relm_changelog_release_is_loaded:
 *
 * Returns: whether its sections are there
 */
gboolean
relm_changelog_release_is_loaded (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), FALSE);

  return self->contents != NULL;
}

/**
 * relm_changelog_release_load:
 *
 * Loads the sections in this thread, if they are not there.
 *
 * Returns: whether they are there now
 */
gboolean
relm_changelog_release_load (RelmChangelogRelease *self,
                             GCancellable *cancellable,
                             GError **error)
{
  RelmChangelogContents *contents;

  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), FALSE);

  if (self->contents != NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  contents = read_contents (self, error);
  if (contents != NULL)
    take_contents (self, contents);
  return contents != NULL;
}

/**
 * relm_changelog_release_load_async:
 * @cancellable: (nullable): a cancellable
 *
 * Loads the sections in a worker thread.
 */
void
relm_changelog_release_load_async (RelmChangelogRelease *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (RELM_IS_CHANGELOG_RELEASE (self));

  if (self->contents != NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_run_in_thread (task, load_in_thread);
}

/**
 * relm_changelog_release_load_finish:
 *
 * Returns: whether the sections are there now
 */
gboolean
relm_changelog_release_load_finish (RelmChangelogRelease *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  RelmChangelogContents *contents;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  contents = g_task_propagate_pointer (G_TASK (result), error);
  if (contents != NULL)
    take_contents (self, contents);
  return self->contents != NULL;
}

/**
 * relm_changelog_release_get_n_entries:
 *
 * Returns: how many entries it has, 0 until it is loaded
 */
guint
relm_changelog_release_get_n_entries (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), 0);

  return self->contents != NULL ? self->contents->n_entries : 0;
}

/**
 * relm_changelog_release_get_n_sections:
 *
 * Returns: how many kinds of change it has, 0 until it is loaded
 */
guint
relm_changelog_release_get_n_sections (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), 0);

  return self->contents != NULL ? self->contents->sections->len : 0;
}

/**
 * relm_changelog_release_get_section:
 *
 * Returns: (transfer none) (nullable): the section at @index, %NULL past the end
 */
RelmChangelogSection *
relm_changelog_release_get_section (RelmChangelogRelease *self,
                                    guint index)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), NULL);

  return index < relm_changelog_release_get_n_sections (self) ? self->contents->sections->pdata[index] : NULL;
}

/**
 * relm_changelog_release_find_section:
 *
 * Returns: (transfer none) (nullable): the section of @kind, %NULL when it would be empty
 */
RelmChangelogSection *
relm_changelog_release_find_section (RelmChangelogRelease *self,
                                     RelmChangelogKind kind)
{
  for (guint i = 0; i < relm_changelog_release_get_n_sections (self); i++)
    {
      RelmChangelogSection *section = relm_changelog_release_get_section (self, i);

      if (relm_changelog_section_get_kind (section) == kind)
        return section;
    }
  return NULL;
}

/**
 * relm_changelog_release_get_contents:
 *
 * Returns: (transfer none) (nullable): all that it holds, with who took part, those of most commits first, and what is outside of
 *   every component; %NULL until it is loaded
 */
const RelmChangelogContents *
relm_changelog_release_get_contents (RelmChangelogRelease *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_RELEASE (self), NULL);

  return self->contents;
}
