/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tracker holds, beside the plan: it is shown without a network, added to the plan, compared with it, and undone. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "relm-milestone-dialog.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-test-wait.h"
#include "relm-tracked-dialog.h"
#include "relm-tracked-edits.h"
#include "relm-tracked-page.h"
#include "relm-tracked-row.h"
#include "relm-tracked-rows.h"
#include "relm-tracker-address.h"
#include "relm-tracker-sync.h"
#include "relm-work-item.h"

#define LOCATION "https://github.com/team/engine"
#define N_ITEMS 200

typedef struct
{
  char *path;
  RelmDocument *document;
  RelmRecord *source;
  RelmViewState *state;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
store (Fixture *fixture,
       RelmMirrorPage *page)
{
  g_autoptr (RelmMirrorTracker) mirror = relm_mirror_tracker_open (fixture->path, NULL);

  g_assert_true (relm_mirror_tracker_begin (mirror, NULL) && relm_mirror_tracker_put (mirror, page, NULL) &&
                 relm_mirror_tracker_commit (mirror, NULL));
}

static void
put (Fixture *fixture,
     guint number,
     const char *title,
     RelmMirrorItemState state)
{
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);

  item->key = g_strdup_printf ("#%u", number);
  item->title = g_strdup (title);
  item->state = state;
  item->updated = number;
  item->closed = state == RELM_MIRROR_ITEM_DONE ? 1767225600 : 0;
  store (fixture, page);
}

static void
add_source (Fixture *fixture)
{
  relm_document_edit_begin (fixture->document, "Add");
  fixture->source = relm_document_add (fixture->document, RELM_TYPE_SOURCE, G_MAXUINT);
  g_assert_true (relm_document_set_string (fixture->document, fixture->source, RELM_SOURCE_NAME, "Engine", NULL));
  g_assert_true (relm_document_set_string (fixture->document, fixture->source, RELM_SOURCE_KIND, "tracker", NULL));
  g_assert_true (relm_document_set_string (fixture->document, fixture->source, RELM_SOURCE_LOCATION, LOCATION, NULL));
  relm_document_edit_end (fixture->document);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (LOCATION, NULL, NULL);
  g_autoptr (RelmProject) project = relm_project_new ();

  fixture->path = relm_tracker_address_dup_mirror_path (address, NULL);
  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
  fixture->page = relm_tracked_page_new ();
  relm_page_set_view_state (RELM_PAGE (fixture->page), fixture->state);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  relm_test_wait_until (gtk_widget_get_mapped (fixture->page));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->state);
  relm_document_close (fixture->document);
  g_object_unref (fixture->document);
  g_unlink (fixture->path);
  g_free (fixture->path);
}

/* Returns: (nullable): the first widget of a type below another one, with a label or any */
static GtkWidget *
find (GtkWidget *widget,
      GType type,
      const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (label == NULL || (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL)));
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture)));
}

/* The last child of the page's box; a drop-down has a stack of its own. */
static const char *
get_state (Fixture *fixture)
{
  GtkWidget *bin = adw_bin_get_child (ADW_BIN (fixture->page));
  GtkWidget *stack = gtk_widget_get_last_child (adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (bin)));

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* After the drop-down, which has an entry of its own. */
static GtkEditable *
get_search (Fixture *fixture)
{
  return GTK_EDITABLE (gtk_widget_get_next_sibling (find (fixture->page, GTK_TYPE_DROP_DOWN, NULL)));
}

static RelmRecordList *
get_items (Fixture *fixture)
{
  return relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_WORK_ITEM);
}

/* Without a tracker, before it was read, and then. */
static void
test_states (Fixture *fixture,
             gconstpointer data)
{
  g_assert_cmpstr (get_state (fixture), ==, "none");
  add_source (fixture);
  relm_test_wait_until (g_strcmp0 (get_state (fixture), "unread") == 0);
  for (guint i = 1; i <= N_ITEMS; i++)
    put (fixture, i, "Something", i % 2 ? RELM_MIRROR_ITEM_OPEN : RELM_MIRROR_ITEM_DONE);
  relm_tracked_page_refresh (RELM_TRACKED_PAGE (fixture->page));
  g_assert_cmpstr (get_state (fixture), ==, "items");
  g_assert_cmpuint (count_shown (fixture), ==, N_ITEMS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, "Open")), TRUE);
  g_assert_cmpuint (count_shown (fixture), ==, N_ITEMS / 2);
  gtk_editable_set_text (get_search (fixture), "#199");
  relm_test_wait_until (count_shown (fixture) == 1);
  gtk_editable_set_text (get_search (fixture), "nowhere");
  relm_test_wait_until (g_strcmp0 (get_state (fixture), "empty") == 0);
}

