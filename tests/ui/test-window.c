/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window, its roadmap and its banners around a document that lives in memory. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "relm-banners.h"
#include "relm-inspector.h"
#include "relm-overview-page.h"
#include "relm-person.h"
#include "relm-problems-dialog.h"
#include "relm-release.h"
#include "relm-roadmap-view.h"
#include "relm-scope-page.h"
#include "relm-test-wait.h"
#include "relm-window.h"
#include "relm-work-item.h"

static RelmRecord *
add_release (RelmDocument *document,
             const char *version,
             const char *state,
             const char *planned)
{
  RelmRecord *release = relm_document_add (document, RELM_TYPE_RELEASE, 0);
  RelmDate date = RELM_DATE_NONE;

  relm_document_set_string (document, release, RELM_RELEASE_VERSION, version, NULL);
  if (state != NULL)
    relm_document_set_string (document, release, RELM_RELEASE_STATE, state, NULL);
  if (planned != NULL)
    {
      g_assert_true (relm_date_parse (planned, &date));
      relm_document_set_date (document, release, RELM_RELEASE_PLANNED, date, NULL);
    }
  return release;
}

static RelmDocument *
make_document (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  return relm_document_new (project);
}

static AdwDialog *
get_dialog (RelmWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static char *
list_rows (GListModel *model)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RelmRecord) record = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s ", RELM_IS_RELEASE (record) ? relm_record_get_title (record) : "*");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_enabled (RelmWindow *window,
            const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), name);
}

static void
test_roadmap (void)
{
  g_autoptr (RelmDocument) document = make_document ();
  g_autoptr (RelmViewState) state = relm_view_state_new ();
  RelmRoadmapView *roadmap = RELM_ROADMAP_VIEW (g_object_ref_sink (relm_roadmap_view_new ()));
  GListModel *model = relm_roadmap_view_get_model (roadmap);
  RelmRecord *next;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_release (document, "3.0", NULL, NULL);
  add_release (document, "1.0", "released", "2026-01-10");
  add_release (document, "2.1", NULL, "2027-03-01");
  next = add_release (document, "2.0", NULL, "2026-12-01");
  add_release (document, "1.1", "released", "2026-05-10");
  relm_view_state_set_document (state, document);
  relm_roadmap_view_set_view_state (roadmap, state);

  before = list_rows (model);
  g_assert_cmpstr (before, ==, "* 2.0 2.1 3.0 1.1 1.0 ");
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), ==, 0);

  relm_view_state_set_release (state, next);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), ==, 1);

  /* What is done moves to the past, and stays selected. */
  relm_document_set_string (document, next, RELM_RELEASE_STATE, "released", NULL);
  after = list_rows (model);
  g_assert_cmpstr (after, ==, "* 2.1 3.0 2.0 1.1 1.0 ");
  g_assert_true (relm_view_state_get_release (state) == next);
  g_assert_true (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model)) == next);

  relm_document_remove (document, next);
  g_assert_null (relm_view_state_get_release (state));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 5);
  g_object_unref (roadmap);
}

