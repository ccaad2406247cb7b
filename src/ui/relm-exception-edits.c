/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-exception-edits.h"
#include "relm-exception-request.h"
#include "relm-inspector.h"
#include "relm-overview-row.h"
#include "relm-plan-freeze.h"
#include "relm-plan.h"
#include "relm-record-edits.h"

/* What the request will be about. */
typedef struct
{
  RelmViewState *view_state;
  RelmRecord *item;
  RelmRecord *window;
} Offer;

static void
offer_free (gpointer data,
            GClosure *closure)
{
  Offer *offer = data;

  g_object_unref (offer->view_state);
  g_object_unref (offer->item);
  g_object_unref (offer->window);
  g_free (offer);
}

static void
prepare_cb (RelmDocument *document,
            RelmRecord *request,
            gpointer data)
{
  const Offer *offer = data;

  relm_document_set_string (document, request, RELM_EXCEPTION_REQUEST_SUBJECT, relm_record_get_id (offer->item), NULL);
  relm_document_set_string (document, request, RELM_EXCEPTION_REQUEST_FREEZE_WINDOW, relm_record_get_id (offer->window), NULL);
}

/* Adding it takes the row away, and the offer with it. */
static void
request_cb (AdwActionRow *row,
            const Offer *offer)
{
  g_autoptr (RelmViewState) view_state = g_object_ref (offer->view_state);
  RelmDocument *document = relm_view_state_get_document (view_state);
  RelmRecord *request = relm_record_edits_add (document, RELM_TYPE_EXCEPTION_REQUEST, NULL, prepare_cb, (gpointer) offer);

  if (request != NULL)
    relm_inspector_show (GTK_WIDGET (row), view_state, request);
}

/**
 * relm_exception_edits_offer:
 * @group: where a row is appended
 * @item: a work item
 * @window: a freeze window that concerns it
 *
 * Returns: (transfer none) (nullable): a row that leads to the request for an exception, or else asks for one; %NULL when nobody may
 */
AdwActionRow *
relm_exception_edits_offer (GtkWidget *group,
                            RelmViewState *view_state,
                            RelmRecord *item,
                            RelmRecord *window)
{
  RelmDocument *document = relm_view_state_get_document (view_state);
  RelmRecord *request = relm_plan_freeze_find_request (relm_document_get_project (document), window, item);
  g_autofree char *title = request != NULL ? relm_record_dup_display_title (request) : g_strdup (_ ("Ask for an Exception…"));
  AdwActionRow *row;
  Offer *offer;

  if (request == NULL && relm_document_get_read_only (document))
    return NULL;
  row = relm_overview_row_new (group, title, request != NULL ? relm_plan_get_state_label (request) : NULL);
  if (request != NULL)
    {
      relm_overview_row_select (row, view_state, request);
      return row;
    }
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("list-add-symbolic"));
  offer = g_new (Offer, 1);
  *offer = (Offer) { g_object_ref (view_state), g_object_ref (item), g_object_ref (window) };
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (request_cb), offer, offer_free, G_CONNECT_DEFAULT);
  return row;
}
