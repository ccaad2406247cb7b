/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A product of several repositories, and of paths in one: one changelog, whose entries say what they are of. */

#include "config.h"

#include <glib/gstdio.h>

#include "relm-changelog-render.h"
#include "relm-component.h"
#include "relm-id.h"
#include "relm-mirror-path.h"
#include "relm-release.h"
#include "relm-source.h"

typedef struct
{
  const char *subject; /* with a path before it, “ui|fix: a”, where one is touched */
  gint64 time;
  const char *tag; /* after this commit, or NULL */
} Commit;

typedef struct
{
  char *folder;
  RelmProject *project;
  GPtrArray *repositories;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relm-repositories-XXXXXX", NULL);
  fixture->project = relm_project_new ();
  fixture->repositories = relm_changelog_repositories_new ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", fixture->folder);

  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  g_free (fixture->folder);
  g_object_unref (fixture->project);
  g_ptr_array_unref (fixture->repositories);
}

static void
write_commit (RelmMirrorWriter *writer,
              guint id,
              guint8 seed,
              const Commit *commit)
{
  const char *bar = strchr (commit->subject, '|');
  const char *subject = bar != NULL ? bar + 1 : commit->subject;
  g_autofree char *type = g_strndup (subject, strcspn (subject, ":"));
  guint8 oid[RELM_MIRROR_OID_BYTES];
  const RelmMirrorNewCommit row = { .oid = oid, .time = commit->time, .subject = subject, .n_parents = id > 0, .type = type,
                                    .description = strstr (subject, ": ") + 2 };

  memset (oid, (int) (seed + id), sizeof oid);
  g_assert_true (relm_mirror_writer_add_commit (writer, id, &row, NULL));
}

static void
write_range (RelmMirrorWriter *writer,
             guint rank,
             const Commit *tagged,
             guint first,
             guint end)
{
  g_autoptr (GArray) range = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *oid = g_strnfill (40, '0' + (char) (rank % 8));
  RelmMirrorTag tag = { .oid = oid };

  for (gint32 k = (gint32) end - 1; k >= (gint32) first; k--)
    g_array_append_val (range, k);
  g_assert_true (relm_mirror_writer_add_range (writer, rank, (gint32 *) (gpointer) range->data, range->len, NULL));
  if (tagged == NULL)
    return;
  tag.name = (char *) tagged->tag;
  tag.version = tag.name + (*tag.name == 'v');
  tag.time = tagged->time;
  tag.n_commits = range->len;
  g_assert_true (relm_mirror_writer_add_tag (writer, rank, &tag, NULL));
}

/* Each tag has what came since the one before; newest first. */
static void
write_tags (RelmMirrorWriter *writer,
            const Commit *commits,
            guint n)
{
  const Commit *tagged = NULL;
  guint rank = 0;
  guint end = n;

  for (guint i = n; i > 0; i--)
    if (commits[i - 1].tag != NULL)
      {
        write_range (writer, rank++, tagged, i, end);
        tagged = &commits[i - 1];
        end = i;
      }
  write_range (writer, rank, tagged, 0, end);
}

/* What touches a path, as the reader would find it out. */
static void
write_path (RelmMirrorWriter *writer,
            const char *path,
            const Commit *commits,
            guint n)
{
  g_autoptr (RelmMirrorPath) touching = relm_mirror_path_new ();
  g_autofree char *prefix = g_strconcat (path, "|", NULL);

  for (guint i = 0; i < n; i++)
    relm_mirror_path_set_next (touching, g_str_has_prefix (commits[i].subject, prefix));
  g_assert_true (relm_mirror_writer_set_path (writer, path, touching, NULL));
}

