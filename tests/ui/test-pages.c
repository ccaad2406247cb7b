/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages and the inspector on a small project. With RELM_PICTURES set to a folder, leaves a picture of each there. */

#include "config.h"

#include <adwaita.h>

#include "relm-field-text.h"
#include "relm-inspector.h"
#include "relm-kinds.h"
#include "relm-overview-page.h"
#include "relm-person.h"
#include "relm-release.h"
#include "relm-scope-page.h"
#include "relm-stakeholders-page.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
} Fixture;

/* “work-item title=Write it;state=done”: a record and its fields as text. */
static const char *const sample[] = {
  "person name=Ada Lovelace;role=Release manager",
  "person name=Grace Hopper;role=Developer",
  "release version=1.0.0;name=Foundation;state=in_progress;planned=2026-12-18;committed=2026-12-15;owner=@0;goal=A person opens a project and sees its releases, people and changes.",
  "release version=1.1.0;name=Trackers;planned=2027-03-01",
  "release version=0.9.0;state=released;planned=2026-10-01;actual=2026-10-03",
  "phase name=Development;release=@2;planned_start=2026-10-05;planned_finish=2026-11-20;actual_start=2026-10-05;actual_finish=2026-11-20",
  "phase name=Stabilisation;release=@2;planned_start=2026-11-21;planned_finish=2026-12-10",
  "milestone name=String freeze;release=@2;kind=custom;planned=2026-12-01",
  "work-item title=Write the file format;state=done;stage=testing;release=@2;assignee=@1;kind=feature",
  "work-item title=Read commits from <b>git</b> & others;state=in_progress;stage=coding;release=@2;assignee=@1;planned_finish=2026-11-30",
  "work-item title=Accessible timeline for people who use a screen reader, on every desktop that we know of;state=blocked;stage=design;priority=high;release=@2;assignee=@0",
  "work-item title=Translate the manual;state=open;kind=documentation;stage=requirements;release=@2;planned_finish=2026-11-10",
  "work-item title=Publish on Flathub;state=open;kind=deployment;stage=deployment;release=@2;planned_finish=2026-12-18",
  "work-item title=GitHub;state=open;kind=feature;release=@3",
  "stakeholder name=Distribution packagers;organisation=Debian;role=Packager;power=4;interest=5;engagement=neutral;desired_engagement=supportive",
  "stakeholder name=Translation teams;organisation=GNOME;power=2;interest=4;engagement=supportive;desired_engagement=supportive",
  "stakeholder name=Ministry of Digital Affairs;category=external;power=5;interest=2;engagement=unaware;desired_engagement=leading",
};

static void
set_field (RelmRecord *record,
           RelmRecord **records,
           const char *assignment)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  const RelmKind *kind = relm_record_get_kind (record);
  const int field = relm_kind_find_field (kind, parts[0]);
  const char *text = parts[1];
  g_auto (RelmValue) value = { 0 };

  g_assert_cmpint (field, >=, 0);
  if (*text == '@')
    text = relm_record_get_id (records[atoi (text + 1)]);
  g_assert_true (relm_field_text_parse (&kind->fields[field], text, &value, NULL));
  relm_record_set_value (record, (guint) field, &value);
}

static RelmProject *
create_sample (void)
{
  RelmProject *project = relm_project_new ();
  RelmRecord *records[G_N_ELEMENTS (sample)];
  const RelmValue name = RELM_VALUE_INIT_STRING ("Relm");

  relm_record_set_value (RELM_RECORD (project), RELM_PROJECT_NAME, &name);
  for (guint i = 0; i < G_N_ELEMENTS (sample); i++)
    {
      g_auto (GStrv) words = g_strsplit (sample[i], " ", 2);
      g_auto (GStrv) fields = g_strsplit (words[1], ";", -1);
      g_autofree char *id = g_strdup_printf ("x-%010u", i);
      g_autoptr (RelmRecord) record = relm_record_new (relm_kinds_find_type (words[0]), id);

      records[i] = record;
      for (guint j = 0; fields[j] != NULL; j++)
        set_field (record, records, fields[j]);
      g_assert_true (relm_project_insert (project, record, G_MAXUINT, NULL));
    }
  return project;
}

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  g_autoptr (RelmProject) project = data != NULL ? create_sample () : relm_project_new ();

  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->document);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
