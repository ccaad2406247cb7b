/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody signs in to the server of a repository: wrongly, then rightly, and takes it back. Without a keyring. */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "relm-git-error.h"
#include "relm-sign-in-dialog.h"
#include "relm-source-set.h"
#include "relm-source.h"
#include "relm-test-git-server.h"
#include "relm-test-repository.h"
#include "relm-test-wait.h"
#include "relm-token-store.h"

typedef struct
{
  RelmTestRepository repository;
  RelmTestGitServer server;
  RelmDocument *document;
  RelmSourceLink *link;
  GtkWidget *window;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autofree char *location = NULL;
  RelmRecord *source;

  relm_test_repository_init (&fixture->repository);
  COMMIT (&fixture->repository, "feat: For members");
  relm_test_git_server_start (&fixture->server, fixture->repository.folder, "log");
  location = g_strdup_printf ("http://127.0.0.1:%s/members/project", fixture->server.port);
  fixture->document = relm_document_new (project);
  source = relm_document_add (fixture->document, RELM_TYPE_SOURCE, 0);
  relm_document_set_string (fixture->document, source, RELM_SOURCE_LOCATION, location, NULL);
  fixture->link = g_object_ref (relm_source_set_find (relm_source_set_get (fixture->document), source));
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (""));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->link);
  g_object_unref (fixture->document);
  relm_test_git_server_stop (&fixture->server);
  relm_test_repository_clear (&fixture->repository);
}

/* The first entry or button of that title, or label with a sentence that has these words. */
static GtkWidget *
find (GtkWidget *widget,
      const char *words)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), words))
    return widget;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0)
    return widget;
  if (GTK_IS_LABEL (widget) && strchr (words, '.') != NULL && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, words);
  return found;
}

static void
try (Fixture *fixture,
     const char *user,
     const char *password)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture->dialog, "User Name")), user);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture->dialog, "Password or Token")), password);
  g_signal_emit_by_name (find (fixture->dialog, "Try and Keep"), "clicked");
}

static void
sync_link (Fixture *fixture)
{
  relm_source_link_sync (fixture->link, FALSE);
  relm_test_wait_until (!relm_source_link_is_busy (fixture->link));
}

#define KEPT "from now on, when it asks."
#define says(fixture, words) (find ((fixture)->dialog, words) != NULL)

static void
test_sign_in (Fixture *fixture,
              gconstpointer data)
{
  sync_link (fixture);
  g_assert_error (relm_source_link_get_error (fixture->link), RELM_GIT_ERROR, RELM_GIT_ERROR_AUTHENTICATION);
  g_assert_true (relm_source_link_wants_token (fixture->link));
  g_assert_true (relm_sign_in_dialog_is_for (fixture->link));

  fixture->dialog = GTK_WIDGET (relm_sign_in_dialog_new (fixture->link));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  relm_test_wait_until (gtk_widget_get_mapped (find (fixture->dialog, "User Name")));
  try (fixture, "tester", "wrong");
  relm_test_wait_until (says (fixture, "this repository."));
  g_assert_error (relm_source_link_get_error (fixture->link), RELM_GIT_ERROR, RELM_GIT_ERROR_REFUSED);
  g_assert_cmpuint (relm_test_git_server_count (&fixture->server, "Basic"), ==, 1);
  sync_link (fixture); /* it was not kept */
  g_assert_cmpuint (relm_test_git_server_count (&fixture->server, "Basic"), ==, 1);

  try (fixture, "tester", "s3cret:pä");
  relm_test_wait_until (says (fixture, KEPT));
  g_assert_no_error (relm_source_link_get_error (fixture->link));
  sync_link (fixture); /* it was kept */
  g_assert_no_error (relm_source_link_get_error (fixture->link));

  g_signal_emit_by_name (find (fixture->dialog, "Forget"), "clicked");
  relm_test_wait_until (!says (fixture, KEPT)); /* forgotten, or why not */
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
}

