/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-cases.h"
#include "relm-version.h"

static int
sign (int n)
{
  return (n > 0) - (n < 0);
}

/* In our order, lowest first; each is also compared with every other. */
static const char *const semver_order[] = {
  "0.0.0-0",
  "0.0.0",
  "1.0.0-1",
  "1.0.0-2",
  "1.0.0-11",
  "1.0.0--",
  "1.0.0-alpha",
  "1.0.0-alpha.1",
  "1.0.0-alpha.beta",
  "1.0.0-beta",
  "1.0.0-beta.2",
  "1.0.0-beta.11",
  "1.0.0-rc.1",
  "1.0.0",
  "1.0.1",
  "1.2.0",
  "9.9.9",
  "10.0.0",
  "90071992547409910.0.0",
  "111111111111111111111111111111111111111111111111111111111111.0.0",
};

static const char *const tag_order[] = {
  "REL_9_6",
  "release-17-beta1",
  "REL_17_2",
  "v40.alpha",
  "v40.beta",
  "v40.rc",
  "v40.rc.1",
  "v40.0",
  "v40.1",
  "47.rc2",
  "47.rc10",
  "47",
  "OpenSSL_100_1_1",
  "OpenSSL_100_1_1a",
  "OpenSSL_100_1_1w",
  "v255",
  "project-1024.2a1",
  "project-1024.2.Final",
  "project-1024.2-p1",
  "2024.04",
  "2024.4.1",
  "2024.10",
  "2025-01-15",
};

static void
test_semver_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (semver_order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (semver_order); j++)
      {
        g_autoptr (RelmVersion) a = relm_version_parse (semver_order[i]);
        g_autoptr (RelmVersion) b = relm_version_parse (semver_order[j]);

        g_assert_nonnull (a);
        g_assert_nonnull (b);
        g_assert_cmpint (sign (relm_version_compare (a, b)), ==, (i > j) - (i < j));
      }
}

static void
test_tag_order (void)
{
  g_autoptr (RelmVersion) previous = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tag_order); i++)
    {
      RelmVersion *version = relm_version_parse_tag (tag_order[i], NULL);

      g_test_message ("%s", tag_order[i]);
      g_assert_nonnull (version);
      if (previous != NULL)
        g_assert_cmpint (relm_version_compare (previous, version), <, 0);
      g_clear_pointer (&previous, relm_version_free);
      previous = version;
    }
}

