/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The file: .relm text to a project and back. Any thread, as long as nobody else sees the project.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_FORMAT_VERSION 1 /* a file with a higher number loads, and must not be written */

#define RELM_FORMAT_ERROR (relm_format_error_quark ())

typedef enum
{
  RELM_FORMAT_ERROR_TOO_LARGE,        /* more than RELM_JSON_MAX_BYTES */
  RELM_FORMAT_ERROR_SYNTAX,           /* not JSON as RFC 8259 says, or a number or text that would not survive */
  RELM_FORMAT_ERROR_CONFLICT_MARKERS, /* a merge of git is not finished */
  RELM_FORMAT_ERROR_STRUCTURE,        /* JSON, but not what a project is made of */
  RELM_FORMAT_ERROR_DUPLICATE_ID,     /* two records with one id */
} RelmFormatError;

GQuark relm_format_error_quark (void);

RelmProject *relm_format_read (GBytes *bytes,
                               const char *name,
                               gint64 *version,
                               GError **error);
GBytes *relm_format_write (RelmProject *project);

G_END_DECLS
