/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-git-graph.h"

#define NOWHERE (-1)

/* What a walk knows of a commit. */
enum
{
  WANTED = 1 << 0,   /* reached from where the walk started */
  EXCLUDED = 1 << 1, /* reached from where it may not go */
};

struct _RelmGitGraph
{
  GByteArray *oids;
  GArray *starts;  /* guint32: where in parents those of a commit are; one more than commits that are read */
  GArray *parents; /* gint32 */
  GArray *times;   /* gint64: of the committer, Unix seconds */

  guint32 *slots; /* open addressing by the object id: a commit + 1, or 0 */
  guint n_slots;  /* a power of two */

  /* since the last sort */
  gint32 *order;    /* commits, descendants first */
  gint32 *position; /* of a commit in order, or NOWHERE */
  guint n_sorted;
  guint8 *flags; /* by position, all 0 between walks */
};

/* Object ids are hashes already. */
static guint
hash_oid (const guint8 *oid)
{
  guint32 hash;

  memcpy (&hash, oid, sizeof hash);
  return hash;
}

/* The slot where @oid is, or the free one where it belongs. */
static guint32 *
find_slot (RelmGitGraph *self,
           const guint8 *oid)
{
  guint i = hash_oid (oid) & (self->n_slots - 1);

  while (self->slots[i] != 0 &&
         memcmp (self->oids->data + (gsize) (self->slots[i] - 1) * RELM_GIT_OID_BYTES, oid, RELM_GIT_OID_BYTES) != 0)
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

static void
grow_slots (RelmGitGraph *self)
{
  const guint n_commits = relm_git_graph_get_n_commits (self);

  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < n_commits; i++)
    *find_slot (self, self->oids->data + (gsize) i * RELM_GIT_OID_BYTES) = i + 1;
}

/**
 * relm_git_graph_new:
 *
 * Returns: (transfer full): an empty graph
 */
RelmGitGraph *
relm_git_graph_new (void)
{
  RelmGitGraph *self = g_new0 (RelmGitGraph, 1);
  const guint32 start = 0;

  self->oids = g_byte_array_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->parents = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->starts, start);
  self->n_slots = 1024;
  self->slots = g_new0 (guint32, self->n_slots);
  return self;
}

/**
 * relm_git_graph_free:
 * @self: (nullable) (transfer full): a graph
 */
void
relm_git_graph_free (RelmGitGraph *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->oids);
  g_array_unref (self->starts);
  g_array_unref (self->parents);
  g_array_unref (self->times);
  g_free (self->slots);
  g_free (self->order);
  g_free (self->position);
  g_free (self->flags);
  g_free (self);
}

/**
 * relm_git_graph_add:
 * @oid: the object id of a commit, RELM_GIT_OID_BYTES
 *
 * Returns: its number, a new one if it was not there
 */
gint32
relm_git_graph_add (RelmGitGraph *self,
                    const guint8 *oid)
{
  guint32 *slot = find_slot (self, oid);
  guint n_commits = relm_git_graph_get_n_commits (self);

  if (*slot != 0)
    return (gint32) (*slot - 1);
  *slot = n_commits + 1;
  g_byte_array_append (self->oids, oid, RELM_GIT_OID_BYTES);
  if (++n_commits > self->n_slots / 2)
    grow_slots (self);
  return (gint32) (n_commits - 1);
}

/**
 * relm_git_graph_find:
 * @oid: the object id of a commit, RELM_GIT_OID_BYTES
 *
 * Returns: its number, or -1
 */
gint32
relm_git_graph_find (RelmGitGraph *self,
                     const guint8 *oid)
{
  return (gint32) *find_slot (self, oid) - 1;
}

/**
 * relm_git_graph_set_parents:
 * @parents: (array length=n_parents): numbers
 * @time: when it was committed, Unix seconds
 *
 * Says what the parents of the first commit are that has not been read yet.
 */
void
relm_git_graph_set_parents (RelmGitGraph *self,
                            const gint32 *parents,
                            guint n_parents,
                            gint64 time)
{
  guint32 end;

  g_return_if_fail (relm_git_graph_get_n_read (self) < relm_git_graph_get_n_commits (self));

  g_array_append_vals (self->parents, parents, n_parents);
  end = self->parents->len;
  g_array_append_val (self->starts, end);
  g_array_append_val (self->times, time);
}

/**
 * relm_git_graph_get_n_commits:
 *
 * Returns: how many commits have a number
 */
guint
relm_git_graph_get_n_commits (RelmGitGraph *self)
{
  return self->oids->len / RELM_GIT_OID_BYTES;
}

/**
 * relm_git_graph_get_n_read:
 *
 * Returns: how many of them have their parents: the number of the next one that is to be read
 */