static void
test_actions (void)
{
  g_autoptr (RelmDocument) document = make_document ();
  RelmWindow *window = relm_window_new (NULL);
  GActionGroup *actions = G_ACTION_GROUP (window);
  g_autoptr (GVariant) view = NULL;

  g_assert_true (relm_window_is_empty (window));
  g_assert_false (is_enabled (window, "save"));
  g_assert_false (is_enabled (window, "add-release"));

  relm_window_set_document (window, document);
  g_assert_true (is_enabled (window, "save"));
  g_assert_true (is_enabled (window, "add-release"));
  g_assert_false (is_enabled (window, "undo"));

  g_action_group_activate_action (actions, "add-release", NULL);
  g_assert_true (relm_document_get_modified (document));
  g_assert_true (is_enabled (window, "undo"));
  g_assert_nonnull (relm_view_state_get_release (relm_window_get_view_state (window)));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "• "));

  g_action_group_activate_action (actions, "undo", NULL);
  g_assert_false (is_enabled (window, "undo"));
  g_assert_true (is_enabled (window, "redo"));
  g_assert_null (relm_view_state_get_release (relm_window_get_view_state (window)));

  g_action_group_activate_action (actions, "view", g_variant_new_string ("scope"));
  view = g_action_group_get_action_state (actions, "view");
  g_assert_cmpstr (g_variant_get_string (view, NULL), ==, "scope");
  g_action_group_activate_action (actions, "view", g_variant_new_string ("nowhere"));
  g_clear_pointer (&view, g_variant_unref);
  view = g_action_group_get_action_state (actions, "view");
  g_assert_cmpstr (g_variant_get_string (view, NULL), ==, "scope");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_close (void)
{
  g_autoptr (RelmDocument) document = make_document ();
  RelmWindow *window = relm_window_new (NULL);
  AdwDialog *dialog;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  relm_window_set_document (window, document);
  add_release (document, "1.0", NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
  relm_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));

  /* The answer no keeps everything. */
  gtk_window_close (GTK_WINDOW (window));
  relm_test_wait_until (get_dialog (window) != NULL);
  dialog = get_dialog (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  adw_dialog_close (dialog);
  relm_test_wait_until (get_dialog (window) == NULL);
  g_assert_nonnull (window);
  g_assert_true (relm_document_get_modified (document));

  gtk_window_close (GTK_WINDOW (window));
  relm_test_wait_until (get_dialog (window) != NULL);
  g_signal_emit_by_name (get_dialog (window), "response", "discard");
  relm_test_wait_until (window == NULL);
}

static gboolean
has_descendant (GtkWidget *widget,
                GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_descendant (child, type))
      return TRUE;
  return FALSE;
}

typedef struct
{
  const char *view;
  GType (*get_type) (void);
} FirstPage;

