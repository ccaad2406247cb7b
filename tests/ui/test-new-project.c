/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The assistant for a new project, on repositories that git made: what it proposes, what it makes, and what it says. */

#include "config.h"

#include "relm-document.h"
#include "relm-new-project-dialog.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-test-repository.h"
#include "relm-test-wait.h"

typedef struct
{
  RelmTestRepository repository;
  char *cache;
  GtkWindow *window;
  AdwDialog *dialog;
  RelmDocument *document; /* what it made */
} Fixture;

static gpointer
child (Fixture *fixture,
       const char *name)
{
  GObject *object = gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), RELM_TYPE_NEW_PROJECT_DIALOG, name);

  g_assert_nonnull (object);
  return object;
}

static void
created_cb (Fixture *fixture,
            RelmDocument *document)
{
  g_assert_null (fixture->document);
  fixture->document = g_object_ref (document);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  relm_test_repository_init (&fixture->repository);
  fixture->cache = g_build_filename (fixture->repository.folder, "cache", NULL);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 360, 600);
  gtk_window_present (fixture->window);
  fixture->dialog = ADW_DIALOG (g_object_ref_sink (relm_new_project_dialog_new (fixture->cache)));
  g_signal_connect_swapped (fixture->dialog, "created", G_CALLBACK (created_cb), fixture);
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  relm_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->dialog)));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer weak = fixture->dialog;

  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), &weak);
  g_clear_object (&fixture->dialog);
  gtk_window_destroy (fixture->window);
  relm_test_wait_until (weak == NULL);
  if (fixture->document != NULL)
    relm_document_close (fixture->document);
  g_clear_object (&fixture->document);
  relm_test_repository_clear (&fixture->repository);
  g_free (fixture->cache);
}

static void
activate (Fixture *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL));
}

static void
write_location (Fixture *fixture,
                const char *location)
{
  gtk_editable_set_text (GTK_EDITABLE (child (fixture, "location")), location);
}

static gboolean
is_on (Fixture *fixture,
       const char *page)
{
  return g_strcmp0 (adw_navigation_view_get_visible_page_tag (child (fixture, "pages")), page) == 0;
}

static gboolean
shows_proposals (Fixture *fixture)
{
  return is_on (fixture, "releases") &&
         g_strcmp0 (gtk_stack_get_visible_child_name (child (fixture, "states")), "proposals") == 0;
}

static gboolean
shows_problem (Fixture *fixture)
{
  return is_on (fixture, "questions") && gtk_widget_get_visible (child (fixture, "problem_box"));
}

/* Returns: (nullable): the row of a version below a widget */
static AdwActionRow *
find_row (GtkWidget *widget,
          const char *version)
{
  if (ADW_IS_ACTION_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), version) == 0)
    return ADW_ACTION_ROW (widget);
  for (GtkWidget *w = gtk_widget_get_first_child (widget); w != NULL; w = gtk_widget_get_next_sibling (w))
    {
      AdwActionRow *row = find_row (w, version);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static char *
dup_releases (RelmDocument *document)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (document), RELM_TYPE_RELEASE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *release = relm_record_list_get (list, i);
      const char *tag = relm_record_get_string (release, RELM_RELEASE_TAG);

      g_string_append_printf (text, "%s%s(%s)", i > 0 ? " " : "", relm_record_get_string (release, RELM_RELEASE_VERSION),
                              tag != NULL ? tag : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_releases (Fixture *fixture,
                 const char *expected)
{
  g_autofree char *releases = dup_releases (fixture->document);

  g_assert_cmpstr (releases, ==, expected);
}

static void
make_tags (Fixture *fixture)
{
  COMMIT (&fixture->repository, "feat: One");
  GIT (&fixture->repository, "tag v1.0.0");
  COMMIT (&fixture->repository, "feat: Two");
  GIT (&fixture->repository, "tag v1.1.0");
}

/* The whole way, with one release that is not wanted. */
static void
test_tags (Fixture *fixture,
           gconstpointer data)
{
  AdwActionRow *row;
  RelmProject *project;
  RelmRecordList *sources;
  RelmRecord *source;

  make_tags (fixture);
  write_location (fixture, fixture->repository.path);
  activate (fixture, "new-project.next");
  relm_test_wait_until (shows_proposals (fixture));
  row = find_row (child (fixture, "proposals_page"), "1.0.0");
  g_assert_nonnull (row);
  adw_action_row_activate (row);
  activate (fixture, "new-project.create");

  g_assert_nonnull (fixture->document);
  assert_releases (fixture, "1.1.0(v1.1.0) 1.2.0()");
  g_assert_null (relm_document_get_file (fixture->document));
  g_assert_true (relm_document_get_modified (fixture->document));
  project = relm_document_get_project (fixture->document);
  sources = relm_project_get_list (project, RELM_TYPE_SOURCE);
  g_assert_cmpuint (relm_record_list_get_size (sources), ==, 1);
  source = relm_record_list_get (sources, 0);
  g_assert_cmpstr (relm_record_get_string (source, RELM_SOURCE_LOCATION), ==, fixture->repository.path);
  g_assert_cmpstr (relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_NAME), ==,
                   relm_record_get_string (source, RELM_SOURCE_NAME));

  relm_document_undo (fixture->document);
  assert_releases (fixture, "");
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

static void
test_no_repository (Fixture *fixture,
                    gconstpointer data)
{
  RelmProject *project;

  gtk_editable_set_text (GTK_EDITABLE (child (fixture, "name")), "Alone");
  adw_combo_row_set_selected (child (fixture, "cadence"), 2);
  activate (fixture, "new-project.next");
  g_assert_true (shows_proposals (fixture));
  activate (fixture, "new-project.create");

  assert_releases (fixture, "0.1.0() 0.2.0() 0.3.0()");
  project = relm_document_get_project (fixture->document);
  g_assert_cmpstr (relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_NAME), ==, "Alone");
  g_assert_cmpstr (relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_CADENCE), ==, "four_weeks");
  g_assert_cmpuint (relm_record_list_get_size (relm_project_get_list (project, RELM_TYPE_SOURCE)), ==, 0);
}

