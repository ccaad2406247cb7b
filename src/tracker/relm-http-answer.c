/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-http-answer.h"
#include "relm-tracker-error.h"

/**
 * relm_http_answer_new:
 * @url: where it came from
 * @status: its status
 * @headers: its headers
 *
 * Returns: (transfer full): an answer without content
 */
RelmHttpAnswer *
relm_http_answer_new (const char *url,
                      guint status,
                      SoupMessageHeaders *headers)
{
  RelmHttpAnswer *self = g_new0 (RelmHttpAnswer, 1);

  self->url = g_strdup (url);
  self->status = status;
  self->headers = soup_message_headers_ref (headers);
  return self;
}

/**
 * relm_http_answer_free:
 * @self: (nullable) (transfer full): an answer
 */
void
relm_http_answer_free (RelmHttpAnswer *self)
{
  if (self == NULL)
    return;
  g_free (self->url);
  soup_message_headers_unref (self->headers);
  relm_json_free (self->json);
  g_free (self);
}

static gboolean
says_json (RelmHttpAnswer *self)
{
  const char *type = soup_message_headers_get_content_type (self->headers, NULL);

  return type != NULL && (g_ascii_strcasecmp (type, "application/json") == 0 || g_str_has_suffix (type, "+json"));
}

/**
 * relm_http_answer_parse:
 * @self: an answer without content
 * @body: (transfer full): all that the server sent
 *
 * What is not UTF-8 in it is replaced. Nothing is taken from an answer that is not whole.
 *
 * Returns: whether it was JSON; else a RELM_TRACKER_ERROR
 */
gboolean
relm_http_answer_parse (RelmHttpAnswer *self,
                        GByteArray *body,
                        GError **error)
{
  g_autoptr (GByteArray) owned = body;

  if (!says_json (self))
    {
      g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_AN_ANSWER,
                   _ ("The server sent a page for people instead of data. It may be down, or ask for a sign-in; open %s in a "
                      "browser to see what it says."),
                   self->url);
      return FALSE;
    }
  self->json = relm_json_new_take (g_steal_pointer (&owned));
  if (self->json == NULL)
    {
      g_set_error_literal (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_AN_ANSWER,
                           _ ("The server's answer is not whole, or not what it says it is. Try again later."));
      return FALSE;
    }
  self->root = relm_json_get_root (self->json);
  return TRUE;
}

/**
 * relm_http_answer_get_header:
 * @name: of a header
 *
 * Returns: (nullable): what it says; several of that name are one, with commas
 */
const char *
relm_http_answer_get_header (const RelmHttpAnswer *self,
                             const char *name)
{
  return soup_message_headers_get_list (self->headers, name);
}

/**
 * relm_http_answer_get_time:
 *
 * Returns: when the server said that, by its own clock, in Unix seconds; 0 when it does not tell
 */
gint64
relm_http_answer_get_time (const RelmHttpAnswer *self)
{
  const char *text = soup_message_headers_get_one (self->headers, "Date");
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) : 0;
}

static gboolean
is_next (const char *parameters)
{
  g_autoptr (GHashTable) values = soup_header_parse_semi_param_list (parameters);
  const char *relation = g_hash_table_lookup (values, "rel");

  return relation != NULL && g_ascii_strcasecmp (relation, "next") == 0;
}

/**
 * relm_http_answer_dup_next_link:
 *
 * Reads the header “Link” (RFC 8288).
 *
 * Returns: (transfer full) (nullable): the address of the next page, not yet looked at; %NULL when this is the last one
 */
char *
relm_http_answer_dup_next_link (const RelmHttpAnswer *self)
{
  const char *header = relm_http_answer_get_header (self, "Link");

  while (header != NULL && (header = strchr (header, '<')) != NULL)
    {
      const char *end = strchr (header, '>');
      g_autofree char *target = NULL;
      g_autofree char *parameters = NULL;
      const char *next;

      if (end == NULL)
        return NULL;
      target = g_strndup (header + 1, (gsize) (end - header - 1));
      next = strchr (end, '<');
      parameters = next != NULL ? g_strndup (end + 1, (gsize) (next - end - 1)) : g_strdup (end + 1);
      g_strdelimit (parameters, ",", ' '); /* what parts this link from the next one */
      if (is_next (parameters + strspn (parameters, "; ")))
        return g_uri_resolve_relative (self->url, target, G_URI_FLAGS_ENCODED, NULL);
      header = end;
    }
  return NULL;
}