/* A tracker that knows people by numbers says what they are called; of who has no name there, the login is shown. */
static void
test_people (Fixture *fixture,
             gconstpointer data)
{
  static const char *assignees[] = { "5", "ada", "grace", NULL };
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  g_autoptr (RelmTrackedRows) rows = relm_tracked_rows_new ();
  g_autoptr (RelmTrackedRow) row = NULL;
  RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);
  RelmMirrorPerson *person = relm_mirror_page_add (page, RELM_MIRROR_PEOPLE);

  item->key = g_strdup ("#1");
  item->assignees = g_strdupv ((char **) assignees);
  person->key = g_strdup ("5");
  person->name = g_strdup ("Алиса");
  person = relm_mirror_page_add (page, RELM_MIRROR_PEOPLE);
  person->key = g_strdup ("ada");
  person->name = g_strdup ("");
  store (fixture, page);
  relm_tracked_rows_set_mirror (rows, relm_mirror_tracker_open (fixture->path, NULL));
  row = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  g_assert_cmpstr (relm_tracked_row_get_assignees (row), ==, "Алиса, ada, grace");
}

/* Nobody looked for anything: a tracker that was asked in vain was not read, and another one may hold nothing. */
static void
test_bare (Fixture *fixture,
           gconstpointer data)
{
  RelmMirrorTracker *mirror = relm_mirror_tracker_open (fixture->path, NULL);

  add_source (fixture);
  relm_tracked_page_refresh (RELM_TRACKED_PAGE (fixture->page));
  g_assert_cmpstr (get_state (fixture), ==, "unread");
  g_assert_true (relm_mirror_tracker_set_number (mirror, RELM_TRACKER_STATE_SYNCED, 1, NULL));
  relm_mirror_tracker_close (mirror);
  relm_tracked_page_refresh (RELM_TRACKED_PAGE (fixture->page));
  g_assert_cmpstr (get_state (fixture), ==, "bare");
  put (fixture, 1, "Something", RELM_MIRROR_ITEM_DONE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, "Open")), TRUE);
  relm_tracked_page_refresh (RELM_TRACKED_PAGE (fixture->page));
  g_assert_cmpstr (get_state (fixture), ==, "empty");
}

static void
count_cb (guint *n_times)
{
  ++*n_times;
}

/* While a worker looks for words the list is what it was, and only the newest words have an answer. */
static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  RelmTrackedRows *rows = relm_tracked_rows_new ();
  GListModel *model = G_LIST_MODEL (rows);
  guint n_answers = 0;

  for (guint i = 1; i <= N_ITEMS; i++)
    put (fixture, i, i % 4 == 0 ? "Crash" : "Something", RELM_MIRROR_ITEM_OPEN);
  relm_tracked_rows_set_mirror (rows, relm_mirror_tracker_open (fixture->path, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ITEMS);
  g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (count_cb), &n_answers);
  relm_tracked_rows_set_filter (rows, "some", FALSE);
  relm_tracked_rows_set_filter (rows, "crash", FALSE);
  g_assert_true (relm_tracked_rows_is_searching (rows));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ITEMS);
  relm_test_wait_until (!relm_tracked_rows_is_searching (rows));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ITEMS / 4);
  relm_test_pause (100);
  g_assert_cmpuint (n_answers, ==, 1);

  /* What is wanted without words is there at once, and what was looked for is forgotten. */
  relm_tracked_rows_set_filter (rows, "some", FALSE);
  relm_tracked_rows_set_filter (rows, "", FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ITEMS);
  relm_test_pause (100);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_ITEMS);

  /* So it is when there is nothing to look in any more. */
  relm_tracked_rows_set_filter (rows, "some", FALSE);
  relm_tracked_rows_set_mirror (rows, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  relm_test_pause (100);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);

  /* A worker that was told to stop has it until then. */
  g_object_add_weak_pointer (G_OBJECT (rows), (gpointer *) &rows);
  g_object_unref (rows);
  relm_test_wait_until (rows == NULL);
}

