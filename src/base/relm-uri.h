/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The one gate between an address that a stranger wrote (in a plan, a commit message, a tracker) and the program that would
 * open it. Any thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RELM_URI_ERROR (relm_uri_error_quark ())

typedef enum
{
  RELM_URI_ERROR_INVALID, /* not an address at all, or made to be misread */
  RELM_URI_ERROR_SCHEME,  /* of a kind that Relm does not open */
} RelmUriError;

GQuark relm_uri_error_quark (void);

#define RELM_URI_LENGTH_MAX 2048

char *relm_uri_check (const char *text,
                      GError **error);

G_END_DECLS
