/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What can go wrong between a project and the disk, in sentences for people. Any thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RELM_DOCUMENT_ERROR (relm_document_error_quark ())

/* Every message is a translated sentence that says what to do. */
typedef enum
{
  RELM_DOCUMENT_ERROR_FAILED,          /* the disk or the system refused; the message says what */
  RELM_DOCUMENT_ERROR_NOT_FOUND,       /* there is no such file, or no such folder */
  RELM_DOCUMENT_ERROR_NOT_A_FILE,      /* a folder, a device, a pipe, or a place that is not on this computer */
  RELM_DOCUMENT_ERROR_PERMISSION,      /* the person may not read it, or may not write there */
  RELM_DOCUMENT_ERROR_READ_ONLY,       /* the file or the document is read-only; saving under another name is possible */
  RELM_DOCUMENT_ERROR_NO_SPACE,        /* the disk or the quota is full; the old file is untouched */
  RELM_DOCUMENT_ERROR_TOO_LARGE,       /* bigger than any project */
  RELM_DOCUMENT_ERROR_CHANGED_ON_DISK, /* the file is not the one that was opened; RELM_SAVE_OVERWRITE replaces it */
  RELM_DOCUMENT_ERROR_DELETED,         /* the file is gone; RELM_SAVE_OVERWRITE makes it again */
  RELM_DOCUMENT_ERROR_NO_FILE,         /* the document was never saved; it needs relm_document_save_as_async() */
  RELM_DOCUMENT_ERROR_IN_USE,          /* the draft belongs to a Relm that is running */
} RelmDocumentError;

GQuark relm_document_error_quark (void);

void relm_document_error_set (GError **error,
                              RelmDocumentError code,
                              const char *format,
                              const char *path);
void relm_document_error_set_from_errno (GError **error,
                                         int number,
                                         const char *path);

G_END_DECLS