/* Also in a narrow window, where the dialog is a sheet, one writes at once. */
static void
test_focus (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *name = child (fixture, "name");

  relm_test_wait_until (gtk_root_get_focus (GTK_ROOT (fixture->window)) != NULL &&
              gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), name));
}

static gboolean
is_focused (Fixture *fixture,
            gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus == widget || (focus != NULL && gtk_widget_is_ancestor (focus, widget));
}

/* The same in either direction of writing: what is written, then its button. */
static void
test_tab (Fixture *fixture,
          gconstpointer direction)
{
  GtkWidget *location = child (fixture, "location");
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (location)));
  GtkWidget *button;

  relm_test_wait_until (is_focused (fixture, child (fixture, "name")));
  gtk_widget_set_default_direction (GPOINTER_TO_UINT (direction));
  g_assert_true (gtk_widget_child_focus (location, GTK_DIR_TAB_FORWARD));
  g_assert_true (is_focused (fixture, text));
  g_assert_true (gtk_widget_child_focus (location, GTK_DIR_TAB_FORWARD));
  button = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_BUTTON (button) && is_focused (fixture, location));
  g_assert_false (gtk_widget_child_focus (location, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (location, GTK_DIR_TAB_BACKWARD));
  g_assert_true (is_focused (fixture, text));
  g_assert_false (gtk_widget_child_focus (location, GTK_DIR_TAB_BACKWARD));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The repository names the project until a person does. */
static void
test_name (Fixture *fixture,
           gconstpointer data)
{
  GtkEditable *name = GTK_EDITABLE (child (fixture, "name"));

  write_location (fixture, "https://example.org/team/engine.git");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "engine");
  write_location (fixture, "https://example.org/team/wheel");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "wheel");
  gtk_editable_set_text (name, "Mine");
  write_location (fixture, "https://example.org/team/engine.git");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Mine");
}

typedef struct
{
  const char *name;
  const char *commands; /* of a shell in the folder of everything; the repository is “project” there */
  const char *location; /* below the folder of everything */
  const char *says;     /* a part of the message, or NULL: no problem */
} BadRepository;

static const BadRepository bad_repositories[] = {
  { "missing", "true", "nowhere", "Check the location" },
  { "plain", "mkdir plain", "plain", "is not a git repository" },
  { "empty", "git init -q empty", "empty", "no commits yet" },
  { "file", "echo x > file", "file", "Choose the folder" },
  { "corrupt", "git clone -q --no-hardlinks project corrupt && find corrupt/.git/objects -type f -exec sh -c "
               "'chmod u+w \"$1\"; printf broken > \"$1\"' sh {} \\;", "corrupt", "damaged" },
};

