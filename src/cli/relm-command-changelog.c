/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-render.h"
#include "relm-command-source.h"
#include "relm-command.h"
#include "relm-git-source.h"
#include "relm-repositories.h"

/* The words of the call. */
typedef struct
{
  char *release; /* or NULL: all */
  char *format_name; /* or NULL: Markdown */
  RelmChangelogFormat format;
  gboolean offline;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->release);
  g_free (options->format_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_format (Options *options)
{
  if (options->format_name == NULL || g_str_equal (options->format_name, "markdown"))
    options->format = RELM_CHANGELOG_FORMAT_MARKDOWN;
  else if (g_str_equal (options->format_name, "json"))
    options->format = RELM_CHANGELOG_FORMAT_JSON;
  else
    {
      relm_command_complain (_ ("There is no such format. Say “markdown” or “json”."));
      return FALSE;
    }
  return TRUE;
}

static char *
parse (int argc,
       char **argv,
       Options *options)
{
  const GOptionEntry entries[] = {
    { "release", 'r', 0, G_OPTION_ARG_STRING, &options->release,
      N_ ("Only this version or tag, or “unreleased”"), N_ ("VERSION") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format_name, N_ ("markdown (the default) or json"), N_ ("FORMAT") },
    { "offline", 0, 0, G_OPTION_ARG_NONE, &options->offline, N_ ("Use what was read of the repositories before"), NULL },
    { NULL },
  };
  g_autofree char *path = relm_command_parse (&argc, &argv, entries, TRUE);

  return path != NULL && parse_format (options) ? g_steal_pointer (&path) : NULL;
}

static void
complain (RelmRecord *record,
          const char *text)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *line = g_strdup_printf ("%s: %s", title, text);

  relm_command_complain (line);
}

static gboolean
read_repository (RelmRecord *record,
                 RelmRemote *remote,
                 RelmTokenStore *tokens)
{
  RelmGitSource *source = RELM_GIT_SOURCE (remote);
  g_autoptr (GError) error = NULL;
  gboolean success;

  success = relm_command_source_sync (remote, tokens, &error);
  if (success && relm_git_source_is_incomplete (source))
    g_printerr ("%s\n", relm_git_source_explain_incomplete (source));
  if (success)
    return TRUE;

  complain (record, error->message);
  if (relm_git_source_is_known (source))
    g_printerr ("%s\n", _ ("“--offline” uses what was read of the repository before."));
  return FALSE;
}

/* Whether there is a mirror to read: of now, or of before. */
static gboolean
prepare (RelmRecord *record,
         RelmRemote *remote,
         RelmTokenStore *tokens,
         const Options *options)
{
  if (!options->offline)
    return read_repository (record, remote, tokens);
  if (relm_git_source_is_known (RELM_GIT_SOURCE (remote)))
    return TRUE;
  complain (record, _ ("The repository was not read on this computer yet. Call once without “--offline”."));
  return FALSE;
}

/* Returns: (transfer full) (element-type RelmChangelogRepository) (nullable): all repositories, read; NULL after a complaint */
static GPtrArray *
prepare_all (RelmProject *project,
             const char *path,
             const Options *options)
{
  g_autoptr (GPtrArray) records = relm_repositories_list (project);
  g_autoptr (GPtrArray) repositories = relm_changelog_repositories_new ();
  g_autoptr (RelmTokenStore) tokens = relm_token_store_new (TRUE);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (RelmRemote) remote = relm_command_source_new (project, records->pdata[i], path, tokens);

      if (!prepare (records->pdata[i], remote, tokens, options))
        return NULL;
      relm_changelog_repositories_add_source (repositories, project, records->pdata[i], relm_remote_get_mirror_path (remote));
    }
  return g_steal_pointer (&repositories);
}

/* Not in the changelog itself, which is for readers of the product. */
static void
print_outside (RelmChangelog *changelog,
               RelmChangelogRelease *only)
{
  guint n = 0;

  for (guint i = 0; i < relm_changelog_get_n_releases (changelog); i++)
    {
      RelmChangelogRelease *release = relm_changelog_get_release (changelog, i);
      const RelmChangelogContents *contents = relm_changelog_release_get_contents (release);

      if (contents != NULL && (only == NULL || only == release))
        n += contents->n_outside;
    }
  if (n > 0)
    g_printerr (ngettext ("%u commit touches no component’s path, and is left out.\n", "%u commits touch no component’s path, and are left out.\n", n), n);
}

static int
print_changelog (RelmChangelog *changelog,
                 const Options *options)
{
  RelmChangelogRelease *only = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (options->release != NULL)
    only = relm_changelog_find_release (changelog, options->release);
  if (options->release != NULL && only == NULL)
    {
      relm_command_complain (_ ("There is no such release. Name a version or a tag that the repository has, or “unreleased”."));
      return RELM_EXIT_FAILED;
    }
  if (only != NULL ? !relm_changelog_release_load (only, NULL, &error) : !relm_changelog_load_all (changelog, NULL, &error))
    {
      relm_command_complain (error->message);
      return RELM_EXIT_FAILED;
    }
  text = relm_changelog_render (changelog, only, options->format);
  g_print ("%s", text);
  print_outside (changelog, only);
  return RELM_EXIT_FINE;
}

/**
 * relm_command_changelog:
 *
 * Prints what changed, from the repositories of a project and what people wrote.
 *
 * Returns: an exit status
 */
int
relm_command_changelog (int argc,
                        char **argv)
{
  g_auto (Options) options = { NULL };
  g_autofree char *path = parse (argc, argv, &options);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;
  g_autoptr (GPtrArray) repositories = project != NULL ? prepare_all (project, path, &options) : NULL;
  g_autoptr (RelmChangelog) changelog = NULL;
  g_autoptr (GError) error = NULL;

  if (repositories == NULL)
    return RELM_EXIT_FAILED;

  changelog = relm_changelog_load (repositories, project, NULL, &error);
  if (changelog == NULL)
    {
      relm_command_complain (error->message);
      return RELM_EXIT_FAILED;
    }
  return print_changelog (changelog, &options);
}
