/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a mirror and a project to the releases of a changelog. */

#include "config.h"

#include <glib/gstdio.h>

#include "relm-change-entry.h"
#include "relm-changelog-render.h"
#include "relm-id.h"
#include "relm-mirror-writer.h"
#include "relm-release.h"

typedef struct
{
  char *folder;
  char *path;
  RelmProject *project;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relm-changelog-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "mirror.sqlite", NULL);
  fixture->project = relm_project_new ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->project);
}

/* “feat!: subject”; the object id is the number of the commit in every byte. */
static void
add_commit (RelmMirrorWriter *writer,
            guint id,
            const char *subject)
{
  guint8 oid[RELM_MIRROR_OID_BYTES];
  RelmMirrorNewCommit commit = { .oid = oid, .subject = subject, .n_parents = id > 0 };
  const gint32 parents[] = { 1, (gint32) id - 1 };
  const gint32 no_parents[] = { 0 };
  const char *colon = strstr (subject, ": ");
  g_autofree char *type = colon != NULL ? g_strndup (subject, strcspn (subject, "!:")) : NULL;

  memset (oid, (int) id, sizeof oid);
  commit.type = type;
  commit.description = colon != NULL ? colon + 2 : NULL;
  commit.breaking = colon != NULL && colon[-1] == '!';
  g_assert_true (relm_mirror_writer_add_commit (writer, id, &commit, NULL));
  g_assert_true (relm_mirror_writer_add_graph (writer, id, 1, oid, &commit.time, id > 0 ? parents : no_parents,
                                               id > 0 ? 2 : 1, NULL));
}

static void
add_tag (RelmMirrorWriter *writer,
         guint rank,
         const char *name,
         const char *previous,
         const gint32 *commits,
         guint n_commits)
{
  char *oid = g_strnfill (40, '0');
  RelmMirrorTag tag = { .name = (char *) name, .oid = oid, .version = (char *) name + 1, .previous = (char *) previous,
                        .time = 1700000000, .n_commits = n_commits,
                        .prerelease = strchr (name, '-') != NULL };

  for (guint i = 1; n_commits > 0 && i < 40; i += 2)
    oid[i] = (char) ('0' + commits[0]);
  g_assert_true (relm_mirror_writer_add_tag (writer, rank, &tag, NULL));
  g_assert_true (relm_mirror_writer_add_range (writer, rank, commits, n_commits, NULL));
  g_free (oid);
}

/* A history of subjects, oldest first; the first two are in v1.2.0, the others are not released. */
static void
write_mirror (Fixture *fixture,
              const char *tag,
              const char *const *subjects)
{
  g_autoptr (RelmMirrorWriter) writer = relm_mirror_writer_new (fixture->path, NULL);
  gint32 released[] = { 1, 0 };
  gint32 unreleased[16];
  guint n = 0;

  g_assert_nonnull (writer);
  g_assert_true (relm_mirror_writer_set_author (writer, 0, "Ann", "a@b", "Ann", "a@b", NULL));
  for (; subjects[n] != NULL; n++)
    add_commit (writer, n, subjects[n]);
  for (guint i = 2; i < n; i++)
    unreleased[i - 2] = (gint32) (n + 1 - i);
  add_tag (writer, 1, tag, NULL, released, 2);
  g_assert_true (relm_mirror_writer_add_range (writer, 0, unreleased, n - 2, NULL));
  g_assert_true (relm_mirror_writer_commit (writer, NULL));
}

static GPtrArray *
make_repositories (Fixture *fixture)
{
  GPtrArray *repositories = relm_changelog_repositories_new ();

  relm_changelog_repository_add_part (relm_changelog_repositories_add (repositories, fixture->path), "project", NULL);
  return repositories;
}

static RelmChangelog *
load (Fixture *fixture)
{
  g_autoptr (GPtrArray) repositories = make_repositories (fixture);
  g_autoptr (GError) error = NULL;
  RelmChangelog *changelog = relm_changelog_load (repositories, fixture->project, NULL, &error);

  g_assert_no_error (error);
  return changelog;
}