/* The first page comes after the first frame of a window that is seen, and at once in one that is not. */
static void
test_first_page (gconstpointer data)
{
  const FirstPage *page = data;
  g_autoptr (RelmDocument) document = make_document ();
  g_autoptr (RelmDocument) unseen = make_document ();
  g_autoptr (GSettings) settings = g_settings_new (RELM_APPLICATION_ID);
  RelmWindow *window = relm_window_new (NULL);
  const GType type = page->get_type ();

  g_settings_set_string (settings, "last-view", page->view);
  gtk_window_present (GTK_WINDOW (window));
  relm_window_set_document (window, document);
  g_assert_false (has_descendant (GTK_WIDGET (window), type));
  relm_test_wait_until (has_descendant (GTK_WIDGET (window), type));
  gtk_window_destroy (GTK_WINDOW (window));

  window = relm_window_new (NULL);
  relm_window_set_document (window, unseen);
  g_assert_true (has_descendant (GTK_WIDGET (window), type));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_closed_before_the_first_frame (void)
{
  g_autoptr (RelmDocument) document = make_document ();
  RelmWindow *window = relm_window_new (NULL);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  relm_window_set_document (window, document);
  gtk_window_destroy (GTK_WINDOW (window));
  relm_test_wait_until (window == NULL);
}

static void
test_close_empty (void)
{
  RelmWindow *window = relm_window_new (NULL);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  relm_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_close (GTK_WINDOW (window));
  relm_test_wait_until (window == NULL);
}

/* GtkFileDialog gives its widget to nobody, and only that can be answered here. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static GtkFileChooser *
find_file_chooser (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (GTK_IS_FILE_CHOOSER (toplevel) && gtk_widget_get_mapped (toplevel))
        return GTK_FILE_CHOOSER (toplevel);
    }
  return NULL;
}

static gboolean
has_chosen (GtkFileChooser *chooser,
            GFile *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

/* Takes what is proposed: it begins in the folder of the process. */
static void
answer_file_chooser (GFile *file)
{
  GtkFileChooser *chooser;

  relm_test_wait_until (find_file_chooser () != NULL);
  chooser = find_file_chooser ();
  relm_test_wait_until (has_chosen (chooser, file));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}
G_GNUC_END_IGNORE_DEPRECATIONS

/* What was never saved is kept where a person says, and there from then on. */
static void
test_save_as (void)
{
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *folder = g_dir_make_tmp ("relm-save-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Untitled (Project).relm", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RelmDocument) document = make_document ();
  RelmWindow *window = relm_window_new (NULL);

  g_assert_cmpint (g_chdir (folder), ==, 0);
  relm_window_set_document (window, document);
  add_release (document, "1.0", NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
  relm_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "save", NULL);
  answer_file_chooser (file);
  relm_test_wait_until (relm_document_get_file (document) != NULL && !relm_document_get_modified (document));
  g_assert_true (g_file_equal (relm_document_get_file (document), file));
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_false (is_enabled (window, "save"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_rmdir (folder);
}

static void
test_problems (void)
{
  g_autoptr (RelmDocument) document = make_document ();
  RelmProject *project = relm_document_get_project (document);
  RelmRecord *item = relm_document_add (document, RELM_TYPE_WORK_ITEM, 0);
  RelmRecord *person = relm_document_add (document, RELM_TYPE_PERSON, 0);
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  /* One that leads to nothing, and one that leads to a person where a release belongs. */
  relm_record_set_value (item, RELM_WORK_ITEM_ASSIGNEE, &(RelmValue) RELM_VALUE_INIT_REFERENCE ("per-0000000000"));
  relm_record_set_value (item, RELM_WORK_ITEM_RELEASE, &(RelmValue) RELM_VALUE_INIT_REFERENCE (relm_record_get_id (person)));
  before = relm_project_list_problems (project);
  g_assert_cmpuint (g_strv_length (before), ==, 2);

  relm_problems_clear (document);
  after = relm_project_list_problems (project);
  g_assert_cmpuint (g_strv_length (after), ==, 0);

  relm_document_undo (document);
  g_assert_cmpstr (relm_record_get_string (item, RELM_WORK_ITEM_ASSIGNEE), ==, "per-0000000000");
  g_assert_cmpstr (relm_record_get_string (item, RELM_WORK_ITEM_RELEASE), ==, relm_record_get_id (person));
}

/* Between the mapping of a window and its first frame nothing has a size, but actions come already. */
static void
test_inspect_before_the_first_frame (void)
{
  g_autoptr (RelmDocument) document = make_document ();
  RelmWindow *window = relm_window_new (NULL);
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  relm_window_set_document (window, document);
  g_action_group_activate_action (G_ACTION_GROUP (window), "inspect", NULL);
  relm_test_wait_until (has_descendant (GTK_WIDGET (window), RELM_TYPE_INSPECTOR));
  relm_test_pause (400);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

static void
show_view (RelmWindow *window,
           const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "view", g_variant_new_string (name));
}

/* A page that is still coming has no search yet. */
static gboolean
finds (RelmWindow *window)
{
  GtkWidget *focus;

  g_action_group_activate_action (G_ACTION_GROUP (window), "find", NULL);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  return focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

/* Where there is something to be searched it takes the focus, opened if need be; elsewhere there is no such action. */
static void
test_find (void)
{
  static const char *const views[] = { "timeline", "scope", "stakeholders" };
  g_autoptr (RelmDocument) document = make_document ();
  RelmWindow *window = relm_window_new (NULL);

  g_assert_false (is_enabled (window, "find"));
  add_release (document, "1.0", NULL, "2026-12-01");
  relm_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  show_view (window, "overview");
  g_assert_false (is_enabled (window, "find"));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      show_view (window, views[i]);
      g_assert_true (is_enabled (window, "find"));
      relm_test_wait_until (finds (window));
    }
  show_view (window, "overview");
  g_assert_false (is_enabled (window, "find"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char *argv[])
{
  static const FirstPage first_page = { "overview", relm_overview_page_get_type };
  static const FirstPage restored_page = { "scope", relm_scope_page_get_type };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/window/roadmap", test_roadmap);
  g_test_add_func ("/ui/window/actions", test_actions);
  g_test_add_data_func ("/ui/window/first-page", &first_page, test_first_page);
  g_test_add_data_func ("/ui/window/restored-page", &restored_page, test_first_page);
  g_test_add_func ("/ui/window/closed-before-the-first-frame", test_closed_before_the_first_frame);
  g_test_add_func ("/ui/window/inspect-before-the-first-frame", test_inspect_before_the_first_frame);
  g_test_add_func ("/ui/window/find", test_find);
  g_test_add_func ("/ui/window/close", test_close);
  g_test_add_func ("/ui/window/close-empty", test_close_empty);
  g_test_add_func ("/ui/window/save-as", test_save_as);
  g_test_add_func ("/ui/window/problems", test_problems);
  return g_test_run ();
}
