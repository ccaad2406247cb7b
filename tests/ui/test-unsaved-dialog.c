/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which documents are saved at the end. */

#include "config.h"

#include "relm-release.h"
#include "relm-unsaved-dialog.h"

typedef struct
{
  GtkWindow *window;
  GPtrArray *documents;
  GPtrArray *chosen;
  gboolean answered;
} Fixture;

static RelmDocument *
make_document (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmDocument *document = relm_document_new (project);

  relm_document_add (document, RELM_TYPE_RELEASE, 0);
  g_assert_true (relm_document_get_modified (document));
  return document;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = GTK_WINDOW (adw_window_new ());
  fixture->documents = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    g_ptr_array_add (fixture->documents, make_document ());
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < fixture->documents->len; i++)
    relm_document_close (g_ptr_array_index (fixture->documents, i));
  g_clear_pointer (&fixture->chosen, g_ptr_array_unref);
  g_ptr_array_unref (fixture->documents);
  gtk_window_destroy (fixture->window);
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->chosen = relm_unsaved_dialog_ask_finish (source, result);
  fixture->answered = TRUE;
}

static void
collect_checks (GtkWidget *widget,
                GPtrArray *checks)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    g_ptr_array_add (checks, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_checks (child, checks);
}

/* Asks, empties the boxes but the last one, and answers. */
static void
ask (Fixture *fixture,
     guint n_boxes,
     const char *response)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  AdwDialog *dialog;

  relm_unsaved_dialog_ask_async (GTK_WIDGET (fixture->window), fixture->documents, answered_cb, fixture);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  collect_checks (GTK_WIDGET (dialog), checks);
  g_assert_cmpuint (checks->len, ==, n_boxes);
  for (guint i = 0; i + 1 < checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (checks, i), FALSE);
  if (response != NULL)
    g_signal_emit_by_name (dialog, "response", response);
  else
    adw_dialog_force_close (dialog);
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_save_one (Fixture *fixture,
               gconstpointer data)
{
  ask (fixture, 0, "save");
  g_assert_cmpuint (fixture->chosen->len, ==, 1);
}

static void
test_save_chosen (Fixture *fixture,
                  gconstpointer data)
{
  ask (fixture, 3, "save");
  g_assert_cmpuint (fixture->chosen->len, ==, 1);
  g_assert_true (g_ptr_array_index (fixture->chosen, 0) == g_ptr_array_index (fixture->documents, 2));
}

static void
test_discard (Fixture *fixture,
              gconstpointer data)
{
  ask (fixture, 3, "discard");
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  ask (fixture, 3, "cancel");
  g_assert_null (fixture->chosen);
}

/* What goes away without an answer ends nothing. */
static void
test_closed (Fixture *fixture,
             gconstpointer data)
{
  ask (fixture, 3, NULL);
  g_assert_null (fixture->chosen);
}

#define ADD(name, n_documents, test)                                                                                   \
  g_test_add ("/ui/unsaved-dialog/" name, Fixture, GINT_TO_POINTER (n_documents), set_up, test, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  adw_init ();

  ADD ("save-one", 1, test_save_one);
  ADD ("save-chosen", 3, test_save_chosen);
  ADD ("discard", 3, test_discard);
  ADD ("cancel", 3, test_cancel);
  ADD ("closed", 3, test_closed);
  return g_test_run ();
}
