/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-private.h"
#include "relm-commit-style.h"
#include "relm-mirror-path.h"

#define STYLE_SAMPLE 200 /* commits that are enough to tell whether a repository follows Conventional Commits */

struct _RelmChangelog
{
  GObject parent_instance;

  RelmChangelogOrigin *origin;
  GPtrArray *releases;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmChangelog, relm_changelog, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/**
 * relm_changelog_origin_ref:
 *
 * Returns: (transfer full): @origin
 */
RelmChangelogOrigin *
relm_changelog_origin_ref (RelmChangelogOrigin *origin)
{
  return g_atomic_rc_box_acquire (origin);
}

static void
origin_clear (gpointer data)
{
  RelmChangelogOrigin *origin = data;

  g_ptr_array_unref (origin->repositories);
  relm_curated_free (origin->curated);
}

/**
 * relm_changelog_origin_unref:
 * @origin: (transfer full): what the releases share
 */
void
relm_changelog_origin_unref (RelmChangelogOrigin *origin)
{
  g_atomic_rc_box_release_full (origin, origin_clear);
}

static RelmChangelogOrigin *
origin_new (GPtrArray *repositories,
            RelmProject *project)
{
  RelmChangelogOrigin *origin = g_atomic_rc_box_new0 (RelmChangelogOrigin);

  origin->repositories = repositories != NULL ? g_ptr_array_ref (repositories) : relm_changelog_repositories_new ();
  origin->named = relm_changelog_repositories_need_names (origin->repositories);
  origin->curated = relm_curated_new (project);
  return origin;
}

static RelmChangelog *
changelog_new (RelmChangelogOrigin *origin)
{
  RelmChangelog *self = g_object_new (RELM_TYPE_CHANGELOG, NULL);

  self->origin = relm_changelog_origin_ref (origin);
  return self;
}

static void
count_style (GPtrArray *commits,
             guint *n_commits,
             guint *n_known)
{
  for (guint i = 0; i < commits->len; i++)
    {
      const RelmMirrorCommit *commit = commits->pdata[i];

      *n_commits += !commit->merge;
      *n_known += !commit->merge && relm_commit_type_is_known (commit->type);
    }
}

/* From the newest commits, because a convention is often taken up late. */
static gboolean
sample_style (RelmMirror *mirror,
              GPtrArray *tags,
              GPtrArray *unreleased)
{
  guint n_commits = 0, n_known = 0;

  count_style (unreleased, &n_commits, &n_known);
  for (guint i = 0; i < tags->len && n_commits < STYLE_SAMPLE; i++)
    {
      const RelmMirrorTag *tag = tags->pdata[i];
      g_autoptr (GPtrArray) commits = NULL;

      if (tag->version == NULL || tag->n_commits == 0)
        continue;
      commits = relm_mirror_list_commits (mirror, tag->name, NULL);
      if (commits != NULL)
        count_style (commits, &n_commits, &n_known);
    }
  return relm_commit_style_is_conventional (n_commits, n_known);
}

static void
add_releases (RelmChangelog *self,
              GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *tags = groups->pdata[i];
      RelmCuratedRelease *curated = NULL;

      for (guint j = 0; curated == NULL && j < tags->len; j++)
        {
          const RelmMirrorTag *tag = ((RelmChangelogTag *) tags->pdata[j])->tag;

          curated = relm_curated_find_release (self->origin->curated, tag->name, tag->version);
        }
      if (curated != NULL)
        curated->matched = TRUE;
      g_ptr_array_add (self->releases, relm_changelog_release_new_for_tags (self->origin, tags, curated));
    }
}

/* Releases that the repository does not have, and of which people wrote something. */
static void
add_records (RelmChangelog *self,
             guint position)
{
  RelmCurated *curated = self->origin->curated;

  for (guint i = 0; i < curated->releases->len; i++)
    {
      RelmCuratedRelease *release = curated->releases->pdata[i];

      if (!release->matched && relm_curated_has_entries (curated, release->id))
        g_ptr_array_insert (self->releases, (int) position,
                            relm_changelog_release_new_for_record (self->origin, release));
    }
}

/* Those tags that are releases; they take them out of @tags. */
static GPtrArray *
take_releases (GPtrArray *tags,
               guint repository)
{
  GPtrArray *releases = relm_changelog_tags_new ();

  g_ptr_array_set_free_func (tags, NULL);
  for (guint i = 0; i < tags->len; i++)
    {
      RelmMirrorTag *tag = tags->pdata[i];

      if (tag->version != NULL)
        g_ptr_array_add (releases, relm_changelog_tag_new (tag, repository));
      else
        relm_mirror_tag_free (tag);
    }
  return releases;
}