static RelmSourceLink *
add_source (Fixture *fixture,
            const char *path)
{
  g_autofree char *location = g_strdup_printf ("http://127.0.0.1:%s/%s", fixture->server.port, path);
  RelmRecord *source = relm_document_add (fixture->document, RELM_TYPE_SOURCE, G_MAXUINT);

  relm_document_set_string (fixture->document, source, RELM_SOURCE_LOCATION, location, NULL);
  return relm_source_set_find (relm_source_set_get (fixture->document), source);
}

/* Who signed in once need not ask for each source of that server again; those of others, and what is wrong otherwise, stay. */
static void
test_others (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (RelmSourceLink) same = g_object_ref (add_source (fixture, "members/project"));
  g_autoptr (RelmSourceLink) none = g_object_ref (add_source (fixture, "no-such-project"));
  g_autoptr (RelmSourceLink) other = g_object_ref (add_source (fixture, "members/project"));
  g_autofree char *elsewhere = g_strdup_printf ("http://localhost:%s/members/project", fixture->server.port);
  GError *before;

  relm_document_set_string (fixture->document, relm_source_link_get_record (other), RELM_SOURCE_LOCATION, elsewhere, NULL);
  g_set_object (&other, relm_source_set_find (relm_source_set_get (fixture->document), relm_source_link_get_record (other)));
  relm_source_set_sync (relm_source_set_get (fixture->document));
  relm_test_wait_until (!relm_source_set_is_busy (relm_source_set_get (fixture->document)));
  g_assert_true (relm_source_link_wants_token (same) && relm_source_link_wants_token (other));
  before = (GError *) relm_source_link_get_error (none);
  g_assert_nonnull (before);

  fixture->dialog = GTK_WIDGET (relm_sign_in_dialog_new (fixture->link));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  relm_test_wait_until (gtk_widget_get_mapped (find (fixture->dialog, "User Name")));
  try (fixture, "tester", "s3cret:pä");
  relm_test_wait_until (relm_source_link_get_error (same) == NULL && !relm_source_link_is_busy (same));
  g_assert_true (relm_remote_get_last_sync (relm_source_link_get_remote (same)) > 0);
  g_assert_true (relm_source_link_wants_token (other) && !relm_source_link_is_busy (other));
  g_assert_true (relm_source_link_get_error (none) == before);
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
}

static void
kept_cb (GObject *store,
         GAsyncResult *result,
         gpointer data)
{
  g_assert_cmpint (relm_token_store_keep_finish (RELM_TOKEN_STORE (store), result, NULL), ==, RELM_TOKEN_SESSION);
}

/* The token of a tracker on the same server is tried, too. */
static void
test_token_of_tracker (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *origin = g_strdup_printf ("http://127.0.0.1:%s", fixture->server.port);

  sync_link (fixture);
  g_assert_true (relm_source_link_wants_token (fixture->link));
  relm_token_store_keep_async (relm_token_store_get_default (), origin, "t0ken", NULL, kept_cb, NULL);
  relm_test_wait_until (relm_source_link_get_error (fixture->link) == NULL && !relm_source_link_is_busy (fixture->link));
  g_assert_true (relm_remote_get_last_sync (relm_source_link_get_remote (fixture->link)) > 0);
}

/* While it is being read otherwise. */
static void
test_busy (Fixture *fixture,
           gconstpointer data)
{
  fixture->dialog = GTK_WIDGET (relm_sign_in_dialog_new (fixture->link));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  relm_source_link_sync (fixture->link, FALSE);
  try (fixture, "", "t0ken");
  relm_test_wait_until (says (fixture, KEPT));
  g_assert_no_error (relm_source_link_get_error (fixture->link));
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/sign-in/sign-in", Fixture, NULL, set_up, test_sign_in, tear_down);
  g_test_add ("/ui/sign-in/others", Fixture, NULL, set_up, test_others, tear_down);
  g_test_add ("/ui/sign-in/token-of-tracker", Fixture, NULL, set_up, test_token_of_tracker, tear_down);
  g_test_add ("/ui/sign-in/busy", Fixture, NULL, set_up, test_busy, tear_down);
  return g_test_run ();
}
