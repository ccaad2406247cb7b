/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What belongs to a record, and adding more of it, for every kind that there is. */

#include "config.h"

#include <adwaita.h>

#include "relm-baseline.h"
#include "relm-kinds.h"
#include "relm-phase.h"
#include "relm-raid-item.h"
#include "relm-record-group.h"
#include "relm-record-relations.h"
#include "relm-release.h"
#include "relm-source.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmRecord *release;
} Fixture;

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
  fixture->release = relm_document_add (fixture->document, RELM_TYPE_RELEASE, 0);
  fixture->window = gtk_window_new ();
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
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
find (GtkWidget *widget,
      GType type,
      const char *tooltip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (tooltip == NULL || g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n_rows = ADW_IS_ACTION_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_rows += count_rows (child);
  return n_rows;
}

static RelmRecordRelations *
show (Fixture *fixture,
      RelmRecord *record)
{
  RelmRecordRelations *relations = relm_record_relations_new (relm_record_get_kind (record));

  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (relations));
  relm_record_relations_set_record (relations, fixture->state, record);
  return relations;
}

static void
click_add (RelmRecordRelations *relations,
           const RelmKind *kind)
{
  g_autofree char *tooltip = g_strdup_printf ("Add %s", kind->label);
  GtkWidget *button = find (GTK_WIDGET (relations), GTK_TYPE_BUTTON, tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static const RelmKind *
find_kind (GType type)
{
  RelmRecordClass *klass = g_type_class_get (type);

  return klass->kind;
}

static void
test_release (Fixture *fixture,
              gconstpointer data)
{
  RelmRecordRelations *relations = show (fixture, fixture->release);
  RelmRecord *phase;

  g_assert_cmpuint (count_rows (GTK_WIDGET (relations)), ==, 0);
  click_add (relations, find_kind (RELM_TYPE_PHASE));
  phase = relm_view_state_get_selected (fixture->state);
  g_assert_true (RELM_IS_PHASE (phase));
  g_assert_cmpstr (relm_record_get_string (phase, RELM_PHASE_RELEASE), ==, relm_record_get_id (fixture->release));
  g_assert_cmpuint (count_rows (GTK_WIDGET (relations)), ==, 1);

  relm_document_undo (fixture->document);
  settle ();
  g_assert_cmpuint (count_rows (GTK_WIDGET (relations)), ==, 0);
}

/* Whatever can be added is selected, has a title, and is one step. */
static void
test_all (Fixture *fixture,
          gconstpointer data)
{
  RelmRecord *project = RELM_RECORD (relm_document_get_project (fixture->document));
  g_autoptr (GArray) relations = relm_record_relation_list (relm_record_get_kind (project));
  RelmRecordRelations *shown = show (fixture, project);

  g_assert_cmpuint (relations->len, >=, 4);
  for (guint i = 0; i < relations->len; i++)
    {
      const RelmRecordRelation *relation = &g_array_index (relations, RelmRecordRelation, i);
      RelmRecord *record;

      click_add (shown, relation->kind);
      record = relm_view_state_get_selected (fixture->state);
      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (record, relation->type));
      if (!RELM_IS_BASELINE (record))
        g_assert_cmpstr (relm_record_get_title (record), ==, "Untitled");
      if (RELM_IS_SOURCE (record))
        g_assert_cmpstr (relm_record_get_string (record, RELM_SOURCE_LOCATION), ==, ".");
      g_assert_cmpuint (count_rows (GTK_WIDGET (shown)), ==, i + 1);
    }
}

/* What concerns all releases names none, and is found with the project; what is of one release is not. */
static void
test_no_release (Fixture *fixture,
                 gconstpointer data)
{
  RelmRecord *project = RELM_RECORD (relm_document_get_project (fixture->document));
  RelmRecordRelations *relations = show (fixture, project);
  RelmRecord *risk;

  click_add (relations, find_kind (RELM_TYPE_RAID_ITEM));
  risk = relm_view_state_get_selected (fixture->state);
  g_assert_null (relm_record_get_string (risk, RELM_RAID_ITEM_RELEASE));
  g_assert_cmpuint (count_rows (GTK_WIDGET (relations)), ==, 1);
  relm_document_set_string (fixture->document, risk, RELM_RAID_ITEM_RELEASE, relm_record_get_id (fixture->release), NULL);
  settle ();
  g_assert_cmpuint (count_rows (GTK_WIDGET (relations)), ==, 0);
}

/* Many are not all shown at once. */
static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  RelmRecordRelations *relations;
  GtkWidget *more;

  for (guint i = 0; i < 40; i++)
    {
      RelmRecord *phase = relm_document_add (fixture->document, RELM_TYPE_PHASE, i);

      relm_document_set_string (fixture->document, phase, RELM_PHASE_RELEASE, relm_record_get_id (fixture->release), NULL);
    }
  relations = show (fixture, fixture->release);
  g_assert_cmpuint (count_rows (GTK_WIDGET (relations)), ==, 6);
  more = find (GTK_WIDGET (relations), ADW_TYPE_BUTTON_ROW, NULL);
  g_assert_nonnull (more);
  g_signal_emit_by_name (more, "activated");
  g_assert_cmpuint (count_rows (GTK_WIDGET (relations)), ==, 40);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/ui/record-group/" name, Fixture, NULL, setup, func, teardown)
  ADD ("release", test_release);
  ADD ("all", test_all);
  ADD ("no-release", test_no_release);
  ADD ("many", test_many);

  return g_test_run ();
}
