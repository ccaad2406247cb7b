/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A queue between two threads that holds only so much: who fills it waits for who empties it, so that memory stays bounded
 * when reading is faster than storing. Either side can end it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RelmGitQueue RelmGitQueue;

RelmGitQueue *relm_git_queue_new (guint limit,
                                  GDestroyNotify free_func);
void relm_git_queue_free (RelmGitQueue *self);
gboolean relm_git_queue_push (RelmGitQueue *self,
                              gpointer item);
gpointer relm_git_queue_pop (RelmGitQueue *self);
void relm_git_queue_finish (RelmGitQueue *self);
void relm_git_queue_abandon (RelmGitQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitQueue, relm_git_queue_free)

G_END_DECLS
