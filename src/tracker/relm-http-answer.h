/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A complete answer of a server, read as JSON. A plain struct that belongs to whoever asked; one thread at a time. */

#pragma once

#include <libsoup/soup.h>

#include "relm-json.h"

G_BEGIN_DECLS

typedef struct
{
  char *url;    /* where it came from in the end, after redirects */
  guint status; /* 200 to 299, or 304 */
  gboolean moved; /* for good, so that the address asked for is an old one */
  SoupMessageHeaders *headers;
  RelmJson *json;            /* NULL when nothing has changed, or there was nothing to say */
  const RelmJsonValue *root; /* of that, or NULL */
} RelmHttpAnswer;

RelmHttpAnswer *relm_http_answer_new (const char *url,
                                      guint status,
                                      SoupMessageHeaders *headers);
void relm_http_answer_free (RelmHttpAnswer *self);

gboolean relm_http_answer_parse (RelmHttpAnswer *self,
                                 GByteArray *body, /* (transfer full) */
                                 GError **error);
const char *relm_http_answer_get_header (const RelmHttpAnswer *self,
                                         const char *name);
gint64 relm_http_answer_get_time (const RelmHttpAnswer *self);
char *relm_http_answer_dup_next_link (const RelmHttpAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmHttpAnswer, relm_http_answer_free)

G_END_DECLS
