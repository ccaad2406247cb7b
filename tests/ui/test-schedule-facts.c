/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the inspector says of a record's place in the plan, and taking over the dates that follow from it. */

#include "config.h"

#include <adwaita.h>

#include "relm-baseline-changes.h"
#include "relm-baseline-item.h"
#include "relm-baseline.h"
#include "relm-exception-request.h"
#include "relm-freeze-window.h"
#include "relm-plan-baseline.h"
#include "relm-record-edits.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-schedule-facts.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmScheduleGroup *facts;
  RelmRecord *first;
  RelmRecord *second;
} Fixture;

static RelmDate
day (int day_of_month)
{
  return relm_date_from_ymd (2027, 5, day_of_month);
}

static RelmRecord *
add (Fixture *fixture,
     const char *title,
     int start,
     int finish)
{
  RelmRecord *item = relm_document_add (fixture->document, RELM_TYPE_WORK_ITEM, G_MAXUINT);

  g_assert_true (relm_document_set_string (fixture->document, item, RELM_WORK_ITEM_TITLE, title, NULL));
  g_assert_true (relm_document_set_date (fixture->document, item, RELM_WORK_ITEM_PLANNED_START, day (start), NULL));
  g_assert_true (relm_document_set_date (fixture->document, item, RELM_WORK_ITEM_PLANNED_FINISH, day (finish), NULL));
  return item;
}

static void
link_items (Fixture *fixture)
{
  RelmRecord *link;

  relm_document_edit_begin (fixture->document, "Link");
  link = relm_document_add (fixture->document, RELM_TYPE_SCHEDULE_DEPENDENCY, G_MAXUINT);
  g_assert_true (relm_document_set_string (fixture->document, link, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR, relm_record_get_id (fixture->first), NULL));
  g_assert_true (relm_document_set_string (fixture->document, link, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR, relm_record_get_id (fixture->second), NULL));
  relm_document_edit_end (fixture->document);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
  fixture->first = add (fixture, "Design", 3, 7);
  fixture->second = add (fixture, "Code", 5, 6);
  fixture->window = gtk_window_new ();
  fixture->facts = relm_schedule_facts_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->facts));
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->document);
}

static GtkWidget *
find_row (GtkWidget *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_subtitle (Fixture *fixture,
              const char *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->facts), title);

  return row != NULL ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

static void
test_why (Fixture *fixture,
          gconstpointer data)
{
  relm_schedule_group_set_record (fixture->facts, fixture->state, fixture->second);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->facts)));
  g_assert_cmpstr (get_subtitle (fixture, "Why then"), ==, "Stays where it was planned: nothing is before it");
  g_assert_null (find_row (GTK_WIDGET (fixture->facts), "Would be"));
  link_items (fixture);
  settle ();
  g_assert_cmpstr (get_subtitle (fixture, "Why then"), ==, "Follows the finish of “Design”");
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->facts), "Would be"));
}

/* One step, which can be undone. */
static void
test_reschedule (Fixture *fixture,
                 gconstpointer data)
{
  link_items (fixture);
  relm_schedule_group_set_record (fixture->facts, fixture->state, fixture->second);
  g_signal_emit_by_name (find_button (find_row (GTK_WIDGET (fixture->facts), "Would be")), "clicked");
  settle ();
  g_assert_cmpint (relm_record_get_date (fixture->second, RELM_WORK_ITEM_PLANNED_START), ==, day (10));
  g_assert_cmpint (relm_record_get_date (fixture->second, RELM_WORK_ITEM_PLANNED_FINISH), ==, day (11));
  g_assert_null (find_row (GTK_WIDGET (fixture->facts), "Would be"));
  relm_document_undo (fixture->document);
  g_assert_cmpint (relm_record_get_date (fixture->second, RELM_WORK_ITEM_PLANNED_START), ==, day (5));
  g_assert_cmpint (relm_record_get_date (fixture->second, RELM_WORK_ITEM_PLANNED_FINISH), ==, day (6));
}

