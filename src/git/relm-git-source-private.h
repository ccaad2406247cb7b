/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The parts of a source: what it is and says (relm-git-source.c), what it does (relm-git-source-run.c), and that it is like
 * other remotes (relm-git-source-remote.c). For these files alone.
 */

#pragma once

#include "relm-git-source.h"
#include "relm-git-sync.h"
#include "relm-remote.h"

G_BEGIN_DECLS

/* What a worker says; only the last word counts. */
typedef struct
{
  RelmGitSourceState state;
  double progress;
  char *status;
  gint64 partial; /* when a part was ready, Unix seconds; 0: none is new. It is not overtaken by later words */
} RelmGitSourceNews;

struct _RelmGitSource
{
  GObject parent_instance;

  char *location;
  char *base_dir;
  char *cache_dir;
  char *branch;
  char *tag_pattern;
  char **paths; /* or NULL */
  RelmGitCredential *credential; /* or NULL */
  char *mirror_path; /* made when asked for */

  RelmGitSourceState state;
  double progress;
  char *status;
  gint64 last_sync;
  gboolean incomplete;
  gboolean busy;

  GMainContext *context;
  GMutex mutex;
  RelmGitSourceNews news; /* guarded by the mutex */
  gboolean posted;        /* guarded by the mutex: somebody will look at the news */
};

void relm_git_source_set_state (RelmGitSource *self,
                                RelmGitSourceState state,
                                double progress,
                                const char *status);
void relm_git_source_set_last_sync (RelmGitSource *self,
                                    gint64 last_sync);
void relm_git_source_set_incomplete (RelmGitSource *self,
                                     gboolean incomplete);
RelmGitSync *relm_git_source_make_sync (RelmGitSource *self,
                                        GError **error);
void relm_git_source_init_remote (RelmRemoteInterface *iface);

G_END_DECLS
