/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Our scan against json-glib in strict mode, on documents made by chance and then damaged. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "relm-json-scanner.h"

#define N_DOCUMENTS 4000
#define N_DAMAGED 8

static void
append_space (GRand *random,
              GString *out)
{
  static const char *const spaces[] = { "", "", "", " ", "\n", "\t", "\r\n", "  " };

  g_string_append (out, spaces[g_rand_int_range (random, 0, G_N_ELEMENTS (spaces))]);
}

static void
append_string (GRand *random,
               GString *out)
{
  static const char *const parts[] = {
    "a", "Z", " ", "/", "é", "🚀", "\\n", "\\\"", "\\\\", "\\/", "\\b", "\\u0041", "\\u00e9", "\\ud83d\\ude80", "\\uFFFF", "{", "]",
  };

  g_string_append_c (out, '"');
  for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
    g_string_append (out, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  g_string_append_c (out, '"');
}

static void
append_scalar (GRand *random,
               GString *out)
{
  static const char *const scalars[] = {
    "null", "true", "false", "0", "-0", "1", "-17", "9223372036854775807", "1.5", "-0.25e+3", "1E-2", "2e5",
  };

  if (g_rand_boolean (random))
    append_string (random, out);
  else
    g_string_append (out, scalars[g_rand_int_range (random, 0, G_N_ELEMENTS (scalars))]);
}

static void
append_value (GRand *random,
              GString *out,
              guint depth)
{
  const int form = depth == 0 ? 0 : g_rand_int_range (random, 0, 3);
  const int n = g_rand_int_range (random, 0, 5);

  append_space (random, out);
  if (form == 0)
    append_scalar (random, out);
  else
    {
      g_string_append_c (out, form == 1 ? '[' : '{');
      for (int i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          append_space (random, out);
          if (form == 2)
            {
              append_string (random, out);
              append_space (random, out);
              g_string_append_c (out, ':');
            }
          append_value (random, out, depth - 1);
        }
      append_space (random, out);
      g_string_append_c (out, form == 1 ? ']' : '}');
    }
  append_space (random, out);
}

static void
damage (GRand *random,
        GString *text)
{
  /* No other control characters: json-glib takes them in strings, against RFC 8259 section 7. */
  static const char bytes[] = "\"\\{}[]:,0-+.eE \n\tutrfn\x80\xc3";
  const gsize at = (gsize) g_rand_int_range (random, 0, (gint32) text->len);

  if (g_rand_int_range (random, 0, 3) == 0)
    g_string_erase (text, (gssize) at, 1);
  else if (g_rand_boolean (random))
    g_string_insert_c (text, (gssize) at, bytes[g_rand_int_range (random, 0, G_N_ELEMENTS (bytes) - 1)]);
  else
    text->str[at] = bytes[g_rand_int_range (random, 0, G_N_ELEMENTS (bytes) - 1)];
}

static void assert_same_value (const RelmJsonTape *tape,
                               guint32 index,
                               const char *text,
                               JsonNode *node);

/* Only whole numbers of 64 bits: json-glib rounds or cuts the others, which is why it does not read our files. */
static void
assert_same_number (const char *start,
                    gsize length,
                    JsonNode *node)
{
  g_autofree char *number = g_strndup (start, length);
  gint64 integer;

  g_assert_true (JSON_NODE_HOLDS_VALUE (node));
  if (g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    g_assert_cmpint (json_node_get_int (node), ==, integer);
}

static void
assert_same_container (const RelmJsonTape *tape,
                       guint32 index,
                       const char *text,
                       JsonNode *node)
{
  const RelmJsonToken *token = &tape->tokens[index];
  guint32 child = index + 1;

  g_assert_cmpint (JSON_NODE_HOLDS_OBJECT (node), ==, token->type == RELM_JSON_OBJECT);
  g_assert_cmpuint (token->n_items, ==,
                    JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_size (json_node_get_object (node))
                                                  : json_array_get_length (json_node_get_array (node)));
  for (guint32 i = 0; i < token->n_items; i++)
    {
      g_autofree char *name = NULL;

      if (token->type == RELM_JSON_ARRAY)
        assert_same_value (tape, child, text, json_array_get_element (json_node_get_array (node), i));
      else
        {
          name = relm_json_token_dup_string (&tape->tokens[child++], text);
          assert_same_value (tape, child, text, json_object_get_member (json_node_get_object (node), name));
        }
      child = tape->tokens[child].next;
    }
  g_assert_cmpuint (child, ==, token->next);
}

static void
assert_same_value (const RelmJsonTape *tape,
                   guint32 index,
                   const char *text,
                   JsonNode *node)
{
  const RelmJsonToken *token = &tape->tokens[index];
  g_autofree char *string = NULL;

  g_assert_nonnull (node);
  if (token->type == RELM_JSON_OBJECT || token->type == RELM_JSON_ARRAY)
    assert_same_container (tape, index, text, node);
  else if (token->type == RELM_JSON_STRING)
    {
      string = relm_json_token_dup_string (token, text);
      g_assert_cmpstr (string, ==, json_node_get_string (node));
    }
  else if (token->type == RELM_JSON_NULL)
    g_assert_true (JSON_NODE_HOLDS_NULL (node));
  else if (token->type == RELM_JSON_NUMBER)
    assert_same_number (text + token->start, token->end - token->start, node);
  else
    g_assert_cmpint (json_node_get_boolean (node), ==, token->type == RELM_JSON_TRUE);
}

static gboolean
compare (GString *text)
{
  const RelmFormatSource source = { text->str, text->len, "test.json" };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (RelmJsonTape) tape = NULL;
  g_autoptr (RelmJsonTape) any = NULL;
  gboolean oracle;

  json_parser_set_strict (parser, TRUE);
  oracle = json_parser_load_from_data (parser, text->str, (gssize) text->len, NULL);
  if (relm_format_source_check (&source, NULL))
    {
      tape = relm_json_scan (&source, RELM_JSON_LOSSLESS, NULL);
      any = relm_json_scan (&source, RELM_JSON_ANY, NULL);
    }

  if ((oracle && any == NULL) || (tape != NULL && !oracle))
    g_test_message ("json-glib %d, we %d and %d: %s", oracle, any != NULL, tape != NULL, text->str);
  if (tape != NULL)
    {
      g_assert_true (oracle);
      assert_same_value (tape, 0, text->str, json_parser_get_root (parser));
    }
  if (oracle)
    g_assert_nonnull (any);
  return oracle;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);
  guint n_accepted = 0;

  for (int i = 0; i < N_DOCUMENTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      append_value (random, text, 4);
      g_assert_true (compare (text));
      for (int j = 0; j < N_DAMAGED && text->len > 0; j++)
        {
          damage (random, text);
          n_accepted += compare (text);
        }
    }
  /* Damage that keeps a document valid, and damage that does not. */
  g_assert_cmpuint (n_accepted, >, N_DOCUMENTS / 10);
  g_assert_cmpuint (n_accepted, <, N_DOCUMENTS * (N_DAMAGED - 1));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/differential/random", test_random);
  return g_test_run ();
}
