/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-change-entry.h"
#include "relm-changelog-builder.h"
#include "relm-id.h"
#include "relm-mirror.h"
#include "relm-release.h"

/* Commits of a release, newest first. Their object ids are made from a digit, so that tests can name them. */
typedef struct
{
  GPtrArray *commits;
  RelmProject *project;
} Fixture;

static char *
make_oid (char digit)
{
  return g_strnfill (40, digit);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->commits = relm_changelog_commits_new ();
  fixture->project = relm_project_new ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->commits);
  g_object_unref (fixture->project);
}

/* A plain “type(scope): description”, or any other subject. */
static RelmMirrorCommit *
add_commit (Fixture *fixture,
            char digit,
            const char *subject)
{
  RelmMirrorCommit *commit = g_new0 (RelmMirrorCommit, 1);
  RelmChangelogCommit *wrapped;
  const char *colon = strstr (subject, ": ");
  const char *open = colon != NULL ? memchr (subject, '(', (gsize) (colon - subject)) : NULL;

  commit->oid = make_oid (digit);
  commit->author_name = g_strdup ("Ann");
  commit->author_email = g_strdup ("ann@example.org");
  commit->subject = g_strdup (subject);
  if (colon != NULL && !g_str_has_prefix (subject, "Revert"))
    {
      commit->description = g_strdup (colon + 2);
      commit->type = g_strndup (subject, strcspn (subject, "(:"));
      commit->scope = open != NULL ? g_strndup (open + 1, strcspn (open + 1, ")")) : NULL;
    }
  wrapped = relm_changelog_commit_new (commit);
  wrapped->conventional = TRUE;
  g_ptr_array_add (fixture->commits, wrapped);
  return commit;
}

static RelmRecord *
curate (Fixture *fixture,
        const char *summary,
        const char *release,
        const char *commits)
{
  g_autofree char *id = relm_id_new ("chg");
  g_autoptr (RelmRecord) record = relm_record_new (RELM_TYPE_CHANGE_ENTRY, id);
  g_auto (RelmValue) value = RELM_VALUE_INIT_STRING (NULL);
  g_auto (RelmValue) reference = RELM_VALUE_INIT_REFERENCE (NULL);
  g_auto (RelmValue) strings = { .type = RELM_FIELD_STRINGS };

  relm_value_set_string (&value, summary);
  relm_record_set_value (record, RELM_CHANGE_ENTRY_SUMMARY, &value);
  if (release != NULL)
    relm_value_set_string (&reference, release);
  relm_record_set_value (record, RELM_CHANGE_ENTRY_RELEASE, &reference);
  if (commits != NULL)
    relm_value_take_strings (&strings, g_strsplit (commits, " ", -1));
  relm_record_set_value (record, RELM_CHANGE_ENTRY_COMMITS, &strings);
  g_assert_true (relm_project_insert (fixture->project, record, G_MAXUINT, NULL));
  return record;
}

static void
set_flag (RelmRecord *record,
          guint field)
{
  RelmValue value = RELM_VALUE_INIT_BOOLEAN (TRUE);

  relm_record_set_value (record, field, &value);
}

/* “kind: entry; entry | kind: …” */
static char *
build (Fixture *fixture,
       const RelmChangelogScope *scope)
{
  g_autoptr (RelmCurated) curated = relm_curated_new (fixture->project);
  g_autoptr (RelmChangelogContents) contents = relm_changelog_build (fixture->commits, curated, scope);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < contents->sections->len; i++)
    {
      RelmChangelogSection *section = contents->sections->pdata[i];

      g_string_append_printf (text, "%s%s: ", i > 0 ? " | " : "", relm_changelog_section_get_nick (section));
      for (guint j = 0; j < relm_changelog_section_get_size (section); j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "; " : "",
                                relm_changelog_entry_get_summary (relm_changelog_section_get (section, j)));
    }
  return g_string_free (text, FALSE);
}

static void
expect (Fixture *fixture,
        gboolean conventional,
        const char *expected)
{
  const RelmChangelogScope scope = { "rel-1", FALSE, NULL };
  g_autofree char *text = NULL;

  for (guint i = 0; i < fixture->commits->len; i++)
    ((RelmChangelogCommit *) fixture->commits->pdata[i])->conventional = conventional;
  text = build (fixture, &scope);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  RelmMirrorCommit *commit;

  add_commit (fixture, '1', "chore: a");
  add_commit (fixture, '2', "fix(ui): b");
  add_commit (fixture, '3', "feat: c");
  commit = add_commit (fixture, '4', "fix: d");
  commit->breaking = TRUE;
  add_commit (fixture, '5', "perf: e");
  add_commit (fixture, '6', "refactor: remove f");
  add_commit (fixture, '7', "feat: deprecate g");
  add_commit (fixture, '8', "fix: h of CVE-2026-1");
  add_commit (fixture, '9', "no type");
  add_commit (fixture, 'a', "Merge branch 'x'")->merge = TRUE;

  expect (fixture, TRUE,
          "breaking: d | added: c | changed: e | deprecated: deprecate g | removed: remove f | fixed: b | "
          "security: h of CVE-2026-1 | other: a; no type");
}

static void
test_not_conventional (Fixture *fixture,
                       gconstpointer data)
{
  add_commit (fixture, '1', "builtin/add: a")->breaking = TRUE;
  add_commit (fixture, '2', "Merge branch 'x'")->merge = TRUE;
  add_commit (fixture, '3', "b");

  expect (fixture, FALSE, "changed: builtin/add: a; b");
}