/* Returns: (transfer full): where the mirror of these commits is, oldest first */
static char *
write_mirror (Fixture *fixture,
              const char *name,
              guint8 seed,
              const Commit *commits)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (RelmMirrorWriter) writer = relm_mirror_writer_new (path, NULL);
  guint n = 0;

  g_assert_true (relm_mirror_writer_set_author (writer, 0, "Ann", "a@b", "Ann", "a@b", NULL));
  for (; commits[n].subject != NULL; n++)
    write_commit (writer, n, seed, &commits[n]);
  write_tags (writer, commits, n);
  write_path (writer, "ui", commits, n);
  write_path (writer, "core", commits, n);
  g_assert_true (relm_mirror_writer_commit (writer, NULL));
  return path;
}

static RelmRecord *
add_record (Fixture *fixture,
            GType type,
            const char *name,
            RelmRecord *source,
            const char *path)
{
  g_autofree char *id = relm_id_new ("x");
  g_autoptr (RelmRecord) record = relm_record_new (type, id);
  g_auto (RelmValue) title = RELM_VALUE_INIT_STRING (NULL);
  g_auto (RelmValue) text = RELM_VALUE_INIT_STRING (NULL);
  g_auto (RelmValue) reference = RELM_VALUE_INIT_REFERENCE (NULL);

  relm_value_set_string (&title, name);
  relm_value_set_string (&text, path);
  relm_record_set_value (record, type == RELM_TYPE_SOURCE ? RELM_SOURCE_NAME : RELM_COMPONENT_NAME, &title);
  if (source != NULL)
    relm_value_set_string (&reference, relm_record_get_id (source));
  if (type == RELM_TYPE_COMPONENT)
    {
      relm_record_set_value (record, RELM_COMPONENT_SOURCE, &reference);
      relm_record_set_value (record, RELM_COMPONENT_PATH, &text);
    }
  g_assert_true (relm_project_insert (fixture->project, record, G_MAXUINT, NULL));
  return record;
}

static RelmRecord *
add_repository (Fixture *fixture,
                const char *name)
{
  return add_record (fixture, RELM_TYPE_SOURCE, name, NULL, NULL);
}

static char *
render (Fixture *fixture,
        gboolean whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmChangelog) changelog = relm_changelog_load (fixture->repositories, fixture->project, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  if (whole)
    g_assert_true (relm_changelog_load_all (changelog, NULL, NULL));
  else
    for (guint i = 0; i < relm_changelog_get_n_releases (changelog); i++)
      g_assert_true (relm_changelog_release_load (relm_changelog_get_release (changelog, i), NULL, NULL));
  text = relm_changelog_to_markdown (changelog, NULL);
  return g_strdup (strstr (text, "\n## "));
}

static const Commit core[] = {
  { "feat: a", 100, "v1.0.0" }, { "fix: b", 300, "v1.1.0" }, { "feat: c", 600, NULL }, { NULL, 0, NULL },
};
static const Commit site[] = {
  { "fix: x", 200, "1.0" }, { "feat: y", 400, "1.1.0" }, { "fix: z", 700, NULL }, { NULL, 0, NULL },
};

/* One release is one version, however each repository writes it. */
static void
test_several (Fixture *fixture,
              gconstpointer data)
{
  static const char expected[] = "\n## [Unreleased]\n\n### Added\n\n- **Core:** c\n\n### Fixed\n\n- **Site:** z\n"
                                 "\n## [1.1.0] - 1970-01-01\n\n### Added\n\n- **Site:** y\n\n### Fixed\n\n- **Core:** b\n"
                                 "\n## [1.0.0] - 1970-01-01\n\n### Added\n\n- **Core:** a\n\n### Fixed\n\n- **Site:** x\n";
  g_autofree char *first = write_mirror (fixture, "core", 1, core);
  g_autofree char *second = write_mirror (fixture, "site", 100, site);
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, add_repository (fixture, "Core"), first);
  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, add_repository (fixture, "Site"), second);
  text = render (fixture, FALSE);
  g_assert_cmpstr (text, ==, expected);
  whole = render (fixture, TRUE);
  g_assert_cmpstr (whole, ==, expected);
}

