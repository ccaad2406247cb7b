/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-baseline-edits.h"
#include "relm-baseline.h"
#include "relm-communication.h"
#include "relm-exception-request.h"
#include "relm-record-edits.h"
#include "relm-source.h"
#include "relm-work-item.h"

static void
show_toast (GtkWidget *from,
            AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  adw_toast_set_use_markup (toast, FALSE);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
}

/* What most people would write: the repository of a project is mostly the one that its file lies in. A baseline is of now. */
static void
give_first_values (RelmDocument *document,
                   RelmRecord *record)
{
  if (RELM_IS_SOURCE (record))
    relm_document_set_string (document, record, RELM_SOURCE_LOCATION, ".", NULL);
  else if (RELM_IS_BASELINE (record))
    relm_baseline_edits_fill (document, record);
  else if (RELM_IS_WORK_ITEM (record))
    relm_document_set_date (document, record, RELM_WORK_ITEM_ADDED, relm_date_today (), NULL);
  else if (RELM_IS_COMMUNICATION (record))
    relm_document_set_date (document, record, RELM_COMMUNICATION_TOLD, relm_date_today (), NULL);
  else if (RELM_IS_EXCEPTION_REQUEST (record))
    relm_document_set_date (document, record, RELM_EXCEPTION_REQUEST_REQUESTED, relm_date_today (), NULL);
}

/**
 * relm_record_edits_find_release_field:
 *
 * Returns: the index of the field that says which release a record of this kind belongs to, or -1
 */
int
relm_record_edits_find_release_field (const RelmKind *kind)
{
  for (int i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].type == RELM_FIELD_REFERENCE && g_strcmp0 (kind->fields[i].target, "release") == 0)
      return i;
  return -1;
}

/**
 * relm_record_edits_add:
 * @type: the type of a kind
 * @release: (nullable): the release that it belongs to, where its kind has one
 * @prepare: (nullable): fills in more
 *
 * Returns: (transfer none) (nullable): the new record, last in its list; %NULL if the document takes no edits
 */
RelmRecord *
relm_record_edits_add (RelmDocument *document,
                       GType type,
                       RelmRecord *release,
                       RelmRecordPrepareFunc prepare,
                       gpointer user_data)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (document), type);
  const RelmKind *kind = relm_record_list_get_kind (list);
  const int release_field = relm_record_edits_find_release_field (kind);
  g_autofree char *label = NULL;
  RelmRecord *record;

  if (relm_document_get_read_only (document))
    return NULL;

  /* Translators: a step that can be undone; the placeholder is what is added, for example “Work item” */
  label = g_strdup_printf (_ ("Add %s"), _ (kind->label));
  relm_document_edit_begin (document, label);
  record = relm_document_add (document, type, relm_record_list_get_size (list));
  if (record != NULL)
    {
      give_first_values (document, record);
      if (release != NULL && release_field >= 0)
        relm_document_set_string (document, record, (guint) release_field, relm_record_get_id (release), NULL);
      if (prepare != NULL)
        prepare (document, record, user_data);
    }
  relm_document_edit_end (document);
  return record;
}

/**
 * relm_record_edits_remove:
 * @from: the widget that asks, in whose window the toast appears
 * @record: a record of the document
 */
void
relm_record_edits_remove (GtkWidget *from,
                          RelmDocument *document,
                          RelmRecord *record)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  g_autoptr (AdwToast) toast = NULL;

  if (relm_document_get_read_only (document))
    return;

  /* Translators: a step that can be undone; the placeholder is a record's title */
  label = g_strdup_printf (_ ("Delete “%s”"), title);
  relm_document_edit_begin (document, label);
  relm_document_remove (document, record);
  relm_document_edit_end (document);

  /* Translators: the placeholder is the title of the record that was deleted */
  done = g_strdup_printf (_ ("“%s” deleted"), title);
  toast = adw_toast_new (done);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (relm_document_undo), document, G_CONNECT_SWAPPED);
  /* The next edit would be what the button undoes. */
  g_signal_connect_object (relm_document_get_project (document), "changed", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  show_toast (from, toast);
}

/**
 * relm_record_edits_say:
 * @from: a widget of the window
 * @message: a translated sentence
 *
 * Shows a toast.
 */
void
relm_record_edits_say (GtkWidget *from,
                       const char *message)
{
  g_autoptr (AdwToast) toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message);
  show_toast (from, toast);
}