static void
test_reverts (Fixture *fixture,
              gconstpointer data)
{
  add_commit (fixture, '9', "Revert \"fix: by subject\"");
  add_commit (fixture, '8', "fix: by subject");
  add_commit (fixture, '7', "Reapply \"feat: thrice\"")->reverts = make_oid ('6');
  add_commit (fixture, '6', "Revert \"feat: thrice\"")->reverts = make_oid ('5');
  add_commit (fixture, '5', "feat: thrice");
  add_commit (fixture, '4', "Revert \"feat: old\"")->reverts = make_oid ('0');
  add_commit (fixture, '3', "Revert \"feat: once\"")->reverts = make_oid ('2');
  add_commit (fixture, '2', "feat: once");
  add_commit (fixture, '1', "feat: stays");

  expect (fixture, TRUE, "added: thrice; stays | changed: Revert \"feat: old\"");
}

static void
test_duplicates (Fixture *fixture,
                 gconstpointer data)
{
  add_commit (fixture, '1', "fix: a (#12)");
  add_commit (fixture, '2', "fix: A (#12)");
  add_commit (fixture, '3', "fix: b (#12)");
  add_commit (fixture, '4', "fix: c")->body =
    g_strdup ("(cherry picked from commit 5555555555555555555555555555555555555555)");
  add_commit (fixture, '5', "fix: c");
  add_commit (fixture, '6', "fix: c")->body =
    g_strdup ("(cherry picked from commit 5555555555555555555555555555555555555555)");

  expect (fixture, TRUE, "fixed: a (#12); b (#12); c");
}

static void
test_curated (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *hidden;

  add_commit (fixture, '1', "fix: a");
  add_commit (fixture, '2', "fix: b");
  add_commit (fixture, '3', "fix: c");
  add_commit (fixture, '4', "fix: d");
  add_commit (fixture, '5', "fix: e");
  curate (fixture, "A and B", "rel-1", "1111111 22222222");
  hidden = curate (fixture, "not seen", NULL, "3333333");
  set_flag (hidden, RELM_CHANGE_ENTRY_HIDDEN);
  curate (fixture, "moved away", "rel-2", "4444444");
  set_flag (curate (fixture, "no commit", "rel-1", NULL), RELM_CHANGE_ENTRY_BREAKING);
  curate (fixture, "history was rewritten", "rel-1", "9999999");
  curate (fixture, "too short to name one", NULL, "555");

  expect (fixture, TRUE, "breaking: no commit | changed: history was rewritten; A and B | fixed: e");
}

static void
test_unreleased (Fixture *fixture,
                 gconstpointer data)
{
  RelmChangelogScope scope = { NULL, TRUE, NULL };
  g_autofree char *text = NULL;

  add_commit (fixture, '1', "fix: a");
  curate (fixture, "no commit", NULL, NULL);
  curate (fixture, "of a release", "rel-1", NULL);
  text = build (fixture, &scope);
  g_assert_cmpstr (text, ==, "changed: no commit | fixed: a");
}

static void
test_contributors (Fixture *fixture,
                   gconstpointer data)
{
  RelmChangelogScope scope = { NULL, FALSE, NULL };
  g_autoptr (RelmCurated) curated = relm_curated_new (NULL);
  g_autoptr (RelmChangelogContents) contents = NULL;
  RelmContributor *first, *second;

  add_commit (fixture, '1', "fix: a")->co_authors = g_strsplit ("Bob <bob@example.org>|Ann <ANN@example.org>", "|", -1);
  add_commit (fixture, '2', "fix: b")->co_authors = g_strsplit ("Bob <bob@example.org>", "|", -1);
  add_commit (fixture, '3', "fix: c")->co_authors = g_strsplit ("Bob <bob@example.org>", "|", -1);
  add_commit (fixture, '4', "Merge")->merge = TRUE;
  contents = relm_changelog_build (fixture->commits, curated, &scope);

  g_assert_cmpuint (contents->n_commits, ==, 3);
  g_assert_cmpuint (contents->contributors->len, ==, 2);
  first = contents->contributors->pdata[0];
  second = contents->contributors->pdata[1];
  g_assert_cmpuint (first->n_commits, ==, 3);
  g_assert_cmpuint (second->n_commits, ==, 3);
  g_assert_cmpstr (first->name, ==, "Ann");
  g_assert_cmpstr (second->name, ==, "Bob");
}

static void
test_matches (void)
{
  g_autoptr (RelmChangelogEntry) entry = relm_changelog_entry_new (RELM_CHANGELOG_KIND_ADDED, "Größe der Fenster");
  const char *const found[] = { "größe", "#12", NULL };
  const char *const missing[] = { "größe", "tür", NULL };
  const char *const references[] = { "#12", NULL };

  relm_changelog_entry_set_scope (entry, "ui");
  relm_changelog_entry_add_commit (entry, "1234567", references);
  g_assert_true (relm_changelog_entry_matches (entry, NULL, NULL));
  g_assert_true (relm_changelog_entry_matches (entry, NULL, "ui"));
  g_assert_false (relm_changelog_entry_matches (entry, NULL, "engine"));
  g_assert_false (relm_changelog_entry_matches (entry, missing, NULL));
  g_assert_false (relm_changelog_entry_matches (entry, found, "engine"));
}

#define ADD(path, function) g_test_add ("/changelog/builder/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kinds", test_kinds);
  ADD ("not-conventional", test_not_conventional);
  ADD ("reverts", test_reverts);
  ADD ("duplicates", test_duplicates);
  ADD ("curated", test_curated);
  ADD ("unreleased", test_unreleased);
  ADD ("contributors", test_contributors);
  g_test_add_func ("/changelog/builder/matches", test_matches);
  return g_test_run ();
}