static void
run_shell (Fixture *fixture,
           const char *commands)
{
  const char *argv[] = { "sh", "-c", commands, NULL };
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_spawn_sync (fixture->repository.folder, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
test_bad_repository (Fixture *fixture,
                     gconstpointer data)
{
  const BadRepository *bad = data;
  g_autofree char *location = g_build_filename (fixture->repository.folder, bad->location, NULL);

  make_tags (fixture);
  run_shell (fixture, bad->commands);
  write_location (fixture, location);
  activate (fixture, "new-project.next");
  relm_test_wait_until (shows_problem (fixture));
  g_assert_nonnull (strstr (gtk_label_get_text (child (fixture, "problem")), bad->says));

  /* It goes on without it, and the project still knows where the repository is. */
  activate (fixture, "new-project.without");
  g_assert_true (shows_proposals (fixture));
  activate (fixture, "new-project.create");
  assert_releases (fixture, "0.1.0()");
  g_assert_cmpuint (
    relm_record_list_get_size (relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_SOURCE)), ==, 1);
}

static void
test_shallow (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *location = g_build_filename (fixture->repository.folder, "shallow", NULL);

  make_tags (fixture);
  run_shell (fixture, "git clone -q --depth 1 \"file://$PWD/project\" shallow");
  write_location (fixture, location);
  activate (fixture, "new-project.next");
  relm_test_wait_until (shows_proposals (fixture));
  g_assert_nonnull (find_row (child (fixture, "proposals_page"), "1.1.0"));
  g_assert_null (find_row (child (fixture, "proposals_page"), "1.0.0"));
}

/* A password is never tried and never written into a project. */
static void
test_password (Fixture *fixture,
               gconstpointer data)
{
  write_location (fixture, "https://me:secret@example.org/team/engine.git");
  activate (fixture, "new-project.next");
  g_assert_true (shows_problem (fixture));
  g_assert_null (strstr (gtk_label_get_text (child (fixture, "problem")), "secret"));
  g_assert_false (gtk_widget_get_visible (child (fixture, "without_button")));
  write_location (fixture, "https://example.org/team/engine.git");
  g_assert_false (shows_problem (fixture));
}

/* A server that never answers is left, and another repository read. */
static void
test_stop (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *location = NULL;
  const guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  location = g_strdup_printf ("http://127.0.0.1:%u/engine.git", port);
  make_tags (fixture);
  write_location (fixture, location);
  activate (fixture, "new-project.next");
  g_assert_true (is_on (fixture, "releases") && !shows_proposals (fixture));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "create_button")));

  activate (fixture, "new-project.stop");
  relm_test_wait_until (is_on (fixture, "questions"));
  g_assert_false (gtk_widget_get_visible (child (fixture, "problem_box")));

  write_location (fixture, fixture->repository.path);
  activate (fixture, "new-project.next");
  relm_test_wait_until (shows_proposals (fixture));
  activate (fixture, "new-project.create");
  assert_releases (fixture, "1.0.0(v1.0.0) 1.1.0(v1.1.0) 1.2.0()");
}

/* Closing while it reads leaves nothing behind that would still call it. */
static void
test_close (Fixture *fixture,
            gconstpointer data)
{
  make_tags (fixture);
  write_location (fixture, fixture->repository.path);
  activate (fixture, "new-project.next");
  adw_dialog_force_close (fixture->dialog);
  g_assert_null (fixture->document);
}

#define ADD(path, function) g_test_add ("/ui/new-project/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_setenv ("RELM_TODAY", "2026-11-24", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("tags", test_tags);
  ADD ("no-repository", test_no_repository);
  ADD ("focus", test_focus);
  g_test_add ("/ui/new-project/tab", Fixture, GUINT_TO_POINTER (GTK_TEXT_DIR_LTR), set_up, test_tab, tear_down);
  g_test_add ("/ui/new-project/tab-mirrored", Fixture, GUINT_TO_POINTER (GTK_TEXT_DIR_RTL), set_up, test_tab, tear_down);
  ADD ("name", test_name);
  for (guint i = 0; i < G_N_ELEMENTS (bad_repositories); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/new-project/bad/", bad_repositories[i].name, NULL);

      g_test_add (path, Fixture, &bad_repositories[i], set_up, test_bad_repository, tear_down);
    }
  ADD ("shallow", test_shallow);
  ADD ("password", test_password);
  ADD ("stop", test_stop);
  ADD ("close", test_close);
  return g_test_run ();
}