/* A release that ships when its parts are done keeps the day on which work on it begins. */
static void
test_release (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *release = relm_document_add (fixture->document, RELM_TYPE_RELEASE, 0);

  g_assert_true (relm_document_set_string (fixture->document, release, RELM_RELEASE_VERSION, "1.0", NULL));
  g_assert_true (relm_document_set_date (fixture->document, release, RELM_RELEASE_PLANNED_START, day (1), NULL));
  g_assert_true (relm_document_set_date (fixture->document, release, RELM_RELEASE_PLANNED, day (5), NULL));
  g_assert_true (relm_document_set_string (fixture->document, release, RELM_RELEASE_SCHEDULING, "automatic", NULL));
  g_assert_true (relm_document_set_string (fixture->document, fixture->first, RELM_WORK_ITEM_RELEASE, relm_record_get_id (release), NULL));
  relm_schedule_group_set_record (fixture->facts, fixture->state, release);
  g_signal_emit_by_name (find_button (find_row (GTK_WIDGET (fixture->facts), "Would be")), "clicked");
  g_assert_cmpint (relm_record_get_date (release, RELM_RELEASE_PLANNED_START), ==, day (1));
  g_assert_cmpint (relm_record_get_date (release, RELM_RELEASE_PLANNED), ==, day (7));
}

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  link_items (fixture);
  g_assert_true (relm_document_set_string (fixture->document, fixture->second, RELM_WORK_ITEM_SCHEDULING, "pinned", NULL));
  relm_schedule_group_set_record (fixture->facts, fixture->state, fixture->second);
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->facts), "“Code” is 3\302\240d too early for what it depends on, “Design”"));
}

/* Where a freeze stops something, an exception can be asked for, and the row then leads to the request. */
static void
test_frozen (Fixture *fixture,
             gconstpointer data)
{
  RelmRecord *window = relm_document_add (fixture->document, RELM_TYPE_FREEZE_WINDOW, G_MAXUINT);
  RelmRecord *request;

  relm_document_set_string (fixture->document, window, RELM_FREEZE_WINDOW_NAME, "Code freeze", NULL);
  relm_document_set_string (fixture->document, window, RELM_FREEZE_WINDOW_KIND, "code", NULL);
  relm_document_set_date (fixture->document, window, RELM_FREEZE_WINDOW_START, day (6), NULL);
  relm_document_set_string (fixture->document, fixture->second, RELM_WORK_ITEM_KIND, "bug", NULL);
  relm_schedule_group_set_record (fixture->facts, fixture->state, fixture->second);
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->facts), "“Code” falls into “Code freeze” and needs an exception"));

  g_signal_emit_by_name (find_row (GTK_WIDGET (fixture->facts), "Ask for an Exception…"), "activated");
  settle ();
  request = relm_view_state_get_selected (fixture->state);
  g_assert_true (RELM_IS_EXCEPTION_REQUEST (request));
  g_assert_cmpstr (relm_record_get_string (request, RELM_EXCEPTION_REQUEST_SUBJECT), ==, relm_record_get_id (fixture->second));
  g_assert_cmpstr (relm_record_get_string (request, RELM_EXCEPTION_REQUEST_FREEZE_WINDOW), ==, relm_record_get_id (window));
  g_assert_cmpint (relm_record_get_date (request, RELM_EXCEPTION_REQUEST_REQUESTED), ==, relm_date_today ());
  g_assert_null (find_row (GTK_WIDGET (fixture->facts), "Ask for an Exception…"));
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->facts), "Untitled"));

  /* What it stops is told of the window, too, which has no place in the schedule of its own. */
  relm_schedule_group_set_record (fixture->facts, fixture->state, window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->facts)));
  relm_document_set_string (fixture->document, request, RELM_EXCEPTION_REQUEST_STATE, "approved", NULL);
  settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->facts)));
}

