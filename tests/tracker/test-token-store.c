/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tokens go into the keyring when there is one, else stay in memory; and each comes back for its own server only. */

#include "config.h"

#include "relm-token-store.h"

#define ORIGIN "https://tracker.example"

/* A bus of its own, with or without a keyring on it. */
typedef struct
{
  GTestDBus *bus;
  GSubprocess *keyring; /* or NULL */
} Fixture;

static void
start_keyring (Fixture *fixture,
               const char *how)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "..", "fake", "secret-service.py", NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  fixture->keyring = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", program,
                                       how, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->keyring));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (output), FALSE);
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, "ready");
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  if (data != NULL)
    start_keyring (fixture, data);
}

static void
stop_keyring (Fixture *fixture)
{
  if (fixture->keyring == NULL)
    return;
  g_output_stream_close (g_subprocess_get_stdin_pipe (fixture->keyring), NULL, NULL);
  g_subprocess_wait (fixture->keyring, NULL, NULL);
  g_clear_object (&fixture->keyring);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  static GTestDBus *volatile kept;

  stop_keyring (fixture);
  /* libsecret holds the connection, so that the bus is not ended here: that is done when this process ends */
  kept = fixture->bus;
  g_assert_nonnull (kept);
}

static void
take_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static RelmTokenPlace
keep (RelmTokenStore *store,
      const char *origin,
      const char *token)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  RelmTokenPlace place;

  relm_token_store_keep_async (store, origin, token, NULL, take_cb, &result);
  place = relm_token_store_keep_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return place;
}

static void
assert_kept (RelmTokenStore *store,
             const char *origin,
             const char *token,
             RelmTokenPlace expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  RelmTokenPlace place;
  char *found;

  relm_token_store_look_up_async (store, origin, NULL, take_cb, &result);
  found = relm_token_store_look_up_finish (store, wait_for (&result), &place, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, token);
  g_assert_cmpint (place, ==, expected);
  relm_token_free (found);

  found = relm_token_store_look_up (store, origin, &place, NULL);
  g_assert_cmpstr (found, ==, token);
  g_assert_cmpint (place, ==, expected);
  relm_token_free (found);
}

static void
forget (RelmTokenStore *store,
        const char *origin)
{
  g_autoptr (GAsyncResult) result = NULL;

  relm_token_store_forget_async (store, origin, NULL, take_cb, &result);
  relm_token_store_forget_finish (store, wait_for (&result), NULL);
}

static char *
read_keyring (Fixture *fixture)
{
  g_autoptr (GDataInputStream) output = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (fixture->keyring), NULL, NULL);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->keyring));
  return g_data_input_stream_read_line (output, NULL, NULL, NULL);
}

static void
test_keyring (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmTokenStore) store = relm_token_store_new (TRUE);
  g_autoptr (RelmTokenStore) later = relm_token_store_new (TRUE);
  g_autofree char *kept = NULL;

  assert_kept (store, ORIGIN, NULL, RELM_TOKEN_NOWHERE);
  g_assert_cmpint (keep (store, ORIGIN, "first"), ==, RELM_TOKEN_KEYRING);
  g_assert_cmpint (keep (store, ORIGIN, "second"), ==, RELM_TOKEN_KEYRING);
  g_assert_cmpint (keep (store, ORIGIN ":8443", "other"), ==, RELM_TOKEN_KEYRING);
  assert_kept (later, ORIGIN, "second", RELM_TOKEN_KEYRING);
  assert_kept (later, ORIGIN ":8443", "other", RELM_TOKEN_KEYRING);
  assert_kept (later, "http://tracker.example", NULL, RELM_TOKEN_NOWHERE);
  forget (store, ORIGIN ":8443");
  assert_kept (later, ORIGIN ":8443", NULL, RELM_TOKEN_NOWHERE);
  kept = read_keyring (fixture);
  g_assert_cmpstr (kept, ==,
                   "[{\"attributes\": {\"origin\": \"https://tracker.example\", \"xdg:schema\": \"io.github.relm_app.Relm\"}, "
                   "\"label\": \"Relm: token for https://tracker.example\", \"secret\": \"second\"}]");
}

/* Without a keyring, or with one that the person keeps closed. */
static void
test_session (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmTokenStore) store = relm_token_store_new (TRUE);
  g_autoptr (RelmTokenStore) later = relm_token_store_new (TRUE);

  assert_kept (store, ORIGIN, NULL, RELM_TOKEN_NOWHERE);
  g_assert_cmpint (keep (store, ORIGIN, "first"), ==, RELM_TOKEN_SESSION);
  g_assert_cmpint (keep (store, ORIGIN, "second"), ==, RELM_TOKEN_SESSION);
  assert_kept (store, ORIGIN, "second", RELM_TOKEN_SESSION);
  assert_kept (store, ORIGIN ":8443", NULL, RELM_TOKEN_NOWHERE);
  assert_kept (later, ORIGIN, NULL, RELM_TOKEN_NOWHERE);
  forget (store, ORIGIN);
  assert_kept (store, ORIGIN, NULL, RELM_TOKEN_NOWHERE);
}

/* Who wants it for this session only does not find it in the keyring. */
static void
test_by_choice (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (RelmTokenStore) store = relm_token_store_new (FALSE);
  g_autofree char *kept = NULL;

  g_assert_cmpint (keep (store, ORIGIN, "first"), ==, RELM_TOKEN_SESSION);
  assert_kept (store, ORIGIN, "first", RELM_TOKEN_SESSION);
  kept = read_keyring (fixture);
  g_assert_cmpstr (kept, ==, "[]");
}

/* Each in a process of its own, because libsecret remembers the bus. */
int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && g_str_equal (argv[1], "keyring"))
    g_test_add ("/tracker/token-store/keyring", Fixture, "open", set_up, test_keyring, tear_down);
  else if (argc > 1 && g_str_equal (argv[1], "locked"))
    g_test_add ("/tracker/token-store/locked", Fixture, "locked", set_up, test_session, tear_down);
  else if (argc > 1 && g_str_equal (argv[1], "by-choice"))
    g_test_add ("/tracker/token-store/by-choice", Fixture, "open", set_up, test_by_choice, tear_down);
  else
    g_test_add ("/tracker/token-store/without", Fixture, NULL, set_up, test_session, tear_down);
  return g_test_run ();
}
