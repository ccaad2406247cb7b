/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What servers do wrong: each time the right sentence, what was there before stays, and no secret goes elsewhere. */

#include "config.h"

#include <string.h>

#include "relm-test-tracker.h"
#include "relm-text.h"
#include "relm-tracker-error.h"

typedef struct
{
  const char *name;
  int code;      /* -1: none, it is no failure */
  guint n_items; /* that are there afterwards */
} Fault;

static const Fault faults[] = {
  { "drip", RELM_TRACKER_ERROR_TIMEOUT, 90 },
  { "drip-headers", RELM_TRACKER_ERROR_TIMEOUT, 90 },
  { "stall", RELM_TRACKER_ERROR_TIMEOUT, 90 },
  { "cut", RELM_TRACKER_ERROR_NETWORK, 90 },
  { "wrong-length", RELM_TRACKER_ERROR_NOT_AN_ANSWER, 90 },
  { "cut-gzip", RELM_TRACKER_ERROR_NOT_AN_ANSWER, 90 },
  { "bomb", RELM_TRACKER_ERROR_TOO_LARGE, 90 },
  { "endless", RELM_TRACKER_ERROR_TOO_LARGE, 90 },
  { "html", RELM_TRACKER_ERROR_NOT_AN_ANSWER, 90 },
  { "circle", RELM_TRACKER_ERROR_REDIRECTED, 90 },
  { "not-utf8", -1, 250 },
  { "long-title", -1, 250 },
  { "deep", RELM_TRACKER_ERROR_NOT_AN_ANSWER, 90 },
  { "wrong-shape", RELM_TRACKER_ERROR_NOT_AN_ANSWER, 90 },
  { "limited", RELM_TRACKER_ERROR_LIMITED, 90 },
  { "limited-for-a-moment", -1, 250 },
  { "broken-for-a-moment", -1, 250 },
  { "hostile-title", -1, 250 },
  { "clock-ahead", -1, 250 },
  { "clock-behind", -1, 250 },
  { "date-ahead", -1, 250 },
  { "date-behind", -1, 250 },
  { "status-400", RELM_TRACKER_ERROR_REFUSED, 90 },
  { "status-401", RELM_TRACKER_ERROR_UNAUTHORIZED, 90 },
  { "status-403", RELM_TRACKER_ERROR_FORBIDDEN, 90 },
  { "status-404", RELM_TRACKER_ERROR_NOT_FOUND, 90 },
  { "status-410", RELM_TRACKER_ERROR_GONE, 90 },
  { "status-422", RELM_TRACKER_ERROR_REFUSED, 90 },
  { "status-429", RELM_TRACKER_ERROR_LIMITED, 90 },
  { "status-500", RELM_TRACKER_ERROR_SERVER, 90 },
  { "status-502", RELM_TRACKER_ERROR_SERVER, 90 },
};

static void
test_fault (RelmTestTracker *fixture,
            gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *project = g_strconcat ("team/", fault->name, NULL);
  g_autoptr (RelmMirrorTracker) mirror = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (fault->code == RELM_TRACKER_ERROR_TIMEOUT)
    fixture->patience.deadline_us = G_USEC_PER_SEC;
  done = relm_test_tracker_sync (fixture, "github", project, NULL, &error);
  if (fault->code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, RELM_TRACKER_ERROR, fault->code);
  g_assert_true (done == (fault->code < 0));

  mirror = relm_mirror_tracker_open (fixture->mirror_path, NULL);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, fault->n_items);
}

/* Another server, to which the first one points, hears nothing at all. */
static void
test_elsewhere (RelmTestTracker *fixture,
                gconstpointer data)
{
  RelmTestServer other = { NULL };
  g_autofree char *project = NULL;
  g_autoptr (JsonNode) log = NULL;
  g_autoptr (GError) error = NULL;

  relm_test_server_start (&other);
  project = g_strdup_printf ("team/elsewhere-%u", other.port);
  g_assert_false (relm_test_tracker_sync (fixture, "github", project, "good-token", &error));
  g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REDIRECTED);
  g_assert_null (strstr (error->message, "good-token"));
  log = relm_test_server_get_log (&other);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (log)), ==, 0);
  relm_test_server_stop (&other);
}

typedef struct
{
  const char *path;
  GCancellable *cancellable;
  guint n_items; /* in the mirror, while it is read */
} Looker;

