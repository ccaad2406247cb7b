/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "relm-json-scanner.h"

static RelmJsonTape *
scan (const char *text,
      gsize length,
      RelmJsonFlags flags)
{
  const RelmFormatSource source = { text, length, "test.json" };
  g_autoptr (GError) error = NULL;
  RelmJsonTape *tape;

  if (!relm_format_source_check (&source, &error))
    return NULL;
  tape = relm_json_scan (&source, flags, &error);
  g_assert_true ((tape == NULL) == (error != NULL));
  return tape;
}

static gboolean
accepts (const char *text,
         gsize length,
         RelmJsonFlags flags)
{
  g_autoptr (RelmJsonTape) tape = scan (text, length, flags);

  return tape != NULL;
}

/* What the suite leaves open and we accept; everything else is refused. Numbers stay the text that they are. */
static gboolean
is_accepted_by_choice (const char *name)
{
  static const char *const names[] = {
    "i_number_double_huge_neg_exp.json",
    "i_number_huge_exp.json",
    "i_number_neg_int_huge_exp.json",
    "i_number_pos_double_huge_exp.json",
    "i_number_real_neg_overflow.json",
    "i_number_real_pos_overflow.json",
    "i_number_real_underflow.json",
    "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json",
    "i_number_very_big_negative_int.json",
    "i_structure_UTF-8_BOM_empty_object.json",
    NULL,
  };

  return g_strv_contains (names, name);
}

/* Half a surrogate pair is within the grammar, but does not survive. */
static gboolean
is_half_a_pair (const char *name)
{
  static const char *const names[] = {
    "i_object_key_lone_2nd_surrogate.json",
    "i_string_1st_surrogate_but_2nd_missing.json",
    "i_string_1st_valid_surrogate_2nd_invalid.json",
    "i_string_incomplete_surrogate_and_escape_valid.json",
    "i_string_incomplete_surrogate_pair.json",
    "i_string_incomplete_surrogates_escape_valid.json",
    "i_string_invalid_lonely_surrogate.json",
    "i_string_invalid_surrogate.json",
    "i_string_inverted_surrogates_U+1D11E.json",
    "i_string_lone_second_surrogate.json",
    NULL,
  };

  return g_strv_contains (names, name);
}

/* Cases that must be accepted as JSON and that a project refuses on purpose. */
static gboolean
is_lossy (const char *name)
{
  static const char *const names[] = {
    "y_object_duplicated_key.json",
    "y_object_duplicated_key_and_value.json",
    "y_object_escaped_null_in_key.json",
    "y_string_null_escape.json",
    NULL,
  };

  return g_strv_contains (names, name);
}

static void
check_case (const char *name,
            const char *text,
            gsize length)
{
  const gboolean any = accepts (text, length, RELM_JSON_ANY);
  const gboolean lossless = accepts (text, length, RELM_JSON_LOSSLESS);

  g_test_message ("%s", name);
  if (name[0] == 'y')
    {
      g_assert_true (any);
      g_assert_cmpint (lossless, ==, !is_lossy (name));
    }
  else if (name[0] == 'n')
    {
      g_assert_false (any);
      g_assert_false (lossless);
    }
  else
    {
      g_assert_cmpint (any, ==, is_accepted_by_choice (name) || is_half_a_pair (name));
      g_assert_cmpint (lossless, ==, is_accepted_by_choice (name));
    }
}