/* All that is chosen is one step, what is there already is not added twice, and undo leaves nothing behind. */
static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  GtkWidget *button;
  RelmRecord *item;

  add_source (fixture);
  put (fixture, 1, "First", RELM_MIRROR_ITEM_OPEN);
  put (fixture, 2, "Second", RELM_MIRROR_ITEM_DONE);
  relm_tracked_page_refresh (RELM_TRACKED_PAGE (fixture->page));
  button = gtk_widget_get_prev_sibling (find (fixture->page, GTK_TYPE_DROP_DOWN, NULL));
  g_assert_false (gtk_widget_get_sensitive (button));

  for (guint i = 0; i < 2; i++)
    {
      gtk_selection_model_select_all (get_model (fixture));
      g_assert_true (gtk_widget_get_sensitive (button));
      g_signal_emit_by_name (button, "clicked");
      g_assert_cmpuint (relm_record_list_get_size (get_items (fixture)), ==, 2);
    }
  relm_test_pause (50);
  /* The list is still where it was, with what was chosen. */
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 1));
  item = relm_record_list_get (get_items (fixture), 0);
  g_assert_cmpstr (relm_record_get_string (item, RELM_WORK_ITEM_TITLE), ==, "Second");
  g_assert_cmpstr (relm_record_get_string (item, RELM_WORK_ITEM_STATE), ==, "done");
  g_assert_cmpint (relm_record_get_date (item, RELM_WORK_ITEM_ACTUAL_FINISH), !=, RELM_DATE_NONE);
  g_assert_cmpstr (relm_record_get_string (item, RELM_WORK_ITEM_ITEM), ==, "#2");

  relm_document_undo (fixture->document);
  g_assert_cmpuint (relm_record_list_get_size (get_items (fixture)), ==, 0);
}

/* Opens it as a person does, once there is something that differs. */
static GtkWidget *
present_dialog (Fixture *fixture)
{
  AdwBanner *banner = ADW_BANNER (find (fixture->page, ADW_TYPE_BANNER, NULL));
  GtkWidget *dialog;

  relm_test_wait_until (adw_banner_get_revealed (banner));
  g_signal_emit_by_name (banner, "button-clicked");
  dialog = find (fixture->window, RELM_TYPE_TRACKED_DIALOG, NULL);
  relm_test_wait_until (gtk_widget_get_mapped (dialog));
  return dialog;
}

