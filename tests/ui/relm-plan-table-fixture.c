/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-plan-table-fixture.h"
#include "relm-timeline-sample.h"

void
relm_plan_table_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wait_for (guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

void
relm_plan_table_fixture_show (RelmPlanTableFixture *fixture,
                              int width,
                              int height,
                              const char *layout)
{
  RelmDate today;

  g_assert_true (relm_date_parse (RELM_TIMELINE_SAMPLE_TODAY, &today));
  fixture->window = adw_window_new ();
  fixture->page = relm_timeline_page_new ();
  fixture->timeline = relm_timeline_page_get_timeline (fixture->page);
  fixture->table = fixture->page->table;
  relm_page_set_view_state (RELM_PAGE (fixture->page), fixture->state);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.layout", "s", layout);
  gtk_window_present (GTK_WINDOW (fixture->window));
  relm_timeline_set_today (fixture->timeline, today);
  relm_timeline_fit (fixture->timeline);
  relm_timeline_fixture_wait (fixture->window, 3);
}

void
relm_plan_table_fixture_setup (RelmPlanTableFixture *fixture,
                               gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_timeline_sample_new ();

  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
}

void
relm_plan_table_fixture_teardown (RelmPlanTableFixture *fixture,
                                  gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  relm_plan_table_fixture_settle ();
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->document);
}

RelmRecord *
relm_plan_table_fixture_look_up (RelmPlanTableFixture *fixture,
                                 const char *id)
{
  return relm_project_lookup (relm_document_get_project (fixture->document), id);
}

RelmPlanRow *
relm_plan_table_fixture_get_row (RelmPlanTableFixture *fixture,
                                 const char *id)
{
  return relm_plan_outline_find (relm_plan_sheet_get_outline (relm_plan_table_get_sheet (fixture->table)), relm_plan_table_fixture_look_up (fixture, id));
}

void
relm_plan_table_fixture_assert_text (RelmPlanTableFixture *fixture,
                                     const char *id,
                                     RelmPlanColumn column,
                                     const char *expected)
{
  g_autofree char *text = relm_plan_sheet_dup_text (relm_plan_table_get_sheet (fixture->table), relm_plan_table_fixture_get_row (fixture, id), column);

  g_assert_cmpstr (text, ==, expected);
}

void
relm_plan_table_fixture_take_picture (RelmPlanTableFixture *fixture,
                                      const char *name)
{
  GtkWidget *window = fixture->window;
  const char *suffix = g_getenv ("RELM_PICTURES_SUFFIX");
  g_autofree char *file = g_strdup_printf ("%s%s.png", name, suffix != NULL ? suffix : "");
  g_autofree char *path = g_build_filename (g_getenv ("RELM_PICTURES"), file, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  wait_for (250);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

/* Writes into a cell as a person does: Enter to begin, Enter to end. Whether it was taken. */
gboolean
relm_plan_table_fixture_write_cell (RelmPlanTableFixture *fixture,
                                    const char *id,
                                    RelmPlanColumn column,
                                    const char *text)
{
  RelmPlanCell *cell = relm_plan_columns_find_cell (fixture->table->columns, relm_plan_table_fixture_get_row (fixture, id), column);

  g_assert_nonnull (cell);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  gtk_editable_set_text (relm_cell_get_entry (RELM_CELL (cell)), text);
  g_signal_emit_by_name (relm_cell_get_entry (RELM_CELL (cell)), "activate");
  if (relm_cell_is_editing (RELM_CELL (cell)))
    {
      relm_cell_drop (RELM_CELL (cell));
      return FALSE;
    }
  relm_plan_table_fixture_settle ();
  relm_timeline_fixture_wait (fixture->window, 2);
  return TRUE;
}

gboolean
relm_plan_table_fixture_can_edit (RelmPlanTableFixture *fixture,
                                  const char *id,
                                  RelmPlanColumn column)
{
  return relm_plan_sheet_is_editable (relm_plan_table_get_sheet (fixture->table), relm_plan_table_fixture_get_row (fixture, id), column);
}

void
relm_plan_table_fixture_assert_date (RelmPlanTableFixture *fixture,
                                     const char *id,
                                     guint field,
                                     const char *expected)
{
  g_autofree char *text = relm_date_format (relm_record_get_date (relm_plan_table_fixture_look_up (fixture, id), field));

  g_assert_cmpstr (text, ==, expected);
}

void
relm_plan_table_fixture_assert_words (RelmPlanTableFixture *fixture,
                                      RelmRecord *record,
                                      const char *expected)
{
  g_autofree char *words = _relm_timeline_dup_words (fixture->timeline, record);

  g_assert_cmpstr (words, ==, expected);
}
