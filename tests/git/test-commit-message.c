/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-commit-message.h"
#include "relm-commit-style.h"
#include "relm-test-cases.h"

static void
test_conventional (void)
{
  static const struct
  {
    const char *text, *type, *scope, *description, *body, *note;
    gboolean breaking;
  } rows[] = {
    { "feat: a", "feat", NULL, "a", NULL, NULL, FALSE },
    { "feat(ui)!: a\r\n\r\nb\r\nc\r\n", "feat", "ui", "a", "b\nc", NULL, TRUE },
    { "fix: a\n\nb\n\nBREAKING CHANGE: c\nd\n\ne\nRefs: #1", "fix", NULL, "a", "b", "c\nd\n\ne", TRUE },
    { "fix: a\n\nBREAKING CHANGES: c", "fix", NULL, "a", NULL, "c", TRUE },
    { "fix: a\n\nBREAKING-CHANGE: c", "fix", NULL, "a", NULL, "c", TRUE },
    { "fix: a\n\nbreaking change: c", "fix", NULL, "a", "breaking change: c", NULL, FALSE },
    { "fix: a\n\nBREAKING: c", "fix", NULL, "a", NULL, NULL, FALSE },
    { "Fix: a", "fix", NULL, "a", NULL, NULL, FALSE },
    { "fix:a", NULL, NULL, NULL, NULL, NULL, FALSE },
    { "fix : a", NULL, NULL, NULL, NULL, NULL, FALSE },
    { "fix(): a", NULL, NULL, NULL, NULL, NULL, FALSE },
    { "fix(a: b", NULL, NULL, NULL, NULL, NULL, FALSE },
    { "fix: ", NULL, NULL, NULL, NULL, NULL, FALSE },
    { "fix: \f\t\nb", NULL, NULL, NULL, NULL, NULL, FALSE },
    { "two words: a", NULL, NULL, NULL, NULL, NULL, FALSE },
    { "", NULL, NULL, NULL, NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RelmCommitMessage) message = relm_commit_message_parse (rows[i].text, -1);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (message->conventional, ==, rows[i].type != NULL);
      g_assert_cmpstr (message->type, ==, rows[i].type);
      g_assert_cmpstr (message->scope, ==, rows[i].scope);
      g_assert_cmpstr (message->description, ==, rows[i].description);
      g_assert_cmpstr (message->body, ==, rows[i].body);
      g_assert_cmpstr (message->breaking_note, ==, rows[i].note);
      g_assert_cmpint (message->breaking, ==, rows[i].breaking);
    }
}

