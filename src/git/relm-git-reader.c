/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-git-error.h"
#include "relm-git-paths.h"
#include "relm-git-queue.h"
#include "relm-git-reader.h"
#include "relm-git-refs.h"
#include "relm-git-releases.h"
#include "relm-git-store.h"
#include "relm-mirror-path.h"

#define BATCH 128       /* commits that change threads together */
#define BATCH_BYTES (96 * 1024) /* that they usually have; a batch ends when it has more */
#define QUEUE_LIMIT 32  /* batches that wait at most */
#define GARBAGE_MIN 1000 /* commits below which it does not matter how many of them are of no use */

typedef struct
{
  guint8 oid[RELM_GIT_OID_BYTES];
  gsize start; /* in the bytes of the batch */
  gsize length;
  guint n_parents; /* may be fewer than it says: those of a shallow clone are not there */
} BatchItem;

/* One block of memory, because what one thread allocates and another one frees piece by piece costs both of them time. */
typedef struct
{
  guint first; /* the number of the first commit */
  guint n;
  BatchItem items[BATCH];
  GString *bytes; /* the commit objects, one after another */
} Batch;

typedef struct
{
  const RelmGitReaderOptions *options;
  RelmGitReaderProgressFunc progress_func;
  gpointer user_data;
  GCancellable *cancellable;
  RelmGitReaderResult *result;

  git_repository *repository;
  git_odb *odb;
  RelmGitRefs *refs;
  RelmGitMailmap *mailmap; /* or NULL */
  char *mailmap_id; /* hexadecimal, or empty */

  RelmMirrorWriter *writer;
  RelmGitGraph *graph;
  guint n_known; /* commits that the mirror had */
  gint32 head;

  RelmGitStore *store;
  RelmGitQueue *queue;
  GError *store_error; /* of the thread that stores */
} Reader;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_string_free (batch->bytes, TRUE);
  g_free (batch);
}

static Batch *
batch_new (guint first)
{
  Batch *batch = g_new (Batch, 1);

  batch->first = first;
  batch->n = 0;
  batch->bytes = g_string_sized_new (BATCH_BYTES);
  return batch;
}

static void
batch_add (Batch *batch,
           git_odb_object *object,
           guint n_parents)
{
  BatchItem *item = &batch->items[batch->n++];

  memcpy (item->oid, git_odb_object_id (object)->id, sizeof item->oid);
  item->start = batch->bytes->len;
  item->length = git_odb_object_size (object);
  item->n_parents = n_parents;
  g_string_append_len (batch->bytes, git_odb_object_data (object), (gssize) item->length);
}

static void
reader_clear (Reader *self)
{
  relm_git_store_free (self->store);
  relm_git_graph_free (self->graph);
  relm_mirror_writer_free (self->writer);
  relm_git_mailmap_free (self->mailmap);
  g_free (self->mailmap_id);
  relm_git_refs_free (self->refs);
  git_odb_free (self->odb);
  git_repository_free (self->repository);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Takes the mailmap of the newest commit, if it has one. */
static void
read_mailmap (Reader *self)
{
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_tree) tree = NULL;
  g_autoptr (git_blob) blob = NULL;
  const git_tree_entry *entry;
  char id[GIT_OID_MAX_HEXSIZE + 1] = "";

  if (git_commit_lookup (&commit, self->repository, &self->refs->head) == 0 && git_commit_tree (&tree, commit) == 0)
    {
      entry = git_tree_entry_byname (tree, ".mailmap");
      if (entry != NULL && git_tree_entry_filemode (entry) != GIT_FILEMODE_LINK &&
          git_blob_lookup (&blob, self->repository, git_tree_entry_id (entry)) == 0 && git_blob_rawsize (blob) > 0)
        {
          self->mailmap = relm_git_mailmap_new (git_blob_rawcontent (blob), (gssize) git_blob_rawsize (blob));
          git_oid_tostr (id, sizeof id, git_tree_entry_id (entry));
        }
    }
  self->mailmap_id = g_strdup (id);
}

