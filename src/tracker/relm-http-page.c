/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-http-page.h"

static void
add_header_cb (const char *name,
               const char *value,
               gpointer data)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  g_string_append_printf (data, "%s: %s\n", small, value);
}

/**
 * relm_http_page_new:
 * @status: what the server answered with
 * @headers: of the answer
 * @body: all that it sent
 *
 * Returns: (transfer full): the page
 */
RelmHttpPage *
relm_http_page_new (guint status,
                    SoupMessageHeaders *headers,
                    GByteArray *body)
{
  RelmHttpPage *self = g_new0 (RelmHttpPage, 1);
  g_autoptr (GString) lines = g_string_new (NULL);

  soup_message_headers_foreach (headers, add_header_cb, lines);
  self->status = status;
  self->headers = g_string_free_and_steal (g_steal_pointer (&lines));
  self->text = g_utf8_make_valid ((const char *) body->data, body->len);
  return self;
}

/**
 * relm_http_page_free:
 * @self: (nullable) (transfer full): a page
 */
void
relm_http_page_free (RelmHttpPage *self)
{
  if (self == NULL)
    return;
  g_free (self->headers);
  g_free (self->text);
  g_free (self);
}
