/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the inspector says of a record's place in the plan, and taking over the dates that follow from it. */

#include "config.h"

#include <adwaita.h>

#include "relm-schedule-dependency.h"
#include "relm-schedule-facts.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmScheduleFacts *facts;
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
  relm_schedule_facts_set_record (fixture->facts, fixture->state, fixture->second);
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
  relm_schedule_facts_set_record (fixture->facts, fixture->state, fixture->second);
  g_signal_emit_by_name (find_button (find_row (GTK_WIDGET (fixture->facts), "Would be")), "clicked");
  settle ();
  g_assert_cmpint (relm_record_get_date (fixture->second, RELM_WORK_ITEM_PLANNED_START), ==, day (10));
  g_assert_cmpint (relm_record_get_date (fixture->second, RELM_WORK_ITEM_PLANNED_FINISH), ==, day (11));
  g_assert_null (find_row (GTK_WIDGET (fixture->facts), "Would be"));
  relm_document_undo (fixture->document);
  g_assert_cmpint (relm_record_get_date (fixture->second, RELM_WORK_ITEM_PLANNED_START), ==, day (5));
  g_assert_cmpint (relm_record_get_date (fixture->second, RELM_WORK_ITEM_PLANNED_FINISH), ==, day (6));
}

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  link_items (fixture);
  g_assert_true (relm_document_set_string (fixture->document, fixture->second, RELM_WORK_ITEM_SCHEDULING, "pinned", NULL));
  relm_schedule_facts_set_record (fixture->facts, fixture->state, fixture->second);
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->facts), "“Code” is 3\302\240d too early for what it depends on, “Design”"));
}

static void
test_nothing (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *idea = relm_document_add (fixture->document, RELM_TYPE_WORK_ITEM, G_MAXUINT);

  relm_schedule_facts_set_record (fixture->facts, fixture->state, idea);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->facts)));
  relm_schedule_facts_set_record (fixture->facts, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->facts)));
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
  TEST ("broken", test_broken);
  TEST ("nothing", test_nothing);
  return g_test_run ();
}