/* Whether the mirror has what the references say now, and knows all paths. */
static gboolean
is_unchanged (Reader *self,
              const char *mirror_path)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (mirror_path, NULL);
  g_autofree char *fingerprint = mirror != NULL ? relm_mirror_dup_state (mirror, RELM_GIT_STATE_REFS) : NULL;

  return g_strcmp0 (fingerprint, self->refs->fingerprint) == 0 && relm_mirror_knows_paths (mirror, self->options->paths);
}

/* Fills the graph with what the mirror has; returns FALSE when that makes no sense. */
static gboolean
fill_graph (Reader *self,
            const RelmMirrorGraph *known)
{
  const gint32 *parents = (const gint32 *) (gpointer) known->parents->data;
  guint at = 0;

  if (known->times->len != known->n_commits)
    return FALSE;
  for (guint i = 0; i < known->n_commits; i++)
    if (relm_git_graph_add (self->graph, known->oids->data + (gsize) i * RELM_GIT_OID_BYTES) != (gint32) i)
      return FALSE;
  for (guint i = 0; i < known->n_commits; i++)
    {
      const guint n_parents = at < known->parents->len ? (guint) parents[at++] : G_MAXUINT;

      if (n_parents > known->parents->len - at)
        return FALSE;
      for (guint j = 0; j < n_parents; j++)
        if (parents[at + j] < 0 || (guint) parents[at + j] >= known->n_commits)
          return FALSE;
      relm_git_graph_set_parents (self->graph, parents + at, n_parents, g_array_index (known->times, gint64, i));
      at += n_parents;
    }
  self->n_known = known->n_commits;
  return TRUE;
}

static gboolean
start_anew (Reader *self,
            GError **error)
{
  g_clear_pointer (&self->graph, relm_git_graph_free);
  self->graph = relm_git_graph_new ();
  self->n_known = 0;
  g_clear_pointer (&self->store, relm_git_store_free);
  self->store = relm_git_store_new (self->writer, self->mailmap);
  return relm_mirror_writer_clear (self->writer, error);
}

/* Takes over what the mirror has, unless it was read from another part of the history. */
static gboolean
load_known (Reader *self,
            GError **error)
{
  g_autofree char *shallow = relm_mirror_writer_dup_state (self->writer, RELM_GIT_STATE_SHALLOW);
  g_autofree char *mailmap = relm_mirror_writer_dup_state (self->writer, RELM_GIT_STATE_MAILMAP);
  g_autoptr (RelmMirrorGraph) known = NULL;

  if (g_strcmp0 (shallow, self->refs->shallow_digest) != 0)
    return start_anew (self, error);

  known = relm_mirror_writer_load_graph (self->writer, error);
  if (known == NULL)
    return FALSE;
  self->graph = relm_git_graph_new ();
  if (!fill_graph (self, known))
    return start_anew (self, error);
  self->store = relm_git_store_new (self->writer, self->mailmap);
  return relm_git_store_load_authors (self->store, g_strcmp0 (mailmap, self->mailmap_id) != 0, error);
}

