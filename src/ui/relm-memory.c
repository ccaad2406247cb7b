/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gstdio.h>

#include "relm-memory.h"

#define SESSION_GROUP "session"
#define MAX_PROJECTS 100 /* of which is remembered how they were looked at */

static char *
dup_path (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "relm", name, NULL);
}

static GKeyFile *
read_keys (const char *name)
{
  GKeyFile *keys = g_key_file_new ();
  g_autofree char *path = dup_path (name);

  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  return keys;
}

static void
write_keys (GKeyFile *keys,
            const char *name)
{
  g_autofree char *path = dup_path (name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (keys, path, &error))
    g_debug ("%s could not be written: %s", path, error != NULL ? error->message : "no folder");
}

/**
 * relm_memory_set_open:
 * @files: (element-type GFile): the projects that are open, in the order in which they are to be opened again
 */
void
relm_memory_set_open (GPtrArray *files)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (uris, g_file_get_uri (g_ptr_array_index (files, i)));
  g_key_file_set_string_list (keys, SESSION_GROUP, "open", (const char *const *) uris->pdata, uris->len);
  write_keys (keys, "session.ini");
}

/**
 * relm_memory_get_open:
 *
 * Returns: (transfer full) (element-type GFile): the projects that were open last and are still there
 */
GPtrArray *
relm_memory_get_open (void)
{
  g_autoptr (GKeyFile) keys = read_keys ("session.ini");
  g_auto (GStrv) uris = g_key_file_get_string_list (keys, SESSION_GROUP, "open", NULL, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      if (g_file_peek_path (file) != NULL && g_file_query_exists (file, NULL))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }
  return files;
}

/* A group may not be named by an address as it is. */
static char *
dup_group (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_uri_escape_string (uri, "/:", FALSE);
}

static const char *
find_oldest (GKeyFile *keys,
             char **groups)
{
  const char *oldest = NULL;
  gint64 oldest_time = G_MAXINT64;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      const gint64 time = g_key_file_get_int64 (keys, groups[i], "time", NULL);

      if (time < oldest_time)
        {
          oldest = groups[i];
          oldest_time = time;
        }
    }
  return oldest;
}

static void
make_room (GKeyFile *keys)
{
  gsize n;
  g_auto (GStrv) groups = g_key_file_get_groups (keys, &n);

  if (n >= MAX_PROJECTS)
    g_key_file_remove_group (keys, find_oldest (keys, groups), NULL);
}

/**
 * relm_memory_set_look:
 * @file: a project's file
 * @view: the view that is shown
 * @release: (nullable): the id of the release that is shown; %NULL for the whole roadmap
 */
void
relm_memory_set_look (GFile *file,
                      const char *view,
                      const char *release)
{
  g_autoptr (GKeyFile) keys = read_keys ("projects.ini");
  g_autofree char *group = dup_group (file);

  if (!g_key_file_has_group (keys, group))
    make_room (keys);
  g_key_file_set_int64 (keys, group, "time", g_get_real_time () / G_USEC_PER_SEC);
  g_key_file_set_string (keys, group, "view", view);
  if (release != NULL)
    g_key_file_set_string (keys, group, "release", release);
  else
    g_key_file_remove_key (keys, group, "release", NULL);
  write_keys (keys, "projects.ini");
}

/**
 * relm_memory_get_look:
 * @file: a project's file
 * @view: (out) (transfer full) (nullable): the view that was shown
 * @release: (out) (transfer full) (nullable): the id of the release
 *
 * Returns: whether anything is known of it
 */
gboolean
relm_memory_get_look (GFile *file,
                      char **view,
                      char **release)
{
  g_autoptr (GKeyFile) keys = read_keys ("projects.ini");
  g_autofree char *group = dup_group (file);

  *view = g_key_file_get_string (keys, group, "view", NULL);
  *release = g_key_file_get_string (keys, group, "release", NULL);
  return g_key_file_has_group (keys, group);
}

/**
 * relm_memory_set_detail:
 * @file: a project's file
 * @name: of something that is remembered of it besides
 * @value: (nullable): what to remember; %NULL to forget it
 */
void
relm_memory_set_detail (GFile *file,
                        const char *name,
                        const char *value)
{
  g_autoptr (GKeyFile) keys = read_keys ("projects.ini");
  g_autofree char *group = dup_group (file);
  g_autofree char *before = g_key_file_get_string (keys, group, name, NULL);

  if (g_strcmp0 (before, value) == 0)
    return;
  if (!g_key_file_has_group (keys, group))
    make_room (keys);
  if (value != NULL)
    g_key_file_set_string (keys, group, name, value);
  else
    g_key_file_remove_key (keys, group, name, NULL);
  g_key_file_set_int64 (keys, group, "time", g_get_real_time () / G_USEC_PER_SEC);
  write_keys (keys, "projects.ini");
}

/**
 * relm_memory_dup_detail:
 * @file: a project's file
 * @name: of something that is remembered of it besides
 *
 * Returns: (transfer full) (nullable): what is remembered
 */
char *
relm_memory_dup_detail (GFile *file,
                        const char *name)
{
  g_autoptr (GKeyFile) keys = read_keys ("projects.ini");
  g_autofree char *group = dup_group (file);

  return g_key_file_get_string (keys, group, name, NULL);
}