static void
test_facts (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *first = write_mirror (fixture, "core", 1, core);
  g_autofree char *second = write_mirror (fixture, "site", 100, site);
  g_autoptr (RelmChangelog) changelog = NULL;
  RelmChangelogRelease *release;

  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, add_repository (fixture, "Core"), first);
  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, add_repository (fixture, "Site"), second);
  changelog = relm_changelog_load (fixture->repositories, fixture->project, NULL, NULL);
  g_assert_cmpuint (relm_changelog_get_n_releases (changelog), ==, 3);
  release = relm_changelog_find_release (changelog, "v1.1.0");
  g_assert_true (release == relm_changelog_find_release (changelog, "1.1.0"));
  g_assert_true (relm_changelog_find_release (changelog, "1.0") == relm_changelog_find_release (changelog, "1.0.0"));
  g_assert_cmpstr (relm_changelog_release_get_tag (release), ==, "v1.1.0");
  g_assert_cmpuint (relm_changelog_release_get_n_commits (release), ==, 2);
}

/* What one repository has alone stands between what both have; where they contradict each other, all is there all the same. */
static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  static const Commit one[] = {
    { "fix: a", 1, "v1.0" }, { "fix: b", 2, "v2.0" }, { "fix: c", 3, "v1.0.1" }, { "fix: d", 4, "v4.0" }, { NULL, 0, NULL },
  };
  static const Commit other[] = {
    { "fix: k", 1, "v1.0.1" }, { "fix: l", 2, "v2.0" }, { "fix: m", 3, "v3.0" }, { "fix: n", 4, "v4.0" }, { NULL, 0, NULL },
  };
  g_autofree char *first = write_mirror (fixture, "one", 1, one);
  g_autofree char *second = write_mirror (fixture, "other", 100, other);
  g_autoptr (RelmChangelog) changelog = NULL;
  g_autoptr (GString) order = g_string_new (NULL);

  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, add_repository (fixture, "One"), first);
  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, add_repository (fixture, "Other"), second);
  changelog = relm_changelog_load (fixture->repositories, fixture->project, NULL, NULL);
  for (guint i = 0; i < relm_changelog_get_n_releases (changelog); i++)
    g_string_append_printf (order, "%s ", relm_changelog_release_get_version (relm_changelog_get_release (changelog, i)));
  g_assert_cmpstr (order->str, ==, "4.0 3.0 2.0 1.0.1 1.0 ");
}

static const Commit parts[] = {
  { "ui|feat: a", 1, NULL }, { "feat: b", 2, "v1.0" }, { "core|fix: c", 3, NULL }, { "docs: d", 4, "v1.1" },
  { "ui|feat: e", 5, NULL }, { NULL, 0, NULL },
};

/* Where only paths are of the product, the rest of the repository is not. */
static void
test_paths (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = write_mirror (fixture, "parts", 1, parts);
  RelmRecord *source = add_repository (fixture, "Parts");
  g_autofree char *text = NULL;
  g_autoptr (RelmChangelog) changelog = NULL;

  add_record (fixture, RELM_TYPE_COMPONENT, "Ui", source, "./ui/");
  add_record (fixture, RELM_TYPE_COMPONENT, "Core", source, "/core");
  add_record (fixture, RELM_TYPE_COMPONENT, "Of no source", NULL, "core");
  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, source, path);
  text = render (fixture, FALSE);
  g_assert_cmpstr (text, ==,
                   "\n## [Unreleased]\n\n### Added\n\n- **Ui:** e\n\n## [1.1] - 1970-01-01\n\n### Fixed\n\n- **Core:** c\n"
                   "\n## [1.0] - 1970-01-01\n\n### Added\n\n- **Ui:** a\n");
  changelog = relm_changelog_load (fixture->repositories, fixture->project, NULL, NULL);
  g_assert_cmpuint (relm_changelog_release_get_n_commits (relm_changelog_find_release (changelog, "1.0")), ==, 1);
  g_assert_cmpuint (relm_changelog_release_get_n_commits (relm_changelog_find_release (changelog, "unreleased")), ==, 1);
}