static RelmRecord *
add_record (Fixture *fixture,
            GType type,
            guint field,
            const char *text)
{
  g_autofree char *id = relm_id_new ("x");
  g_autoptr (RelmRecord) record = relm_record_new (type, id);
  g_auto (RelmValue) value = RELM_VALUE_INIT_STRING (g_strdup (text));

  relm_record_set_value (record, field, &value);
  g_assert_true (relm_project_insert (fixture->project, record, G_MAXUINT, NULL));
  return record;
}

static void
test_releases (Fixture *fixture,
               gconstpointer data)
{
  static const char *const subjects[] = { "feat: a", "fix: b", "feat: c", NULL };
  g_autoptr (RelmChangelog) changelog = NULL;
  g_autofree char *text = NULL;
  RelmRecord *record = add_record (fixture, RELM_TYPE_RELEASE, RELM_RELEASE_VERSION, "1.2");
  RelmChangelogRelease *release;

  write_mirror (fixture, "v1.2.0", subjects);
  changelog = load (fixture);
  g_assert_cmpuint (relm_changelog_get_n_releases (changelog), ==, 2);
  g_assert_true (relm_changelog_is_conventional (changelog));
  release = relm_changelog_get_release (changelog, 0);
  g_assert_true (relm_changelog_release_is_unreleased (release));
  g_assert_cmpuint (relm_changelog_release_get_n_commits (release), ==, 1);

  release = relm_changelog_find_release (changelog, "v1.2.0");
  g_assert_true (release == relm_changelog_find_record (changelog, record));
  g_assert_false (relm_changelog_release_is_loaded (release));
  g_assert_true (relm_changelog_load_all (changelog, NULL, NULL));
  text = relm_changelog_to_markdown (changelog, release);
  g_assert_cmpstr (text, ==, "## [1.2.0] - 2023-11-14\n\n### Added\n\n- a\n\n### Fixed\n\n- b\n");
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  RelmChangelog **changelog = user_data;

  *changelog = relm_changelog_load_finish (result, NULL);
}

static void
release_loaded_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_assert_true (relm_changelog_release_load_finish (RELM_CHANGELOG_RELEASE (source), result, NULL));
}

static void
test_async (Fixture *fixture,
            gconstpointer data)
{
  static const char *const subjects[] = { "feat: a", "fix: b", "feat: c", NULL };
  g_autoptr (GPtrArray) repositories = make_repositories (fixture);
  g_autoptr (RelmChangelog) changelog = NULL;
  RelmChangelogRelease *release;

  write_mirror (fixture, "v1.2.0", subjects);
  relm_changelog_load_async (repositories, fixture->project, NULL, loaded_cb, &changelog);
  while (changelog == NULL)
    g_main_context_iteration (NULL, TRUE);
  release = relm_changelog_get_release (changelog, 1);
  relm_changelog_release_load_async (release, NULL, release_loaded_cb, NULL);
  while (!relm_changelog_release_is_loaded (release))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (release)), ==, 2);
}

static void
rendered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  char **text = user_data;

  *text = relm_changelog_render_finish (result, NULL);
}

