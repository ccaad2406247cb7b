/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "relm-format.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-stakeholder.h"

static char *
load_golden (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("RELM_TEST_SOURCE_ROOT"), "tests", "format", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static RelmProject *
read_text (const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return relm_format_read (bytes, "test.relm", NULL, error);
}

static RelmProject *
read_valid (const char *text)
{
  g_autoptr (GError) error = NULL;
  RelmProject *project = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (project);
  return project;
}

static char *
write_text (RelmProject *project)
{
  g_autoptr (GBytes) bytes = relm_format_write (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  GString *result = g_string_new (text);

  g_assert_cmpuint (g_string_replace (result, old, new, 1), ==, 1);
  return g_string_free (result, FALSE);
}

static void
assert_rewritten (const char *text,
                  const char *expected)
{
  g_autoptr (RelmProject) project = read_valid (text);
  g_autofree char *written = write_text (project);

  g_assert_cmpstr (written, ==, expected);
}

static void
set_string (RelmProject *project,
            const char *id,
            guint field,
            const char *string)
{
  RelmRecord *record = id != NULL ? relm_project_lookup (project, id) : RELM_RECORD (project);
  g_auto (RelmValue) value = { .type = relm_record_get_value (record, field)->type };

  relm_value_set_string (&value, string);
  relm_project_swap_value (project, record, field, &value);
}

static void
test_canonical (void)
{
  g_autofree char *text = load_golden ("full.relm");

  assert_rewritten (text, text);
}

static void
test_values (void)
{
  g_autofree char *text = load_golden ("full.relm");
  g_autoptr (RelmProject) project = read_valid (text);
  RelmRecord *phase = relm_project_lookup (project, "pha-1");
  RelmRecord *stakeholder = relm_project_lookup (project, "stk-1");

  g_assert_cmpstr (relm_record_get_title (RELM_RECORD (project)), ==, "Köln \"quoted\" \\ tab\there");
  g_assert_cmpstr (relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_CADENCE), ==, "moon_phase");
  g_assert_cmpint (relm_record_get_date (phase, RELM_PHASE_PLANNED_START), ==, relm_date_from_ymd (2027, 5, 3));
  g_assert_cmpint (relm_record_get_integer (stakeholder, RELM_STAKEHOLDER_POWER), ==, 5);
  g_assert_cmpuint (g_strv_length ((char **) relm_record_get_strings (stakeholder, RELM_STAKEHOLDER_AUDIENCES)), ==, 2);
  g_assert_cmpuint (relm_record_get_n_unknown_members (RELM_RECORD (project)), ==, 3);
}

/* An edit at each level changes its own lines and no others; what is not known stays where it stood. */
static void
test_edits (void)
{
  static const struct
  {
    const char *id;
    guint field;
    const char *value;
    const char *old;
    const char *new;
  } edits[] = {
    { NULL, RELM_PROJECT_CADENCE, "yearly", "\"moon_phase\"", "\"yearly\"" },
    { NULL, RELM_PROJECT_CADENCE, "none", "  \"cadence\": \"moon_phase\",\n", "" },
    { NULL, RELM_PROJECT_HOMEPAGE, "https://example.org/", "  \"cadence\"",
      "  \"homepage\": \"https://example.org/\",\n  \"cadence\"" },
    { "rel-1", RELM_RELEASE_VERSION, "1.0.1", "\"1.0\"", "\"1.0.1\"" },
    { "rel-1", RELM_RELEASE_STATE, "planned", ",\n      \"state\": \"sleeping\"", "" },
    { "rel-2", RELM_RELEASE_STATE, "released", "\"2.0\"", "\"2.0\",\n      \"state\": \"released\"" },
    { "pha-1", RELM_PHASE_RELEASE, NULL, "      \"release\": \"rel-1\",\n", "" },
  };
  g_autofree char *text = load_golden ("full.relm");

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (RelmProject) project = read_valid (text);
      g_autofree char *expected = replace (text, edits[i].old, edits[i].new);
      g_autofree char *written = NULL;

      set_string (project, edits[i].id, edits[i].field, edits[i].value);
      written = write_text (project);
      g_assert_cmpstr (written, ==, expected);
    }
}

