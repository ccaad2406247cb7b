/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left of an answer, and that an answer which is not whole is none. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "relm-json-members.h"

typedef struct
{
  const char *text;
  const char *left; /* NULL: it is not whole */
} Case;

static const Case cases[] = {
  { "[]", "[]" },
  { " { } ", "{}" },
  { "\xef\xbb\xbf[{\"url\": 1}]", "[{}]" },
  { "\"text\"", "\"text\"" },
  { "-12", "-12" },
  { "9223372036854775807", "9223372036854775807" },
  { "[true, false, null, 0, -0]", "[true,false,null,0,0]" },
  { "[-1.5e+3, 0.5, 1E5, 9223372036854775808]", "[number,number,number,number]" },
  { "{\"title\": \"A\", \"node_id\": \"x\"}", "{\"title\":\"A\"}" },
  { "{\"node_id\": \"x\", \"title\": \"A\"}", "{\"title\":\"A\"}" },
  { "{\"avatar_url\": [1, {\"title\": 2}], \"title\": null, \"events_url\": true, \"number\": 3}", "{\"title\":null,\"number\":3}" },
  { "[{\"user\": {\"login\": \"ada\", \"url\": \"u\"}}, {\"x\": 1}, 7, \"label\"]", "[{\"user\":{\"login\":\"ada\"}},{},7,\"label\"]" },
  { "{\"title\":\"a \\\" } , \\\\\",\"number\":1}", "{\"title\":\"a \\\" } , \\\\\",\"number\":1}" },
  { "{\"url\":\"a \\\" } , \\\\\",\"number\":1}", "{\"number\":1}" },
  { "{\"title\":\"\\\\\\\\\\\"\\\\\",\"number\":1}", "{\"title\":\"\\\\\\\\\\\"\\\\\",\"number\":1}" },
  { "{\"url\":\"\\\\\\\\\\\"\\\\\",\"number\":1}", "{\"number\":1}" },
  { "{\"x\\\\\":1,\"y\\\"\":2,\"\\\"\":3,\"number\":4}", "{\"number\":4}" },
  { "{\"url\":\"\\\\\\\\\\\",\"number\":1}", NULL }, /* the last quote is within the text */
  { "{\"titl\\u0065\": 1, \"number\": 2}", "{\"number\":2}" }, /* a name that no tracker writes so */
  { "{\"title\": \"\xc3\xa9\xe2\x80\xae\"}", "{\"title\":\"\xc3\xa9\xe2\x80\xae\"}" },
  { "[\"\\u00e9\\n\\/\\ud83d\\ude00\"]", "[\"\xc3\xa9\\n/\xf0\x9f\x98\x80\"]" },
  { "[\"\\ud83d\", \"\\u0000\", \"\\ude00x\"]", "[\"\xef\xbf\xbd\",\"\xef\xbf\xbd\",\"\xef\xbf\xbdx\"]" },
  { "[\"a\xff\"]", "[\"a\xef\xbf\xbd\"]" },
  { "[\"a\tb\"]", "[\"a\\tb\"]" },
  { "{\"a_name_that_is_longer_than_any_that_is_asked_for\": 1}", "{}" },
  { "{\"\": 1, \"number\": 2}", "{\"number\":2}" },
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
  { "[01]", NULL },
  { "[+1]", NULL },
  { "[-]", NULL },
  { "[.5]", NULL },
  { "[1.]", NULL },
  { "[1e]", NULL },
  { "[1e+]", NULL },
  { "[tru]", NULL },
  { "[nullnull]", NULL },
  { "[NaN]", NULL },
  { "[\"\\x\"]", NULL },
  { "[\"\\u12\"]", NULL },
  { "[\"\\u12g4\"]", NULL },
};

static RelmJson *
read_text (const char *text,
           gsize length)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
  return relm_json_new_take (bytes);
}

