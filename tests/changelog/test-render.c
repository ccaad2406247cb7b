/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>

#include "relm-change-entry.h"
#include "relm-changelog-render.h"
#include "relm-component.h"
#include "relm-id.h"
#include "relm-release.h"

static RelmRecord *
add (RelmProject *project,
     GType type,
     const char *id,
     guint field,
     const char *title)
{
  g_autofree char *new_id = relm_id_new ("chg");
  g_autoptr (RelmRecord) record = relm_record_new (type, id != NULL ? id : new_id);
  g_auto (RelmValue) value = RELM_VALUE_INIT_STRING (NULL);

  relm_value_set_string (&value, title);
  relm_record_set_value (record, field, &value);
  g_assert_true (relm_project_insert (project, record, G_MAXUINT, NULL));
  return record;
}

static RelmRecord *
add_entry (RelmProject *project,
           const char *summary,
           const char *kind,
           const char *release)
{
  RelmRecord *record = add (project, RELM_TYPE_CHANGE_ENTRY, NULL, RELM_CHANGE_ENTRY_SUMMARY, summary);
  g_auto (RelmValue) nick = { .type = RELM_FIELD_ENUM, .string = g_strdup (kind) };
  g_auto (RelmValue) reference = { .type = RELM_FIELD_REFERENCE, .string = g_strdup (release) };

  relm_record_set_value (record, RELM_CHANGE_ENTRY_KIND, &nick);
  relm_record_set_value (record, RELM_CHANGE_ENTRY_RELEASE, &reference);
  return record;
}

static RelmChangelog *
make_changelog (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmValue breaking = RELM_VALUE_INIT_BOOLEAN (TRUE);
  g_auto (RelmValue) note = { .type = RELM_FIELD_TEXT, .string = g_strdup ("Set it\nanew.") };
  g_auto (RelmValue) component = { .type = RELM_FIELD_REFERENCE, .string = g_strdup ("cmp-1") };
  RelmRecord *record;
  RelmChangelog *changelog;

  add (project, RELM_TYPE_RELEASE, "rel-1", RELM_RELEASE_VERSION, "1.0.0");
  add (project, RELM_TYPE_COMPONENT, "cmp-1", RELM_COMPONENT_NAME, "ui");
  add_entry (project, "A new <b>view</b> of `code <i>`", "added", NULL);
  add_entry (project, "[link](https://evil.example) ![x](y)", "fixed", "rel-1");
  record = add_entry (project, "snake_case and _this_", "fixed", "rel-1");
  relm_record_set_value (record, RELM_CHANGE_ENTRY_BREAKING, &breaking);
  relm_record_set_value (record, RELM_CHANGE_ENTRY_MIGRATION_NOTE, &note);
  relm_record_set_value (record, RELM_CHANGE_ENTRY_COMPONENT, &component);
  changelog = relm_changelog_load (NULL, project, NULL, NULL);
  g_assert_true (relm_changelog_load_all (changelog, NULL, NULL));
  return changelog;
}

static void
test_markdown (void)
{
  g_autoptr (RelmChangelog) changelog = make_changelog ();
  g_autofree char *text = relm_changelog_to_markdown (changelog, relm_changelog_find_release (changelog, "1.0.0"));
  g_autofree char *all = relm_changelog_to_markdown (changelog, NULL);
  g_autofree char *item = NULL;
  RelmChangelogEntry *entry;

  g_assert_cmpstr (text, ==,
                   "## [1.0.0]\n\n### Fixed\n\n"
                   "- **Breaking:** **ui:** snake_case and \\_this\\_\n"
                   "  Set it anew.\n"
                   "- \\[link\\](https\\://evil.example) !\\[x\\](y)\n");
  g_assert_nonnull (strstr (all, "# Changelog\n"));
  g_assert_nonnull (strstr (all, "\n## [Unreleased]\n\n### Added\n\n- A new \\<b\\>view\\</b\\> of `code <i>`\n"));
  g_assert_true (strstr (all, "[Unreleased]") < strstr (all, "[1.0.0]"));
  /* One entry alone is what it is in its release. */
  entry = relm_changelog_section_get (relm_changelog_release_get_section (relm_changelog_get_release (changelog, 1), 0), 0);
  item = relm_changelog_entry_to_markdown (entry);
  g_assert_cmpstr (item, ==, "- **Breaking:** **ui:** snake_case and \\_this\\_\n  Set it anew.\n");
}

static void
test_escape (void)
{
  static const struct
  {
    const char *text, *expected;
  } rows[] = {
    { "plain (text), #12!", "plain (text), #12!" },
    { "# heading", "\\# heading" },
    { "- item", "\\- item" },
    { "1. item", "1\\. item" },
    { "1.2 item", "1.2 item" },
    { "**bold** ~~gone~~", "\\*\\*bold\\*\\* \\~\\~gone\\~\\~" },
    { "&lt; &amp;", "\\&lt; \\&amp;" },
    { "back\\slash", "back\\\\slash" },
    { "`` a ` b", "\\`\\` a \\` b" },
    { "`a` and `b", "`a` and \\`b" },
    { "www.evil.example", "www\\.evil.example" },
    { "mailto:a@b", "mailto\\:a@b" },
    { "two\nlines", "two lines" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *escaped = relm_markdown_escape (rows[i].text);

      g_assert_cmpstr (escaped, ==, rows[i].expected);
    }
}

static void
test_json (void)
{
  g_autoptr (RelmChangelog) changelog = make_changelog ();
  g_autofree char *text = relm_changelog_to_json (changelog, NULL);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *releases, *sections, *entries;
  JsonObject *entry;

  g_assert_nonnull (root);
  releases = json_object_get_array_member (json_node_get_object (root), "releases");
  g_assert_cmpuint (json_array_get_length (releases), ==, 2);
  g_assert_true (json_object_get_null_member (json_array_get_object_element (releases, 0), "version"));
  sections = json_object_get_array_member (json_array_get_object_element (releases, 1), "sections");
  entries = json_object_get_array_member (json_array_get_object_element (sections, 0), "entries");
  entry = json_array_get_object_element (entries, 0);
  g_assert_cmpstr (json_object_get_string_member (entry, "summary"), ==, "snake_case and _this_");
  g_assert_cmpstr (json_object_get_string_member (entry, "kind"), ==, "fixed");
  g_assert_cmpstr (json_object_get_string_member (entry, "note"), ==, "Set it\nanew.");
  g_assert_true (json_object_get_boolean_member (entry, "breaking"));
}

static void
test_empty (void)
{
  g_autoptr (RelmChangelog) changelog = relm_changelog_load (NULL, NULL, NULL, NULL);
  g_autofree char *json = relm_changelog_to_json (changelog, NULL);

  g_assert_cmpuint (relm_changelog_get_n_releases (changelog), ==, 0);
  g_assert_cmpstr (json, ==, "{\n  \"format\": 1,\n  \"releases\": []\n}\n");
  g_assert_null (relm_changelog_suggest_version (changelog, RELM_DATE_NONE));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changelog/render/markdown", test_markdown);
  g_test_add_func ("/changelog/render/escape", test_escape);
  g_test_add_func ("/changelog/render/json", test_json);
  g_test_add_func ("/changelog/render/empty", test_empty);
  return g_test_run ();
}
