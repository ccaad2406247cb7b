/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is taken out of an answer, and that an answer which is not whole is none. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "relm-json-pruner.h"

#define DEPTH 8

typedef struct
{
  const char *text;
  const char *pruned; /* NULL: it is not whole */
} Case;

static const Case cases[] = {
  { "[]", "[]" },
  { " { } ", "{}" },
  { "\xef\xbb\xbf[{\"url\": 1}]", "[{}]" },
  { "\"text\"", "\"text\"" },
  { "-1.5e+3", "-1.5e+3" },
  { "{\"title\": \"A\", \"node_id\": \"x\"}", "{\"title\":\"A\"}" },
  { "{\"node_id\": \"x\", \"title\": \"A\"}", "{\"title\":\"A\"}" },
  { "{\"avatar_url\": [1, {\"title\": 2}], \"title\": null, \"events_url\": true, \"number\": 3}", "{\"title\":null,\"number\":3}" },
  { "[{\"user\": {\"login\": \"ada\", \"url\": \"u\"}}, {\"x\": 1}, 7, \"label\"]", "[{\"user\":{\"login\":\"ada\"}},{},7,\"label\"]" },
  { "{\"title\":\"a \\\" } , \\\\\",\"number\":1}", "{\"title\":\"a \\\" } , \\\\\",\"number\":1}" },
  { "{\"url\":\"a \\\" } , \\\\\",\"number\":1}", "{\"number\":1}" },
  { "{\"titl\\u0065\": 1, \"number\": 2}", "{\"number\":2}" }, /* a name that no tracker writes so */
  { "{\"title\": \"\xc3\xa9\xe2\x80\xae\"}", "{\"title\":\"\xc3\xa9\xe2\x80\xae\"}" },
  { "{\"a_name_that_is_longer_than_any_that_is_asked_for\": 1}", "{}" },
  { "{\"\": 1, \"number\": 2}", "{\"number\":2}" },
  { "[[[[[[[[]]]]]]]]", "[[[[[[[[]]]]]]]]" },
  { "[[[[[[[[[]]]]]]]]]", NULL }, /* too deep */
  { "{\"url\": [[[[[[[[1]]]]]]]]}", NULL },
  { "", NULL },
  { "  ", NULL },
  { "[1", NULL },
  { "[1,]", NULL },
  { "[1 2]", NULL },
  { "[1}", NULL },
  { "{\"title\": 1,}", NULL },
  { "{\"title\" 1}", NULL },
  { "{\"title\":}", NULL },
  { "{\"url\":}", NULL },
  { "{title: 1}", NULL },
  { "[] []", NULL },
  { "\"text", NULL },
  { "\"text\\", NULL },
  { "<html>", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  g_autofree char *text = g_strdup (at->text);

  g_assert_cmpint (relm_json_pruner_prune (text, DEPTH), ==, at->pruned != NULL);
  if (at->pruned != NULL)
    g_assert_cmpstr (text, ==, at->pruned);
}

/* Wherever an answer breaks off, it is noticed; also in what nobody asks for. */
static void
test_cut (void)
{
  static const char *const whole = "[{\"title\": \"A \\\"word\\\"\", \"url\": {\"a\": [1, \"b\\\\\"]}, \"closed\": false, \"number\": 12}]";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *text = g_strndup (whole, length);

      g_assert_false (relm_json_pruner_prune (text, DEPTH));
    }
}

/* With names of which some are kept. */
static void
write_value (GString *text,
             GRand *random,
             guint depth)
{
  static const char *const names[] = { "title", "url", "user", "login", "events_url", "labels", "x" };
  static const char *const plain[] = { "1", "-2.5", "true", "null", "\"a\\\"b\"", "\"\"", "\"{[,:\"" };
  const guint n = (guint) g_rand_int_range (random, 0, 4);
  const gboolean is_object = g_rand_boolean (random);

  if (depth == 0 || g_rand_int_range (random, 0, 3) == 0)
    {
      g_string_append (text, plain[g_rand_int_range (random, 0, G_N_ELEMENTS (plain))]);
      return;
    }
  g_string_append_c (text, is_object ? '{' : '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, g_rand_boolean (random) ? "," : " ,\n");
      if (is_object) /* once each */
        g_string_append_printf (text, "\"%s\" :", names[(i + n) % G_N_ELEMENTS (names)]);
      write_value (text, random, depth - 1);
    }
  g_string_append_c (text, is_object ? '}' : ']');
}

static void
remove_by_hand (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      remove_by_hand (json_array_get_element (json_node_get_array (node), i));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (object);
      g_autoptr (GList) left = NULL;

      for (GList *name = names; name != NULL; name = name->next)
        if (!relm_json_pruner_keeps (name->data, strlen (name->data)))
          json_object_remove_member (object, name->data);
      left = json_object_get_members (object);
      for (GList *name = left; name != NULL; name = name->next)
        remove_by_hand (json_object_get_member (object, name->data));
    }
}

/* The same as reading all of it, and taking it out then. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (JsonNode) expected = NULL;
      g_autoptr (JsonNode) found = NULL;

      write_value (text, random, 5);
      expected = json_from_string (text->str, NULL);
      g_assert_nonnull (expected);
      remove_by_hand (expected);
      g_assert_true (relm_json_pruner_prune (text->str, DEPTH));
      found = json_from_string (text->str, NULL);
      g_assert_nonnull (found);
      g_assert_true (json_node_equal (expected, found));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-pruner/case/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/json-pruner/cut", test_cut);
  g_test_add_func ("/json-pruner/random", test_random);
  return g_test_run ();
}
