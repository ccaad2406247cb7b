/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include "relm-component.h"
#include "relm-repositories.h"
#include "relm-source.h"

/**
 * relm_repositories_is_one:
 * @source: a source of a project
 *
 * Returns: whether it is a repository, and says where that is
 */
gboolean
relm_repositories_is_one (RelmRecord *source)
{
  return g_strcmp0 (relm_record_get_string (source, RELM_SOURCE_KIND), "repository") == 0 &&
         relm_record_get_string (source, RELM_SOURCE_LOCATION) != NULL;
}

/**
 * relm_repositories_list:
 *
 * Returns: (transfer container) (element-type RelmRecord): the sources that are repositories, in the order of the project
 */
GPtrArray *
relm_repositories_list (RelmProject *project)
{
  RelmRecordList *sources = relm_project_get_list (project, RELM_TYPE_SOURCE);
  GPtrArray *repositories = g_ptr_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (sources); i++)
    if (relm_repositories_is_one (relm_record_list_get (sources, i)))
      g_ptr_array_add (repositories, relm_record_list_get (sources, i));
  return repositories;
}

/**
 * relm_repositories_list_components:
 * @source: a repository of the project
 *
 * Returns: (transfer container) (element-type RelmRecord): the components that say that they are in it, in the order of the
 *   project
 */
GPtrArray *
relm_repositories_list_components (RelmProject *project,
                                   RelmRecord *source)
{
  RelmRecordList *all = relm_project_get_list (project, RELM_TYPE_COMPONENT);
  GPtrArray *components = g_ptr_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (all); i++)
    if (relm_project_resolve (project, relm_record_list_get (all, i), RELM_COMPONENT_SOURCE) == source)
      g_ptr_array_add (components, relm_record_list_get (all, i));
  return components;
}

/**
 * relm_repositories_dup_path:
 * @component: a component
 *
 * People write “./src/”, “/src” and “src” for the same folder.
 *
 * Returns: (transfer full) (nullable): where it is in its repository, as git says it: without a slash at either end; %NULL if
 *   it is all of the repository
 */
char *
relm_repositories_dup_path (RelmRecord *component)
{
  const char *text = relm_record_get_string (component, RELM_COMPONENT_PATH);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "/", -1) : NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) path = NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_str_equal (parts[i], "."))
      g_strv_builder_add (kept, parts[i]);
  path = g_strv_builder_end (kept);
  return *path != NULL ? g_strjoinv ("/", path) : NULL;
}

/**
 * relm_repositories_dup_paths:
 * @source: a repository of the project
 *
 * Returns: (transfer full): the paths of the components in it, each once; empty if they are all of it, or if there are none
 */
char **
relm_repositories_dup_paths (RelmProject *project,
                             RelmRecord *source)
{
  g_autoptr (GPtrArray) components = relm_repositories_list_components (project, source);
  GPtrArray *paths = g_ptr_array_new_null_terminated (components->len, g_free, TRUE);

  for (guint i = 0; i < components->len; i++)
    {
      g_autofree char *path = relm_repositories_dup_path (components->pdata[i]);

      if (path != NULL && !g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return (char **) g_ptr_array_free (paths, FALSE);
}
