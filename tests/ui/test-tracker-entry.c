/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tracker is added as a person does it: by an address, the service's name where its server does not tell, and a token where
 * it is asked for; then it is renewed and forgotten. Against a server of made-up trackers. */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "relm-source-set.h"
#include "relm-source.h"
#include "relm-test-tracker.h"
#include "relm-test-wait.h"
#include "relm-token-dialog.h"
#include "relm-token-store.h"
#include "relm-tracker-entry.h"

typedef struct
{
  RelmTestServer server;
  RelmDocument *document;
  GtkWidget *window;
  GtkWidget *entry;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  relm_test_server_start (&fixture->server);
  fixture->document = relm_document_new (project);
  fixture->entry = GTK_WIDGET (relm_tracker_entry_new (fixture->document));
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->entry);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
  relm_test_server_stop (&fixture->server);
}

/* The first shown row or button of that title, or label with that sentence, which is more than a word. */
static GtkWidget *
find (GtkWidget *widget,
      const char *words)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), words))
    return widget;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0)
    return widget;
  if (GTK_IS_LABEL (widget) && strchr (words, ' ') != NULL && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, words);
  return found;
}

static void
type (GtkWidget *within,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (within, title)), text);
}

static void
press (GtkWidget *within,
       const char *label)
{
  GtkWidget *button = find (within, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static char *
dup_token (Fixture *fixture)
{
  g_autofree char *origin = g_strdup_printf ("http://127.0.0.1:%u", fixture->server.port);
  RelmTokenPlace place;

  return relm_token_store_look_up (relm_token_store_get_default (), origin, &place, NULL);
}

static void
assert_token (Fixture *fixture,
              const char *token)
{
  char *kept = dup_token (fixture);

  g_assert_cmpstr (kept, ==, token);
  relm_token_free (kept);
}

static RelmRecord *
get_source (Fixture *fixture)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_SOURCE);

  return relm_record_list_get_size (list) > 0 ? relm_record_list_get (list, 0) : NULL;
}

/* A server that does not say what it is; the person does. */
static void
add (Fixture *fixture)
{
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/tracker/projects/private", fixture->server.port);

  g_assert_null (find (fixture->entry, "Tracker"));
  g_assert_null (find (fixture->entry, "Token"));
  type (fixture->entry, "Address of a Project", address);
  press (fixture->entry, "Try and Add");
  relm_test_wait_until (find (fixture->entry, "Tracker") != NULL);
  g_assert_nonnull (find (fixture->entry, "choose it."));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture->entry, "Tracker")), 7);
  press (fixture->entry, "Try and Add");
  relm_test_wait_until (find (fixture->entry, "Token") != NULL);
  g_assert_nonnull (find (fixture->entry, "Make a Token in the Browser"));
  g_assert_null (get_source (fixture));
  type (fixture->entry, "Token", "good-token");
  press (fixture->entry, "Try and Add");
  relm_test_wait_until (get_source (fixture) != NULL);
}

static void
test_by_hand (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *source;

  add (fixture);
  source = get_source (fixture);
  g_assert_cmpstr (relm_record_get_string (source, RELM_SOURCE_SERVICE), ==, "redmine");
  g_assert_cmpstr (relm_record_get_string (source, RELM_SOURCE_NAME), ==, "private");
  assert_token (fixture, "good-token");
  /* What was asked about one address is not asked about the next. */
  g_assert_null (find (fixture->entry, "Tracker"));
  g_assert_null (find (fixture->entry, "Token"));
  relm_document_undo (fixture->document);
  g_assert_null (get_source (fixture));
}

static void
test_renewed (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *dialog;

  add (fixture);
  {
    g_autoptr (RelmSourceLink) link = g_list_model_get_item (G_LIST_MODEL (relm_source_set_get (fixture->document)), 0);

    relm_test_wait_until (!relm_source_link_is_busy (link));
    dialog = GTK_WIDGET (relm_token_dialog_new (link));
  }
  adw_dialog_present (ADW_DIALOG (dialog), fixture->window);
  relm_test_wait_until (find (dialog, "Known until Relm is closed") != NULL);

  g_assert_false (gtk_widget_is_sensitive (find (dialog, "Try and Keep")));
  type (dialog, "New Token", "wrong-token");
  press (dialog, "Try and Keep");
  relm_test_wait_until (gtk_widget_is_sensitive (find (dialog, "Try and Keep")));
  assert_token (fixture, "good-token");

  type (dialog, "New Token", "good-token");
  press (dialog, "Try and Keep");
  relm_test_wait_until (find (dialog, "The token works") != NULL);
  assert_token (fixture, "good-token");

  press (dialog, "Forget");
  relm_test_wait_until (find (dialog, "Forgotten. The server") != NULL);
  assert_token (fixture, NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/tracker-entry/by-hand", Fixture, NULL, set_up, test_by_hand, tear_down);
  g_test_add ("/tracker-entry/renewed", Fixture, NULL, set_up, test_renewed, tear_down);
  return g_test_run ();
}
