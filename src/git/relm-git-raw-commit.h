/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A commit object as git stores it, taken apart without copying: everything points into the object, and comes from strangers.
 * See “git help cat-file” and the commit format of git. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *start;
  gsize length;
} RelmGitSlice;

typedef struct
{
  RelmGitSlice parents;  /* lines of “parent ID\n”, or empty */
  guint n_parents;
  RelmGitSlice name;     /* of the author; may be empty, as may the mail address */
  RelmGitSlice email;
  RelmGitSlice encoding; /* or empty: UTF-8 */
  RelmGitSlice message;
  gint64 author_time; /* Unix seconds, 0 if it cannot be read */
  gint64 commit_time;
} RelmGitRawCommit;

gboolean relm_git_raw_commit_parse (const char *bytes,
                                    gsize length,
                                    RelmGitRawCommit *commit);
void relm_git_raw_commit_get_parent (const RelmGitRawCommit *commit,
                                     guint index,
                                     guint8 *oid);

G_END_DECLS
