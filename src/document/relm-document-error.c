/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "relm-document-error.h"
#include "relm-sandbox.h"
#include "relm-text.h"

typedef struct
{
  int number;
  RelmDocumentError code;
  const char *message;
} Reason;

static const Reason reasons[] = {
  { ENOENT, RELM_DOCUMENT_ERROR_NOT_FOUND, N_ ("“%s” does not exist. It may have been moved, renamed or deleted.") },
  { ENOTDIR, RELM_DOCUMENT_ERROR_NOT_FOUND, N_ ("The folder of “%s” does not exist. Choose another one.") },
  { EISDIR, RELM_DOCUMENT_ERROR_NOT_A_FILE, N_ ("“%s” is a folder. Choose a file.") },
  { ELOOP, RELM_DOCUMENT_ERROR_NOT_A_FILE, N_ ("“%s” is a link that leads to itself. Choose another file.") },
  { ENXIO, RELM_DOCUMENT_ERROR_NOT_A_FILE, N_ ("“%s” is not a file but a device or a pipe. Choose a file.") },
  { EACCES, RELM_DOCUMENT_ERROR_PERMISSION, N_ ("You may not use “%s” or its folder. Change its permissions, or choose another place.") },
  { EPERM, RELM_DOCUMENT_ERROR_PERMISSION, N_ ("You may not use “%s” or its folder. Change its permissions, or choose another place.") },
  { EROFS, RELM_DOCUMENT_ERROR_READ_ONLY, N_ ("“%s” is on a disk that can only be read. Save in another place.") },
  { ENOSPC, RELM_DOCUMENT_ERROR_NO_SPACE, N_ ("The disk has no room for “%s”. Make room, or save in another place.") },
  { EDQUOT, RELM_DOCUMENT_ERROR_NO_SPACE, N_ ("Your share of the disk has no room for “%s”. Make room, or save in another place.") },
  { EFBIG, RELM_DOCUMENT_ERROR_NO_SPACE, N_ ("“%s” is larger than the disk can hold in one file. Save in another place.") },
  { ENAMETOOLONG, RELM_DOCUMENT_ERROR_FAILED, N_ ("The name “%s” is too long. Choose a shorter one.") },
};

G_DEFINE_QUARK (relm-document-error, relm_document_error)

static char *
dup_shown_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return relm_text_display_title (name);
}

/**
 * relm_document_error_set:
 * @format: a translated sentence with one “%s” for the name of the file
 * @path: the path of the file
 *
 * Sets an error about a file.
 */
void
relm_document_error_set (GError **error,
                         RelmDocumentError code,
                         const char *format,
                         const char *path)
{
  g_autofree char *name = dup_shown_name (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, RELM_DOCUMENT_ERROR, (int) code, format, name);
#pragma GCC diagnostic pop
}

/**
 * relm_document_error_set_from_errno:
 * @number: what the system said
 * @path: the path of the file
 *
 * Sets an error that says what the system's refusal means for a person.
 */
void
relm_document_error_set_from_errno (GError **error,
                                    int number,
                                    const char *path)
{
  g_autofree char *name = NULL;

  if (number == ENOENT && relm_sandbox_is_inside ())
    {
      relm_document_error_set (error, RELM_DOCUMENT_ERROR_NOT_FOUND,
                               _ ("“%s” does not exist, or may not be seen from Relm’s sandbox. Choose it by Open, or open it "
                                  "from the file manager."),
                               path);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].number == number)
      {
        relm_document_error_set (error, reasons[i].code, _ (reasons[i].message), path);
        return;
      }
  name = dup_shown_name (path);
  g_set_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_FAILED,
               /* Translators: the name of a file, and what the system says */
               _ ("“%s” could not be read or written: %s. Try again, or choose another place."), name, g_strerror (number));
}