static gboolean
store_batch (Reader *self,
             const Batch *batch,
             GError **error)
{
  for (guint i = 0; i < batch->n; i++)
    {
      const BatchItem *item = &batch->items[i];
      RelmGitRawCommit commit;

      relm_git_raw_commit_parse (batch->bytes->str + item->start, item->length, &commit);
      commit.n_parents = item->n_parents;
      if (!relm_git_store_add (self->store, batch->first + i, item->oid, &commit, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
store_in_thread (gpointer data)
{
  Reader *self = data;
  Batch *batch;

  while (self->store_error == NULL && (batch = relm_git_queue_pop (self->queue)) != NULL)
    {
      if (!store_batch (self, batch, &self->store_error))
        relm_git_queue_abandon (self->queue);
      batch_free (batch);
    }
  return NULL;
}

static void
set_damaged (const git_oid *oid,
             GError **error)
{
  char hex[GIT_OID_MAX_HEXSIZE + 1];

  git_oid_tostr (hex, sizeof hex, oid);
  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_CORRUPT,
               _ ("The repository is damaged: the commit %s cannot be read. Run “git fsck” in it to learn more, or clone "
                  "it again."),
               hex);
}

/* Tells the graph of the parents of the next commit. */
static void
add_to_graph (Reader *self,
              const RelmGitRawCommit *commit)
{
  gint32 few[16];
  g_autofree gint32 *many = commit->n_parents > G_N_ELEMENTS (few) ? g_new (gint32, commit->n_parents) : NULL;
  gint32 *parents = many != NULL ? many : few;
  guint8 oid[RELM_GIT_OID_BYTES];

  for (guint i = 0; i < commit->n_parents; i++)
    {
      relm_git_raw_commit_get_parent (commit, i, oid);
      parents[i] = relm_git_graph_add (self->graph, oid);
    }
  relm_git_graph_set_parents (self->graph, parents, commit->n_parents, commit->commit_time);
}

static gboolean
is_shallow (Reader *self,
            const git_oid *oid)
{
  char hex[GIT_OID_MAX_HEXSIZE + 1];

  return self->refs->shallow != NULL &&
         g_hash_table_contains (self->refs->shallow, git_oid_tostr (hex, sizeof hex, oid));
}

static gboolean
read_next (Reader *self,
           Batch *batch,
           GError **error)
{
  g_autoptr (git_odb_object) object = NULL;
  RelmGitRawCommit commit;
  git_oid oid;

  git_oid_fromraw (&oid, relm_git_graph_get_oid (self->graph, (gint32) relm_git_graph_get_n_read (self->graph)));
  if (git_odb_read (&object, self->odb, &oid) != 0 || git_odb_object_type (object) != GIT_OBJECT_COMMIT ||
      !relm_git_raw_commit_parse (git_odb_object_data (object), git_odb_object_size (object), &commit))
    {
      set_damaged (&oid, error);
      return FALSE;
    }
  if (is_shallow (self, &oid))
    commit.n_parents = 0;
  add_to_graph (self, &commit);
  batch_add (batch, object, commit.n_parents);
  return TRUE;
}

/* The next batch of what the graph names and does not know; NULL and @error if something cannot be read. */
static Batch *
read_batch (Reader *self,
            GError **error)
{
  Batch *batch = batch_new (relm_git_graph_get_n_read (self->graph));

  while (batch->n < BATCH && batch->bytes->len < BATCH_BYTES &&
         relm_git_graph_get_n_read (self->graph) < relm_git_graph_get_n_commits (self->graph))
    if (!read_next (self, batch, error))
      {
        batch_free (batch);
        return NULL;
      }
  return batch;
}

/* Reads all that there is to read, and hands it on. */
static gboolean
read_commits (Reader *self,
              GError **error)
{
  while (relm_git_graph_get_n_read (self->graph) < relm_git_graph_get_n_commits (self->graph))
    {
      Batch *batch = read_batch (self, error);

      /* without a reader the other thread has the error */
      if (batch == NULL || !relm_git_queue_push (self->queue, batch))
        return FALSE;
      if (self->progress_func != NULL)
        self->progress_func (relm_git_graph_get_n_read (self->graph) - self->n_known, 0, self->user_data);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Names the commits where the history ends; releases may be outside of the branch. */
static GArray *
add_tips (Reader *self)
{
  GArray *tips = g_array_new (FALSE, FALSE, sizeof (gint32));

  self->head = relm_git_graph_add (self->graph, self->refs->head.id);
  g_array_append_val (tips, self->head);
  for (guint i = 0; i < self->refs->tags->len; i++)
    {
      RelmGitTag *tag = self->refs->tags->pdata[i];

      if (tag->version == NULL)
        continue;
      tag->commit = relm_git_graph_add (self->graph, tag->oid);
      g_array_append_val (tips, tag->commit);
    }
  return tips;
}

/*
 * One thread reads objects, another one understands and stores them. While the last ones are stored, this one arranges the
 * releases. Returns the releases; or NULL, without an error when what the mirror had is of no use.
 */
static GPtrArray *
read_and_arrange (Reader *self,
                  GError **error)
{
  g_autoptr (GArray) tips = add_tips (self);
  g_autoptr (RelmGitQueue) queue = relm_git_queue_new (QUEUE_LIMIT, batch_free);
  GPtrArray *releases = NULL;
  GThread *thread;
  gboolean success;
  guint n_sorted = 0;

  self->queue = queue;
  thread = g_thread_new ("relm-git-store", store_in_thread, self);
  success = read_commits (self, error);
  relm_git_queue_finish (queue);
  if (success)
    n_sorted = relm_git_graph_sort (self->graph, (const gint32 *) (gpointer) tips->data, tips->len);
  if (n_sorted > 0)
    releases = relm_git_releases_arrange (self->refs->tags, self->graph);
  g_thread_join (thread);
  self->queue = NULL;

  if (self->store_error != NULL)
    {
      if (success)
        g_propagate_error (error, self->store_error);
      else
        g_clear_error (&self->store_error);
      g_clear_pointer (&releases, g_ptr_array_unref);
    }
  else if (success && self->n_known > 0 && n_sorted < relm_git_graph_get_n_commits (self->graph) / 2 &&
           relm_git_graph_get_n_commits (self->graph) > GARBAGE_MIN)
    g_clear_pointer (&releases, g_ptr_array_unref);
  else if (success && n_sorted == 0 && self->n_known == 0)
    set_damaged (&self->refs->head, error);
  self->result->n_commits = n_sorted;
  return releases;
}

static gboolean
write_graph (Reader *self,
             GError **error)
{
  const guint first = self->n_known;
  const guint n = relm_git_graph_get_n_commits (self->graph) - first;
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (gint32));

  if (n == 0)
    return TRUE;
  for (guint i = first; i < first + n; i++)
    {
      guint n_parents;
      const gint32 *some = relm_git_graph_get_parents (self->graph, (gint32) i, &n_parents);

      g_array_append_val (parents, n_parents);
      g_array_append_vals (parents, some, n_parents);
    }
  return relm_mirror_writer_add_graph (self->writer, first, n, relm_git_graph_get_oid (self->graph, (gint32) first),
                                       relm_git_graph_get_times (self->graph, (gint32) first),
                                       (const gint32 *) (gpointer) parents->data, parents->len, error);
}

static gboolean
write_tag (Reader *self,
           guint rank,
           const RelmGitTag *tag,
           const RelmGitRelease *release,
           GError **error)
{
  char hex[GIT_OID_MAX_HEXSIZE + 1];
  git_oid oid;
  RelmMirrorTag row = { .name = tag->name, .oid = hex, .time = tag->time, .annotated = tag->annotated };

  git_oid_fromraw (&oid, tag->oid);
  git_oid_tostr (hex, sizeof hex, &oid);
  if (release != NULL)
    {
      row.version = (char *) relm_version_get_text (tag->version);
      row.prerelease = relm_version_is_prerelease (tag->version);
      row.previous = release->previous != NULL ? release->previous->name : NULL;
      row.n_commits = release->commits->len;
    }
  return relm_mirror_writer_add_tag (self->writer, rank, &row, error) &&
         (release == NULL ||
          relm_mirror_writer_add_range (self->writer, rank, (const gint32 *) (gpointer) release->commits->data,
                                        release->commits->len, error));
}

static gboolean
write_tags (Reader *self,
            GPtrArray *releases,
            GError **error)
{
  guint rank = 0;

  if (!relm_mirror_writer_clear_tags (self->writer, error))
    return FALSE;
  for (guint i = 0; i < releases->len; i++)
    {
      const RelmGitRelease *release = releases->pdata[i];

      if (!write_tag (self, ++rank, release->tag, release, error))
        return FALSE;
    }
  for (guint i = 0; i < self->refs->tags->len; i++)
    {
      const RelmGitTag *tag = self->refs->tags->pdata[i];

      if (tag->version == NULL && !write_tag (self, ++rank, tag, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_unreleased (Reader *self,
                  GPtrArray *releases,
                  GError **error)
{
  g_autofree gint32 *excluded = g_new (gint32, releases->len + 1);
  g_autoptr (GArray) range = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < releases->len; i++)
    excluded[i] = ((RelmGitRelease *) releases->pdata[i])->tag->commit;
  relm_git_graph_get_difference (self->graph, self->head, excluded, releases->len, range);
  return relm_mirror_writer_add_range (self->writer, RELM_MIRROR_UNRELEASED, (const gint32 *) (gpointer) range->data,
                                       range->len, error);
}

static gboolean
write_state (Reader *self,
             GError **error)
{
  char head[GIT_OID_MAX_HEXSIZE + 1];

  git_oid_tostr (head, sizeof head, &self->refs->head);
  return relm_mirror_writer_set_state (self->writer, RELM_GIT_STATE_REFS, self->refs->fingerprint, error) &&
         relm_mirror_writer_set_state (self->writer, RELM_GIT_STATE_MAILMAP, self->mailmap_id, error) &&
         relm_mirror_writer_set_state (self->writer, RELM_GIT_STATE_SHALLOW, self->refs->shallow_digest, error) &&
         relm_mirror_writer_set_state (self->writer, RELM_GIT_STATE_HEAD, head, error);
}

static gboolean
write_paths (Reader *self,
             GError **error)
{
  if (self->options->paths == NULL || self->options->paths[0] == NULL)
    return TRUE;
  return relm_git_paths_update (self->odb, self->graph, self->writer, self->options->paths, self->progress_func,
                                self->user_data, self->cancellable, error);
}

static gboolean
read_history (Reader *self,
              GError **error)
{
  g_autoptr (GPtrArray) releases = NULL;
  GError *local_error = NULL;

  if (!load_known (self, error))
    return FALSE;
  releases = read_and_arrange (self, &local_error);
  if (releases == NULL && local_error == NULL && start_anew (self, &local_error))
    releases = read_and_arrange (self, &local_error);
  if (releases == NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  self->result->n_read = relm_git_graph_get_n_commits (self->graph) - self->n_known;
  self->result->n_releases = releases->len;
  return write_graph (self, error) && write_tags (self, releases, error) && write_unreleased (self, releases, error) &&
         write_state (self, error) && write_paths (self, error) && relm_mirror_writer_commit (self->writer, error);
}

/**
 * relm_git_reader_read:
 * @folder: a working tree, a folder in one, or a bare repository
 * @mirror_path: where its mirror is, or will be
 * @options: (nullable): what to read
 * @progress_func: (nullable) (scope call): told how far it is
 * @result: (out) (optional): what there was
 * @cancellable: (nullable): ends it
 *
 * On failure, and when it is cancelled, the mirror is what it was.
 *
 * Returns: whether the mirror has the history now; else a RELM_GIT_ERROR, a RELM_MIRROR_ERROR or G_IO_ERROR_CANCELLED
 */
gboolean
relm_git_reader_read (const char *folder,
                      const char *mirror_path,
                      const RelmGitReaderOptions *options,
                      RelmGitReaderProgressFunc progress_func,
                      gpointer user_data,
                      RelmGitReaderResult *result,
                      GCancellable *cancellable,
                      GError **error)
{
  static const RelmGitReaderOptions no_options = { NULL, NULL, NULL };
  RelmGitReaderResult ignored;
  g_auto (Reader) self = { .options = options != NULL ? options : &no_options,
                           .progress_func = progress_func,
                           .user_data = user_data,
                           .cancellable = cancellable,
                           .result = result != NULL ? result : &ignored };

  g_return_val_if_fail (folder != NULL && mirror_path != NULL, FALSE);

  memset (self.result, 0, sizeof *self.result);
  self.repository = relm_git_library_open (folder, error);
  if (self.repository == NULL)
    return FALSE;
  self.refs = relm_git_refs_read (self.repository, self.options->branch, self.options->tag_pattern, error);
  if (self.refs == NULL)
    return FALSE;
  self.result->shallow = self.refs->shallow != NULL;
  self.result->unchanged = is_unchanged (&self, mirror_path);
  if (self.result->unchanged)
    return TRUE;

  if (git_repository_odb (&self.odb, self.repository) != 0)
    {
      relm_git_library_set_error (error);
      return FALSE;
    }
  relm_git_refs_peel (self.refs, self.repository);
  relm_git_releases_choose (self.refs->tags, self.options->tag_pattern);
  read_mailmap (&self);
  self.writer = relm_mirror_writer_new (mirror_path, error);
  return self.writer != NULL && read_history (&self, error);
}
