/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <unistd.h>

#include "relm-command-source.h"
#include "relm-git-error.h"
#include "relm-git-source.h"
#include "relm-repositories.h"
#include "relm-repository-secret.h"
#include "relm-source.h"
#include "relm-text.h"
#include "relm-tracker-source.h"

/* The folder that a project's file is in. */
static char *
dup_folder (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) parent = g_file_get_parent (file);

  return parent != NULL ? g_file_get_path (parent) : NULL;
}

static RelmRemote *
new_repository (RelmProject *project,
                RelmRecord *record,
                const char *path)
{
  g_autofree char *folder = dup_folder (path);
  g_auto (GStrv) paths = relm_repositories_dup_paths (project, record);
  RelmGitSource *source = relm_git_source_new (relm_record_get_string (record, RELM_SOURCE_LOCATION), folder, NULL);

  relm_git_source_set_branch (source, relm_record_get_string (record, RELM_SOURCE_BRANCH));
  relm_git_source_set_tag_pattern (source, relm_record_get_string (record, RELM_SOURCE_TAG_PATTERN));
  relm_git_source_set_paths (source, (const char *const *) paths);
  return RELM_REMOTE (source);
}

/**
 * relm_command_source_new:
 * @record: a source of the project that has a location
 * @path: where the project's file is
 * @tokens: (transfer none): for trackers
 *
 * Returns: (transfer full): what reads it
 */
RelmRemote *
relm_command_source_new (RelmProject *project,
                         RelmRecord *record,
                         const char *path,
                         RelmTokenStore *tokens)
{
  if (g_strcmp0 (relm_record_get_string (record, RELM_SOURCE_KIND), "tracker") != 0)
    return new_repository (project, record, path);
  return RELM_REMOTE (relm_tracker_source_new (relm_record_get_string (record, RELM_SOURCE_LOCATION),
                                               relm_record_get_string (record, RELM_SOURCE_SERVICE), NULL, tokens));
}

/* One line of a terminal that says how it goes. */
static void
status_cb (RelmRemote *remote)
{
  const char *status = relm_remote_get_status (remote);
  g_autofree char *safe = status != NULL ? relm_text_display_title (status) : NULL;

  g_printerr ("\r\033[K%s", safe != NULL ? safe : "");
}

/* Where the server wants to know who asks, it is told once what the keyring has for it. */
static gboolean
sync_with_keyring (RelmRemote *remote,
                   RelmTokenStore *tokens,
                   GError **error)
{
  g_autofree char *origin = RELM_IS_GIT_SOURCE (remote) ? relm_git_source_dup_origin (RELM_GIT_SOURCE (remote)) : NULL;
  g_autoptr (RelmGitCredential) credential = NULL;
  GError *local_error = NULL;
  char *text = NULL;

  if (relm_remote_sync (remote, NULL, &local_error))
    return TRUE;
  if (origin != NULL && g_error_matches (local_error, RELM_GIT_ERROR, RELM_GIT_ERROR_AUTHENTICATION))
    text = relm_repository_secret_look_up (tokens, origin, NULL);
  credential = text != NULL ? relm_git_credential_parse (text) : NULL;
  relm_token_free (text);
  if (credential == NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_clear_error (&local_error);
  relm_git_source_set_credential (RELM_GIT_SOURCE (remote), credential);
  return relm_remote_sync (remote, NULL, error);
}

/**
 * relm_command_source_sync:
 * @tokens: where it is looked up who asks, if the server wants to know
 *
 * Brings its mirror up to date; a terminal says how it goes.
 *
 * Returns: whether it is up to date; else as relm_remote_sync()
 */
gboolean
relm_command_source_sync (RelmRemote *remote,
                          RelmTokenStore *tokens,
                          GError **error)
{
  gulong watch = 0;
  gboolean success;

  if (isatty (STDERR_FILENO) == 1)
    watch = g_signal_connect (remote, "notify::status", G_CALLBACK (status_cb), NULL);
  success = sync_with_keyring (remote, tokens, error);
  if (watch == 0)
    return success;
  g_signal_handler_disconnect (remote, watch);
  g_printerr ("\r\033[K");
  return success;
}
