/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forecast on the overview of a release comes by itself, follows edits, and says why there is none. */

#include "config.h"

#include <adwaita.h>

#include "relm-burn-up-chart.h"
#include "relm-overview-page.h"
#include "relm-release.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
add_item (RelmProject *project,
          guint number,
          RelmDate finish)
{
  g_autofree char *id = g_strdup_printf ("wi-%u", number);
  g_autoptr (RelmRecord) item = relm_record_new (RELM_TYPE_WORK_ITEM, id);
  const RelmValue release = RELM_VALUE_INIT_REFERENCE ("rel-1");
  const RelmValue date = RELM_VALUE_INIT_DATE (finish);

  relm_record_set_value (item, RELM_WORK_ITEM_RELEASE, &release);
  if (finish != RELM_DATE_NONE)
    relm_record_set_value (item, RELM_WORK_ITEM_ACTUAL_FINISH, &date);
  g_assert_true (relm_project_insert (project, item, G_MAXUINT, NULL));
}

static void
set_up (Fixture *fixture,
        gconstpointer n_weeks)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmRecord) release = relm_record_new (RELM_TYPE_RELEASE, "rel-1");

  g_assert_true (relm_project_insert (project, release, G_MAXUINT, NULL));
  for (guint i = 0; i < GPOINTER_TO_UINT (n_weeks); i++)
    add_item (project, i, relm_date_today () - 7 * (RelmDate) (i + 1));
  add_item (project, 1000, RELM_DATE_NONE);
  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
  relm_view_state_set_release (fixture->state, release);
  fixture->page = g_object_new (RELM_TYPE_OVERVIEW_PAGE, "view-state", fixture->state, NULL);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 900);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->document);
}

static AdwActionRow *
find_row (GtkWidget *widget,
          const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return ADW_ACTION_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwActionRow *row = find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static AdwActionRow *
wait_for_row (Fixture *fixture,
              const char *title)
{
  AdwActionRow *row;

  while ((row = find_row (fixture->page, title)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return row;
}

/* One a week: the one that is left is most likely done within some weeks, and more of them take longer. */
static void
test_given (Fixture *fixture,
            gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  g_autofree char *before = g_strdup (adw_action_row_get_subtitle (wait_for_row (fixture, "With a chance of 85 %")));
  RelmForecasts *forecasts = relm_view_state_get_forecasts (fixture->state);
  g_autofree char *expected = NULL;

  g_assert_null (find_row (fixture->page, "Too little is known to forecast it"));
  expected = relm_date_display (relm_forecasts_get (forecasts, relm_project_lookup (project, "rel-1"))->dates[RELM_FORECAST_P85]);
  g_assert_cmpstr (before, ==, expected);
  for (guint i = 0; i < 30; i++)
    add_item (project, 2000 + i, RELM_DATE_NONE);
  while (g_strcmp0 (adw_action_row_get_subtitle (wait_for_row (fixture, "With a chance of 85 %")), before) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  AdwActionRow *row = wait_for_row (fixture, "Too little is known to forecast it");

  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "A pace shows after 12 weeks"));
  g_assert_null (find_row (fixture->page, "With a chance of 85 %"));
}

static GtkWidget *
find_chart (GtkWidget *widget)
{
  if (RELM_IS_BURN_UP_CHART (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *chart = find_chart (child);

      if (chart != NULL)
        return chart;
    }
  return NULL;
}

static gboolean
says (GtkWidget *chart,
      guint n_items)
{
  g_autofree char *today = relm_date_display (relm_date_today ());
  g_autofree char *description = g_strdup_printf ("In 41 weeks until %s, 40 of %u were done; 0 were added on the way", today, n_items);
  g_autofree char *other = NULL;

  g_assert_nonnull (chart);
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  return other == NULL;
}

/* It comes by itself, is there while a new one is being made, and then is that one. */
static void
test_burn_up (Fixture *fixture,
              gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);

  wait_for_row (fixture, "With a chance of 85 %");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_chart (fixture->page)), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (says (find_chart (fixture->page), 41));
  add_item (project, 2000, RELM_DATE_NONE);
  while (!says (find_chart (fixture->page), 42))
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/overview-forecast/given", Fixture, GUINT_TO_POINTER (40), set_up, test_given, tear_down);
  g_test_add ("/ui/overview-forecast/refused", Fixture, GUINT_TO_POINTER (3), set_up, test_refused, tear_down);
  g_test_add ("/ui/overview-forecast/burn-up", Fixture, GUINT_TO_POINTER (40), set_up, test_burn_up, tear_down);
  return g_test_run ();
}
