/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-git-error.h"
#include "relm-git-refs.h"
#include "relm-text.h"

#define TAGS "refs/tags/"
#define FINGERPRINT_VERSION "1" /* goes up when the same repository should be read again */
#define MAX_TAG_DEPTH 16        /* tags of tags of tags */

/* Whether the reference is there; the error is that of the last one asked. */
static gboolean
look_up (git_repository *repository,
         const char *format,
         const char *name,
         git_oid *oid)
{
  g_autofree char *full = g_strconcat (format, name, NULL);

  return git_reference_name_to_id (oid, repository, full) == 0;
}

/* HEAD names a branch without commits, as in a clone whose default branch could not be found: take another one. */
static gboolean
find_any_branch (git_repository *repository,
                 git_oid *oid)
{
  g_autoptr (git_reference_iterator) iterator = NULL;
  const char *name;

  if (look_up (repository, "refs/heads/", "main", oid) || look_up (repository, "refs/heads/", "master", oid))
    return TRUE;
  if (git_reference_iterator_glob_new (&iterator, repository, "refs/heads/*") != 0)
    return FALSE;
  while (git_reference_next_name (&name, iterator) == 0)
    if (git_reference_name_to_id (oid, repository, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
find_head (RelmGitRefs *self,
           git_repository *repository,
           const char *branch,
           GError **error)
{
  g_autofree char *name = NULL;

  if (branch == NULL || *branch == '\0')
    {
      if (git_reference_name_to_id (&self->head, repository, "HEAD") == 0 || find_any_branch (repository, &self->head))
        return TRUE;
      g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_EMPTY,
                   _ ("The repository has no commits yet. Read it again when there is one."));
      return FALSE;
    }

  if (look_up (repository, "refs/heads/", branch, &self->head) ||
      look_up (repository, "refs/remotes/origin/", branch, &self->head))
    return TRUE;
  name = relm_text_display_title (branch);
  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND,
               _ ("The repository has no branch “%s”. Choose one that it has."), name);
  return FALSE;
}

static gboolean
list_tags (RelmGitRefs *self,
           git_repository *repository,
           GError **error)
{
  g_autoptr (git_reference_iterator) iterator = NULL;
  git_reference *reference;
  int result;

  if (git_reference_iterator_glob_new (&iterator, repository, TAGS "*") != 0)
    {
      relm_git_library_set_error (error);
      return FALSE;
    }
  while ((result = git_reference_next (&reference, iterator)) == 0)
    {
      const git_oid *target = git_reference_target (reference); /* NULL: a symbolic one, which nobody has as a tag */
      const char *name = git_reference_name (reference) + strlen (TAGS);

      if (target != NULL && g_utf8_validate (name, -1, NULL))
        g_ptr_array_add (self->tags, relm_git_tag_new (name, target->id));
      git_reference_free (reference);
    }
  if (result == GIT_ITEROVER)
    return TRUE;
  relm_git_library_set_error (error);
  return FALSE;
}

/* libgit2 keeps what it knows of this file to itself. */
static void
read_shallow (RelmGitRefs *self,
              git_repository *repository)
{
  g_autofree char *path = g_build_filename (git_repository_commondir (repository), "shallow", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL) || length == 0)
    {
      self->shallow_digest = g_strdup ("");
      return;
    }
  self->shallow_digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) contents, length);
  self->shallow = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (char *line = strtok (contents, "\n"); line != NULL; line = strtok (NULL, "\n"))
    g_hash_table_add (self->shallow, g_ascii_strdown (line, -1));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const RelmGitTag *const *tag_a = a;
  const RelmGitTag *const *tag_b = b;

  return strcmp ((*tag_a)->name, (*tag_b)->name);
}

static void
add_text (GChecksum *checksum,
          const char *text)
{
  g_checksum_update (checksum, (const guchar *) (text != NULL ? text : ""), -1);
  g_checksum_update (checksum, (const guchar *) "\0", 1);
}

