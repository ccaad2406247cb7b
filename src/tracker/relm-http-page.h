/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page for people, as far as it tells which program made it. A plain struct that belongs to whoever asked. */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct
{
  guint status;
  char *headers; /* a line each, their names in small letters: “server: nginx” */
  char *text;    /* valid UTF-8 */
} RelmHttpPage;

RelmHttpPage *relm_http_page_new (guint status,
                                  SoupMessageHeaders *headers,
                                  GByteArray *body);
void relm_http_page_free (RelmHttpPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmHttpPage, relm_http_page_free)

G_END_DECLS