/* Where only paths of a repository are of the product, other commits do not count. */
static gboolean
count_touching (const RelmChangelogRepository *repository,
                RelmMirror *mirror,
                GPtrArray *releases,
                guint *n_unreleased,
                GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_path_free);
  g_autoptr (GHashTable) counts = NULL;

  for (guint i = 0; i < repository->parts->len; i++)
    {
      const RelmChangelogPart *part = repository->parts->pdata[i];
      RelmMirrorPath *path = part->path != NULL ? relm_mirror_load_path (mirror, part->path, error) : NULL;

      if (part->path == NULL)
        return TRUE; /* all of it is */
      if (path == NULL)
        return FALSE;
      g_ptr_array_add (paths, path);
    }
  counts = paths->len > 0 ? relm_mirror_count_touching (mirror, paths, error) : NULL;
  if (counts == NULL)
    return paths->len == 0;
  *n_unreleased = GPOINTER_TO_UINT (g_hash_table_lookup (counts, ""));
  for (guint i = 0; i < releases->len; i++)
    {
      RelmChangelogTag *tag = releases->pdata[i];

      tag->n_commits = GPOINTER_TO_UINT (g_hash_table_lookup (counts, tag->tag->name));
    }
  return TRUE;
}

/* Returns: (transfer full) (element-type RelmChangelogTag) (nullable): its releases, newest first */
static GPtrArray *
read_repository (RelmChangelog *self,
                 guint index,
                 guint *n_unreleased,
                 guint *n_outside,
                 GError **error)
{
  RelmChangelogRepository *repository = self->origin->repositories->pdata[index];
  g_autoptr (RelmMirror) mirror = relm_mirror_open (repository->mirror_path, error);
  g_autoptr (GPtrArray) tags = mirror != NULL ? relm_mirror_list_tags (mirror, error) : NULL;
  g_autoptr (GPtrArray) unreleased = tags != NULL ? relm_mirror_list_commits (mirror, NULL, error) : NULL;
  g_autoptr (GPtrArray) releases = NULL;
  guint n;

  if (unreleased == NULL)
    return NULL;
  repository->conventional = sample_style (mirror, tags, unreleased);
  self->origin->conventional |= repository->conventional;
  n = unreleased->len;
  releases = take_releases (tags, index);
  if (!count_touching (repository, mirror, releases, &n, error))
    return NULL;
  *n_unreleased += n;
  *n_outside += unreleased->len - n;
  return g_steal_pointer (&releases);
}

static gboolean
read_repositories (RelmChangelog *self,
                   guint *n_unreleased,
                   guint *n_outside,
                   GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 0; i < self->origin->repositories->len; i++)
    {
      GPtrArray *releases = read_repository (self, i, n_unreleased, n_outside, error);

      if (releases == NULL)
        return FALSE;
      g_ptr_array_add (lists, releases);
    }
  groups = relm_changelog_tags_gather (lists);
  add_releases (self, groups);
  return TRUE;
}

/* The origin is nobody else's until this is done. */
static gboolean
read_releases (RelmChangelog *self,
               GError **error)
{
  RelmChangelogRelease *newest;
  guint n_unreleased = 0, n_outside = 0;
  guint position = 0;

  if (!read_repositories (self, &n_unreleased, &n_outside, error))
    return FALSE;
  newest = self->releases->len > 0 ? self->releases->pdata[0] : NULL;
  if (n_unreleased + n_outside > 0 || relm_curated_has_entries (self->origin->curated, NULL))
    g_ptr_array_insert (self->releases, (int) position++,
                        relm_changelog_release_new_unreleased (
                          self->origin, newest != NULL ? relm_changelog_release_get_tag (newest) : NULL, n_unreleased));
  add_records (self, position);
  return TRUE;
}

