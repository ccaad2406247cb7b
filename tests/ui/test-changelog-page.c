/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of what changed, on a repository that git made: what it shows, and what people do with it. */

#include "config.h"

#include <glib/gstdio.h>

#include "relm-change-entry-dialog.h"
#include "relm-change-entry.h"
#include "relm-changelog-export.h"
#include "relm-changelog-page-private.h"
#include "relm-folder-access.h"
#include "relm-changelog-render.h"
#include "relm-component.h"
#include "relm-format.h"
#include "relm-release.h"
#include "relm-repository-dialog.h"
#include "relm-source.h"
#include "relm-test-repository.h"
#include "relm-test-wait.h"

typedef struct
{
  RelmTestRepository repository;
  RelmDocument *document;
  RelmViewState *state;
  RelmChangelogPage *page;
  GtkWindow *window;
} Fixture;

static RelmRecord *
add_release (Fixture *fixture,
             const char *version,
             const char *planned)
{
  RelmRecord *release = relm_document_add (fixture->document, RELM_TYPE_RELEASE, 0);
  RelmDate date = RELM_DATE_NONE;

  relm_document_set_string (fixture->document, release, RELM_RELEASE_VERSION, version, NULL);
  g_assert_true (relm_date_parse (planned, &date));
  relm_document_set_date (fixture->document, release, RELM_RELEASE_PLANNED, date, NULL);
  return release;
}

static RelmRecord *
add_source (Fixture *fixture,
            const char *location)
{
  RelmRecord *source = relm_document_add (fixture->document, RELM_TYPE_SOURCE, 0);

  relm_document_set_string (fixture->document, source, RELM_SOURCE_NAME, "Code", NULL);
  relm_document_set_string (fixture->document, source, RELM_SOURCE_LOCATION, location, NULL);
  return source;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  relm_test_repository_init (&fixture->repository);
  COMMIT (&fixture->repository, "feat(ui): A window");
  COMMIT (&fixture->repository, "fix: A leak (#12)");
  GIT (&fixture->repository, "tag v1.0.0");
  COMMIT (&fixture->repository, "feat: A page");
  COMMIT (&fixture->repository, "fix!: A hole\n\nBREAKING CHANGE: update at once");

  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  if (data != NULL)
    add_source (fixture, data);
  relm_view_state_set_document (fixture->state, fixture->document);
  fixture->page = g_object_new (RELM_TYPE_CHANGELOG_PAGE, "view-state", fixture->state, NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  fixture->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (fixture->window, 700, 600);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer weak = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (fixture->page), &weak);
  gtk_window_destroy (fixture->window);
  relm_test_wait_until (weak == NULL);
  g_object_unref (fixture->state);
  g_object_unref (fixture->document);
  relm_test_repository_clear (&fixture->repository);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->page->states);
}

static char *
dup_entries (Fixture *fixture)
{
  GListModel *model = relm_changelog_list_get_model (fixture->page->list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RelmChangelogEntry) entry = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", relm_changelog_entry_get_summary (entry));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
shows (Fixture *fixture,
       const char *expected)
{
  g_autofree char *entries = dup_entries (fixture);

  return g_str_equal (get_state (fixture), "entries") && g_str_equal (entries, expected);
}

/* Shows the page on the repository, and waits for what is not released. */
static void
open_repository (Fixture *fixture)
{
  add_source (fixture, fixture->repository.path);
  gtk_window_present (fixture->window);
  relm_test_wait_until (shows (fixture, "A hole; A page"));
}

static void
select_entry (Fixture *fixture,
              guint position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (relm_changelog_list_get_model (fixture->page->list)), position);
}

static void
activate (Fixture *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static void
test_no_source (Fixture *fixture,
                gconstpointer data)
{
  gtk_window_present (fixture->window);
  relm_test_wait_until (g_str_equal (get_state (fixture), "no-source"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->page->tools)));

  /* The repository that is added is read. */
  add_source (fixture, fixture->repository.path);
  relm_test_wait_until (shows (fixture, "A hole; A page"));
}

