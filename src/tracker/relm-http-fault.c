/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-http-fault.h"
#include "relm-tracker-error.h"

static const char *
explain_certificate (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _ ("its certificate has expired");
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _ ("its certificate is not valid yet; check this computer's clock");
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _ ("its certificate is for another name");
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _ ("nobody whom this computer trusts has signed its certificate; if it is your company's own, ask its administrator "
              "to add its authority to this computer");
  return _ ("its certificate is not good");
}

static gboolean
is_timeout (const GError *fault)
{
  return g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

static gboolean
is_unknown_host (const GError *fault)
{
  return fault->domain == G_RESOLVER_ERROR || g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
         g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE);
}

/**
 * relm_http_fault_explain:
 * @error: what to set to a RELM_TRACKER_ERROR or %G_IO_ERROR_CANCELLED
 * @fault: (transfer full): what libsoup or GIO said
 * @message: the request
 * @host: the server, for the sentence
 * @too_late: whether its time was over
 * @cancelled: whether whoever asked wanted no more
 */
void
relm_http_fault_explain (GError **error,
                         GError *fault,
                         SoupMessage *message,
                         const char *host,
                         gboolean too_late,
                         gboolean cancelled)
{
  g_autoptr (GError) owned = fault;

  if (cancelled)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was cancelled."));
  else if (too_late || is_timeout (fault))
    g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_TIMEOUT,
                 _ ("%s takes too long to answer. Try again later."), host);
  else if (fault->domain == RELM_TRACKER_ERROR)
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (fault->domain == G_TLS_ERROR)
    /* Translators: the second %s is one of “its certificate has expired” and the like */
    g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_TLS, _ ("%s cannot prove that it is the one: %s."), host,
                 explain_certificate (soup_message_get_tls_peer_certificate_errors (message)));
  else if (is_unknown_host (fault))
    g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NETWORK,
                 _ ("%s cannot be found. Check the network, and the address of the source."), host);
  else
    g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NETWORK,
                 _ ("The connection to %s broke. Check the network and try again."), host);
}

/**
 * relm_http_fault_explain_status:
 * @error: what to set to a RELM_TRACKER_ERROR
 * @status: what the server answered with; not one of success
 * @host: the server, for the sentence
 * @with_token: whether it was told who asks
 */
void
relm_http_fault_explain_status (GError **error,
                                guint status,
                                const char *host,
                                gboolean with_token)
{
  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
      g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED,
                   with_token ? _ ("%s does not accept the token. It may have been revoked or have expired; add a new one.")
                              : _ ("%s tells only people whom it knows. Add a token for it."),
                   host);
      break;
    case SOUP_STATUS_FORBIDDEN:
      g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_FORBIDDEN,
                   with_token ? _ ("The token does not allow this at %s. Add one with the rights that the source asks for.")
                              : _ ("%s does not allow this without a token. Add one."),
                   host);
      break;
    case SOUP_STATUS_NOT_FOUND:
      g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND,
                   with_token ? _ ("%s has no such project, or hides it from this token. Check the address.")
                              : _ ("%s has no such project, or hides it from those without a token. Check the address."),
                   host);
      break;
    case SOUP_STATUS_GONE:
      g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_GONE,
                   _ ("%s says that this is not there any more. The project may have switched it off."), host);
      break;
    default:
      if (SOUP_STATUS_IS_SERVER_ERROR (status))
        g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_SERVER,
                     _ ("%s has a problem of its own (%u). Try again later."), host, status);
      else
        g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REFUSED,
                     _ ("%s does not understand what Relm asks (%u). It may be a version that Relm does not know."), host, status);
    }
}