static void
test_references (void)
{
  static const struct
  {
    const char *text, *references, *pull_request;
  } rows[] = {
    { "a (#12)", "#12", "#12" },
    { "a (!12)", "!12", "!12" },
    { "a #12 b\n\nCloses #3, owner/repo#4 and #12", "#12 #3 owner/repo#4", NULL },
    { "PROJ-7: a\n\nUTF-8, SHA-256, OTHER-1", "PROJ-7", NULL },
    { "feat: a\n\nRefs: OTHER-1", "OTHER-1", NULL },
    { "CVE-2026-1234 is mended", "CVE-2026-1234", NULL },
    { "a\n\nSee https://example.org/a/b/issues/7#note_5.", "https://example.org/a/b/issues/7", NULL },
    { "a\n\nSee https://example.org/a/b#5", NULL, NULL },
    { "a C#7 &#35; colour #fff #0 x!1 #12a", NULL, NULL },
    { "Merge pull request #7 from a/b\n\nThe title", "#7", "#7" },
    { "Merge branch 'a' into 'b'\n\nThe title\n\nSee merge request group/project!8", "group/project!8", "!8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RelmCommitMessage) message = relm_commit_message_parse (rows[i].text, -1);
      g_autofree char *joined = message->references != NULL ? g_strjoinv (" ", message->references) : NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (joined, ==, rows[i].references);
      g_assert_cmpstr (message->pull_request, ==, rows[i].pull_request);
    }
}

static void
test_origins (void)
{
  g_autoptr (RelmCommitMessage) revert = relm_commit_message_parse (
    "Revert \"a\"\n\nThis reverts commit 74dc8de5701a1bd660de469cdd9271c4e484f967.", -1);
  g_autoptr (RelmCommitMessage) footer = relm_commit_message_parse ("revert: a\n\nRefs: 676104e, a215868", -1);
  g_autoptr (RelmCommitMessage) empty = relm_commit_message_parse ("Revert \"\"\n\nThis reverts commit .", -1);
  g_autoptr (RelmCommitMessage) pick = relm_commit_message_parse (
    "a\n\nb\n(cherry picked from commit 74dc8de5701a1bd660de469cdd9271c4e484f967)\n"
    "CO-AUTHORED-BY: A <a@b>\n\nCo-authored-by: A <a@b>\nCo-authored-by:\nCo-Authored-By: C <c@d>", -1);

  g_assert_cmpstr (revert->reverts, ==, "74dc8de5701a1bd660de469cdd9271c4e484f967");
  g_assert_cmpstr (footer->reverts, ==, "676104e");
  g_assert_null (empty->reverts);
  g_assert_cmpstr (pick->picked_from, ==, "74dc8de5701a1bd660de469cdd9271c4e484f967");
  g_assert_cmpuint (g_strv_length (pick->co_authors), ==, 2);
  g_assert_cmpstr (pick->co_authors[1], ==, "C <c@d>");
}

static void
test_style (void)
{
  g_assert_true (relm_commit_type_is_known ("FEAT"));
  g_assert_false (relm_commit_type_is_known ("builtin/add"));
  g_assert_false (relm_commit_type_is_known (NULL));
  g_assert_true (relm_commit_style_is_conventional (10, 5));
  g_assert_false (relm_commit_style_is_conventional (10, 3));
  g_assert_false (relm_commit_style_is_conventional (0, 0));
}

/* A string member, NULL for null; @present says whether the parsers agree on it. */
static const char *
get_expected (JsonObject *expect,
              const char *member,
              gboolean *present)
{
  JsonNode *node = json_object_get_member (expect, member);

  *present = node != NULL;
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
has_string (JsonObject *expect,
            const char *member,
            const char *value)
{
  gboolean present;
  const char *expected = get_expected (expect, member, &present);

  if (!present || g_strcmp0 (expected, value) == 0)
    return TRUE;
  g_printerr ("# %s: “%s”, expected “%s”\n", member, value, expected);
  return FALSE;
}

static gboolean
has_footers (JsonObject *expect,
             const RelmCommitMessage *message)
{
  JsonArray *tokens;
  gboolean equal;

  if (!json_object_has_member (expect, "footer_tokens_lower"))
    return TRUE;
  tokens = json_object_get_array_member (expect, "footer_tokens_lower");
  equal = json_array_get_length (tokens) == message->n_footers;
  for (guint i = 0; equal && i < message->n_footers; i++)
    equal = g_ascii_strcasecmp (json_array_get_string_element (tokens, i), message->footers[i].token) == 0;
  for (guint i = 0; !equal && i < message->n_footers; i++)
    g_printerr ("# footer %s\n", message->footers[i].token);
  return equal;
}

static gboolean
check_case (JsonObject *row)
{
  JsonObject *expect = json_object_get_object_member (row, "expect");
  const char *text = json_object_get_string_member (row, "message");
  g_autoptr (RelmCommitMessage) message = relm_commit_message_parse (text, -1);
  JsonNode *valid = json_object_get_member (expect, "valid");
  gboolean fine = TRUE;

  if (JSON_NODE_HOLDS_VALUE (valid))
    fine = json_node_get_boolean (valid) == message->conventional;
  if (fine && message->conventional)
    {
      fine = has_string (expect, "type", message->type) && has_string (expect, "scope", message->scope) &&
             has_string (expect, "subject", message->description) && has_string (expect, "body", message->body) &&
             has_footers (expect, message);
      /* The parsers do not take the plural for a breaking change; people who write it mean one. */
      if (json_object_has_member (expect, "breaking") && strstr (text, "BREAKING CHANGES:") == NULL)
        fine = fine && json_object_get_boolean_member (expect, "breaking") == message->breaking;
    }
  if (!fine)
    g_printerr ("# %s\n%s\n#-----\n", json_object_get_string_member (row, "id"), text);
  return fine;
}

static void
test_cases (void)
{
  g_autoptr (JsonNode) root = relm_test_cases_load ("conventional-commits.json");
  JsonArray *cases;
  guint n_wrong = 0;

  if (root == NULL)
    return;

  cases = json_object_get_array_member (json_node_get_object (root), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    n_wrong += !check_case (json_array_get_object_element (cases, i));
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/git/commit-message/conventional", test_conventional);
  g_test_add_func ("/git/commit-message/references", test_references);
  g_test_add_func ("/git/commit-message/origins", test_origins);
  g_test_add_func ("/git/commit-message/style", test_style);
  g_test_add_func ("/git/commit-message/cases", test_cases);
  return g_test_run ();
}