static void
test_releases (Fixture *fixture,
               gconstpointer data)
{
  RelmRecord *past = add_release (fixture, "1.0.0", "2026-01-10");
  RelmRecord *next = add_release (fixture, "2.0.0", "2026-12-10");
  RelmRecord *later = add_release (fixture, "3.0.0", "2027-12-10");

  relm_document_set_string (fixture->document, past, RELM_RELEASE_STATE, "released", NULL);
  open_repository (fixture);
  /* Two pictures of a whole page, one over the other, stall the main loop where software paints them. */
  g_assert_cmpint (gtk_stack_get_transition_type (fixture->page->states), ==, GTK_STACK_TRANSITION_TYPE_NONE);
  g_assert_true (relm_changelog_release_is_unreleased (relm_changelog_picker_get_release (fixture->page->picker)));

  relm_view_state_set_release (fixture->state, past);
  relm_test_wait_until (shows (fixture, "A window; A leak (#12)"));
  /* What is not released yet will be in the release that comes next. */
  relm_view_state_set_release (fixture->state, next);
  relm_test_wait_until (shows (fixture, "A hole; A page"));
  relm_view_state_set_release (fixture->state, later);
  relm_test_wait_until (g_str_equal (get_state (fixture), "empty"));
  g_assert_cmpstr (adw_status_page_get_title (fixture->page->empty), ==, "Nothing in 3.0.0 Yet");

  /* Choosing one here is choosing it in the window. */
  relm_changelog_picker_set_release (fixture->page->picker, relm_changelog_get_release (fixture->page->changelog, 1));
  g_signal_emit_by_name (fixture->page->picker, "picked");
  relm_test_wait_until (shows (fixture, "A window; A leak (#12)"));
  g_assert_true (relm_view_state_get_release (fixture->state) == past);
}

/* Where all components have a path that no commit touches, that is said, and which commits they are. */
static void
test_outside (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *source = add_source (fixture, fixture->repository.path);
  RelmRecord *component = relm_document_add (fixture->document, RELM_TYPE_COMPONENT, 0);
  AdwDialog *dialog;

  relm_document_set_string (fixture->document, component, RELM_COMPONENT_NAME, "Server", NULL);
  relm_document_set_string (fixture->document, component, RELM_COMPONENT_SOURCE, relm_record_get_id (source), NULL);
  relm_document_set_string (fixture->document, component, RELM_COMPONENT_PATH, "server", NULL);
  gtk_window_present (fixture->window);
  relm_test_wait_until (g_strcmp0 (adw_status_page_get_title (fixture->page->empty), "Nothing of the Product") == 0);
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_description (fixture->page->empty), ==, "2 commits touch no component’s path.");
  activate (fixture, "changelog.show-outside");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Outside of Every Component");
  adw_dialog_force_close (dialog);

  /* One that is all of the rest takes them in. */
  component = relm_document_add (fixture->document, RELM_TYPE_COMPONENT, 1);
  relm_document_set_string (fixture->document, component, RELM_COMPONENT_NAME, "Rest", NULL);
  relm_document_set_string (fixture->document, component, RELM_COMPONENT_SOURCE, relm_record_get_id (source), NULL);
  relm_test_wait_until (shows (fixture, "A hole; A page"));
  g_assert_cmpuint (relm_changelog_release_get_contents (fixture->page->shown)->n_outside, ==, 0);
}

static void
test_filter (Fixture *fixture,
             gconstpointer data)
{
  open_repository (fixture);
  gtk_editable_set_text (fixture->page->search, "page");
  relm_test_wait_until (shows (fixture, "A page"));
  gtk_editable_set_text (fixture->page->search, "");
  relm_test_wait_until (shows (fixture, "A hole; A page"));
  gtk_drop_down_set_selected (fixture->page->kinds, 1 + RELM_CHANGELOG_KIND_BREAKING);
  g_assert_true (shows (fixture, "A hole"));
}

static GBytes *
write_project (Fixture *fixture)
{
  return relm_format_write (relm_document_get_project (fixture->document));
}

