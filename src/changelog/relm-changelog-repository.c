/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-repository.h"
#include "relm-mirror-path.h"
#include "relm-mirror.h"
#include "relm-repositories.h"

static void
part_free (gpointer data)
{
  RelmChangelogPart *part = data;

  g_free (part->name);
  g_free (part->path);
  g_free (part);
}

static void
repository_free (gpointer data)
{
  RelmChangelogRepository *self = data;

  g_free (self->mirror_path);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * relm_changelog_repositories_new:
 *
 * Returns: (transfer full) (element-type RelmChangelogRepository): an empty list that owns its repositories
 */
GPtrArray *
relm_changelog_repositories_new (void)
{
  return g_ptr_array_new_with_free_func (repository_free);
}

/**
 * relm_changelog_repositories_add:
 * @mirror_path: where its mirror is
 *
 * Returns: (transfer none): a repository at the end of the list, without parts; a repository needs one at least
 */
RelmChangelogRepository *
relm_changelog_repositories_add (GPtrArray *repositories,
                                 const char *mirror_path)
{
  RelmChangelogRepository *self = g_new0 (RelmChangelogRepository, 1);

  g_return_val_if_fail (mirror_path != NULL, NULL);

  self->mirror_path = g_strdup (mirror_path);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  g_ptr_array_add (repositories, self);
  return self;
}

/**
 * relm_changelog_repository_add_part:
 * @name: (nullable): a component's name
 * @path: (nullable): its path; %NULL for all of the repository
 */
void
relm_changelog_repository_add_part (RelmChangelogRepository *self,
                                    const char *name,
                                    const char *path)
{
  RelmChangelogPart *part = g_new0 (RelmChangelogPart, 1);

  part->name = g_strdup (name);
  part->path = g_strdup (path);
  g_ptr_array_add (self->parts, part);
}

/**
 * relm_changelog_repositories_add_source:
 * @source: a repository of the project
 * @mirror_path: where its mirror is
 *
 * Adds it with its components. Main thread.
 */
void
relm_changelog_repositories_add_source (GPtrArray *repositories,
                                        RelmProject *project,
                                        RelmRecord *source,
                                        const char *mirror_path)
{
  RelmChangelogRepository *self = relm_changelog_repositories_add (repositories, mirror_path);
  g_autoptr (GPtrArray) components = relm_repositories_list_components (project, source);

  for (guint i = 0; i < components->len; i++)
    {
      g_autofree char *path = relm_repositories_dup_path (components->pdata[i]);

      relm_changelog_repository_add_part (self, relm_record_get_title (components->pdata[i]), path);
    }
  if (components->len == 0)
    relm_changelog_repository_add_part (self, relm_record_get_title (source), NULL);
}

/**
 * relm_changelog_repositories_need_names:
 *
 * Returns: whether there are several parts, so that a reader wants to know which one a change is of
 */
gboolean
relm_changelog_repositories_need_names (GPtrArray *repositories)
{
  guint n = 0;

  for (guint i = 0; i < repositories->len; i++)
    n += ((RelmChangelogRepository *) repositories->pdata[i])->parts->len;
  return n > 1;
}

/**
 * relm_changelog_repository_has_paths:
 *
 * Returns: whether a part is a path in it
 */
gboolean
relm_changelog_repository_has_paths (RelmChangelogRepository *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((RelmChangelogPart *) self->parts->pdata[i])->path != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (element-type RelmMirrorPath) (nullable): what touches each part; NULL for a part that is all */
static GPtrArray *
load_paths (RelmChangelogRepository *self,
            RelmMirror *mirror,
            GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_path_free);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const RelmChangelogPart *part = self->parts->pdata[i];
      RelmMirrorPath *path = part->path != NULL ? relm_mirror_load_path (mirror, part->path, error) : NULL;

      if (part->path != NULL && path == NULL)
        return NULL;
      g_ptr_array_add (paths, path);
    }
  return g_steal_pointer (&paths);
}

/* Those with a path that it touches; if there are none, the first that is all of the repository. */
static char **
find_names (RelmChangelogRepository *self,
            GPtrArray *paths,
            gint32 id,
            gboolean *outside)
{
  const RelmChangelogPart *whole = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gboolean found = FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const RelmChangelogPart *part = self->parts->pdata[i];

      if (part->path == NULL)
        whole = whole != NULL ? whole : part;
      else if (relm_mirror_path_contains (paths->pdata[i], id))
        {
          g_strv_builder_add (names, part->name != NULL ? part->name : part->path);
          found = TRUE;
        }
    }
  *outside = !found && whole == NULL;
  if (!found && whole != NULL && whole->name != NULL)
    g_strv_builder_add (names, whole->name);
  return g_strv_builder_end (names);
}

/**
 * relm_changelog_repository_list_commits:
 * @tag: (nullable): one of its tags, or %NULL for what none has
 * @with_names: whether the names of the parts are wanted
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type RelmChangelogCommit): newest first, also those outside of all parts; or
 *   %NULL and a RELM_MIRROR_ERROR
 */
GPtrArray *
relm_changelog_repository_list_commits (RelmChangelogRepository *self,
                                        const char *tag,
                                        gboolean with_names,
                                        GError **error)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (self->mirror_path, error);
  g_autoptr (GPtrArray) commits = mirror != NULL ? relm_mirror_list_commits (mirror, tag, error) : NULL;
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) list = relm_changelog_commits_new ();

  if (commits == NULL)
    return NULL;
  paths = load_paths (self, mirror, error);
  if (paths == NULL)
    return NULL;
  g_ptr_array_set_free_func (commits, NULL); /* one list owns them, then the other */
  for (guint i = 0; i < commits->len; i++)
    {
      RelmChangelogCommit *commit = relm_changelog_commit_new (commits->pdata[i]);

      commit->conventional = self->conventional;
      if (with_names || relm_changelog_repository_has_paths (self))
        commit->components = find_names (self, paths, commit->commit->id, &commit->outside);
      if (!with_names)
        g_clear_pointer (&commit->components, g_strfreev);
      g_ptr_array_add (list, commit);
    }
  return g_steal_pointer (&list);
}
