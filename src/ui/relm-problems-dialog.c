/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-problems-dialog.h"
#include "relm-text.h"

#define ROWS_MAX 200 /* more than anybody reads, and few enough to be shown at once */

/* A reference is good when there is a record with the id, of the kind that the field names. */
static gboolean
is_good (RelmProject *project,
         const RelmField *field,
         const char *id)
{
  RelmRecord *target = relm_project_lookup (project, id);

  return target != NULL && (field->target == NULL || g_str_equal (relm_record_get_kind (target)->name, field->target));
}

static void
clear_references (RelmDocument *document,
                  RelmRecord *record,
                  guint index,
                  const RelmField *field)
{
  RelmProject *project = relm_document_get_project (document);
  const char *const *ids = relm_record_get_strings (record, index);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) good = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (is_good (project, field, ids[i]))
      g_strv_builder_add (builder, ids[i]);
  good = g_strv_builder_end (builder);
  if (g_strv_length (good) < g_strv_length ((char **) ids))
    relm_document_set_strings (document, record, index, (const char *const *) good, NULL);
}

static void
clear_record (RelmDocument *document,
              RelmRecord *record)
{
  const RelmField *fields = relm_record_get_kind (record)->fields;

  for (guint i = 0; fields[i].name != NULL; i++)
    {
      if (fields[i].type == RELM_FIELD_REFERENCES)
        clear_references (document, record, i, &fields[i]);
      else if (fields[i].type == RELM_FIELD_REFERENCE && relm_record_get_string (record, i) != NULL &&
               !is_good (relm_document_get_project (document), &fields[i], relm_record_get_string (record, i)))
        relm_document_set_string (document, record, i, NULL, NULL);
    }
}

static void
response_cb (AdwAlertDialog *dialog,
             const char *response,
             RelmDocument *document)
{
  if (g_str_equal (response, "clear"))
    relm_problems_clear (document);
}

static GtkWidget *
make_list (char **problems)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; problems[i] != NULL && i < ROWS_MAX; i++)
    {
      g_autofree char *text = relm_text_display (problems[i]);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_margin_top (label, 9);
      gtk_widget_set_margin_bottom (label, 9);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_end (label, 12);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

/**
 * relm_problems_dialog_show:
 * @from: a widget of the document's window
 */
void
relm_problems_dialog_show (GtkWidget *from,
                           RelmDocument *document)
{
  g_auto (GStrv) problems = relm_project_list_problems (relm_document_get_project (document));
  AdwAlertDialog *dialog;

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("References to Nothing"),
    _ ("These fields name something that is not in the project. Clearing them can be undone.")));
  adw_alert_dialog_set_extra_child (dialog, make_list (problems));
  adw_alert_dialog_add_responses (dialog, "close", _ ("_Close"), "clear", _ ("_Clear Them"), NULL);
  adw_alert_dialog_set_response_enabled (dialog, "clear", !relm_document_get_read_only (document));
  adw_alert_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), document, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), from);
}

/**
 * relm_problems_clear:
 *
 * Clears every reference that leads to nothing or to a record of the wrong kind, as one step to undo.
 */
void
relm_problems_clear (RelmDocument *document)
{
  RelmProject *project = relm_document_get_project (document);

  relm_document_edit_begin (document, _ ("Clear References to Nothing"));
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        clear_record (document, relm_record_list_get (list, j));
    }
  relm_document_edit_end (document);
}