/* Better words for an entry: in its place, one step to undo, and nothing is left of it then. */
static void
test_edit (Fixture *fixture,
           gconstpointer data)
{
  const RelmChangelogWords words = { "A hole that nobody fell into", "security", "Update", NULL, FALSE };
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  RelmRecord *record;

  open_repository (fixture);
  before = write_project (fixture);
  select_entry (fixture, 0);
  g_assert_true (relm_changelog_edits_set (fixture->document, NULL, relm_changelog_list_get_selected (fixture->page->list),
                                           &words, NULL));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Edit “A hole that nobody fell into”");
  relm_test_wait_until (shows (fixture, "A page; A hole that nobody fell into"));
  record = relm_changelog_entry_get_record (relm_changelog_list_get_selected (fixture->page->list));
  g_assert_nonnull (record);
  g_assert_cmpuint (g_strv_length ((char **) relm_record_get_strings (record, RELM_CHANGE_ENTRY_COMMITS)), ==, 1);

  relm_document_undo (fixture->document);
  relm_test_wait_until (shows (fixture, "A hole; A page"));
  after = write_project (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_edit_refused (Fixture *fixture,
                   gconstpointer data)
{
  const RelmChangelogWords words = { "Two\nlines", "fixed", NULL, NULL, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  open_repository (fixture);
  before = write_project (fixture);
  g_assert_false (relm_changelog_edits_set (fixture->document, NULL, NULL, &words, &error));
  g_assert_nonnull (error);
  after = write_project (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_leave_out (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) left_out = NULL;

  open_repository (fixture);
  select_entry (fixture, 1);
  activate (fixture, "changelog.leave-out");
  relm_test_wait_until (shows (fixture, "A hole"));
  /* The next one is where it was, so that a key can be pressed again. */
  g_assert_nonnull (relm_changelog_list_get_selected (fixture->page->list));

  left_out = relm_changelog_edits_list_left_out (relm_document_get_project (fixture->document));
  g_assert_cmpuint (left_out->len, ==, 1);
  relm_changelog_edits_take_back (fixture->document, left_out->pdata[0]);
  relm_test_wait_until (shows (fixture, "A hole; A page"));
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  g_assert_false (relm_document_get_can_undo (fixture->document) &&
                  g_str_has_prefix (relm_document_get_undo_label (fixture->document), "Leave"));
}

static void
test_forget (Fixture *fixture,
             gconstpointer data)
{
  const RelmChangelogWords words = { "Better", "fixed", NULL, NULL, FALSE };

  open_repository (fixture);
  select_entry (fixture, 1);
  relm_changelog_edits_set (fixture->document, NULL, relm_changelog_list_get_selected (fixture->page->list), &words, NULL);
  relm_test_wait_until (shows (fixture, "A hole; Better"));
  activate (fixture, "changelog.forget");
  relm_test_wait_until (shows (fixture, "A hole; A page"));
}

/* The menu of an entry says what it is, and changes that and nothing else. */
static void
test_kind (Fixture *fixture,
           gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->page->entry_actions);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) breaking = NULL;
  RelmChangelogEntry *entry;

  open_repository (fixture);
  g_assert_false (g_action_group_get_action_enabled (actions, "kind"));
  select_entry (fixture, 1);
  before = g_action_group_get_action_state (actions, "kind");
  g_assert_cmpstr (g_variant_get_string (before, NULL), ==, "added");
  g_action_group_activate_action (actions, "kind", g_variant_new_string ("security"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Change Kind of “A page”");
  relm_test_wait_until (relm_changelog_entry_get_record (relm_changelog_list_get_selected (fixture->page->list)) != NULL);
  entry = relm_changelog_list_get_selected (fixture->page->list);
  g_assert_cmpint (relm_changelog_entry_get_kind (entry), ==, RELM_CHANGELOG_KIND_SECURITY);
  g_assert_cmpstr (relm_changelog_entry_get_summary (entry), ==, "A page");

  g_action_group_activate_action (actions, "breaking", NULL);
  relm_test_wait_until (relm_changelog_entry_get_breaking (relm_changelog_list_get_selected (fixture->page->list)));
  breaking = g_action_group_get_action_state (actions, "breaking");
  g_assert_true (g_variant_get_boolean (breaking));
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  relm_test_wait_until (shows (fixture, "A hole; A page") &&
              relm_changelog_entry_get_record (relm_changelog_list_get_selected (fixture->page->list)) == NULL);
}

static void
text_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->page)), NULL, text_read_cb, &text);
  relm_test_wait_until (text != NULL);
  return text;
}

