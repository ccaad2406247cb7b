/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-git-error.h"
#include "relm-git-library.h"
#include "relm-text.h"

static void
start_library (void)
{
  static gsize started = 0;

  if (!g_once_init_enter (&started))
    return;
  git_libgit2_init ();
  for (int level = GIT_CONFIG_LEVEL_PROGRAMDATA; level <= GIT_CONFIG_LEVEL_GLOBAL; level++)
    git_libgit2_opts (GIT_OPT_SET_SEARCH_PATH, level, "");
  git_libgit2_opts (GIT_OPT_SET_OWNER_VALIDATION, 1);
  /* what is read is shown and not built upon, and each object is read once */
  git_libgit2_opts (GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  git_libgit2_opts (GIT_OPT_ENABLE_CACHING, 0);
  g_once_init_leave (&started, 1);
}

/* The last error of this thread in words, safe to show. */
static char *
dup_last_message (void)
{
  const git_error *last = git_error_last ();

  return relm_text_display_title (last != NULL ? last->message : "");
}

/**
 * relm_git_library_set_error:
 * @error: set to RELM_GIT_ERROR_CORRUPT with what libgit2 said last in this thread
 */
void
relm_git_library_set_error (GError **error)
{
  g_autofree char *message = dup_last_message ();

  /* Translators: what libgit2 says is wrong, in English */
  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_CORRUPT,
               _ ("The repository is damaged: %s. Run “git fsck” in it to learn more, or clone it again."), message);
}

static void
set_open_error (int code,
                const char *folder,
                GError **error)
{
  g_autofree char *name = relm_text_display_title (folder);
  g_autofree char *message = dup_last_message ();

  if (code == GIT_EOWNER)
    g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_OWNED,
                 _ ("The folder %s belongs to somebody else, so it is not read. Clone the repository into a folder of "
                    "your own."),
                 name);
  else if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND, _ ("There is no folder %s. Check the location."), name);
  else if (code == GIT_ENOTFOUND)
    g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_A_REPOSITORY,
                 _ ("%s is not a git repository. Choose the folder of a clone."), name);
  else
    /* Translators: a folder, and what libgit2 says is wrong, in English */
    g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_SUPPORTED,
                 _ ("The repository in %s is of a kind that Relm cannot read: %s"), name, message);
}

/**
 * relm_git_library_open:
 * @folder: a working tree, a folder in one, or a bare repository
 *
 * Returns: (transfer full) (nullable): the repository; or %NULL and a RELM_GIT_ERROR
 */
git_repository *
relm_git_library_open (const char *folder,
                       GError **error)
{
  git_repository *repository = NULL;
  int code;

  g_return_val_if_fail (folder != NULL, NULL);

  start_library ();
  code = git_repository_open_ext (&repository, folder, 0, NULL);
  if (code != 0)
    set_open_error (code, folder, error);
  return repository;
}