static char *
compute_fingerprint (RelmGitRefs *self,
                     const char *branch,
                     const char *tag_pattern)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (checksum, FINGERPRINT_VERSION);
  add_text (checksum, branch);
  add_text (checksum, tag_pattern);
  add_text (checksum, self->shallow_digest);
  g_checksum_update (checksum, self->head.id, RELM_GIT_OID_BYTES);
  for (guint i = 0; i < self->tags->len; i++)
    {
      const RelmGitTag *tag = self->tags->pdata[i];

      add_text (checksum, tag->name);
      g_checksum_update (checksum, tag->target, RELM_GIT_OID_BYTES);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * relm_git_refs_read:
 * @branch: (nullable): the name of a branch; %NULL or empty for the one that HEAD names
 * @tag_pattern: (nullable): part of the fingerprint, because it changes what is made of the tags
 *
 * Returns: (transfer full) (nullable): the references; or %NULL and a RELM_GIT_ERROR
 */
RelmGitRefs *
relm_git_refs_read (git_repository *repository,
                    const char *branch,
                    const char *tag_pattern,
                    GError **error)
{
  g_autoptr (RelmGitRefs) self = g_new0 (RelmGitRefs, 1);

  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_git_tag_free);
  if (!find_head (self, repository, branch, error) || !list_tags (self, repository, error))
    return NULL;
  read_shallow (self, repository);
  g_ptr_array_sort (self->tags, compare_names);
  self->fingerprint = compute_fingerprint (self, branch, tag_pattern);
  return g_steal_pointer (&self);
}

/**
 * relm_git_refs_free:
 * @self: (nullable) (transfer full): references
 */
void
relm_git_refs_free (RelmGitRefs *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->shallow, g_hash_table_unref);
  g_free (self->fingerprint);
  g_free (self->shallow_digest);
  g_free (self);
}

/* Follows a tag to a commit. Returns whether there is one; the time is that of the outermost tag object. */
static gboolean
peel (RelmGitTag *tag,
      git_object *object)
{
  g_autoptr (git_object) current = object;

  for (guint depth = 0; depth < MAX_TAG_DEPTH && git_object_type (current) == GIT_OBJECT_TAG; depth++)
    {
      const git_signature *tagger = git_tag_tagger ((const git_tag *) current);
      git_object *next = NULL;

      if (!tag->annotated && tagger != NULL)
        tag->time = tagger->when.time;
      tag->annotated = TRUE;
      if (git_tag_target (&next, (const git_tag *) current) != 0)
        return FALSE;
      git_object_free (current);
      current = next;
    }

  if (git_object_type (current) != GIT_OBJECT_COMMIT)
    return FALSE;
  memcpy (tag->oid, git_object_id (current)->id, RELM_GIT_OID_BYTES);
  if (tag->time == 0)
    tag->time = git_commit_time ((const git_commit *) current);
  return TRUE;
}

/**
 * relm_git_refs_peel:
 *
 * Finds the commits of the tags, and drops tags of anything else. A tag whose object is missing is dropped too: the history
 * can be read without it.
 */
void
relm_git_refs_peel (RelmGitRefs *self,
                    git_repository *repository)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_git_tag_free);

  for (guint i = 0; i < self->tags->len; i++)
    {
      RelmGitTag *tag = self->tags->pdata[i];
      git_object *object = NULL;
      git_oid oid;

      git_oid_fromraw (&oid, tag->target);
      if (git_object_lookup (&object, repository, &oid, GIT_OBJECT_ANY) == 0 && peel (tag, object))
        g_ptr_array_add (kept, tag);
      else
        {
          g_debug ("the tag %s names no commit", tag->name);
          relm_git_tag_free (tag);
        }
    }
  g_ptr_array_set_free_func (self->tags, NULL);
  g_ptr_array_unref (self->tags);
  self->tags = g_steal_pointer (&kept);
}