static void
test_not_canonical (void)
{
  const char *expected = "{\n  \"relm\": 1,\n  \"name\": \"P/Q\",\n  \"x\": [1,\n 2],\n  \"releases\": [\n    {\n"
                         "      \"id\": \"rel-1\",\n      \"version\": \"1.0\"\n    }\n  ]\n}\n";

  assert_rewritten ("\xef\xbb\xbf{\"relm\":1,\"n\\u0061me\":\"P\\/Q\",\"x\":[1,\r\n 2],\"cadence\":\"none\",\"phases\":[],\r\n"
                    "\"releases\":[{\"state\":\"planned\",\"version\":\"1.0\",\"id\":\"rel-1\",\"tag\":\"\"}]}",
                    expected);
  /* What line ends were mangled to by one tool after another. */
  assert_rewritten ("{\"relm\": 1, \"name\": \"P/Q\",\r\r\n \"x\": [1,\r\r\r\n 2\r], \"releases\":\r"
                    "[{\"id\": \"rel-1\", \"version\": \"1.0\"}]}",
                    expected);
}

/* A record whose required fields are still empty must not make a file that cannot be opened again. */
static void
test_unfinished_record (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmRecord) release = relm_record_new (RELM_TYPE_RELEASE, "rel-1");
  g_autofree char *text = NULL;

  relm_project_insert (project, release, 0, NULL);
  text = write_text (project);
  g_assert_nonnull (strstr (text, "\"version\": \"\""));
  assert_rewritten (text, text);
}

static void
test_newer (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"relm\": 7, \"name\": \"P\"}", 24);
  g_autoptr (GBytes) odd = g_bytes_new_static ("{\"relm\": 7, \"name\": true}", 25);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmProject) project = NULL;
  g_autoptr (RelmProject) none = NULL;
  gint64 version = 0;

  project = relm_format_read (bytes, "test.relm", &version, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, 7);

  none = relm_format_read (odd, "test.relm", &version, &error);
  g_assert_null (none);
  g_assert_nonnull (strstr (error->message, "newer format 7"));
}

static void
test_dangling (void)
{
  g_autoptr (RelmProject) project = read_valid ("{\"relm\": 1, \"name\": \"P\", \"phases\": [{\"id\": \"pha-1\", "
                                                "\"name\": \"Beta\", \"release\": \"rel-gone\"}]}");
  g_auto (GStrv) problems = relm_project_list_problems (project);

  g_assert_cmpuint (g_strv_length (problems), ==, 1);
  g_assert_nonnull (strstr (problems[0], "rel-gone"));
}

