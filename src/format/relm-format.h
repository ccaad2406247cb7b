/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The .relm file: canonical JSON that lives in git beside the code. Reading is strict, because what is not understood must
 * be neither lost nor guessed at; writing has one form, so that a change of a project changes only its own lines. Both go by
 * the tables of fields in model/ and know no kind by name.
 *
 * Any thread, as long as nobody else sees the project.
 */

#pragma once

#include <gio/gio.h>

#include "relm-project.h"

G_BEGIN_DECLS

/* A file with a higher number loads; whoever opens it must not write it back. */
#define RELM_FORMAT_VERSION 1

/* Larger files are refused unread. */
#define RELM_FORMAT_MAX_SIZE (64 * 1024 * 1024)

#define RELM_FORMAT_ERROR (relm_format_error_quark ())

typedef enum
{
  RELM_FORMAT_ERROR_TOO_LARGE,        /* more bytes, or more values, than Relm reads */
  RELM_FORMAT_ERROR_NOT_TEXT,         /* not UTF-8 */
  RELM_FORMAT_ERROR_SYNTAX,           /* not JSON, or JSON that would not survive */
  RELM_FORMAT_ERROR_CONFLICT_MARKERS, /* git left a merge to be finished in it */
  RELM_FORMAT_ERROR_STRUCTURE,        /* JSON, but not a project: a wrong type, a missing member */
  RELM_FORMAT_ERROR_DUPLICATE_ID,     /* two records with one id */
} RelmFormatError;

GQuark relm_format_error_quark (void);

RelmProject *relm_format_read (GBytes *bytes,
                               const char *name,
                               gint64 *version,
                               GError **error);
GBytes *relm_format_write (RelmProject *project);
char *relm_format_schema (void);

G_END_DECLS
