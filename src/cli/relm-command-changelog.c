/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "relm-changelog-render.h"
#include "relm-command.h"
#include "relm-git-reader.h"
#include "relm-git-source.h"
#include "relm-mirror.h"
#include "relm-source.h"
#include "relm-text.h"

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
    { "offline", 0, 0, G_OPTION_ARG_NONE, &options->offline, N_ ("Use what was read of the repository before"), NULL },
    { NULL },
  };
  g_autofree char *path = relm_command_parse (&argc, &argv, entries, TRUE);

  return path != NULL && parse_format (options) ? g_steal_pointer (&path) : NULL;
}

static RelmRecord *
find_repository (RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SOURCE);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);

      if (g_strcmp0 (relm_record_get_string (record, RELM_SOURCE_KIND), "repository") == 0 &&
          relm_record_get_string (record, RELM_SOURCE_LOCATION) != NULL)
        return record;
    }
  return NULL;
}

static RelmGitSource *
create_source (RelmRecord *record,
               const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = parent != NULL ? g_file_get_path (parent) : NULL;
  RelmGitSource *source = relm_git_source_new (relm_record_get_string (record, RELM_SOURCE_LOCATION), folder, NULL);

  relm_git_source_set_branch (source, relm_record_get_string (record, RELM_SOURCE_BRANCH));
  relm_git_source_set_tag_pattern (source, relm_record_get_string (record, RELM_SOURCE_TAG_PATTERN));
  return source;
}

/* Whether the repository was read on this computer. */
static gboolean
was_read (RelmGitSource *source)
{
  const char *path = relm_git_source_get_mirror_path (source);
  g_autoptr (RelmMirror) mirror = NULL;
  g_autofree char *head = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  mirror = relm_mirror_open (path, NULL);
  head = mirror != NULL ? relm_mirror_dup_state (mirror, RELM_GIT_STATE_HEAD) : NULL;
  return head != NULL;
}

/* One line of a terminal that says how it goes. */
static void
status_cb (RelmGitSource *source)
{
  const char *status = relm_git_source_get_status (source);
  g_autofree char *safe = status != NULL ? relm_text_display_title (status) : NULL;

  g_printerr ("\r\033[K%s", safe != NULL ? safe : "");
}

static gboolean
read_repository (RelmGitSource *source)
{
  const gboolean terminal = isatty (STDERR_FILENO) == 1;
  g_autoptr (GError) error = NULL;
  gboolean success;

  if (terminal)
    g_signal_connect (source, "notify::status", G_CALLBACK (status_cb), NULL);
  success = relm_git_source_sync (source, NULL, &error);
  if (terminal)
    g_printerr ("\r\033[K");
  if (success && relm_git_source_is_incomplete (source))
    g_printerr ("%s\n", _ ("The clone holds only a part of the history. Run “git fetch --unshallow” in it to have all."));
  if (success)
    return TRUE;

  relm_command_complain (error->message);
  if (was_read (source))
    g_printerr ("%s\n", _ ("“--offline” uses what was read of the repository before."));
  return FALSE;
}

/* Whether there is a mirror to read: of now, or of before. */
static gboolean
prepare (RelmGitSource *source,
         const Options *options)
{
  if (!options->offline)
    return read_repository (source);
  if (was_read (source))
    return TRUE;
  relm_command_complain (_ ("The repository was not read on this computer yet. Call once without “--offline”."));
  return FALSE;
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
  return RELM_EXIT_FINE;
}

/**
 * relm_command_changelog:
 *
 * Prints what changed, from the repository of a project and what people wrote.
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
  RelmRecord *record = project != NULL ? find_repository (project) : NULL;
  g_autoptr (RelmGitSource) source = record != NULL ? create_source (record, path) : NULL;
  g_autoptr (RelmChangelog) changelog = NULL;
  g_autoptr (GError) error = NULL;

  if (project == NULL || (source != NULL && !prepare (source, &options)))
    return RELM_EXIT_FAILED;

  changelog = relm_changelog_load (source != NULL ? relm_git_source_get_mirror_path (source) : NULL, project, NULL, &error);
  if (changelog == NULL)
    {
      relm_command_complain (error->message);
      return RELM_EXIT_FAILED;
    }
  return print_changelog (changelog, &options);
}