static void
load_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  g_autoptr (RelmChangelog) self = changelog_new (task_data);
  GError *error = NULL;

  if (read_releases (self, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
  else
    g_task_return_error (task, error);
}

static GType
get_item_type (GListModel *model)
{
  return RELM_TYPE_CHANGELOG_RELEASE;
}

static guint
get_n_items (GListModel *model)
{
  return relm_changelog_get_n_releases (RELM_CHANGELOG (model));
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RelmChangelogRelease *release = relm_changelog_get_release (RELM_CHANGELOG (model), position);

  return release != NULL ? g_object_ref (release) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
relm_changelog_finalize (GObject *object)
{
  RelmChangelog *self = RELM_CHANGELOG (object);

  g_ptr_array_unref (self->releases);
  relm_changelog_origin_unref (self->origin);

  G_OBJECT_CLASS (relm_changelog_parent_class)->finalize (object);
}

static void
relm_changelog_class_init (RelmChangelogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_changelog_finalize;
}

static void
relm_changelog_init (RelmChangelog *self)
{
  self->releases = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * relm_changelog_new_copy:
 * @changelog: a changelog
 * @only: (nullable): the only release of it that the copy has
 *
 * Returns: (transfer full): the same changelog without what is in its releases, for another thread to load
 */
RelmChangelog *
relm_changelog_new_copy (RelmChangelog *changelog,
                         RelmChangelogRelease *only)
{
  RelmChangelog *self = changelog_new (changelog->origin);

  for (guint i = 0; i < changelog->releases->len; i++)
    if (only == NULL || only == changelog->releases->pdata[i])
      g_ptr_array_add (self->releases, relm_changelog_release_new_copy (changelog->releases->pdata[i]));
  return self;
}

/**
 * relm_changelog_load:
 * @repositories: (nullable) (element-type RelmChangelogRepository): what it is made of, not to be changed or read any more by
 *   the caller; without any there is only what people wrote
 * @project: (nullable): the project
 * @cancellable: (nullable): a cancellable
 *
 * Reads which releases there are; what is in them is read when it is asked for. Blocks.
 *
 * Returns: (transfer full) (nullable): the changelog
 */
RelmChangelog *
relm_changelog_load (GPtrArray *repositories,
                     RelmProject *project,
                     GCancellable *cancellable,
                     GError **error)
{
  RelmChangelogOrigin *origin = origin_new (repositories, project);
  g_autoptr (RelmChangelog) self = changelog_new (origin);

  relm_changelog_origin_unref (origin);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !read_releases (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * relm_changelog_load_async:
 * @repositories: (nullable) (element-type RelmChangelogRepository): what it is made of, not to be used any more by the caller
 * @project: (nullable): the project, of which a copy is made at once
 * @cancellable: (nullable): a cancellable
 *
 * relm_changelog_load() in a worker thread.
 */
void
relm_changelog_load_async (GPtrArray *repositories,
                           RelmProject *project,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, origin_new (repositories, project), (GDestroyNotify) relm_changelog_origin_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * relm_changelog_load_finish:
 *
 * Returns: (transfer full) (nullable): the changelog
 */
RelmChangelog *
relm_changelog_load_finish (GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * relm_changelog_get_n_releases:
 *
 * Returns: how many releases there are, with what is not released yet
 */
guint
relm_changelog_get_n_releases (RelmChangelog *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG (self), 0);

  return self->releases->len;
}

/**
 * relm_changelog_get_release:
 *
 * Returns: (transfer none) (nullable): the release at @index, %NULL past the end
 */
RelmChangelogRelease *
relm_changelog_get_release (RelmChangelog *self,
                            guint index)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG (self), NULL);

  return index < self->releases->len ? self->releases->pdata[index] : NULL;
}

static gboolean
is_named (RelmChangelogRelease *release,
          const char *name)
{
  if (relm_changelog_release_is_unreleased (release))
    return g_ascii_strcasecmp (name, "unreleased") == 0;
  return g_strcmp0 (relm_changelog_release_get_version (release), name) == 0 ||
         relm_changelog_release_has_tag (release, name);
}

/**
 * relm_changelog_find_release:
 * @name: a version, a tag, or “unreleased”
 *
 * Returns: (transfer none) (nullable): that release
 */
RelmChangelogRelease *
relm_changelog_find_release (RelmChangelog *self,
                             const char *name)
{
  for (guint i = 0; i < relm_changelog_get_n_releases (self); i++)
    if (is_named (relm_changelog_get_release (self, i), name))
      return relm_changelog_get_release (self, i);
  return NULL;
}

/**
 * relm_changelog_find_record:
 * @record: (nullable): a release of the project
 *
 * Returns: (transfer none) (nullable): that release
 */
RelmChangelogRelease *
relm_changelog_find_record (RelmChangelog *self,
                            RelmRecord *record)
{
  for (guint i = 0; record != NULL && i < relm_changelog_get_n_releases (self); i++)
    if (relm_changelog_release_get_record (relm_changelog_get_release (self, i)) == record)
      return relm_changelog_get_release (self, i);
  return NULL;
}

/**
 * relm_changelog_is_conventional:
 *
 * Returns: whether a repository of it follows Conventional Commits
 */
gboolean
relm_changelog_is_conventional (RelmChangelog *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG (self), FALSE);

  return self->origin->conventional;
}

/**
 * relm_changelog_remove_release:
 * @release: one of @self
 *
 * Takes a release out whose changes another one lists.
 */
void
relm_changelog_remove_release (RelmChangelog *self,
                               RelmChangelogRelease *release)
{
  guint index;

  if (!g_ptr_array_find (self->releases, release, &index))
    return;
  g_ptr_array_remove_index (self->releases, index);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 1, 0);
}

static RelmChangelogRelease *
find_latest (RelmChangelog *self)
{
  for (guint i = 0; i < relm_changelog_get_n_releases (self); i++)
    {
      RelmChangelogRelease *release = relm_changelog_get_release (self, i);

      if (relm_changelog_release_get_tag (release) != NULL)
        return release;
    }
  return NULL;
}

/* What the unreleased changes ask for; RELM_VERSION_BUMP_RELEASE when there is nothing that a reader would look for. */
static RelmVersionBump
get_bump (RelmChangelogRelease *unreleased,
          gboolean initial)
{
  if (relm_changelog_release_find_section (unreleased, RELM_CHANGELOG_KIND_BREAKING) != NULL)
    return initial ? RELM_VERSION_BUMP_MINOR : RELM_VERSION_BUMP_MAJOR;
  if (relm_changelog_release_find_section (unreleased, RELM_CHANGELOG_KIND_ADDED) != NULL ||
      relm_changelog_release_find_section (unreleased, RELM_CHANGELOG_KIND_DEPRECATED) != NULL ||
      relm_changelog_release_find_section (unreleased, RELM_CHANGELOG_KIND_REMOVED) != NULL)
    return RELM_VERSION_BUMP_MINOR;
  if (relm_changelog_release_find_section (unreleased, RELM_CHANGELOG_KIND_CHANGED) != NULL ||
      relm_changelog_release_find_section (unreleased, RELM_CHANGELOG_KIND_FIXED) != NULL ||
      relm_changelog_release_find_section (unreleased, RELM_CHANGELOG_KIND_SECURITY) != NULL)
    return RELM_VERSION_BUMP_PATCH;
  return RELM_VERSION_BUMP_RELEASE;
}

/**
 * relm_changelog_suggest_version:
 * @date: when the next release will be; for calendar versions
 *
 * SemVer 2.0.0: what breaks asks for a major version, what is new for a minor one, all else for a patch. As long as the
 * major version is 0, what breaks asks for a minor one. The pre-release of a version is followed by that version. The
 * unreleased changes must be loaded.
 *
 * Returns: (transfer full) (nullable): the version that the unreleased changes ask for; %NULL when there are none, or when
 *   the commits of the repository do not say what they are
 */
char *
relm_changelog_suggest_version (RelmChangelog *self,
                                RelmDate date)
{
  RelmChangelogRelease *unreleased = relm_changelog_find_release (self, "unreleased");
  RelmChangelogRelease *latest = find_latest (self);
  g_autoptr (RelmVersion) version = NULL;
  g_autoptr (RelmVersion) next = NULL;
  RelmVersionBump bump;

  if (unreleased == NULL || relm_changelog_release_get_n_entries (unreleased) == 0)
    return NULL;
  if (latest == NULL)
    return g_strdup ("0.1.0");

  version = relm_version_parse_tag (relm_changelog_release_get_version (latest), NULL);
  if (version == NULL)
    return NULL;
  if (relm_version_is_calendar (version))
    next = relm_version_next_calendar (version, date);
  else if (relm_version_is_prerelease (version))
    next = relm_version_bump (version, RELM_VERSION_BUMP_RELEASE, NULL, 0);
  else if (self->origin->conventional)
    {
      bump = get_bump (unreleased, relm_version_is_initial_development (version));
      next = relm_version_bump (version, bump, NULL, 0);
    }
  return next != NULL ? g_strdup (relm_version_get_text (next)) : NULL;
}
