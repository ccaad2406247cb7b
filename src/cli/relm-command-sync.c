/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "relm-command-source.h"
#include "relm-command.h"
#include "relm-git-source.h"
#include "relm-source.h"
#include "relm-tracker-source.h"

#define TOKEN_MAX 4096

/* The words of the call. */
typedef struct
{
  gboolean reconcile;
  gboolean token_stdin;
} Options;

static char *
parse (int argc,
       char **argv,
       Options *options)
{
  const GOptionEntry entries[] = {
    { "reconcile", 0, 0, G_OPTION_ARG_NONE, &options->reconcile, N_ ("Read trackers whole, and remove what is gone there"), NULL },
    { "token-stdin", 0, 0, G_OPTION_ARG_NONE, &options->token_stdin,
      N_ ("Take the server's token, or “user:password” of a repository, from the standard input, and keep it nowhere"), NULL },
    { NULL },
  };

  return relm_command_parse (&argc, &argv, entries, TRUE);
}

static char *
dup_outcome (RelmRemote *remote,
             const char *title)
{
  guint n;
  g_autofree char *count = NULL;

  if (!RELM_IS_TRACKER_SOURCE (remote))
    /* Translators: the placeholder is the name of a source */
    return g_strdup_printf (_ ("%s: up to date"), title);
  n = relm_tracker_source_get_n_items (RELM_TRACKER_SOURCE (remote));
  count = g_strdup_printf (ngettext ("%u item", "%u items", n), n);
  /* Translators: the name of a source, and how many items it has */
  return g_strdup_printf (_ ("%s: up to date, %s"), title, count);
}

static gboolean
sync_one (RelmRecord *record,
          RelmRemote *remote,
          RelmTokenStore *tokens,
          const Options *options)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  gboolean success;

  if (RELM_IS_TRACKER_SOURCE (remote))
    relm_tracker_source_set_whole (RELM_TRACKER_SOURCE (remote), options->reconcile);
  success = relm_command_source_sync (remote, tokens, &error);
  line = success ? dup_outcome (remote, title) : g_strdup_printf ("%s: %s", title, error->message);
  if (success)
    relm_command_print (line);
  else
    relm_command_complain (line);
  return success;
}

static char *
dup_origin (RelmRemote *remote)
{
  const RelmTrackerAddress *address = NULL;

  if (RELM_IS_GIT_SOURCE (remote))
    return relm_git_source_dup_origin (RELM_GIT_SOURCE (remote));
  address = relm_tracker_source_get_address (RELM_TRACKER_SOURCE (remote));
  return address != NULL ? relm_tracker_address_dup_host (address) : NULL;
}

/* Returns: (transfer full) (element-type utf8): the servers that the token can be for, which are trackers, or else repositories */
static GHashTable *
find_origins (RelmProject *project,
              const char *path,
              RelmTokenStore *tokens,
              GType type)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SOURCE);
  GHashTable *origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      g_autoptr (RelmRemote) remote = NULL;
      char *origin = NULL;

      if (relm_record_get_string (record, RELM_SOURCE_LOCATION) != NULL)
        remote = relm_command_source_new (project, record, path, tokens);
      if (remote != NULL && G_TYPE_CHECK_INSTANCE_TYPE (remote, type))
        origin = dup_origin (remote);
      if (origin != NULL)
        g_hash_table_add (origins, origin);
    }
  return origins;
}

/* Returns: (transfer full) (nullable): the one server that the token is for; NULL if that is not clear */
static char *
find_origin (RelmProject *project,
             const char *path,
             RelmTokenStore *tokens)
{
  const GType types[] = { RELM_TYPE_TRACKER_SOURCE, RELM_TYPE_GIT_SOURCE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GHashTable) origins = find_origins (project, path, tokens, types[i]);
      const guint n = g_hash_table_size (origins);
      GHashTableIter iter;
      gpointer origin;

      g_hash_table_iter_init (&iter, origins);
      if (g_hash_table_iter_next (&iter, &origin, NULL))
        return n == 1 ? g_strdup (origin) : NULL;
    }
  return NULL;
}

/* One line, so that it can come from a program that keeps secrets. It is in memory only, and cleared. */
static gboolean
read_token (RelmProject *project,
            const char *path,
            RelmTokenStore *tokens)
{
  char buffer[TOKEN_MAX] = "";
  g_autofree char *origin = find_origin (project, path, tokens);
  gsize length = 0;
  gssize n;

  if (origin == NULL)
    {
      relm_command_complain (_ ("“--token-stdin” is for a project whose trackers are all on one server, or whose repositories are if "
                                "it has no tracker."));
      return FALSE;
    }
  while (length < sizeof buffer - 1 && (n = read (STDIN_FILENO, buffer + length, sizeof buffer - 1 - length)) > 0)
    length += (gsize) n;
  buffer[strcspn (buffer, "\r\n")] = '\0';
  if (*buffer == '\0' || length >= sizeof buffer - 1 || !g_utf8_validate (buffer, -1, NULL))
    {
      explicit_bzero (buffer, sizeof buffer);
      relm_command_complain (_ ("There is no token on the standard input. Write it there as one line."));
      return FALSE;
    }
  relm_token_store_keep_for_session (tokens, origin, buffer);
  explicit_bzero (buffer, sizeof buffer);
  return TRUE;
}

static int
sync_all (RelmProject *project,
          const char *path,
          const Options *options,
          RelmTokenStore *tokens)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SOURCE);
  gboolean success = TRUE;

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      g_autoptr (RelmRemote) remote = NULL;

      if (relm_record_get_string (record, RELM_SOURCE_LOCATION) == NULL)
        continue;
      remote = relm_command_source_new (project, record, path, tokens);
      success = sync_one (record, remote, tokens, options) && success;
    }
  if (relm_record_list_get_size (list) == 0)
    relm_command_print (_ ("The project has no source."));
  return success ? RELM_EXIT_FINE : RELM_EXIT_PROBLEMS;
}

/**
 * relm_command_sync:
 *
 * Brings the mirrors of all sources of a project up to date; one that fails does not keep the others from it.
 *
 * Returns: an exit status
 */
int
relm_command_sync (int argc,
                   char **argv)
{
  Options options = { FALSE, FALSE };
  g_autofree char *path = parse (argc, argv, &options);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;
  g_autoptr (RelmTokenStore) tokens = relm_token_store_new (!options.token_stdin);

  if (project == NULL || (options.token_stdin && !read_token (project, path, tokens)))
    return RELM_EXIT_FAILED;
  return sync_all (project, path, &options, tokens);
}
