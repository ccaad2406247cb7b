/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Telling a stakeholder what they do not know yet, and where it is seen. */

#include "config.h"

#include <adwaita.h>

#include "relm-communication.h"
#include "relm-release.h"
#include "relm-stakeholder.h"
#include "relm-stakeholders-page.h"
#include "relm-told-dialog.h"
#include "relm-told-facts.h"
#include "relm-told.h"
#include "relm-uri.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  RelmRecord *release;
  RelmRecord *stakeholder;
  GtkWidget *window;
} Fixture;

static void
set_planned (Fixture *fixture,
             int day)
{
  g_assert_true (relm_document_set_date (fixture->document, fixture->release, RELM_RELEASE_PLANNED, relm_date_from_ymd (2127, 5, day), NULL));
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
  fixture->release = relm_document_add (fixture->document, RELM_TYPE_RELEASE, 0);
  relm_document_set_string (fixture->document, fixture->release, RELM_RELEASE_VERSION, "1.0", NULL);
  set_planned (fixture, 3);
  fixture->stakeholder = relm_document_add (fixture->document, RELM_TYPE_STAKEHOLDER, 0);
  relm_document_set_string (fixture->document, fixture->stakeholder, RELM_STAKEHOLDER_NAME, "Distributions", NULL);
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
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
      const char *text)
{
  if ((GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0) ||
      (GTK_IS_INSCRIPTION (widget) && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0) ||
      (ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
tell (Fixture *fixture)
{
  AdwDialog *dialog = relm_told_dialog_new (fixture->document, fixture->stakeholder);

  adw_dialog_present (dialog, fixture->window);
  g_signal_emit_by_name (find (adw_dialog_get_child (dialog), "_Note as Told"), "clicked");
  settle ();
}

static void
test_note (Fixture *fixture,
           gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  RelmRecord *told;

  relm_document_set_string (fixture->document, fixture->stakeholder, RELM_STAKEHOLDER_CHANNEL, "List", NULL);
  tell (fixture);
  told = relm_told_find_last (project, fixture->stakeholder);
  g_assert_nonnull (told);
  g_assert_cmpint (relm_record_get_date (told, RELM_COMMUNICATION_TOLD), ==, relm_date_today ());
  g_assert_cmpstr (relm_record_get_string (told, RELM_COMMUNICATION_CHANNEL), ==, "List");
  g_assert_cmpstr (relm_record_get_string (told, RELM_COMMUNICATION_TEXT), ==, "What is planned:\n\n- 1.0 is planned for 3 May 2127\n");
  g_assert_nonnull (relm_record_get_strings (told, RELM_COMMUNICATION_SNAPSHOT));
  relm_document_undo (fixture->document);
  g_assert_null (relm_told_find_last (project, fixture->stakeholder));
}

/* The inspector's group follows what is planned, and what is told. */
static void
test_facts (Fixture *fixture,
            gconstpointer data)
{
  RelmScheduleGroup *facts = relm_told_facts_new ();

  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (facts));
  relm_schedule_group_set_record (facts, fixture->state, fixture->stakeholder);
  g_assert_nonnull (find (GTK_WIDGET (facts), "Never told anything"));
  tell (fixture);
  g_assert_null (find (GTK_WIDGET (facts), "Never told anything"));
  set_planned (fixture, 10);
  settle ();
  g_assert_nonnull (find (GTK_WIDGET (facts), "1.0 is planned for 10 May 2127, 7 days later"));
  relm_schedule_group_set_record (facts, fixture->state, fixture->release);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (facts)));
}

static void
test_column (Fixture *fixture,
             gconstpointer data)
{
  RelmStakeholdersPage *page = g_object_new (RELM_TYPE_STAKEHOLDERS_PAGE, NULL);
  g_autofree char *today = relm_date_display (relm_date_today ());
  g_autofree char *news = g_strdup_printf ("1 change since %s", today);

  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (page));
  relm_page_set_view_state (RELM_PAGE (page), fixture->state);
  settle ();
  g_assert_nonnull (find (GTK_WIDGET (page), "Never"));
  tell (fixture);
  g_assert_nonnull (find (GTK_WIDGET (page), today));
  set_planned (fixture, 4);
  settle ();
  g_assert_nonnull (find (GTK_WIDGET (page), news));
}

/* What the file says may be anything: it gets into nothing but the address, the subject and the text of a mail. */
static void
test_mail (void)
{
  static const struct
  {
    const char *address;
    const char *subject;
    const char *text;
    const char *uri;
  } mails[] = {
    { "a@example.org", "Relm: news", "One\nTwo & 3", "mailto:a@example.org?subject=Relm%3A%20news&body=One%0D%0ATwo%20%26%203" },
    { "a@example.org?cc=b@example.org", "", NULL, "mailto:a@example.org%3Fcc%3Db@example.org?subject=" },
    { "a@example.org", "x&bcc=b@example.org", NULL, "mailto:a@example.org?subject=x%26bcc%3Db%40example.org" },
    { "nobody", "", NULL, NULL },
    { "", "", NULL, NULL },
  };
  g_autofree char *long_text = g_strnfill (RELM_URI_LENGTH_MAX, 'a');
  g_autofree char *too_long = relm_told_dialog_make_mail ("a@example.org", "", long_text);

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    {
      g_autofree char *uri = relm_told_dialog_make_mail (mails[i].address, mails[i].subject, mails[i].text);

      g_assert_cmpstr (uri, ==, mails[i].uri);
    }
  g_assert_null (too_long);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/ui/told/" name, Fixture, NULL, setup, func, teardown)
  ADD ("note", test_note);
  ADD ("facts", test_facts);
  ADD ("column", test_column);
  g_test_add_func ("/ui/told/mail", test_mail);

  return g_test_run ();
}