static gpointer
look_and_cancel (gpointer data)
{
  Looker *self = data;

  for (guint i = 0; i < 1000 && self->n_items == 0; i++)
    {
      g_autoptr (RelmMirrorTracker) mirror = relm_mirror_tracker_open (self->path, NULL);

      self->n_items = mirror != NULL ? relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS) : 0;
      g_usleep (10 * 1000);
    }
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* A server that says nothing any more: what it said is there already, and somebody can end it. */
static void
test_cancelled (RelmTestTracker *fixture,
                gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/team/stall", fixture->server.port);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (url, "github", NULL);
  const RelmTrackerSync sync = { .address = address, .mirror_path = fixture->mirror_path, .patience = &fixture->patience };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Looker looker = { fixture->mirror_path, cancellable, 0 };
  GThread *thread = g_thread_new ("look", look_and_cancel, &looker);

  g_assert_false (relm_tracker_sync_run (&sync, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_assert_cmpuint (looker.n_items, ==, 90);
}

/* Whatever the moment, what is there afterwards is good, and the next time goes on from it. */
static gpointer
cancel_sometime (gpointer data)
{
  g_usleep ((gulong) g_test_rand_int_range (0, 80 * 1000));
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancelled_anywhere (RelmTestTracker *fixture,
                         gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/team/good", fixture->server.port);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (url, "github", NULL);
  const RelmTrackerSync sync = { .address = address, .mirror_path = fixture->mirror_path, .patience = &fixture->patience };
  g_autoptr (RelmMirrorTracker) mirror = NULL;
  g_autoptr (GError) last = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      GThread *thread = g_thread_new ("cancel", cancel_sometime, cancellable);

      if (!relm_tracker_sync_run (&sync, cancellable, &error))
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_thread_join (thread);
    }
  g_assert_true (relm_tracker_sync_run (&sync, NULL, &last));
  g_assert_no_error (last);
  mirror = relm_mirror_tracker_open (fixture->mirror_path, NULL);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, 250);
}

/* A token that is revoked in the middle: what is there stays, and the sentence says what to do. */
static void
test_revoked (RelmTestTracker *fixture,
              gconstpointer data)
{
  g_autoptr (RelmMirrorTracker) mirror = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (relm_test_tracker_sync (fixture, "github", "team/status-401", "good-token", &error));
  g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED);
  g_assert_nonnull (strstr (error->message, "revoked"));
  g_assert_null (strstr (error->message, "good-token"));
  mirror = relm_mirror_tracker_open (fixture->mirror_path, NULL);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, 90);
}

/* What strangers write stays as they wrote it, and is harmless where it is shown. */
static void
test_hostile_title (RelmTestTracker *fixture,
                    gconstpointer data)
{
  g_autoptr (RelmMirrorTracker) mirror = NULL;
  g_autofree char *shown = NULL;
  RelmMirrorItem *item;

  g_assert_true (relm_test_tracker_sync (fixture, "github", "team/hostile-title", NULL, NULL));
  mirror = relm_mirror_tracker_open (fixture->mirror_path, NULL);
  item = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, "#101");
  g_assert_nonnull (item);
  g_assert_true (g_utf8_validate (item->title, -1, NULL));
  g_assert_true (g_str_has_prefix (item->title, "<b>&amp;</b>"));
  shown = relm_text_display_title (item->title);
  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_true (g_unichar_isprint (g_utf8_get_char (at)) && g_utf8_get_char (at) != 0x202e && g_utf8_get_char (at) != 0x2066);
  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);
}

/* A short page whose connection breaks after each of its bytes in turn: nothing of it counts, until all of it is there. */
static void
test_reset (RelmTestTracker *fixture,
            gconstpointer data)
{
  gboolean done = FALSE;
  guint n_bytes;

  relm_test_server_set (&fixture->server, "github.items=1");
  fixture->patience.tries = 1;
  for (n_bytes = 0; !done && n_bytes < 4096; n_bytes++)
    {
      g_autofree char *project = g_strdup_printf ("team/reset-at-%u", n_bytes);
      g_autoptr (RelmMirrorTracker) mirror = NULL;
      g_autoptr (GError) error = NULL;

      done = relm_test_tracker_sync (fixture, "github", project, NULL, &error);
      if (!done && !g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_AN_ANSWER))
        g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NETWORK);
      mirror = relm_mirror_tracker_open (fixture->mirror_path, NULL);
      g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, done ? 1 : 0);
    }
  g_assert_true (done);
  g_assert_cmpuint (n_bytes, >, 500);
  g_test_message ("%u bytes", n_bytes - 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/tracker/faults/", faults[i].name, NULL);

      relm_test_tracker_add (path, &faults[i], test_fault);
    }
  relm_test_tracker_add ("/tracker/faults/elsewhere", NULL, test_elsewhere);
  relm_test_tracker_add ("/tracker/faults/cancelled", NULL, test_cancelled);
  relm_test_tracker_add ("/tracker/faults/cancelled-anywhere", NULL, test_cancelled_anywhere);
  relm_test_tracker_add ("/tracker/faults/revoked", NULL, test_revoked);
  relm_test_tracker_add ("/tracker/faults/hostile-title/shown", NULL, test_hostile_title);
  relm_test_tracker_add ("/tracker/faults/reset", NULL, test_reset);
  return g_test_run ();
}
