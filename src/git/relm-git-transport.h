/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Runs relm-git-fetch, the program that alone talks to remotes, and turns its lines into progress and errors. Blocking: for
 * worker threads.
 */

#pragma once

#include <gio/gio.h>

#include "relm-git-credential.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_GIT_TRANSPORT_CONNECTING,
  RELM_GIT_TRANSPORT_RECEIVING, /* done and total count objects */
  RELM_GIT_TRANSPORT_INDEXING,  /* done and total count deltas */
} RelmGitTransportStage;

typedef struct
{
  RelmGitTransportStage stage;
  guint64 done;
  guint64 total;
  guint64 bytes;            /* received so far */
  guint64 bytes_per_second; /* since the start, 0 in the first second */
} RelmGitTransportProgress;

/* Called in the thread that waits. */
typedef void (*RelmGitTransportProgressFunc) (const RelmGitTransportProgress *progress,
                                              gpointer user_data);

gboolean relm_git_transport_fetch (const char *url,
                                   const char *directory,
                                   const RelmGitCredential *credential,
                                   RelmGitTransportProgressFunc progress_func,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean relm_git_transport_fetch_newest (const char *url,
                                          const char *directory,
                                          const char *branch,
                                          const RelmGitCredential *credential,
                                          RelmGitTransportProgressFunc progress_func,
                                          gpointer user_data,
                                          GCancellable *cancellable,
                                          GError **error);
void relm_git_transport_forget (const char *directory);

G_END_DECLS
