/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-format.h"
#include "relm-release.h"
#include "relm-stakeholder.h"

static const char sample[] =
  "{\n"
  "  \"relm\": 1,\n"
  "  \"name\": \"Gödel “2”\",\n"
  "  \"novelty\": {\"x\": [1.10, 1e400]},\n"
  "  \"cadence\": \"six_weeks\",\n"
  "  \"releases\": [\n"
  "    {\n"
  "      \"id\": \"rel-1\",\n"
  "      \"version\": \"1.0\",\n"
  "      \"state\": \"from_the_future\",\n"
  "      \"mood\": 18446744073709551616,\n"
  "      \"planned\": \"2027-05-03\"\n"
  "    }\n"
  "  ],\n"
  "  \"wishes\": [\n"
  "    null\n"
  "  ],\n"
  "  \"stakeholders\": [\n"
  "    {\n"
  "      \"id\": \"stk-1\",\n"
  "      \"name\": \"Packagers\",\n"
  "      \"audiences\": [\n"
  "        \"distributions\",\n"
  "        \"press\"\n"
  "      ],\n"
  "      \"power\": 3,\n"
  "      \"notes\": \"a\\tb\\n\\u0001\"\n"
  "    }\n"
  "  ]\n"
  "}\n";

static RelmProject *
read_text (const char *text,
           gsize length,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return relm_format_read (bytes, "plan.relm", NULL, error);
}

static char *
write_text (RelmProject *project)
{
  g_autoptr (GBytes) bytes = relm_format_write (project);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmProject) project = read_text (sample, strlen (sample), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = write_text (project);
  g_assert_cmpstr (text, ==, sample);
  g_assert_cmpint (relm_record_get_date (relm_project_lookup (project, "rel-1"), RELM_RELEASE_PLANNED), ==,
                   relm_date_from_ymd (2027, 5, 3));
}

static void
test_one_edit (void)
{
  g_autoptr (RelmProject) project = read_text (sample, strlen (sample), NULL);
  RelmValue version = { .type = RELM_FIELD_STRING, .string = g_strdup ("1.1") };
  g_autofree char *text = NULL;
  g_auto (GStrv) before = g_strsplit (sample, "\n", -1);
  g_auto (GStrv) after = NULL;
  guint different = 0;

  relm_project_swap_value (project, relm_project_lookup (project, "rel-1"), RELM_RELEASE_VERSION, &version);
  relm_value_clear (&version);
  text = write_text (project);
  after = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (before), ==, g_strv_length (after));
  for (guint i = 0; before[i] != NULL; i++)
    different += g_str_equal (before[i], after[i]) ? 0 : 1;
  g_assert_cmpuint (different, ==, 1);
}

static void
test_truncated (void)
{
  for (gsize length = 0; length + 2 < sizeof sample; length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (sample, length, &error));
      g_assert_nonnull (error);
    }
}

static void
test_mutated (void)
{
  for (gsize i = 0; i + 1 < sizeof sample; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree char *text = g_strdup (sample);
        g_autoptr (RelmProject) project = NULL;
        g_autoptr (GError) error = NULL;

        text[i] = (char) (text[i] ^ (1 << bit));
        project = read_text (text, sizeof sample - 1, &error);
        g_assert_true ((project == NULL) == (error != NULL));
      }
}

typedef struct
{
  const char *text;
  RelmFormatError code;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "", RELM_FORMAT_ERROR_SYNTAX, "plan.relm:1:1:" },
  { "[]", RELM_FORMAT_ERROR_STRUCTURE, "plan.relm:1:1:" },
  { "{}", RELM_FORMAT_ERROR_STRUCTURE, "first member" },
  { "{\"name\": \"x\", \"relm\": 1}", RELM_FORMAT_ERROR_STRUCTURE, "first member" },
  { "{\"relm\": 1}", RELM_FORMAT_ERROR_STRUCTURE, "name" },
  { "{\"relm\": 1,\n\"name\": 5}", RELM_FORMAT_ERROR_STRUCTURE, "plan.relm:2:9:" },
  { "{\"relm\": 1, \"name\": \"x\", \"name\": \"y\"}", RELM_FORMAT_ERROR_SYNTAX, "plan.relm:1:26:" },
  { "{\"relm\": 1, \"name\": \"x\",\n<<<<<<< HEAD\n}", RELM_FORMAT_ERROR_CONFLICT_MARKERS, "plan.relm:2:1:" },
  { "{\"relm\": 1, \"name\": \"x\", \"releases\": [{}]}", RELM_FORMAT_ERROR_STRUCTURE, "id" },
  { "{\"relm\": 1, \"name\": \"x\", \"releases\": [{\"id\": \"pha-1\", \"version\": \"1\"}]}", RELM_FORMAT_ERROR_STRUCTURE,
    "rel-" },
  { "{\"relm\": 1, \"name\": \"x\", \"releases\": [{\"id\": \"rel-1\", \"version\": \"1\"},\n"
    "{\"id\": \"rel-1\", \"version\": \"2\"}]}", RELM_FORMAT_ERROR_DUPLICATE_ID, "line 1" },
  { "{\"relm\": 1, \"name\": \"x\", \"releases\": [{\"id\": \"rel-1\", \"version\": \"1\", \"planned\": \"2027-02-30\"}]}",
    RELM_FORMAT_ERROR_STRUCTURE, "date" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refusals[i].text);
      g_assert_null (read_text (refusals[i].text, strlen (refusals[i].text), &error));
      g_assert_error (error, RELM_FORMAT_ERROR, (int) refusals[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, refusals[i].message));
    }
}

static void
test_newer (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"relm\": 7, \"name\": \"x\"}", 24);
  gint64 version = 0;
  g_autoptr (RelmProject) project = relm_format_read (bytes, "plan.relm", &version, NULL);

  g_assert_nonnull (project);
  g_assert_cmpint (version, ==, 7);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/round-trip", test_round_trip);
  g_test_add_func ("/format/one-edit", test_one_edit);
  g_test_add_func ("/format/truncated", test_truncated);
  g_test_add_func ("/format/mutated", test_mutated);
  g_test_add_func ("/format/refused", test_refused);
  g_test_add_func ("/format/newer", test_newer);
  return g_test_run ();
}
