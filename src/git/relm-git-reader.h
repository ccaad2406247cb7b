/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reads the history of a repository on this computer into its mirror: only what the mirror does not have, and nothing when
 * no reference changed. It writes nothing into the repository and runs nothing of it. Blocking: for worker threads; several
 * repositories may be read at the same time.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *branch;      /* or NULL: the one that HEAD names */
  const char *tag_pattern; /* what the tags of releases look like, with * and ?; or NULL: found out */
  const char *const *paths; /* of which to find out which commits touch them, without a slash at either end; or NULL */
} RelmGitReaderOptions;

typedef struct
{
  guint n_commits; /* in the history */
  guint n_read;    /* of them this time */
  guint n_releases;
  gboolean unchanged; /* nothing was read, because no reference changed; then all else here is 0 */
  gboolean shallow;   /* the repository has not all of its history */
} RelmGitReaderResult;

/* Called in the thread that waits, from time to time, with how many commits are read so far; then, with how many there are,
 * of how many the paths are looked for. */
typedef void (*RelmGitReaderProgressFunc) (guint n_read,
                                           guint n_total,
                                           gpointer user_data);

/* Keys for relm_mirror_dup_state(). */
#define RELM_GIT_STATE_REFS "refs"       /* the fingerprint of the references */
#define RELM_GIT_STATE_MAILMAP "mailmap" /* the object id of the mailmap, or empty */
#define RELM_GIT_STATE_SHALLOW "shallow" /* empty when all of the history is there */
#define RELM_GIT_STATE_HEAD "head"       /* the object id of the newest commit */

gboolean relm_git_reader_read (const char *folder,
                               const char *mirror_path,
                               const RelmGitReaderOptions *options,
                               RelmGitReaderProgressFunc progress_func,
                               gpointer user_data,
                               RelmGitReaderResult *result,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
