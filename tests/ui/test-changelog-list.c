/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of what changed: headings, filters, what stays selected, and how many rows are widgets. */

#include "config.h"

#include <adwaita.h>

#include "relm-change-entry.h"
#include "relm-changelog-list.h"
#include "relm-changelog-row.h"
#include "relm-changelog.h"
#include "relm-document.h"
#include "relm-release.h"

#define N_MANY 5000

static const struct
{
  const char *summary;
  const char *kind;
  gboolean breaking;
} sample[] = {
  { "A timeline", "added", FALSE },       { "Another timeline", "added", FALSE }, { "No more spreadsheet", "removed", TRUE },
  { "Saving a full disk", "fixed", FALSE }, { "Search", "changed", FALSE },
};

static RelmRecord *
add_entry (RelmDocument *document,
           const char *summary,
           const char *kind,
           gboolean breaking)
{
  RelmRecord *record = relm_document_add (document, RELM_TYPE_CHANGE_ENTRY, 0);

  relm_document_set_string (document, record, RELM_CHANGE_ENTRY_SUMMARY, summary, NULL);
  relm_document_set_string (document, record, RELM_CHANGE_ENTRY_KIND, kind, NULL);
  relm_document_set_boolean (document, record, RELM_CHANGE_ENTRY_BREAKING, breaking, NULL);
  return record;
}

static RelmDocument *
create_document (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmDocument *document = relm_document_new (project);

  for (guint i = 0; i < G_N_ELEMENTS (sample); i++)
    add_entry (document, sample[i].summary, sample[i].kind, sample[i].breaking);
  return document;
}

static RelmChangelogRelease *
load (RelmDocument *document,
      RelmChangelog **changelog)
{
  RelmChangelogRelease *release;

  *changelog = relm_changelog_load (NULL, relm_document_get_project (document), NULL, NULL);
  release = relm_changelog_get_release (*changelog, 0);
  g_assert_true (relm_changelog_release_load (release, NULL, NULL));
  return release;
}

static void
assert_shown (RelmChangelogList *list,
              const char *expected)
{
  GListModel *model = relm_changelog_list_get_model (list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RelmChangelogEntry) entry = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", relm_changelog_entry_get_summary (entry));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
count_cb (RelmChangelogList *list,
          gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_filter (void)
{
  g_autoptr (RelmDocument) document = create_document ();
  g_autoptr (RelmChangelog) changelog = NULL;
  RelmChangelogList *list = RELM_CHANGELOG_LIST (g_object_ref_sink (relm_changelog_list_new ()));

  relm_changelog_list_set_release (list, load (document, &changelog));
  assert_shown (list, "No more spreadsheet; Another timeline; A timeline; Search; Saving a full disk");
  relm_changelog_list_set_filter (list, "TIME  another ", RELM_CHANGELOG_LIST_ANY_KIND);
  assert_shown (list, "Another timeline");
  relm_changelog_list_set_filter (list, "timeline", RELM_CHANGELOG_KIND_FIXED);
  assert_shown (list, "");
  /* What breaks is told as that, whatever else it is. */
  relm_changelog_list_set_filter (list, "", RELM_CHANGELOG_KIND_BREAKING);
  assert_shown (list, "No more spreadsheet");
  relm_changelog_list_set_filter (list, NULL, RELM_CHANGELOG_KIND_REMOVED);
  assert_shown (list, "");
  g_assert_finalize_object (list);
}

static void
test_sections (void)
{
  g_autoptr (RelmDocument) document = create_document ();
  g_autoptr (RelmChangelog) changelog = NULL;
  RelmChangelogList *list = RELM_CHANGELOG_LIST (g_object_ref_sink (relm_changelog_list_new ()));
  GListModel *model = relm_changelog_list_get_model (list);
  guint start, end;

  relm_changelog_list_set_release (list, load (document, &changelog));
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 0, &start, &end);
  g_assert_cmpuint (end, ==, 1);
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 1, &start, &end);
  g_assert_cmpuint (start, ==, 1);
  g_assert_cmpuint (end, ==, 3);
  g_assert_finalize_object (list);
}