static void
test_copy (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *item = NULL;

  open_repository (fixture);
  activate (fixture, "changelog.copy");
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==,
                   "## [Unreleased]\n\n### Added\n\n- A page\n\n### Fixed\n\n- **Breaking:** A hole\n  update at once\n");
  select_entry (fixture, 1);
  activate (fixture, "changelog.copy-entry");
  item = read_clipboard (fixture);
  g_assert_cmpstr (item, ==, "- A page\n");
}

typedef struct
{
  gboolean done;
  GError *error;
} Saved;

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  Saved *saved = user_data;

  relm_changelog_export_save_finish (result, &saved->error);
  saved->done = TRUE;
}

static void
test_export (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *name;
    RelmChangelogFormat asked;
    char first;
  } rows[] = {
    { "CHANGELOG.md", RELM_CHANGELOG_FORMAT_MARKDOWN, '#' }, { "changes.json", RELM_CHANGELOG_FORMAT_JSON, '{' },
    { "changes.JSON", RELM_CHANGELOG_FORMAT_MARKDOWN, '{' }, { "changes", RELM_CHANGELOG_FORMAT_JSON, '{' },
    { "NEWS.markdown", RELM_CHANGELOG_FORMAT_JSON, '#' },
  };

  open_repository (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (fixture->repository.folder, rows[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = NULL;
      Saved saved = { FALSE, NULL };

      relm_changelog_export_save_async (fixture->page->changelog, NULL, rows[i].asked, file, NULL, saved_cb, &saved);
      relm_test_wait_until (saved.done);
      g_assert_no_error (saved.error);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_nonnull (strstr (text, "A leak"));
      g_assert_cmpint (text[0], ==, rows[i].first);
      g_unlink (path);
    }
}

static void
test_export_failed (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->repository.folder, "nowhere", "CHANGELOG.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Saved saved = { FALSE, NULL };

  open_repository (fixture);
  relm_changelog_export_save_async (fixture->page->changelog, NULL, RELM_CHANGELOG_FORMAT_MARKDOWN, file, NULL, saved_cb,
                                    &saved);
  relm_test_wait_until (saved.done);
  g_assert_nonnull (saved.error);
  g_clear_error (&saved.error);
}

/* A repository that is not there: the page says so, and reads it when it is. */
static void
test_missing (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *source = add_source (fixture, "/nowhere/at/all");

  gtk_window_present (fixture->window);
  relm_test_wait_until (g_str_equal (get_state (fixture), "empty"));
  g_assert_cmpstr (adw_status_page_get_title (fixture->page->empty), ==, "Repository Not Read");
  g_assert_false (adw_banner_get_revealed (fixture->page->banner));

  relm_document_set_string (fixture->document, source, RELM_SOURCE_LOCATION, fixture->repository.path, NULL);
  relm_test_wait_until (shows (fixture, "A hole; A page"));

  /* What is known stays, below a banner. */
  GIT (&fixture->repository, "tag v2.0.0");
  g_assert_cmpint (g_rename (fixture->repository.path, fixture->repository.mirror), ==, 0);
  activate (fixture, "changelog.refresh");
  relm_test_wait_until (adw_banner_get_revealed (fixture->page->banner));
  g_assert_true (shows (fixture, "A hole; A page"));
  g_assert_cmpint (g_rename (fixture->repository.mirror, fixture->repository.path), ==, 0);
  activate (fixture, "changelog.refresh");
  relm_test_wait_until (!adw_banner_get_revealed (fixture->page->banner) &&
              relm_changelog_find_release (fixture->page->changelog, "2.0.0") != NULL);
}

/* In a sandbox, a folder that is not seen is asked for; what was lent takes its place, and the project stays as it is. */
static void
test_no_access (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GFile) lent = g_file_new_for_path (fixture->repository.path);
  RelmRecord *source = add_source (fixture, "/nowhere/at/all");

  g_setenv ("RELM_SANDBOX", fixture->repository.folder, TRUE);
  gtk_window_present (fixture->window);
  relm_test_wait_until (g_str_equal (get_state (fixture), "empty"));
  g_assert_cmpstr (adw_status_page_get_title (fixture->page->empty), ==, "Relm May Not Read This Repository Yet");
  g_assert_nonnull (strstr (adw_status_page_get_description (fixture->page->empty), "/nowhere/at/all"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (fixture->page->empty_button)), ==, "changelog.give-access");

  relm_folder_access_remember (NULL, "/nowhere/at/all", lent);
  activate (fixture, "changelog.look-again");
  relm_test_wait_until (shows (fixture, "A hole; A page"));
  g_assert_cmpstr (relm_record_get_string (source, RELM_SOURCE_LOCATION), ==, "/nowhere/at/all");
  g_unsetenv ("RELM_SANDBOX");
}