/* Of the names that stand in these texts; what nobody asks for has none. */
static const char *
name_of (const RelmJsonValue *value)
{
  static const char *const names[] = { "title", "user", "login", "labels", "number" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (relm_json_name_find (names[i], strlen (names[i])) == value->name)
      return names[i];
  g_assert_not_reached ();
}

static void
write_text (GString *out,
            const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (out, quoted);
}

static void
write_back (GString *out,
            const RelmJsonValue *value)
{
  const gboolean is_object = value->type == RELM_JSON_VALUE_OBJECT;

  switch ((RelmJsonValueType) value->type)
    {
    case RELM_JSON_VALUE_NULL:
      g_string_append (out, "null");
      break;
    case RELM_JSON_VALUE_BOOLEAN:
      g_string_append (out, value->number != 0 ? "true" : "false");
      break;
    case RELM_JSON_VALUE_INTEGER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value->number);
      break;
    case RELM_JSON_VALUE_OTHER_NUMBER:
      g_string_append (out, "number");
      break;
    case RELM_JSON_VALUE_STRING:
      write_text (out, value->text);
      break;
    case RELM_JSON_VALUE_ARRAY:
    case RELM_JSON_VALUE_OBJECT:
    default:
      g_string_append_c (out, is_object ? '{' : '[');
      for (const RelmJsonValue *inner = relm_json_value_get_first (value); inner != NULL;
           inner = relm_json_value_get_next (value, inner))
        {
          if (inner != value + 1)
            g_string_append_c (out, ',');
          if (is_object)
            g_string_append_printf (out, "\"%s\":", name_of (inner));
          write_back (out, inner);
        }
      g_string_append_c (out, is_object ? '}' : ']');
    }
}

static char *
dup_left (const char *text)
{
  g_autoptr (RelmJson) json = read_text (text, strlen (text));
  g_autoptr (GString) out = g_string_new (NULL);

  if (json == NULL)
    return NULL;
  write_back (out, relm_json_get_root (json));
  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  g_autofree char *left = dup_left (at->text);

  g_assert_cmpstr (left, ==, at->left);
}

/* What is of another type than expected, or not there, is nothing. */
static void
test_members (void)
{
  static const char text[] = "{\"title\": \"A\", \"number\": 12, \"draft\": true, \"labels\": [\"a\", 1, {\"name\": \"b\"}],"
                             " \"user\": {\"login\": \"ada\", \"number\": 13}, \"milestone\": null, \"id\": 1.5,"
                             " \"created_at\": \"2026-01-02T03:04:05Z\", \"due_on\": \"2026-02-03T00:00:00+02:00\"}";
  g_autoptr (RelmJson) json = read_text (text, strlen (text));
  const RelmJsonValue *root = relm_json_get_root (json);
  const RelmJsonValue *user = relm_json_get_object (root, "user");
  g_auto (GStrv) names = relm_json_dup_strings (root, "labels", "name");
  g_auto (GStrv) texts = relm_json_dup_strings (root, "labels", NULL);
  g_auto (GStrv) none = relm_json_dup_strings (root, "title", NULL);

  g_assert_cmpstr (relm_json_get_string (root, "title"), ==, "A");
  g_assert_null (relm_json_get_string (root, "number"));
  g_assert_null (relm_json_get_string (root, "milestone"));
  g_assert_null (relm_json_get_string (root, "login")); /* it is the user's */
  g_assert_null (relm_json_get_string (NULL, "title"));
  g_assert_cmpint (relm_json_get_number (root, "number"), ==, 12);
  g_assert_cmpint (relm_json_get_number (user, "number"), ==, 13);
  g_assert_cmpint (relm_json_get_number (root, "id"), ==, 0);
  g_assert_cmpint (relm_json_get_number (root, "draft"), ==, 0);
  g_assert_true (relm_json_get_boolean (root, "draft"));
  g_assert_false (relm_json_has_boolean (root, "number"));
  g_assert_null (relm_json_get_object (root, "labels"));
  g_assert_cmpuint (relm_json_count (relm_json_get_array (root, "labels")), ==, 3);
  g_assert_null (relm_json_get_array (root, NULL));
  g_assert_cmpstrv (names, ((const char *const[]) { "b", NULL }));
  g_assert_cmpstrv (texts, ((const char *const[]) { "a", NULL }));
  g_assert_null (none);
  g_assert_cmpint (relm_json_get_time (root, "created_at"), ==, 1767323045);
  g_assert_cmpint (relm_json_get_date (root, "due_on"), ==, relm_date_from_ymd (2026, 2, 3));
}

static void
test_depth (void)
{
  for (guint depth = RELM_JSON_DEPTH_MAX; depth <= RELM_JSON_DEPTH_MAX + 1; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, close, NULL);
      g_autofree char *hidden = g_strdup_printf ("{\"url\": %s}", text + 1);
      g_autoptr (RelmJson) json = read_text (text, strlen (text));

      g_assert_cmpint (json != NULL, ==, depth <= RELM_JSON_DEPTH_MAX);
      g_assert_null (read_text (hidden, strlen (hidden)));
    }
}

/* Of what is kept; what is passed over takes no room. */
static void
test_too_many (void)
{
  g_autoptr (GString) kept = g_string_new ("[0");
  g_autoptr (GString) passed = g_string_new ("{\"url\":[0");
  g_autoptr (RelmJson) json = NULL;

  for (guint i = 0; i < RELM_JSON_VALUES_MAX; i++)
    {
      g_string_append (kept, ",0");
      g_string_append (passed, ",0");
    }
  g_string_append (kept, "]");
  g_string_append (passed, "]}");
  g_assert_null (read_text (kept->str, kept->len));
  json = read_text (passed->str, passed->len);
  g_assert_nonnull (json);
}