static void
test_tags (void)
{
  static const struct
  {
    const char *tag, *prefix, *text;
    gboolean prerelease;
  } rows[] = {
    { "v1.2", "v", "1.2", FALSE },
    { "1.2.3", "", "1.2.3", FALSE },
    { "release-1.2.3", "release-", "1.2.3", FALSE },
    { "releases/v1.2.3", "releases/v", "1.2.3", FALSE },
    { "@scope/pkg@1.2.3-rc.1", "@scope/pkg@", "1.2.3-rc.1", TRUE },
    { "conventional-changelog-angular-v5.0.13", "conventional-changelog-angular-v", "5.0.13", FALSE },
    { "v2.40.0-rc0", "v", "2.40.0-rc0", TRUE },
    { "2024.04", "", "2024.04", FALSE },
    { "project-1.0", "project-", "1.0", FALSE },
    { "foo2-1.0", "foo2-", "1.0", FALSE },
    { "47.alpha", "", "47.alpha", TRUE },
    { "47.rc", "", "47.rc", TRUE },
    { "go1.21rc2", "go", "1.21rc2", TRUE },
    { "n4.4", "n", "4.4", FALSE },
    { "v256-rc1", "v", "256-rc1", TRUE },
    { "jdk-21.0.1+12", "jdk-", "21.0.1+12", FALSE },
    { "curl-7_80_0", "curl-", "7_80_0", FALSE },
    { "REL_17_BETA1", "REL_", "17_BETA1", TRUE },
    { "junio-gpg-pub", NULL, NULL, FALSE },
    { "issue-5", NULL, NULL, FALSE },
    { "3d-model", NULL, NULL, FALSE },
    { "latest", NULL, NULL, FALSE },
    { "v", NULL, NULL, FALSE },
    { "", NULL, NULL, FALSE },
    { "1.2.3 <b>", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *prefix = NULL;
      g_autoptr (RelmVersion) version = relm_version_parse_tag (rows[i].tag, &prefix);

      g_test_message ("%s", rows[i].tag);
      g_assert_cmpstr (prefix, ==, rows[i].prefix);
      g_assert_cmpstr (version != NULL ? relm_version_get_text (version) : NULL, ==, rows[i].text);
      if (version != NULL)
        g_assert_cmpint (relm_version_is_prerelease (version), ==, rows[i].prerelease);
    }
}

static void
test_equal (void)
{
  g_autoptr (RelmVersion) two = relm_version_parse_tag ("v1.2", NULL);
  g_autoptr (RelmVersion) three = relm_version_parse ("1.2.0+build.7");
  g_autoptr (RelmVersion) copy = relm_version_copy (three);

  g_assert_cmpint (relm_version_compare (two, three), ==, 0);
  g_assert_cmpstr (relm_version_get_build (copy), ==, "build.7");
  g_assert_true (relm_version_is_semver (copy));
  g_assert_false (relm_version_is_semver (two));
}

static void
test_calendar (void)
{
  static const struct
  {
    const char *version, *next;
  } rows[] = {
    { "2024.04", "2026.03" },
    { "2024.4", "2026.3" },
    { "24.04", "26.03" },
    { "2026.03", "2026.03.1" },
    { "2026.3.9", "2026.3.10" },
    { "1.2.3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RelmVersion) version = relm_version_parse_tag (rows[i].version, NULL);
      g_autoptr (RelmVersion) next = relm_version_next_calendar (version, relm_date_from_ymd (2026, 3, 14));

      g_assert_cmpstr (next != NULL ? relm_version_get_text (next) : NULL, ==, rows[i].next);
    }
}

static void
test_valid_cases (void)
{
  g_autoptr (JsonNode) root = relm_test_cases_load ("semver-valid.json");
  JsonArray *cases;

  if (root == NULL)
    return;

  cases = json_object_get_array_member (json_node_get_object (root), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *row = json_array_get_object_element (cases, i);
      const char *text = json_object_get_string_member (row, "version");
      g_autoptr (RelmVersion) version = relm_version_parse (text);

      g_test_message ("%s", text);
      /* The specification has no limit on numbers, so its own pattern is the judge. */
      g_assert_cmpint (version != NULL, ==,
                       json_object_get_boolean_member (row, "valid_by_semver_md_regex") ||
                         json_object_get_boolean_member (row, "valid"));
    }
}

static RelmVersion *
parse_case (const char *text)
{
  return relm_version_parse_tag (text + strspn (text, " =v"), NULL);
}

static void
test_order_cases (void)
{
  g_autoptr (JsonNode) root = relm_test_cases_load ("semver-order.json");
  JsonArray *pairs;

  if (root == NULL)
    return;

  pairs = json_object_get_array_member (json_node_get_object (root), "pairs");
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      JsonObject *row = json_array_get_object_element (pairs, i);
      g_autoptr (RelmVersion) a = parse_case (json_object_get_string_member (row, "a"));
      g_autoptr (RelmVersion) b = parse_case (json_object_get_string_member (row, "b"));

      g_test_message ("%s %s", json_object_get_string_member (row, "a"), json_object_get_string_member (row, "b"));
      g_assert_cmpint (sign (relm_version_compare (a, b)), ==, json_object_get_int_member (row, "cmp"));
    }
}

static const char *
get_string (JsonObject *row,
            const char *member)
{
  JsonNode *node = json_object_get_member (row, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* node's third argument may hold the identifier when there is no fourth; a base is a string or false. */
static char *
bump_case (JsonObject *row)
{
  static const char *const names[] = { "major", "minor", "patch", "premajor", "preminor", "prepatch", "prerelease", "release", NULL };
  const char *what = get_string (row, "what");
  const char *identifier = get_string (row, "identifier");
  const char *base = get_string (row, "identifierBase");
  JsonNode *base_node = json_object_get_member (row, "identifierBase");
  gboolean no_number = base_node != NULL && JSON_NODE_HOLDS_VALUE (base_node) && base == NULL;
  g_autoptr (RelmVersion) version = parse_case (get_string (row, "version"));
  g_autoptr (RelmVersion) next = NULL;

  if (identifier == NULL)
    identifier = get_string (row, "options");
  for (int i = 0; version != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], what))
      next = relm_version_bump (version, (RelmVersionBump) i, identifier,
                                no_number ? RELM_VERSION_NO_NUMBER : base != NULL && *base == '1');
  return next != NULL ? g_strdup (relm_version_get_text (next)) : NULL;
}

static void
test_bump_cases (void)
{
  g_autoptr (JsonNode) root = relm_test_cases_load ("semver-bump.json");
  JsonArray *cases;

  if (root == NULL)
    return;

  cases = json_object_get_array_member (json_node_get_object (root), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *row = json_array_get_object_element (cases, i);
      g_autofree char *next = bump_case (row);

      g_test_message ("%s %s %s", get_string (row, "version"), get_string (row, "what"), get_string (row, "identifier"));
      g_assert_cmpstr (next, ==, get_string (row, "expect"));
    }
}

/* Pre-releases before their final version, as git sorts tags of one prefix; tags that git cannot order by SemVer are left out. */
static void
check_real_order (JsonArray *tags)
{
  g_autoptr (RelmVersion) previous = NULL;
  g_autofree char *previous_prefix = NULL;

  for (guint i = 0; i < json_array_get_length (tags); i++)
    {
      const char *tag = json_array_get_string_element (tags, i);
      g_autofree char *prefix = NULL;
      g_autoptr (RelmVersion) version = relm_version_parse_tag (tag, &prefix);

      g_test_message ("%s", tag);
      g_assert_nonnull (version);
      if (relm_version_is_prerelease (version))
        continue;
      if (previous != NULL && g_strcmp0 (prefix, previous_prefix) == 0)
        g_assert_cmpint (relm_version_compare (previous, version), <, 0);
      g_clear_pointer (&previous, relm_version_free);
      previous = g_steal_pointer (&version);
      g_free (previous_prefix);
      previous_prefix = g_steal_pointer (&prefix);
    }
}

static void
test_real_tags (void)
{
  g_autoptr (JsonNode) root = relm_test_cases_load ("tag-order.json");
  JsonArray *cases;

  if (root == NULL)
    return;

  cases = json_object_get_array_member (json_node_get_object (root), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *row = json_array_get_object_element (cases, i);

      if (json_object_has_member (row, "option"))
        check_real_order (json_object_get_array_member (row, "expect"));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/version/semver-order", test_semver_order);
  g_test_add_func ("/base/version/tag-order", test_tag_order);
  g_test_add_func ("/base/version/tags", test_tags);
  g_test_add_func ("/base/version/equal", test_equal);
  g_test_add_func ("/base/version/calendar", test_calendar);
  g_test_add_func ("/base/version/cases/valid", test_valid_cases);
  g_test_add_func ("/base/version/cases/order", test_order_cases);
  g_test_add_func ("/base/version/cases/bump", test_bump_cases);
  g_test_add_func ("/base/version/cases/real-tags", test_real_tags);
  return g_test_run ();
}