/* The same release read again: a person stays where they were. */
static void
test_selection (void)
{
  g_autoptr (RelmDocument) document = create_document ();
  g_autoptr (RelmChangelog) before = NULL;
  g_autoptr (RelmChangelog) after = NULL;
  RelmChangelogList *list = RELM_CHANGELOG_LIST (g_object_ref_sink (relm_changelog_list_new ()));
  guint n_selected = 0;

  g_signal_connect (list, "selected", G_CALLBACK (count_cb), &n_selected);
  relm_changelog_list_set_release (list, load (document, &before));
  g_assert_null (relm_changelog_list_get_selected (list));
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (relm_changelog_list_get_model (list)), 3);
  g_assert_cmpuint (n_selected, ==, 1);
  g_assert_cmpstr (relm_changelog_entry_get_summary (relm_changelog_list_get_selected (list)), ==, "Search");

  add_entry (document, "One more", "added", FALSE);
  relm_changelog_list_set_release (list, load (document, &after));
  g_assert_cmpstr (relm_changelog_entry_get_summary (relm_changelog_list_get_selected (list)), ==, "Search");
  g_assert_finalize_object (list);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = RELM_IS_CHANGELOG_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static void
assert_harmless (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));

      g_assert_false (gtk_label_get_use_markup (GTK_LABEL (widget)));
      g_assert_null (strstr (text, "\342\200\256"));
      g_assert_cmpint (g_utf8_strlen (text, -1), <=, 600);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_harmless (child);
}

/* What strangers write is text, cannot turn the text around it, and costs what can be seen of it. */
static void
test_hostile (void)
{
  g_autofree char *endless = g_strnfill (10 * 1000 * 1000, 'x');
  const char *const summaries[] = { "<span size=\"99999\">big</span> & <a href=\"https://evil.example\">link</a>",
                                    "before \342\200\256after", endless };

  for (guint i = 0; i < G_N_ELEMENTS (summaries); i++)
    {
      g_autoptr (RelmChangelogEntry) entry = relm_changelog_entry_new (RELM_CHANGELOG_KIND_FIXED, summaries[i]);
      GtkWidget *row = g_object_ref_sink (relm_changelog_row_new ());
      g_autofree char *label = NULL;

      relm_changelog_entry_set_author (entry, summaries[i]);
      relm_changelog_entry_set_scope (entry, summaries[i]);
      relm_changelog_row_set_entry (RELM_CHANGELOG_ROW (row), entry);
      assert_harmless (row);
      label = relm_changelog_row_dup_label (RELM_CHANGELOG_ROW (row));
      g_assert_null (strstr (label, "\342\200\256"));
      g_assert_finalize_object (row);
    }
}

static void
test_many (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmDocument) document = relm_document_new (project);
  g_autoptr (RelmChangelog) changelog = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = relm_changelog_list_new ();
  GListModel *model;

  for (guint i = 0; i < N_MANY; i++)
    add_entry (document, "Something that changed", relm_change_entry_kinds[i % 6].nick, FALSE);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_present (GTK_WINDOW (window));
  relm_changelog_list_set_release (RELM_CHANGELOG_LIST (list), load (document, &changelog));
  model = relm_changelog_list_get_model (RELM_CHANGELOG_LIST (list));
  /* Those in sight come at once, and all others without a stop. */
  g_assert_cmpuint (g_list_model_get_n_items (model), <, 100);
  g_assert_cmpuint (count_rows (list), >, 5);
  g_assert_cmpuint (count_rows (list), <, 100);
  while (g_list_model_get_n_items (model) < N_MANY)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (count_rows (list), <, 400);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/changelog-list/filter", test_filter);
  g_test_add_func ("/ui/changelog-list/sections", test_sections);
  g_test_add_func ("/ui/changelog-list/selection", test_selection);
  g_test_add_func ("/ui/changelog-list/hostile", test_hostile);
  g_test_add_func ("/ui/changelog-list/many", test_many);
  return g_test_run ();
}