static void
test_nul (void)
{
  g_autoptr (RelmJson) json = read_text ("[\"a\0b\"]", 7);

  g_assert_nonnull (json);
  g_assert_cmpstr (relm_json_value_get_first (relm_json_get_root (json))->text, ==, "a\xef\xbf\xbd" "b");
}

/* Names that are like one another are not taken for one another. */
static void
test_names (void)
{
  static const char *const asked[] = { "created_at", "created_on", "updated_at", "updated_on", "closed_at", "closed_on", "merged_at",
                                       "id", "iid", "labels", "limit", "milestone", "milestones", "assignee", "assignees", "user",
                                       "username", "total", "total_count", "status", "statusCategory", "start_date", "startDate" };
  static const char *const others[] = { "", "i", "ids", "Id", "creaxed_at", "created_a", "created_att", "closed_as", "milestonez", "aabels",
                                        "closed_as_duplicate_of_it", "user_view_type", "node_id" };
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *more = g_strconcat (asked[i], "_more", NULL);

      g_assert_cmpint (relm_json_name_find (asked[i], strlen (asked[i])), !=, 0);
      g_assert_cmpint (relm_json_name_find (asked[i], strlen (asked[i])), ==, relm_json_name_find (more, strlen (asked[i])));
      g_assert_true (g_hash_table_add (found, GINT_TO_POINTER (relm_json_name_find (asked[i], strlen (asked[i])))));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpint (relm_json_name_find (others[i], strlen (others[i])), ==, 0);
}

/* However a time is written, it is what GLib takes it for. */
static void
test_times (void)
{
  static const char *const times[] = {
    "2026-01-02T03:04:05Z",      "1970-01-01T00:00:00Z",   "1969-12-31T23:59:59Z",      "2024-02-29T12:00:00Z", "2023-02-29T12:00:00Z",
    "2026-01-02T24:00:00Z",      "2026-01-02T23:60:00Z",   "2026-01-02T23:59:60Z",      "2026-13-02T03:04:05Z", "2026-01-02T03:04:05+01:00",
    "2026-01-02T03:04:05.250Z",  "2026-01-02T03:04:05z",   "2026-01-02 03:04:05Z",      "2026-01-02T03-04-05Z", "2026-01-02T03:04:5 Z",
    "2026-01-02T-3:04:05Z",      "2026-01-02T03:04:05",    "20260102T030405Z",          "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z",
    "2026-01-02T03:04:05+0100",  "2026-01-02",             "2026-01-02T+3:04:05Z",      "never",                "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"created_at\": \"%s\"}", times[i]);
      g_autoptr (RelmJson) json = read_text (text, strlen (text));
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (times[i], utc);

      g_assert_cmpint (relm_json_get_time (relm_json_get_root (json), "created_at"), ==,
                       expected != NULL ? g_date_time_to_unix (expected) : 0);
    }
}

/* Wherever an answer breaks off, it is noticed; also in what nobody asks for. */
static void
test_cut (void)
{
  static const char *const whole = "[{\"title\": \"A \\\"word\\\"\", \"url\": {\"a\": [1, \"b\\\\\"]}, \"closed\": false, \"number\": 12}]";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *text = g_strndup (whole, length);

      g_assert_null (dup_left (text));
    }
}

/* With names of which some are kept. */
static void
write_value (GString *text,
             GRand *random,
             guint depth)
{
  static const char *const names[] = { "title", "url", "user", "login", "events_url", "labels", "x" };
  static const char *const plain[] = { "1", "-25", "true", "null", "\"a\\\"b\"", "\"\"", "\"{[,:\"" };
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
        if (relm_json_name_find (name->data, strlen (name->data)) == 0)
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
      g_autofree char *left = NULL;

      write_value (text, random, 5);
      expected = json_from_string (text->str, NULL);
      g_assert_nonnull (expected);
      remove_by_hand (expected);
      left = dup_left (text->str);
      found = json_from_string (left, NULL);
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
      g_autofree char *path = g_strdup_printf ("/json/case/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/json/cut", test_cut);
  g_test_add_func ("/json/random", test_random);
  g_test_add_func ("/json/names", test_names);
  g_test_add_func ("/json/times", test_times);
  g_test_add_func ("/json/members", test_members);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/too-many", test_too_many);
  g_test_add_func ("/json/nul", test_nul);
  return g_test_run ();
}