/* Returns: how many groups, each of a difference, the dialog shows */
static guint
count_groups (GtkWidget *widget)
{
  guint n = ADW_IS_PREFERENCES_GROUP (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_groups (child);
  return n;
}

static void
link_items (Fixture *fixture)
{
  static const char *keys[] = { "#1", "#2", "#3", NULL };
  g_autoptr (RelmMirrorTracker) mirror = NULL;

  add_source (fixture);
  for (guint i = 1; i <= 3; i++)
    put (fixture, i, "First", RELM_MIRROR_ITEM_OPEN);
  mirror = relm_mirror_tracker_open (fixture->path, NULL);
  g_assert_true (relm_tracked_edits_add (fixture->document, fixture->source, mirror, keys, NULL));
}

/* Theirs is taken, or mine kept: either way the two agree afterwards, at once, and either way it is undone in one step. */
static void
test_decide (Fixture *fixture,
             gconstpointer data)
{
  const gboolean take = GPOINTER_TO_INT (data);
  AdwBanner *banner = ADW_BANNER (find (fixture->page, ADW_TYPE_BANNER, NULL));
  GtkWidget *dialog, *list;
  RelmRecord *item;

  link_items (fixture);
  item = relm_record_list_get (get_items (fixture), 0);
  put (fixture, 1, "First & <b>best</b>", RELM_MIRROR_ITEM_OPEN);
  relm_tracked_page_refresh (RELM_TRACKED_PAGE (fixture->page));
  dialog = present_dialog (fixture);
  list = find (dialog, ADW_TYPE_PREFERENCES_PAGE, NULL);
  g_assert_cmpuint (count_groups (list), ==, 1);
  g_signal_emit_by_name (find (dialog, GTK_TYPE_BUTTON, take ? "Take Theirs" : "Keep Mine"), "clicked");
  g_assert_cmpstr (relm_record_get_string (item, RELM_WORK_ITEM_TITLE), ==, take ? "First & <b>best</b>" : "First");
  g_assert_cmpuint (count_groups (list), ==, 0);
  g_assert_false (adw_banner_get_revealed (banner));
  g_assert_nonnull (find (dialog, ADW_TYPE_STATUS_PAGE, NULL));

  relm_document_undo (fixture->document);
  relm_test_wait_until (adw_banner_get_revealed (banner));
  g_assert_cmpuint (count_groups (list), ==, 1);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* What was not decided on stays the very widgets that it was, so that nothing jumps, and the focus goes on there; all of the rest is one step. */
static void
test_stay (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *dialog, *list, *first, *second, *button;

  link_items (fixture);
  for (guint i = 1; i <= 3; i++)
    put (fixture, i, "Second", RELM_MIRROR_ITEM_OPEN);
  relm_tracked_page_refresh (RELM_TRACKED_PAGE (fixture->page));
  dialog = present_dialog (fixture);
  list = find (dialog, ADW_TYPE_PREFERENCES_PAGE, NULL);
  g_assert_cmpuint (count_groups (list), ==, 3);
  first = find (list, ADW_TYPE_PREFERENCES_GROUP, NULL);
  second = gtk_widget_get_next_sibling (first);
  button = find (first, GTK_TYPE_BUTTON, "Take Theirs");
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_nonnull (gtk_widget_get_focus_child (first));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (count_groups (list), ==, 2);
  g_assert_nonnull (gtk_widget_get_focus_child (second));
  g_assert_true (find (list, ADW_TYPE_PREFERENCES_GROUP, NULL) == second);

  g_signal_emit_by_name (find (dialog, GTK_TYPE_BUTTON, "Take _All"), "clicked");
  g_assert_cmpuint (count_groups (list), ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (relm_record_get_string (relm_record_list_get (get_items (fixture), i), RELM_WORK_ITEM_TITLE), ==, "Second");
  relm_document_undo (fixture->document);
  relm_test_wait_until (count_groups (list) == 2);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* A milestone becomes a release, and undo takes it away. */
static void
test_milestones (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  RelmMirrorMilestone *milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  RelmRecordList *releases = relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_RELEASE);
  AdwDialog *dialog;

  milestone->key = g_strdup ("1");
  milestone->title = g_strdup ("v1.2.0");
  milestone->due = relm_date_from_ymd (2027, 5, 3);
  add_source (fixture);
  store (fixture, page);
  dialog = relm_milestone_dialog_new (fixture->document);
  adw_dialog_present (dialog, fixture->page);
  relm_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_signal_emit_by_name (find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Add"), "clicked");
  g_assert_cmpuint (relm_record_list_get_size (releases), ==, 1);
  g_assert_cmpstr (relm_record_get_string (relm_record_list_get (releases, 0), RELM_RELEASE_VERSION), ==, "1.2.0");
  g_assert_cmpint (relm_record_get_date (relm_record_list_get (releases, 0), RELM_RELEASE_PLANNED), ==, relm_date_from_ymd (2027, 5, 3));
  relm_document_undo (fixture->document);
  g_assert_cmpuint (relm_record_list_get_size (releases), ==, 0);
}

#define ADD(path, data, function) g_test_add ("/ui/tracked-page/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("relm-tracked-page-XXXXXX", NULL);
  const char *remove[] = { "rm", "-rf", cache, NULL };
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("states", NULL, test_states);
  ADD ("bare", NULL, test_bare);
  ADD ("search", NULL, test_search);
  ADD ("people", NULL, test_people);
  ADD ("add", NULL, test_add);
  ADD ("take", GINT_TO_POINTER (TRUE), test_decide);
  ADD ("keep", GINT_TO_POINTER (FALSE), test_decide);
  ADD ("stay", NULL, test_stay);
  ADD ("milestones", NULL, test_milestones);
  result = g_test_run ();
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return result;
}
