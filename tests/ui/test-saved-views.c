/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Views of the timeline that a person gave a name. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "relm-memory.h"
#include "relm-release.h"
#include "relm-saved-views.h"
#include "relm-test-wait.h"
#include "relm-timeline-page-fixture.h"
#include "relm-timeline-sample.h"

static GVariant *
make_view (const char *grouping)
{
  GVariantBuilder view;

  g_variant_builder_init (&view, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&view, "{ss}", "grouping", grouping);
  return g_variant_builder_end (&view);
}

static void
assert_names (GFile *file,
              const char *expected)
{
  g_auto (GStrv) names = relm_saved_views_list (file);
  g_autofree char *joined = g_strjoinv (" ", names);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_grouping (GFile *file,
                 const char *name,
                 const char *expected)
{
  g_autoptr (GVariant) view = relm_saved_views_get (file, name);
  const char *grouping = NULL;

  g_assert_nonnull (view);
  g_variant_lookup (view, "grouping", "&s", &grouping);
  g_assert_cmpstr (grouping, ==, expected);
}

/* By name, each once, of each project its own; and what cannot be read is none. */
static void
test_kept (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/views-kept.relm");
  g_autoptr (GFile) other = g_file_new_for_path ("/views-other.relm");

  assert_names (file, "");
  relm_saved_views_set (file, "people", make_view ("assignee"));
  relm_saved_views_set (file, "“new\n", make_view ("phase"));
  relm_saved_views_set (file, "parts", make_view ("component"));
  assert_names (other, "");
  assert_grouping (file, "“new\n", "phase");
  relm_saved_views_set (file, "“new\n", NULL);
  assert_names (file, "parts people");
  relm_saved_views_set (file, "people", make_view ("stakeholder"));
  assert_names (file, "parts people");
  assert_grouping (file, "people", "stakeholder");
  g_assert_null (relm_saved_views_get (file, "nobody"));
  relm_saved_views_set (file, "nobody", NULL);
  relm_memory_set_detail (file, "timeline-views", "[('half");
  assert_names (file, "");
  relm_saved_views_set (file, "again", make_view ("phase"));
  assert_names (file, "again");
}

static void
test_limit (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/views-limit.relm");

  for (guint i = 0; i < RELM_SAVED_VIEWS_MAX + 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("view-%02u", i);

      relm_saved_views_set (file, name, make_view ("phase"));
    }
  relm_saved_views_set (file, "view-00", make_view ("assignee"));
  assert_grouping (file, "view-00", "assignee");
  g_assert_null (relm_saved_views_get (file, "view-52"));
}

typedef RelmTimelinePageFixture Fixture;

static void
saved_cb (GObject *document,
          GAsyncResult *result,
          gpointer data)
{
  g_assert_true (relm_document_save_finish (RELM_DOCUMENT (document), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_timeline_sample_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "views.relm", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RelmDocument *document;
  gboolean saved = FALSE;

  document = relm_document_new (project);
  relm_document_save_as_async (document, file, NULL, saved_cb, &saved);
  relm_test_wait_until (saved);
  relm_timeline_page_fixture_show (fixture, document, 1200);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_remove (g_file_peek_path (relm_document_get_file (fixture->document)));
  relm_timeline_page_fixture_clear (fixture);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
save (Fixture *fixture,
      const char *name)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.save-view", NULL);
  dialog = get_dialog (fixture);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog))), "  ");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "save"));
  gtk_editable_set_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog))), name);
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "save"));
  g_signal_emit_by_name (dialog, "response", "save");
  adw_dialog_force_close (dialog);
  relm_test_wait_until (get_dialog (fixture) == NULL);
}

static void
show (Fixture *fixture,
      const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.show-view", "s", name);
}

static void
test_shown (Fixture *fixture,
            gconstpointer data)
{
  RelmRecord *release = relm_project_lookup (relm_document_get_project (fixture->document), "rel-one");

  save (fixture, "All");
  relm_view_state_set_release (fixture->state, release);
  relm_timeline_set_grouping (fixture->timeline, RELM_TIMELINE_BY_ASSIGNEE);
  relm_timeline_set_labels (fixture->timeline, RELM_TIMELINE_LABELS_AFTER);
  relm_timeline_set_show_critical (fixture->timeline, TRUE);
  relm_timeline_set_day_width (fixture->timeline, 21.5);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.layout", "s", "both");
  save (fixture, "Who does_what");

  show (fixture, "All");
  g_assert_null (relm_view_state_get_release (fixture->state));
  g_assert_cmpint (relm_timeline_get_grouping (fixture->timeline), ==, RELM_TIMELINE_BY_RELEASE);
  g_assert_false (relm_timeline_get_show_critical (fixture->timeline));

  show (fixture, "Who does_what");
  g_assert_true (relm_view_state_get_release (fixture->state) == release);
  g_assert_cmpint (relm_timeline_get_grouping (fixture->timeline), ==, RELM_TIMELINE_BY_ASSIGNEE);
  g_assert_cmpint (relm_timeline_get_labels (fixture->timeline), ==, RELM_TIMELINE_LABELS_AFTER);
  g_assert_true (relm_timeline_get_show_critical (fixture->timeline));
  g_assert_cmpfloat (relm_timeline_get_day_width (fixture->timeline), ==, 21.5);

  /* What it is about may be gone by then. */
  show (fixture, "All");
  relm_document_edit_begin (fixture->document, "Remove");
  relm_document_remove (fixture->document, release);
  relm_document_edit_end (fixture->document);
  show (fixture, "Who does_what");
  g_assert_null (relm_view_state_get_release (fixture->state));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.forget-view", "s", "All");
  assert_names (relm_document_get_file (fixture->document), "Who does_what");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  adw_init ();
  g_test_add_func ("/saved-views/kept", test_kept);
  g_test_add_func ("/saved-views/limit", test_limit);
  g_test_add ("/saved-views/shown", Fixture, NULL, set_up, test_shown, tear_down);
  return g_test_run ();
}