static void
test_nothing (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *idea = relm_document_add (fixture->document, RELM_TYPE_WORK_ITEM, G_MAXUINT);

  relm_schedule_group_set_record (fixture->facts, fixture->state, idea);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->facts)));
  relm_schedule_group_set_record (fixture->facts, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->facts)));
}

static RelmVariance *
get_variance (GPtrArray *variances,
              guint index)
{
  g_assert_cmpuint (variances->len, >, index);
  return g_ptr_array_index (variances, index);
}

/* A copy of the plan is one step; what moves, comes and goes afterwards is told. */
static void
test_baseline (Fixture *fixture,
               gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  RelmRecord *baseline = relm_record_edits_add (fixture->document, RELM_TYPE_BASELINE, NULL, NULL, NULL);
  g_autoptr (GPtrArray) none = relm_plan_baseline_compare (project, baseline);
  g_autoptr (GPtrArray) variances = NULL;
  g_autofree char *title = relm_record_dup_display_title (baseline);
  g_autofree char *moved = NULL;
  g_autofree char *removed = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (relm_record_list_get_size (relm_project_get_list (project, RELM_TYPE_BASELINE_ITEM)), ==, 2);
  g_assert_true (relm_document_set_date (fixture->document, fixture->first, RELM_WORK_ITEM_PLANNED_FINISH, day (10), NULL));
  relm_document_remove (fixture->document, fixture->second);
  add (fixture, "New", 12, 13);
  variances = relm_plan_baseline_compare (project, baseline);
  g_assert_cmpuint (variances->len, ==, 3);
  moved = relm_variance_dup_sentence (get_variance (variances, 0));
  g_assert_cmpstr (moved, ==, "3 days later; was 3 May – 7 May 2027");
  g_assert_cmpint (get_variance (variances, 1)->kind, ==, RELM_VARIANCE_ADDED);
  removed = relm_variance_dup_sentence (get_variance (variances, 2));
  g_assert_cmpstr (get_variance (variances, 2)->title, ==, "Code");
  g_assert_cmpstr (removed, ==, "No longer planned; was 5 May – 6 May 2027");

  relm_schedule_group_set_record (fixture->facts, fixture->state, fixture->first);
  g_assert_cmpstr (get_subtitle (fixture, title), ==, "3 days later; was 3 May – 7 May 2027");
  while (relm_document_get_can_undo (fixture->document))
    relm_document_undo (fixture->document);
  g_assert_cmpuint (relm_record_list_get_size (relm_project_get_list (project, RELM_TYPE_BASELINE_ITEM)), ==, 0);
}

static void
test_baseline_changes (Fixture *fixture,
                       gconstpointer data)
{
  RelmScheduleGroup *changes = relm_baseline_changes_new ();
  RelmRecord *baseline = relm_record_edits_add (fixture->document, RELM_TYPE_BASELINE, NULL, NULL, NULL);

  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (changes));
  relm_schedule_group_set_record (changes, fixture->state, fixture->first);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (changes)));
  relm_schedule_group_set_record (changes, fixture->state, baseline);
  g_assert_cmpstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (changes)), ==, "The plan is as it was.");
  g_assert_true (relm_document_set_date (fixture->document, fixture->first, RELM_WORK_ITEM_PLANNED_FINISH, day (6), NULL));
  settle ();
  g_assert_nonnull (find_row (GTK_WIDGET (changes), "Design"));
  relm_document_remove (fixture->document, baseline);
  g_assert_cmpuint (relm_record_list_get_size (relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_BASELINE_ITEM)), ==, 0);
}

#define TEST(name, function) g_test_add ("/ui/schedule-facts/" name, Fixture, NULL, setup, function, teardown)

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("why", test_why);
  TEST ("reschedule", test_reschedule);
  TEST ("release", test_release);
  TEST ("broken", test_broken);
  TEST ("frozen", test_frozen);
  TEST ("nothing", test_nothing);
  TEST ("baseline", test_baseline);
  TEST ("baseline-changes", test_baseline_changes);
  return g_test_run ();
}