static void
test_suite (void)
{
  const char *cases = g_getenv ("RELM_TEST_CASES");
  g_autofree char *folder = g_build_filename (cases != NULL ? cases : ".", "jsontestsuite", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  if (dir == NULL)
    {
      g_test_skip ("the cases from outside are not there (RELM_TEST_CASES)");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      bytes = g_bytes_new (text, length); /* without a NUL behind it */
      check_case (name, length > 0 ? g_bytes_get_data (bytes, NULL) : "", length);
      count++;
    }
  g_assert_cmpuint (count, >, 300);
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < RELM_JSON_MAX_DEPTH; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  g_string_append (text, "1");
  for (int i = RELM_JSON_MAX_DEPTH - 1; i >= 0; i--)
    g_string_append (text, i % 2 == 0 ? "]" : "}");
  g_assert_true (accepts (text->str, text->len, RELM_JSON_LOSSLESS));

  g_string_prepend_c (text, '[');
  g_string_append_c (text, ']');
  g_assert_false (accepts (text->str, text->len, RELM_JSON_LOSSLESS));
}

static void
test_strings (void)
{
  const char *text = "\"a\\n\\u00e9\\ud83d\\ude80\\/\"";
  g_autoptr (RelmJsonTape) tape = scan (text, strlen (text), RELM_JSON_LOSSLESS);
  g_autofree char *string = relm_json_token_dup_string (&tape->tokens[0], text);

  g_assert_cmpstr (string, ==, "a\né🚀/");
}

static void
test_tape (void)
{
  const char *text = " {\"a\": [1, {\"b\": null}], \"c\" :true} ";
  static const RelmJsonToken expected[] = {
    { .start = 1, .end = 35, .next = 9, .type = RELM_JSON_OBJECT, .n_items = 2 },
    { .start = 2, .end = 5, .next = 2, .type = RELM_JSON_STRING },
    { .start = 7, .end = 23, .next = 7, .type = RELM_JSON_ARRAY, .n_items = 2 },
    { .start = 8, .end = 9, .next = 4, .type = RELM_JSON_NUMBER },
    { .start = 11, .end = 22, .next = 7, .type = RELM_JSON_OBJECT, .n_items = 1 },
    { .start = 12, .end = 15, .next = 6, .type = RELM_JSON_STRING },
    { .start = 17, .end = 21, .next = 7, .type = RELM_JSON_NULL },
    { .start = 25, .end = 28, .next = 8, .type = RELM_JSON_STRING },
    { .start = 30, .end = 34, .next = 9, .type = RELM_JSON_TRUE },
  };
  g_autoptr (RelmJsonTape) tape = scan (text, strlen (text), RELM_JSON_LOSSLESS);

  g_assert_cmpuint (tape->n_tokens, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < tape->n_tokens; i++)
    {
      g_assert_cmpuint (tape->tokens[i].start, ==, expected[i].start);
      g_assert_cmpuint (tape->tokens[i].end, ==, expected[i].end);
      g_assert_cmpuint (tape->tokens[i].next, ==, expected[i].next);
      g_assert_cmpuint (tape->tokens[i].type, ==, expected[i].type);
      g_assert_cmpuint (tape->tokens[i].n_items, ==, expected[i].n_items);
    }
}

/* Small and large objects, and the same name written in two ways, far apart. */
static void
test_duplicates (void)
{
  for (guint n = 0; n < 5000; n = n * 3 + 1)
    {
      g_autoptr (GString) text = g_string_new ("{\"x\\u0079z\": 0");

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, ", \"member_with_a_name_%u\": {\"xyz\": %u}", i, i);
      g_string_append_c (text, '}');
      g_assert_true (accepts (text->str, text->len, RELM_JSON_LOSSLESS));

      g_string_truncate (text, text->len - 1);
      g_string_append (text, ", \"xyz\": 1}");
      g_assert_false (accepts (text->str, text->len, RELM_JSON_LOSSLESS));
      g_assert_true (accepts (text->str, text->len, RELM_JSON_ANY));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/json-scanner/suite", test_suite);
  g_test_add_func ("/format/json-scanner/depth", test_depth);
  g_test_add_func ("/format/json-scanner/strings", test_strings);
  g_test_add_func ("/format/json-scanner/tape", test_tape);
  g_test_add_func ("/format/json-scanner/duplicates", test_duplicates);
  return g_test_run ();
}