/* What a worker renders is what would be rendered here, and leaves the releases that people look at alone. */
static void
test_render (Fixture *fixture,
             gconstpointer data)
{
  static const char *const subjects[] = { "feat: a", "fix: b", "feat: c", NULL };
  g_autoptr (RelmChangelog) changelog = NULL;
  RelmChangelogRelease *release;

  write_mirror (fixture, "v1.2.0", subjects);
  changelog = load (fixture);
  release = relm_changelog_get_release (changelog, 1);
  for (guint i = 0; i < 4; i++)
    {
      RelmChangelogFormat format = i & 1 ? RELM_CHANGELOG_FORMAT_JSON : RELM_CHANGELOG_FORMAT_MARKDOWN;
      RelmChangelogRelease *only = i & 2 ? release : NULL;
      g_autoptr (RelmChangelog) again = load (fixture);
      g_autofree char *text = NULL;
      g_autofree char *expected = NULL;

      relm_changelog_render_async (changelog, only, format, NULL, rendered_cb, &text);
      while (text == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_false (relm_changelog_release_is_loaded (release));
      g_assert_true (relm_changelog_load_all (again, NULL, NULL));
      expected = relm_changelog_render (again, only != NULL ? relm_changelog_get_release (again, 1) : NULL, format);
      g_assert_cmpstr (text, ==, expected);
      g_assert_nonnull (strstr (text, "b"));
    }
}

static void
test_suggest (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *tag, *subject, *version;
  } rows[] = {
    { "v1.2.0", "fix!: c", "2.0.0" },   { "v1.2.0", "feat: c", "1.3.0" },      { "v1.2.0", "fix: c", "1.2.1" },
    { "v1.2.0", "perf: c", "1.2.1" },   { "v1.2.0", "chore: c", NULL },        { "v0.2.0", "fix!: c", "0.3.0" },
    { "v0.2.0", "fix: c", "0.2.1" },    { "v2.0.0-rc1", "fix: c", "2.0.0" },   { "v2024.04", "chore: c", "2026.11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const subjects[] = { "feat: a", "fix: b", rows[i].subject, NULL };
      g_autoptr (RelmChangelog) changelog = NULL;
      g_autofree char *version = NULL;

      g_unlink (fixture->path);
      write_mirror (fixture, rows[i].tag, subjects);
      changelog = load (fixture);
      g_assert_true (relm_changelog_load_all (changelog, NULL, NULL));
      version = relm_changelog_suggest_version (changelog, relm_date_from_ymd (2026, 11, 24));
      g_test_message ("%s %s", rows[i].tag, rows[i].subject);
      g_assert_cmpstr (version, ==, rows[i].version);
    }
}

static void
test_not_conventional (Fixture *fixture,
                       gconstpointer data)
{
  static const char *const subjects[] = { "builtin/add: a", "b", "refs: c", "Mend d", NULL };
  g_autoptr (RelmChangelog) changelog = NULL;
  g_autofree char *text = NULL;

  write_mirror (fixture, "v1.2.0", subjects);
  changelog = load (fixture);
  g_assert_false (relm_changelog_is_conventional (changelog));
  g_assert_true (relm_changelog_load_all (changelog, NULL, NULL));
  text = relm_changelog_to_markdown (changelog, relm_changelog_find_release (changelog, "Unreleased"));
  g_assert_cmpstr (text, ==, "## [Unreleased]\n\n### Changed\n\n- Mend d\n- refs: c\n");
  g_assert_null (relm_changelog_suggest_version (changelog, RELM_DATE_NONE));
}

/* The repository was read anew, and the commit that a person wrote about is in another release now. */
static void
test_survival (Fixture *fixture,
               gconstpointer data)
{
  static const char *const subjects[] = { "feat: a", "fix: b", "feat: c", NULL };
  RelmRecord *record = add_record (fixture, RELM_TYPE_CHANGE_ENTRY, RELM_CHANGE_ENTRY_SUMMARY, "A person's words");
  RelmValue commits = { .type = RELM_FIELD_STRINGS };
  g_autoptr (RelmChangelog) changelog = NULL;
  g_autofree char *text = NULL;

  relm_value_take_strings (&commits, g_strsplit ("01010101", " ", -1));
  relm_record_set_value (record, RELM_CHANGE_ENTRY_COMMITS, &commits);
  relm_value_clear (&commits);
  write_mirror (fixture, "v1.2.0", subjects);
  changelog = load (fixture);
  g_assert_true (relm_changelog_load_all (changelog, NULL, NULL));
  text = relm_changelog_to_markdown (changelog, relm_changelog_find_release (changelog, "1.2.0"));
  g_assert_cmpstr (text, ==, "## [1.2.0] - 2023-11-14\n\n### Added\n\n- a\n\n### Changed\n\n- A person's words\n");
}

/* 2.0.0-rc.1 folds into 2.0.0, 2.1.0-rc.1 waits for its own; a commit that the tag of a release has beside the branch counts once. */
static void
test_prereleases (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const subjects[] = { "feat: a", "fix: b", "feat: c", "fix: d", "fix: e", NULL };
  static const gint32 v1[] = { 0 }, rc1[] = { 1 }, v2[] = { 2, 1 }, rc2[] = { 3, 2 }, unreleased[] = { 4 };
  g_autoptr (RelmMirrorWriter) writer = relm_mirror_writer_new (fixture->path, NULL);
  g_autoptr (RelmChangelog) changelog = NULL;
  g_autofree char *text = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *record = g_strdup (
    relm_record_get_id (add_record (fixture, RELM_TYPE_RELEASE, RELM_RELEASE_VERSION, "2.0.0-rc.1")));
  RelmRecord *entry = add_record (fixture, RELM_TYPE_CHANGE_ENTRY, RELM_CHANGE_ENTRY_SUMMARY, "Words for the candidate");
  g_auto (RelmValue) release = { .type = RELM_FIELD_REFERENCE, .string = g_strdup (record) };
  RelmChangelogRelease *final;

  relm_record_set_value (entry, RELM_CHANGE_ENTRY_RELEASE, &release);
  g_assert_true (relm_mirror_writer_set_author (writer, 0, "Ann", "a@b", "Ann", "a@b", NULL));
  for (guint i = 0; subjects[i] != NULL; i++)
    add_commit (writer, i, subjects[i]);
  add_tag (writer, 1, "v2.1.0-rc.1", "v2.0.0", rc2, G_N_ELEMENTS (rc2));
  add_tag (writer, 2, "v2.0.0", "v1.0.0", v2, G_N_ELEMENTS (v2));
  add_tag (writer, 3, "v2.0.0-rc.1", "v1.0.0", rc1, G_N_ELEMENTS (rc1));
  add_tag (writer, 4, "v1.0.0", NULL, v1, G_N_ELEMENTS (v1));
  g_assert_true (relm_mirror_writer_add_range (writer, 0, unreleased, G_N_ELEMENTS (unreleased), NULL));
  g_assert_true (relm_mirror_writer_commit (writer, NULL));

  changelog = load (fixture);
  g_assert_cmpuint (relm_changelog_get_n_releases (changelog), ==, 5);
  final = relm_changelog_find_release (changelog, "2.0.0");
  g_assert_true (relm_changelog_release_load (final, NULL, NULL));
  alone = relm_changelog_to_markdown (changelog, final);
  g_assert_cmpstr (alone, ==, "## [2.0.0] - 2023-11-14\n\n### Added\n\n- c\n\n### Fixed\n\n- b\n");

  g_assert_true (relm_changelog_load_all (changelog, NULL, NULL));
  g_assert_null (relm_changelog_find_release (changelog, "2.0.0-rc.1"));
  text = relm_changelog_to_markdown (changelog, NULL);
  g_assert_cmpstr (strstr (text, "\n## "), ==,
                   "\n## [Unreleased]\n\n### Fixed\n\n- e\n"
                   "\n## [2.1.0-rc.1] - 2023-11-14\n\n### Fixed\n\n- d\n"
                   "\n## [2.0.0] - 2023-11-14\n\n### Added\n\n- c\n\n### Changed\n\n- Words for the candidate\n\n### Fixed\n\n- b\n"
                   "\n## [1.0.0] - 2023-11-14\n\n### Added\n\n- a\n");
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) repositories = make_repositories (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (relm_changelog_load (repositories, fixture->project, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, function) g_test_add ("/changelog/changelog/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("releases", test_releases);
  ADD ("async", test_async);
  ADD ("render", test_render);
  ADD ("suggest", test_suggest);
  ADD ("not-conventional", test_not_conventional);
  ADD ("survival", test_survival);
  ADD ("prereleases", test_prereleases);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