static void
test_dialogs (Fixture *fixture,
              gconstpointer data)
{
  static const char *const actions[] = { "changelog.edit", "changelog.add", "changelog.show-left-out",
                                        "changelog.change-source" };
  static const char *const titles[] = { "Edit Entry", "Add Entry", "Left Out", "Change Repository" };

  open_repository (fixture);
  select_entry (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwDialog *dialog;

      activate (fixture, actions[i]);
      dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
      g_assert_nonnull (dialog);
      g_assert_cmpstr (adw_dialog_get_title (dialog), ==, titles[i]);
      adw_dialog_force_close (dialog);
      relm_test_wait_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
    }
}

/* Another place of the repository is one step, and what is there is read. */
static void
test_change_source (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->repository.folder, "elsewhere", NULL);
  AdwDialog *dialog;
  GtkEditable *row;

  GIT (&fixture->repository, "clone -q --no-tags . ../elsewhere");
  add_source (fixture, "/nowhere/at/all");
  gtk_window_present (fixture->window);
  relm_test_wait_until (g_str_equal (get_state (fixture), "empty"));
  g_assert_true (gtk_widget_get_visible (fixture->page->change_button));
  activate (fixture, "changelog.change-source");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  row = GTK_EDITABLE (gtk_widget_get_ancestor (adw_dialog_get_focus (dialog), ADW_TYPE_ENTRY_ROW));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "/nowhere/at/all");
  gtk_editable_set_text (row, folder);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL));
  relm_test_wait_until (shows (fixture, "A hole; A page; A window; A leak (#12)"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Change Repository");
  relm_document_undo (fixture->document);
  relm_test_wait_until (g_str_equal (get_state (fixture), "empty"));
}

/* What the dialog shows is what it sets; what was not touched stays to the letter. */
static void
test_dialog_apply (Fixture *fixture,
                   gconstpointer data)
{
  AdwDialog *dialog;

  open_repository (fixture);
  select_entry (fixture, 0);
  activate (fixture, "changelog.edit");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.apply", NULL));
  relm_test_wait_until (relm_document_get_can_undo (fixture->document) &&
              relm_changelog_entry_get_record (relm_changelog_list_get_selected (fixture->page->list)) != NULL);
  g_assert_true (shows (fixture, "A hole; A page"));
  g_assert_cmpstr (relm_changelog_entry_get_note (relm_changelog_list_get_selected (fixture->page->list)), ==,
                   "update at once");
}

#define ADD(path, function) g_test_add ("/ui/changelog-page/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("relm-cache-XXXXXX", NULL);
  g_autofree char *command = NULL;
  int status;

  g_setenv ("RELM_TODAY", "2026-11-24", TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("no-source", test_no_source);
  ADD ("releases", test_releases);
  ADD ("outside", test_outside);
  ADD ("filter", test_filter);
  ADD ("edit", test_edit);
  ADD ("edit-refused", test_edit_refused);
  ADD ("leave-out", test_leave_out);
  ADD ("forget", test_forget);
  ADD ("kind", test_kind);
  ADD ("copy", test_copy);
  ADD ("export", test_export);
  ADD ("export-failed", test_export_failed);
  ADD ("missing", test_missing);
  ADD ("no-access", test_no_access);
  ADD ("dialogs", test_dialogs);
  ADD ("dialog-apply", test_dialog_apply);
  ADD ("change-source", test_change_source);
  status = g_test_run ();
  command = g_strdup_printf ("rm -rf %s", cache);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  return status;
}
