/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A repository that a project is told about, and its mirror: brings the mirror up to date, and says how that goes. It lives on
 * the thread that made it, whose main context gets its notifications; the work is done in worker threads. What the mirror
 * has can be used at any time, also when there is no network.
 */

#pragma once

#include <gio/gio.h>

#include "relm-git-credential.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_GIT_SOURCE_IDLE, /* nothing was tried yet */
  RELM_GIT_SOURCE_CONNECTING,
  RELM_GIT_SOURCE_RECEIVING,
  RELM_GIT_SOURCE_READING,
  RELM_GIT_SOURCE_READY, /* the mirror has what the repository has */
  RELM_GIT_SOURCE_FAILED,
} RelmGitSourceState;

#define RELM_TYPE_GIT_SOURCE_STATE (relm_git_source_state_get_type ())
GType relm_git_source_state_get_type (void);

#define RELM_TYPE_GIT_SOURCE (relm_git_source_get_type ())
G_DECLARE_FINAL_TYPE (RelmGitSource, relm_git_source, RELM, GIT_SOURCE, GObject)

RelmGitSource *relm_git_source_new (const char *location,
                                    const char *base_dir,
                                    const char *cache_dir);

const char *relm_git_source_get_location (RelmGitSource *self);
const char *relm_git_source_get_branch (RelmGitSource *self);
void relm_git_source_set_branch (RelmGitSource *self,
                                 const char *branch);
const char *relm_git_source_get_tag_pattern (RelmGitSource *self);
void relm_git_source_set_tag_pattern (RelmGitSource *self,
                                      const char *tag_pattern);
void relm_git_source_set_paths (RelmGitSource *self,
                                const char *const *paths);
char *relm_git_source_dup_origin (RelmGitSource *self);
void relm_git_source_set_credential (RelmGitSource *self,
                                     const RelmGitCredential *credential);
gboolean relm_git_source_is_known (RelmGitSource *self);

RelmGitSourceState relm_git_source_get_state (RelmGitSource *self);
double relm_git_source_get_progress (RelmGitSource *self);
const char *relm_git_source_get_status (RelmGitSource *self);
gint64 relm_git_source_get_last_sync (RelmGitSource *self);
gboolean relm_git_source_is_incomplete (RelmGitSource *self);
const char *relm_git_source_explain_incomplete (RelmGitSource *self);
const char *relm_git_source_get_mirror_path (RelmGitSource *self);

void relm_git_source_sync_async (RelmGitSource *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean relm_git_source_sync_finish (RelmGitSource *self,
                                      GAsyncResult *result,
                                      GError **error);
gboolean relm_git_source_sync (RelmGitSource *self,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