guint
relm_git_graph_get_n_read (RelmGitGraph *self)
{
  return self->starts->len - 1;
}

/**
 * relm_git_graph_get_oid:
 *
 * Returns: (transfer none): the object id of @commit, and after it those of the following ones, until a commit is added
 */
const guint8 *
relm_git_graph_get_oid (RelmGitGraph *self,
                        gint32 commit)
{
  return self->oids->data + (gsize) commit * RELM_GIT_OID_BYTES;
}

/**
 * relm_git_graph_get_times:
 *
 * Returns: (transfer none): when the commits from @first on were committed, until a commit is read
 */
const gint64 *
relm_git_graph_get_times (RelmGitGraph *self,
                          gint32 first)
{
  return &g_array_index (self->times, gint64, first);
}

/**
 * relm_git_graph_get_parents:
 * @commit: one that is read
 * @n_parents: (out): how many it has
 *
 * Returns: (transfer none): the numbers of its parents, until a commit is read
 */
const gint32 *
relm_git_graph_get_parents (RelmGitGraph *self,
                            gint32 commit,
                            guint *n_parents)
{
  const guint32 *starts = &g_array_index (self->starts, guint32, commit);

  *n_parents = starts[1] - starts[0];
  return &((const gint32 *) (gpointer) self->parents->data)[starts[0]];
}

/* Which of two commits that do not contain each other comes first: the later one, then the one found first. */
static gboolean
comes_first (RelmGitGraph *self,
             gint32 a,
             gint32 b)
{
  const gint64 *times = relm_git_graph_get_times (self, 0);

  return times[a] != times[b] ? times[a] > times[b] : a < b;
}

static void
push_ready (RelmGitGraph *self,
            gint32 *heap,
            guint *n,
            gint32 commit)
{
  guint i = (*n)++;

  while (i > 0 && comes_first (self, commit, heap[(i - 1) / 2]))
    {
      heap[i] = heap[(i - 1) / 2];
      i = (i - 1) / 2;
    }
  heap[i] = commit;
}

static gint32
pop_ready (RelmGitGraph *self,
           gint32 *heap,
           guint *n)
{
  const gint32 top = heap[0];
  const gint32 last = heap[--(*n)];
  guint i = 0;

  for (guint child = 1; child < *n; child = 2 * i + 1)
    {
      if (child + 1 < *n && comes_first (self, heap[child + 1], heap[child]))
        child++;
      if (!comes_first (self, heap[child], last))
        break;
      heap[i] = heap[child];
      i = child;
    }
  heap[i] = last;
  return top;
}

/* Counts for each commit that the tips contain how many others have it as their parent; NOWHERE for the others. */
static gint32 *
count_children (RelmGitGraph *self,
                const gint32 *tips,
                guint n_tips,
                gint32 *stack,
                guint *n_contained)
{
  const guint n = relm_git_graph_get_n_commits (self);
  gint32 *children = g_new (gint32, n);
  guint depth = 0;

  *n_contained = 0;
  memset (children, 0xff, n * sizeof *children);
  for (guint i = 0; i < n_tips; i++)
    if (children[tips[i]] == NOWHERE)
      {
        children[tips[i]] = 0;
        stack[depth++] = tips[i];
      }
  while (depth > 0)
    {
      guint n_parents;
      const gint32 *parents = relm_git_graph_get_parents (self, stack[--depth], &n_parents);

      (*n_contained)++;
      for (guint i = 0; i < n_parents; i++)
        if (children[parents[i]] == NOWHERE)
          {
            children[parents[i]] = 1;
            stack[depth++] = parents[i];
          }
        else
          children[parents[i]]++;
    }
  return children;
}

/**
 * relm_git_graph_sort:
 * @tips: (array length=n_tips): commits; the same one may be there twice
 *
 * Orders what the tips contain: descendants come before their ancestors, else what was committed later comes first. All
 * commits must be read.
 *
 * Returns: how many commits the tips contain; 0 if some of them contain themselves, and then it may not be asked anything
 */
