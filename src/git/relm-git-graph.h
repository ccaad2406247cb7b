/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The shape of a history as plain arrays: commits are numbers, 0, 1, 2, … in the order in which they were found. A commit is
 * added when somebody names it, and gets its parents when it is read; because they are read in the order of their numbers,
 * the numbers are also the queue of what is still to be read. No git and no database here. One thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_GIT_OID_BYTES 20

typedef struct _RelmGitGraph RelmGitGraph;

RelmGitGraph *relm_git_graph_new (void);
void relm_git_graph_free (RelmGitGraph *self);

/* filling it */
gint32 relm_git_graph_add (RelmGitGraph *self,
                           const guint8 *oid);
gint32 relm_git_graph_find (RelmGitGraph *self,
                            const guint8 *oid);
void relm_git_graph_set_parents (RelmGitGraph *self,
                                 const gint32 *parents,
                                 guint n_parents,
                                 gint64 time);
guint relm_git_graph_get_n_commits (RelmGitGraph *self);
guint relm_git_graph_get_n_read (RelmGitGraph *self);
const guint8 *relm_git_graph_get_oid (RelmGitGraph *self,
                                      gint32 commit);
const gint64 *relm_git_graph_get_times (RelmGitGraph *self,
                                        gint32 first);
const gint32 *relm_git_graph_get_parents (RelmGitGraph *self,
                                          gint32 commit,
                                          guint *n_parents);

/* asking it, when all commits are read */
guint relm_git_graph_sort (RelmGitGraph *self,
                           const gint32 *tips,
                           guint n_tips);
gint32 relm_git_graph_get_position (RelmGitGraph *self,
                                    gint32 commit);
void relm_git_graph_get_range (RelmGitGraph *self,
                               gint32 start,
                               const guint8 *boundaries,
                               GArray *range,
                               GArray *reached);
void relm_git_graph_get_difference (RelmGitGraph *self,
                                    gint32 start,
                                    const gint32 *excluded,
                                    guint n_excluded,
                                    GArray *range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitGraph, relm_git_graph_free)

G_END_DECLS