take_picture (GtkWidget *window,
              const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  if (g_getenv ("RELM_PICTURES") == NULL)
    {
      g_object_unref (snapshot);
      return;
    }
  path = g_build_filename (g_getenv ("RELM_PICTURES"), file, NULL);
  paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

static void
show_for (GtkWidget *window,
          guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
run_page (Fixture *fixture,
          GType type,
          const char *name,
          int width)
{
  GtkWidget *page = g_object_new (type, "view-state", fixture->state, NULL);
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  gpointer weak = page;

  g_object_add_weak_pointer (G_OBJECT (page), &weak);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  if (g_getenv ("RELM_PICTURES") != NULL)
    show_for (window, 600);
  take_picture (window, name);
  gtk_window_destroy (GTK_WINDOW (window));
  show_for (window, 20);
  settle ();
  g_assert_null (weak);
}

static void
test_pages (Fixture *fixture,
            gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  RelmRecord *release = relm_record_list_get (relm_project_get_list (project, RELM_TYPE_RELEASE), 0);
  RelmRecord *item = relm_record_list_get (relm_project_get_list (project, RELM_TYPE_WORK_ITEM), 1);

  run_page (fixture, RELM_TYPE_OVERVIEW_PAGE, "overview-roadmap", 900);
  run_page (fixture, RELM_TYPE_STAKEHOLDERS_PAGE, "stakeholders", 1100);
  relm_view_state_set_release (fixture->state, release);
  run_page (fixture, RELM_TYPE_OVERVIEW_PAGE, "overview-release", 900);
  run_page (fixture, RELM_TYPE_OVERVIEW_PAGE, "overview-release-narrow", 360);
  run_page (fixture, RELM_TYPE_SCOPE_PAGE, "scope", 1100);
  run_page (fixture, RELM_TYPE_SCOPE_PAGE, "scope-narrow", 360);
  relm_view_state_set_selected (fixture->state, item);
  run_page (fixture, RELM_TYPE_INSPECTOR, "inspector", 340);
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  run_page (fixture, RELM_TYPE_OVERVIEW_PAGE, "empty-overview", 360);
  run_page (fixture, RELM_TYPE_SCOPE_PAGE, "empty-scope", 600);
  run_page (fixture, RELM_TYPE_STAKEHOLDERS_PAGE, "empty-stakeholders", 600);
}

static GtkWidget *
find_row (GtkWidget *widget,
          const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* The overview is made anew at each change, and whoever was at a row of it still is. */
static void
test_focus (Fixture *fixture,
            gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  RelmRecord *release = relm_record_list_get (relm_project_get_list (project, RELM_TYPE_RELEASE), 0);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row;

  relm_view_state_set_release (fixture->state, release);
  gtk_window_set_child (GTK_WINDOW (window), g_object_new (RELM_TYPE_OVERVIEW_PAGE, "view-state", fixture->state, NULL));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  row = find_row (window, "Ada Lovelace");
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row);

  relm_document_set_string (fixture->document, release, RELM_RELEASE_NAME, "Beginning", NULL);
  settle ();
  g_assert_true (find_row (window, "Ada Lovelace") != row);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == find_row (window, "Ada Lovelace"));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* Without a document there is nothing to show, and nothing goes wrong. */
static void
test_nothing (void)
{
  g_autoptr (RelmViewState) state = relm_view_state_new ();
  RelmInspector *inspector = g_object_ref_sink (relm_inspector_new ());

  relm_inspector_set_view_state (inspector, state);
  g_assert_null (relm_inspector_get_record (inspector));
  g_assert_finalize_object (inspector);
}

static void
test_inspector (Fixture *fixture,
                gconstpointer data)
{
  RelmInspector *inspector = g_object_ref_sink (relm_inspector_new ());
  RelmProject *project = relm_document_get_project (fixture->document);
  RelmRecord *release = relm_record_list_get (relm_project_get_list (project, RELM_TYPE_RELEASE), 0);

  relm_inspector_set_view_state (inspector, fixture->state);
  g_assert_true (relm_inspector_get_record (inspector) == RELM_RECORD (project));
  relm_view_state_set_release (fixture->state, release);
  g_assert_true (relm_inspector_get_record (inspector) == release);

  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        {
          relm_view_state_set_selected (fixture->state, relm_record_list_get (list, j));
          g_assert_true (relm_inspector_get_record (inspector) == relm_record_list_get (list, j));
        }
    }

  relm_view_state_set_selected (fixture->state, release);
  relm_document_remove (fixture->document, release);
  g_assert_null (relm_view_state_get_selected (fixture->state));
  g_assert_true (relm_inspector_get_record (inspector) == RELM_RECORD (project));
  g_assert_finalize_object (inspector);
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("RELM_TODAY", "2026-11-24", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  if (g_getenv ("RELM_PICTURES_DARK") != NULL)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  if (g_getenv ("RELM_PICTURES_RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);

  g_test_add ("/ui/pages/sample", Fixture, "sample", setup, test_pages, teardown);
  g_test_add ("/ui/pages/empty", Fixture, NULL, setup, test_empty, teardown);
  g_test_add ("/ui/pages/inspector", Fixture, "sample", setup, test_inspector, teardown);
  g_test_add ("/ui/pages/focus", Fixture, "sample", setup, test_focus, teardown);
  g_test_add_func ("/ui/pages/nothing", test_nothing);

  return g_test_run ();
}