#define RELEASES(records) "{\n\"relm\": 1, \"name\": \"P\",\n\"releases\": [\n" records "\n]}"

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    RelmFormatError code;
    const char *place;
    const char *says;
  } cases[] = {
    { "", RELM_FORMAT_ERROR_SYNTAX, "test.relm:1:1: ", "a value" },
    { "\xef\xbb\xbf", RELM_FORMAT_ERROR_SYNTAX, "test.relm:1:1: ", "a value" },
    { "[]", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:1: ", "“{”" },
    { "{}", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:1: ", "\"relm\"" },
    { "{\"name\": \"P\", \"relm\": 1}", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:2: ", "first member" },
    { "{\"relm\": 0}", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:10: ", "whole number" },
    { "{\"relm\": 1.0}", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:10: ", "whole number" },
    { "{\"relm\": \"1\"}", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:10: ", "whole number" },
    { "{\"relm\": 1}", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:1: ", "“name”" },
    { "{\"relm\": 1,\n \"näme\": \"ä\" \"x\"}", RELM_FORMAT_ERROR_SYNTAX, "test.relm:2:14: ", "“,” or “}”" },
    { "{\"relm\": 1,\n\"a\": 1,\n\"\\u0061\": 2}", RELM_FORMAT_ERROR_SYNTAX, "test.relm:3:1: ", "line 2" },
    { "{\"relm\": 1, \"x\": \"\\u0000\"}", RELM_FORMAT_ERROR_SYNTAX, "test.relm:1:19: ", "U+0000" },
    { "{\"relm\": 1, \"x\": \"\\ud800\"}", RELM_FORMAT_ERROR_SYNTAX, "test.relm:1:19: ", "surrogate" },
    { "{\"relm\": 1, \"x\": \"\\udc00\\ud800\"}", RELM_FORMAT_ERROR_SYNTAX, "test.relm:1:19: ", "surrogate" },
    { "{\"relm\": 1,\n\"x\": \"\xff\"}", RELM_FORMAT_ERROR_NOT_TEXT, "test.relm:2:7: ", "UTF-8" },
    { "{\"relm\": 1, \"name\": null}", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:21: ", "“name”" },
    { "{\"relm\": 1, \"name\": \"P\", \"releases\": {}}", RELM_FORMAT_ERROR_STRUCTURE, "test.relm:1:38: ", "“releases”" },
    { RELEASES ("{\"id\": \"rel-1\", \"version\": \"1\", \"planned\": \"2027-02-30\"}"), RELM_FORMAT_ERROR_STRUCTURE,
      "test.relm:4:44: ", "a day" },
    { "{\"relm\": 1, \"name\": \"x\", \"name\": \"y\"}", RELM_FORMAT_ERROR_SYNTAX, "test.relm:1:26: ", "“name”" },
    { RELEASES ("7"), RELM_FORMAT_ERROR_STRUCTURE, "test.relm:4:1: ", "record" },
    { RELEASES ("{}"), RELM_FORMAT_ERROR_STRUCTURE, "test.relm:4:1: ", "\"id\" is missing" },
    { RELEASES ("{\"id\": 7}"), RELM_FORMAT_ERROR_STRUCTURE, "test.relm:4:8: ", "\"rel-" },
    { RELEASES ("{\"id\": \"pha-1\"}"), RELM_FORMAT_ERROR_STRUCTURE, "test.relm:4:8: ", "\"rel-" },
    { RELEASES ("{\"id\": \"rel-1\"}"), RELM_FORMAT_ERROR_STRUCTURE, "test.relm:4:1: ", "“version”" },
    { RELEASES ("{\"id\": \"rel-1\", \"version\": \"1\"},\n{\"version\": \"2\", \"id\": \"rel-1\"}"),
      RELM_FORMAT_ERROR_DUPLICATE_ID, "test.relm:5:24: ", "line 4" },
    { "{\"relm\": 1,\n<<<<<<< HEAD\n=======\n>>>>>>> branch\n}", RELM_FORMAT_ERROR_CONFLICT_MARKERS, "test.relm:2:1: ",
      "lines 2, 3, 4" },
    { "{\"relm\": 1,\r\n=======\r\n}", RELM_FORMAT_ERROR_CONFLICT_MARKERS, "test.relm:2:1: ", "lines 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RelmProject) project = read_text (cases[i].text, &error);

      g_assert_null (project);
      g_assert_error (error, RELM_FORMAT_ERROR, (int) cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].place));
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_wrong_values (void)
{
  static const char *const members[] = {
    "\"stakeholders\": [{\"id\": \"stk-1\", \"name\": \"A\", \"power\": 6}]",
    "\"stakeholders\": [{\"id\": \"stk-1\", \"name\": \"A\", \"power\": 1e0}]",
    "\"stakeholders\": [{\"id\": \"stk-1\", \"name\": \"A\", \"audiences\": \"a\"}]",
    "\"stakeholders\": [{\"id\": \"stk-1\", \"name\": \"A\", \"audiences\": [[\"a\"]]}]",
    "\"stakeholders\": [{\"id\": \"stk-1\", \"name\": \"A\", \"audiences\": [null]}]",
    ("\"schedule_dependencies\": [{\"id\": \"dep-1\", \"predecessor\": \"a\", \"successor\": \"b\", "
     "\"lag_minutes\": 9223372036854775808}]"),
    "\"change_entries\": [{\"id\": \"chg-1\", \"summary\": \"A\", \"breaking\": 1}]",
    "\"phases\": [{\"id\": \"pha-1\", \"name\": \"A\", \"planned_start\": \"2027-02-30\"}]",
    "\"phases\": [{\"id\": \"pha-1\", \"name\": \"A\", \"planned_start\": \"2027-02-3\\u0030\"}]",
    "\"phases\": [{\"id\": \"pha-1\", \"name\": \"A\", \"release\": [\"rel-1\"]}]",
    "\"cadence\": 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"relm\": 1, \"name\": \"P\", %s}", members[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (RelmProject) project = read_text (text, &error);

      g_assert_null (project);
      g_assert_error (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_STRUCTURE);
    }
}

static void
test_too_large (void)
{
  const gsize size = 100 * 1024 * 1024;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GError) error = NULL;

  g_assert_null (relm_format_read (bytes, "test.relm", NULL, &error));
  g_assert_error (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_TOO_LARGE);
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"relm\": 1, \"x\": ");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append_c (text, '[');
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_SYNTAX);
}

/* Nothing of a file but all of it is a project. */
static void
test_truncated (void)
{
  g_autofree char *text = load_golden ("full.relm");
  const gsize length = strlen (text);

  for (gsize i = 0; i + 1 < length; i++) /* without the last line end it is whole */
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, i); /* a copy, so that a sanitizer sees a read past the end */
      g_autoptr (GError) error = NULL;

      g_assert_null (relm_format_read (bytes, "test.relm", NULL, &error));
      g_assert_nonnull (error);
    }
}

static void
check_mutation (const char *text,
                gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmProject) project = relm_format_read (bytes, "test.relm", NULL, &error);
  g_autofree char *written = NULL;

  g_assert_true ((project == NULL) == (error != NULL));
  if (project == NULL)
    {
      g_assert_true (g_str_has_prefix (error->message, "test.relm:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  written = write_text (project);
  assert_rewritten (written, written);
}

static void
test_mutated (void)
{
  static const char bytes[] = "\"\\{}[]:,0-e \n\x80\xff\x01u<";
  g_autofree char *text = load_golden ("full.relm");
  const gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      const char original = text[i];

      for (guint bit = 0; bit < 8; bit++)
        {
          text[i] = (char) (original ^ (1 << bit));
          check_mutation (text, length);
        }
      for (guint j = 0; j < sizeof bytes; j++) /* the NUL as well */
        {
          text[i] = bytes[j];
          check_mutation (text, length);
        }
      text[i] = original;
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/canonical", test_canonical);
  g_test_add_func ("/format/values", test_values);
  g_test_add_func ("/format/edits", test_edits);
  g_test_add_func ("/format/not-canonical", test_not_canonical);
  g_test_add_func ("/format/unfinished-record", test_unfinished_record);
  g_test_add_func ("/format/newer", test_newer);
  g_test_add_func ("/format/dangling", test_dangling);
  g_test_add_func ("/format/errors", test_errors);
  g_test_add_func ("/format/wrong-values", test_wrong_values);
  g_test_add_func ("/format/too-large", test_too_large);
  g_test_add_func ("/format/deep", test_deep);
  g_test_add_func ("/format/truncated", test_truncated);
  g_test_add_func ("/format/mutated", test_mutated);
  return g_test_run ();
}