guint
relm_git_graph_sort (RelmGitGraph *self,
                     const gint32 *tips,
                     guint n_tips)
{
  const guint n = relm_git_graph_get_n_commits (self);
  g_autofree gint32 *heap = g_new (gint32, n + 1);
  g_autofree gint32 *children = NULL;
  guint n_contained;
  guint n_ready = 0;

  g_return_val_if_fail (relm_git_graph_get_n_read (self) == n, 0);

  children = count_children (self, tips, n_tips, heap, &n_contained);
  self->order = g_renew (gint32, self->order, n);
  self->position = g_renew (gint32, self->position, n);
  self->n_sorted = 0;
  memset (self->position, 0xff, n * sizeof *self->position);
  for (guint i = 0; i < n_tips; i++)
    if (children[tips[i]] == 0)
      {
        children[tips[i]] = NOWHERE; /* the same tip may be there twice */
        push_ready (self, heap, &n_ready, tips[i]);
      }
  while (n_ready > 0)
    {
      const gint32 commit = pop_ready (self, heap, &n_ready);
      guint n_parents;
      const gint32 *parents = relm_git_graph_get_parents (self, commit, &n_parents);

      self->position[commit] = (gint32) self->n_sorted;
      self->order[self->n_sorted++] = commit;
      for (guint i = 0; i < n_parents; i++)
        if (--children[parents[i]] == 0)
          push_ready (self, heap, &n_ready, parents[i]);
    }
  g_free (self->flags);
  self->flags = g_new0 (guint8, n + 1);
  return self->n_sorted == n_contained ? n_contained : 0;
}

/**
 * relm_git_graph_get_position:
 *
 * Returns: where @commit is in the order of the last sort; -1 if the tips do not contain it
 */
gint32
relm_git_graph_get_position (RelmGitGraph *self,
                             gint32 commit)
{
  return self->position[commit];
}

/* A walk goes down the order. It ends when nothing is left that is wanted and not excluded. */
typedef struct
{
  guint pending; /* commits that are wanted, not excluded, and still to come */
  gint32 lowest; /* the greatest position that has flags */
} Walk;

static void
mark (RelmGitGraph *self,
      Walk *walk,
      gint32 commit,
      guint8 flags)
{
  const gint32 position = self->position[commit];
  const guint8 before = self->flags[position];
  const guint8 after = before | flags;

  walk->pending += (after == WANTED);
  walk->pending -= (before == WANTED);
  self->flags[position] = after;
  walk->lowest = MAX (walk->lowest, position);
}

static void
mark_parents (RelmGitGraph *self,
              Walk *walk,
              gint32 commit,
              guint8 flags)
{
  guint n_parents;
  const gint32 *parents = relm_git_graph_get_parents (self, commit, &n_parents);

  for (guint i = 0; i < n_parents; i++)
    mark (self, walk, parents[i], flags);
}

static void
run_walk (RelmGitGraph *self,
          Walk *walk,
          gint32 first,
          gint32 start,
          const guint8 *boundaries,
          GArray *range,
          GArray *reached)
{
  for (gint32 i = first; walk->pending > 0; i++)
    {
      const gint32 commit = self->order[i];
      guint8 flags = self->flags[i];

      if (flags == 0)
        continue;
      if (flags == WANTED)
        {
          walk->pending--;
          if (boundaries != NULL && boundaries[commit] && commit != start)
            {
              flags = EXCLUDED;
              g_array_append_val (reached, commit);
            }
          else
            g_array_append_val (range, commit);
        }
      mark_parents (self, walk, commit, flags & EXCLUDED ? EXCLUDED : WANTED);
    }
  memset (self->flags + first, 0, (gsize) (walk->lowest - first + 1));
}

/**
 * relm_git_graph_get_range:
 * @start: a commit that the tips of the last sort contain
 * @boundaries: for each commit whether it is one
 * @range: (element-type gint32): gets the commits that @start contains and no boundary below it does, descendants first
 * @reached: (element-type gint32): gets the boundaries that were met first
 */
void
relm_git_graph_get_range (RelmGitGraph *self,
                          gint32 start,
                          const guint8 *boundaries,
                          GArray *range,
                          GArray *reached)
{
  const gint32 first = self->position[start];
  Walk walk = { 0, first };

  g_return_if_fail (first != NOWHERE);

  mark (self, &walk, start, WANTED);
  run_walk (self, &walk, first, start, boundaries, range, reached);
}

/**
 * relm_git_graph_get_difference:
 * @start: a commit that the tips of the last sort contain
 * @excluded: (array length=n_excluded): others of those
 * @range: (element-type gint32): gets the commits that @start contains and none of the others does, descendants first
 */
void
relm_git_graph_get_difference (RelmGitGraph *self,
                               gint32 start,
                               const gint32 *excluded,
                               guint n_excluded,
                               GArray *range)
{
  gint32 first = self->position[start];
  Walk walk = { 0, first };

  g_return_if_fail (first != NOWHERE);

  mark (self, &walk, start, WANTED);
  for (guint i = 0; i < n_excluded; i++)
    {
      mark (self, &walk, excluded[i], EXCLUDED);
      first = MIN (first, self->position[excluded[i]]);
    }
  run_walk (self, &walk, first, start, NULL, range, NULL);
}
