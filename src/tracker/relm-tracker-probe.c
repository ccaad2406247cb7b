/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-tracker-error.h"
#include "relm-tracker-probe.h"
#include "relm-tracker-service.h"

/* What tells the service stands at the beginning of a page. */
#define SIZE_MAX_PAGE (4 * 1024 * 1024)

static RelmHttpClient *
make_client (GUri *uri,
             const RelmHttpPatience *patience)
{
  RelmHttpPatience once = patience != NULL ? *patience : relm_http_patience_default;
  g_autofree char *root = relm_tracker_address_dup_root (uri, NULL);

  once.tries = 1;
  once.deadline_us = MIN (once.deadline_us, 20 * G_USEC_PER_SEC);
  once.size_max = MIN (once.size_max, SIZE_MAX_PAGE);
  return relm_http_client_new (root, &once);
}

static const RelmTrackerService *
find_service (const RelmHttpPage *page)
{
  for (guint i = 0; relm_tracker_services[i] != NULL; i++)
    if (relm_tracker_services[i]->is_page (page->headers, page->text))
      return relm_tracker_services[i];
  return NULL;
}

static RelmTrackerAddress *
make_address (const char *text,
              const RelmHttpPage *page,
              GUri *uri,
              GError **error)
{
  const RelmTrackerService *service = find_service (page);
  g_autofree char *installed = NULL;
  RelmTrackerAddress *address;

  if (service == NULL)
    {
      g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNKNOWN,
                   _ ("%s is none of the trackers that Relm knows, or does not show it."),
                   g_uri_get_host (uri));
      return NULL;
    }
  installed = service->dup_installed != NULL ? service->dup_installed (page->text, text) : g_strdup (text);
  address = relm_tracker_address_new (installed, service->id, NULL);
  if (address == NULL)
    g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_ADDRESS,
                 _ ("%s runs %s, but this is not the address of a project there. Open the project in a browser, and copy its "
                    "address."),
                 g_uri_get_host (uri), service->name);
  return address;
}

/**
 * relm_tracker_probe:
 * @text: what a person pasted, which relm_tracker_address_new() does not know
 * @patience: (nullable): %NULL for the usual one
 * @cancellable: (nullable): to end it at any moment
 *
 * Asks the address once, without any token, as a browser would, and follows redirects only within that server.
 *
 * Returns: (transfer full) (nullable): the project's address; or %NULL and a RELM_TRACKER_ERROR or %G_IO_ERROR_CANCELLED
 */
RelmTrackerAddress *
relm_tracker_probe (const char *text,
                    const RelmHttpPatience *patience,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GUri) uri = relm_tracker_address_parse (text);
  g_autoptr (RelmHttpClient) client = uri != NULL ? make_client (uri, patience) : NULL;
  g_autoptr (RelmHttpPage) page = NULL;
  g_autofree char *url = NULL;

  if (client == NULL)
    return relm_tracker_address_new (text, NULL, error); /* which says why */
  url = g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT);
  page = relm_http_client_get_page (client, url, cancellable, error);
  return page != NULL ? make_address (text, page, uri, error) : NULL;
}
