/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-folder-access.h"
#include "relm-repository-location.h"
#include "relm-source.h"

#define LEVELS_MAX 3 /* folders above the project's file that a location goes up before it is given whole */

/**
 * relm_repository_location_check:
 * @location: a folder or an address
 *
 * A project is shared; what is secret does not belong into it.
 *
 * Returns: whether it may be part of a project; if not, with an error in G_IO_ERROR
 */
gboolean
relm_repository_location_check (const char *location,
                                GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (location, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_NON_DNS, NULL);

  if (uri == NULL || g_uri_get_userinfo (uri) == NULL || g_str_equal (g_uri_get_scheme (uri), "ssh"))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("The address holds a name or a password, which everybody who gets the project could read. Give it without them."));
  return FALSE;
}

/**
 * relm_repository_location_dup_base_dir:
 * @file: (nullable): the project's file
 *
 * Returns: (transfer full) (nullable): its folder; %NULL for a project that is not saved, or not on this computer
 */
char *
relm_repository_location_dup_base_dir (GFile *file)
{
  g_autoptr (GFile) parent = file != NULL ? g_file_get_parent (file) : NULL;

  return parent != NULL ? g_file_get_path (parent) : NULL;
}

/**
 * relm_repository_location_dup_name:
 * @location: a folder or an address
 *
 * Returns: (transfer full) (nullable): its last part, without “.git”; %NULL if that says nothing
 */
char *
relm_repository_location_dup_name (const char *location)
{
  g_autofree char *name = g_path_get_basename (location);

  if (g_str_has_suffix (name, ".git"))
    name[strlen (name) - strlen (".git")] = '\0';
  return *name != '\0' && *name != '.' && *name != '/' ? g_steal_pointer (&name) : NULL;
}

/* Whether all of a person's files, or all of the computer, are below it: what meets only there is not near each other. */
static gboolean
is_everywhere (GFile *folder)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());

  return g_file_has_prefix (home, folder) || !g_file_has_parent (folder, NULL);
}

/* The folder as it is called from where the file is, if they are near each other; else whole. */
static char *
dup_way (GFile *file,
         GFile *folder)
{
  g_autoptr (GFile) base = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GString) up = g_string_new (NULL);

  for (guint i = 0; base != NULL && i <= LEVELS_MAX && (i == 0 || !is_everywhere (base)); i++)
    {
      g_autofree char *below = g_file_get_relative_path (base, folder);
      g_autoptr (GFile) parent = g_file_get_parent (base);

      if (below != NULL)
        return g_strconcat (up->str, below, NULL);
      if (g_file_equal (base, folder))
        return up->len > 0 ? g_strndup (up->str, up->len - 1) : g_strdup (".");
      g_string_append (up, "../");
      g_set_object (&base, parent);
    }
  return g_file_peek_path (folder) != NULL ? g_strdup (g_file_peek_path (folder)) : g_file_get_uri (folder);
}

/**
 * relm_repository_location_for_folder:
 * @file: (nullable): the project's file
 * @folder: a repository
 *
 * A folder near the file is named from there, because the two are cloned together on another computer. Near is what shares a
 * folder with it that is not all of the disk, a few levels up at the most.
 *
 * In a sandbox both are named as everybody else sees them, and that Relm may read the folder is remembered.
 *
 * Returns: (transfer full): the location of a source
 */
char *
relm_repository_location_for_folder (GFile *file,
                                     GFile *folder)
{
  g_autoptr (GFile) file_seen = file != NULL ? relm_folder_access_find_on_host (file) : NULL;
  g_autoptr (GFile) folder_seen = relm_folder_access_find_on_host (folder);
  g_autofree char *location = dup_way (file_seen, folder_seen);

  if (!g_file_equal (folder, folder_seen))
    relm_folder_access_remember (file, location, folder);
  return g_steal_pointer (&location);
}