/* What no component has is counted, and can be seen. */
static void
test_outside (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = write_mirror (fixture, "parts", 1, parts);
  RelmRecord *source = add_repository (fixture, "Parts");
  g_autoptr (RelmChangelog) changelog = NULL;
  g_autofree char *json = NULL;
  g_autofree char *markdown = NULL;
  const RelmChangelogContents *contents;

  add_record (fixture, RELM_TYPE_COMPONENT, "Core", source, "core");
  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, source, path);
  changelog = relm_changelog_load (fixture->repositories, fixture->project, NULL, NULL);
  g_assert_null (relm_changelog_release_get_contents (relm_changelog_find_release (changelog, "1.1")));
  g_assert_true (relm_changelog_load_all (changelog, NULL, NULL));
  contents = relm_changelog_release_get_contents (relm_changelog_find_release (changelog, "1.1"));
  g_assert_cmpuint (contents->n_entries, ==, 1);
  g_assert_cmpuint (contents->n_outside, ==, 1);
  g_assert_cmpuint (contents->outside->len, ==, 1);
  g_assert_cmpstr (relm_changelog_entry_get_summary (contents->outside->pdata[0]), ==, "docs: d");
  g_assert_cmpstr (relm_changelog_entry_get_author (contents->outside->pdata[0]), ==, "Ann");
  g_assert_cmpuint (relm_changelog_release_get_contents (relm_changelog_find_release (changelog, "unreleased"))->n_outside, ==, 1);
  markdown = relm_changelog_to_markdown (changelog, NULL);
  g_assert_null (strstr (markdown, "Unreleased"));
  json = relm_changelog_to_json (changelog, NULL);
  g_assert_nonnull (strstr (json, "\"n_outside\": 2"));
}

/* A component that is all of the repository has what no path takes. */
static void
test_whole_and_path (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *path = write_mirror (fixture, "parts", 1, parts);
  RelmRecord *source = add_repository (fixture, "Parts");
  g_autofree char *text = NULL;

  add_record (fixture, RELM_TYPE_COMPONENT, "Ui", source, "ui");
  add_record (fixture, RELM_TYPE_COMPONENT, "Rest", source, NULL);
  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, source, path);
  text = render (fixture, FALSE);
  g_assert_cmpstr (text, ==,
                   "\n## [Unreleased]\n\n### Added\n\n- **Ui:** e\n\n## [1.1] - 1970-01-01\n\n### Fixed\n\n- **Rest:** c\n"
                   "\n## [1.0] - 1970-01-01\n\n### Added\n\n- **Rest:** b\n- **Ui:** a\n");
}

/* A product of one part has no use for its name. */
static void
test_one_path (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = write_mirror (fixture, "parts", 1, parts);
  RelmRecord *source = add_repository (fixture, "Parts");
  g_autofree char *text = NULL;

  add_record (fixture, RELM_TYPE_COMPONENT, "Ui", source, "ui");
  relm_changelog_repositories_add_source (fixture->repositories, fixture->project, source, path);
  text = render (fixture, TRUE);
  g_assert_cmpstr (text, ==,
                   "\n## [Unreleased]\n\n### Added\n\n- e\n\n## [1.1] - 1970-01-01\n\n## [1.0] - 1970-01-01\n\n### Added\n\n- a\n");
}

#define ADD(path, function) g_test_add ("/changelog/repositories/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("several", test_several);
  ADD ("facts", test_facts);
  ADD ("order", test_order);
  ADD ("paths", test_paths);
  ADD ("outside", test_outside);
  ADD ("whole-and-path", test_whole_and_path);
  ADD ("one-path", test_one_path);
  return g_test_run ();
}
