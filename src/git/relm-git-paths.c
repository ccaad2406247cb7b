/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-git-error.h"
#include "relm-git-paths.h"
#include "relm-mirror-path.h"

#define REPORT_EVERY 512 /* commits */
#define TREE_MODE "40000"

/* A path, and what is at it in each commit that was looked at. */
typedef struct
{
  const char *path;
  char **names;     /* of folders and, last, of what it names */
  guint8 *entries;  /* RELM_GIT_OID_BYTES per commit; zeros where there is nothing */
  RelmMirrorPath *touching;
} Place;

typedef struct
{
  git_odb *odb;
  RelmGitGraph *graph;
  guint n_commits;
  Place *places;
  guint n_places;
  guint8 *looked; /* per commit whether its entries are there */
} Finder;

static const guint8 nothing[RELM_GIT_OID_BYTES];

static void
finder_clear (Finder *self)
{
  for (guint i = 0; i < self->n_places; i++)
    {
      g_strfreev (self->places[i].names);
      g_free (self->places[i].entries);
      relm_mirror_path_free (self->places[i].touching);
    }
  g_free (self->places);
  g_free (self->looked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

/*
 * A tree object is entries of “MODE NAME\0” and the bytes of an object id (git help pack-format). Sets @oid, and whether that is
 * a folder; FALSE when there is none of that name.
 */
static gboolean
find_entry (git_odb_object *tree,
            const char *name,
            git_oid *oid,
            gboolean *folder)
{
  const char *p = git_odb_object_data (tree);
  const char *end = p + git_odb_object_size (tree);

  while (p < end)
    {
      const char *space = memchr (p, ' ', (gsize) (end - p));
      const char *zero = space != NULL ? memchr (space, '\0', (gsize) (end - space)) : NULL;

      if (zero == NULL || end - zero - 1 < RELM_GIT_OID_BYTES)
        return FALSE;
      if (g_str_equal (space + 1, name))
        {
          *folder = (gsize) (space - p) == strlen (TREE_MODE) && memcmp (p, TREE_MODE, strlen (TREE_MODE)) == 0;
          return git_oid_fromraw (oid, (const guchar *) zero + 1) == 0;
        }
      p = zero + 1 + RELM_GIT_OID_BYTES;
    }
  return FALSE;
}

/* Goes down from @root; FALSE when a folder on the way cannot be read. */
static gboolean
find_place (Finder *self,
            git_odb_object *root,
            Place *place,
            guint commit)
{
  git_odb_object *tree = root;
  g_autoptr (git_odb_object) owned = NULL;
  gboolean folder = TRUE;
  git_oid oid;

  for (char **name = place->names; *name != NULL; name++)
    {
      if (!folder || !find_entry (tree, *name, &oid, &folder))
        return TRUE;
      if (name[1] == NULL || !folder)
        continue;
      g_clear_pointer (&owned, git_odb_object_free);
      if (git_odb_read (&owned, self->odb, &oid) != 0 || git_odb_object_type (owned) != GIT_OBJECT_TREE)
        return FALSE;
      tree = owned;
    }
  memcpy (place->entries + (gsize) commit * RELM_GIT_OID_BYTES, oid.id, RELM_GIT_OID_BYTES);
  return TRUE;
}

/* The tree of a commit, which the first line of the commit names. */
static git_odb_object *
read_root (Finder *self,
           guint commit)
{
  static const char line[] = "tree ";
  const gsize length = strlen (line) + (gsize) RELM_GIT_OID_BYTES * 2;
  g_autoptr (git_odb_object) object = NULL;
  git_odb_object *root = NULL;
  const char *text;
  git_oid oid;

  if (git_oid_fromraw (&oid, relm_git_graph_get_oid (self->graph, (gint32) commit)) != 0 ||
      git_odb_read (&object, self->odb, &oid) != 0 || git_odb_object_size (object) < length)
    return NULL;
  text = git_odb_object_data (object);
  if (memcmp (text, line, strlen (line)) != 0 || git_oid_fromstrn (&oid, text + strlen (line), (gsize) RELM_GIT_OID_BYTES * 2) != 0 ||
      git_odb_read (&root, self->odb, &oid) != 0)
    return NULL;
  if (git_odb_object_type (root) == GIT_OBJECT_TREE)
    return root;
  git_odb_object_free (root);
  return NULL;
}

/* Those that nothing leads to any more may have been thrown away, and do not matter. */
static gboolean
look_at (Finder *self,
         guint commit,
         GError **error)
{
  g_autoptr (git_odb_object) root = NULL;
  gboolean found;

  if (self->looked[commit])
    return TRUE;
  self->looked[commit] = TRUE;
  root = read_root (self, commit);
  found = root != NULL;
  for (guint i = 0; found && i < self->n_places; i++)
    found = find_place (self, root, &self->places[i], commit);
  if (found || relm_git_graph_get_position (self->graph, (gint32) commit) < 0)
    return TRUE;
  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_CORRUPT,
               _ ("The clone lacks folders of older commits, so that it cannot be told which components they change. Clone "
                  "the repository again, with all of its files."));
  return FALSE;
}

static const guint8 *
get_entry (const Place *place,
           gint32 commit)
{
  return place->entries + (gsize) commit * RELM_GIT_OID_BYTES;
}

static gboolean
touches (Finder *self,
         const Place *place,
         guint commit)
{
  const guint8 *entry = get_entry (place, (gint32) commit);
  guint n_parents;
  const gint32 *parents = relm_git_graph_get_parents (self->graph, (gint32) commit, &n_parents);

  if (n_parents == 0)
    return memcmp (entry, nothing, sizeof nothing) != 0;
  for (guint i = 0; i < n_parents; i++)
    if (memcmp (entry, get_entry (place, parents[i]), RELM_GIT_OID_BYTES) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
find_commit (Finder *self,
             guint commit,
             GError **error)
{
  guint n_parents;
  const gint32 *parents = relm_git_graph_get_parents (self->graph, (gint32) commit, &n_parents);

  if (!look_at (self, commit, error))
    return FALSE;
  for (guint i = 0; i < n_parents; i++)
    if (!look_at (self, (guint) parents[i], error))
      return FALSE;
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].touching->n_commits == commit)
      relm_mirror_path_set_next (self->places[i].touching, touches (self, &self->places[i], commit));
  return TRUE;
}

static gboolean
add_place (Finder *self,
           RelmMirrorWriter *writer,
           const char *path,
           GError **error)
{
  Place *place = &self->places[self->n_places];

  place->touching = relm_mirror_writer_load_path (writer, path, error);
  if (place->touching == NULL)
    return FALSE;
  self->n_places++;
  place->path = path;
  place->names = g_strsplit (path, "/", -1);
  place->entries = g_malloc0_n (self->n_commits + 1, RELM_GIT_OID_BYTES);
  return TRUE;
}

static gboolean
find_all (Finder *self,
          RelmGitReaderProgressFunc progress_func,
          gpointer user_data,
          GCancellable *cancellable,
          GError **error)
{
  guint first = self->n_commits;

  for (guint i = 0; i < self->n_places; i++)
    first = MIN (first, self->places[i].touching->n_commits);
  for (guint commit = first; commit < self->n_commits; commit++)
    {
      if ((commit - first) % REPORT_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if ((commit - first) % REPORT_EVERY == 0 && progress_func != NULL)
        progress_func (commit - first, self->n_commits - first, user_data);
      if (!find_commit (self, commit, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * relm_git_paths_update:
 * @graph: all commits, sorted
 * @writer: a mirror that has them
 * @paths: (array zero-terminated=1): as git says them, without a slash at either end
 * @progress_func: (nullable) (scope call): told how far it is
 * @cancellable: (nullable): ends it
 *
 * Returns: whether the mirror knows of all commits whether they touch the paths; else a RELM_GIT_ERROR, a RELM_MIRROR_ERROR or
 *   G_IO_ERROR_CANCELLED
 */
gboolean
relm_git_paths_update (git_odb *odb,
                       RelmGitGraph *graph,
                       RelmMirrorWriter *writer,
                       const char *const *paths,
                       RelmGitReaderProgressFunc progress_func,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Finder) self = { .odb = odb, .graph = graph, .n_commits = relm_git_graph_get_n_commits (graph) };

  self.places = g_new0 (Place, g_strv_length ((char **) paths));
  self.looked = g_malloc0 ((gsize) self.n_commits + 1);
  for (guint i = 0; paths[i] != NULL; i++)
    if (!add_place (&self, writer, paths[i], error))
      return FALSE;
  if (!find_all (&self, progress_func, user_data, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self.n_places; i++)
    if (!relm_mirror_writer_set_path (writer, self.places[i].path, self.places[i].touching, error))
      return FALSE;
  return TRUE;
}
