/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the plan's table costs with 10,000 work items, against 1,000 in the same run: opening it, writing a title, and writing a day
 * that moves a row elsewhere. Time of the processor, from the edit to the frame that shows it.
 */

#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "relm-floor.h"
#include "relm-plan-table-private.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-sample.h"
#include "relm-work-item.h"

#define FEW 1000
#define MANY 10000
#define N_EDITS 21

typedef struct
{
  gint64 open; /* nanoseconds */
  gint64 title;
  gint64 day;
} Costs;

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmPlanTable *table;
  RelmRecordList *items;
} Fixture;

static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static void
open_table (Fixture *fixture)
{
  fixture->window = adw_window_new ();
  fixture->table = g_object_new (RELM_TYPE_PLAN_TABLE, NULL);
  relm_plan_table_set_view_state (fixture->table, fixture->state);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  relm_timeline_fixture_wait (fixture->window, 2);
}

static void
write_title (Fixture *fixture,
             guint i)
{
  g_autofree char *title = g_strdup_printf ("Another title %u", i);

  g_assert_true (relm_document_set_string (fixture->document, relm_record_list_get (fixture->items, 10 + i), RELM_WORK_ITEM_TITLE,
                                           title, NULL));
}

static void
write_day (Fixture *fixture,
           guint i)
{
  RelmRecord *item = relm_record_list_get (fixture->items, 10 + i);
  const RelmDate start = relm_record_get_date (item, RELM_WORK_ITEM_PLANNED_START);

  g_assert_true (relm_document_set_date (fixture->document, item, RELM_WORK_ITEM_PLANNED_START, start + 2, NULL));
}

static gint64
measure_edits (Fixture *fixture,
               void (*edit) (Fixture *fixture, guint i))
{
  gint64 times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      const gint64 start = get_time ();

      edit (fixture, i);
      relm_timeline_fixture_wait (fixture->window, 1);
      times[i] = get_time () - start;
    }
  return relm_floor_median (times, N_EDITS);
}

static Costs
measure (guint n_items)
{
  Fixture fixture = { 0 };
  g_autoptr (RelmProject) project = relm_timeline_sample_new_large (n_items);
  gint64 start;
  Costs costs;

  fixture.document = relm_document_new (project);
  fixture.items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  fixture.state = relm_view_state_new ();
  relm_view_state_set_document (fixture.state, fixture.document);
  start = get_time ();
  open_table (&fixture);
  costs.open = get_time () - start;
  costs.title = measure_edits (&fixture, write_title);
  costs.day = measure_edits (&fixture, write_day);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  g_object_unref (fixture.state);
  g_object_unref (fixture.document);
  return costs;
}

static void
report (const char *what,
        gint64 many,
        gint64 few)
{
  g_print ("plan-table: %s: %.2f ms with %d work items, %.2f ms with %d, ratio %.2f\n", what, (double) many / 1e6, MANY,
           (double) few / 1e6, FEW, (double) many / (double) MAX (few, 1));
}

int
main (void)
{
  Costs few, many;

  gtk_init ();
  adw_init ();
  measure (FEW); /* fonts and styles are loaded once */
  few = measure (FEW);
  many = measure (MANY);
  report ("opening", many.open, few.open);
  report ("a title", many.title, few.title);
  report ("a day that moves the row", many.day, few.day);
  return many.open > 10 * few.open || many.title > 4 * few.title || many.day > 10 * few.day;
}
