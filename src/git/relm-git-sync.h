/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Brings one mirror up to date: fetches when the repository is elsewhere, then reads. The work behind RelmGitSource, for
 * worker threads; it says how far it is in sentences.
 */

#pragma once

#include "relm-git-credential.h"
#include "relm-git-location.h"
#include "relm-git-reader.h"
#include "relm-git-source.h"

G_BEGIN_DECLS

#define RELM_GIT_PROGRESS_UNKNOWN (-1.0)
#define RELM_GIT_PROGRESS_PARTIAL 0.5 /* of RELM_GIT_SOURCE_READY: the mirror can be used, and more comes */

typedef struct
{
  RelmGitLocation *location;
  char *cache_dir; /* of Relm */
  char *branch;    /* or NULL */
  char *tag_pattern; /* or NULL */
  char **paths;    /* or NULL */
  RelmGitCredential *credential; /* or NULL */
} RelmGitSync;

/* Called in the thread that works; @status is a translated sentence, @progress goes from 0 to 1. */
typedef void (*RelmGitSyncReportFunc) (RelmGitSourceState state,
                                       double progress,
                                       const char *status,
                                       gpointer user_data);

RelmGitSync *relm_git_sync_new (const char *location,
                                const char *base_dir,
                                const char *cache_dir,
                                const char *branch,
                                const char *tag_pattern,
                                GError **error);
void relm_git_sync_free (RelmGitSync *self);
void relm_git_sync_set_paths (RelmGitSync *self,
                              const char *const *paths);
void relm_git_sync_set_credential (RelmGitSync *self,
                                   const RelmGitCredential *credential);
char *relm_git_sync_dup_mirror_path (const RelmGitSync *self);
gint64 relm_git_sync_read_time (const RelmGitSync *self);
gboolean relm_git_sync_run (const RelmGitSync *self,
                            RelmGitSyncReportFunc report_func,
                            gpointer user_data,
                            RelmGitReaderResult *result,
                            GCancellable *cancellable,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitSync, relm_git_sync_free)

G_END_DECLS
