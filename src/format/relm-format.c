/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-format.h"
#include "relm-format-reader.h"
#include "relm-format-source.h"
#include "relm-format-writer.h"
#include "relm-json-scanner.h"

G_DEFINE_QUARK (relm-format-error, relm_format_error)

/**
 * relm_format_read:
 * @bytes: the content of a file
 * @name: what to call the file in messages
 * @version: (out) (optional): the number of its format, which may be higher than %RELM_FORMAT_VERSION; set on success
 *
 * A byte order mark at the start and CRLF line ends are accepted; writing the project leaves them out. Members, kinds and
 * choices that are not known are kept. References that dangle are no error: see relm_project_list_problems().
 *
 * Returns: (transfer full): the project; %NULL with an error in RELM_FORMAT_ERROR whose message starts with the place,
 *   “NAME:LINE:COLUMN: ”, where lines and columns (in characters) count from 1
 */
RelmProject *
relm_format_read (GBytes *bytes,
                  const char *name,
                  gint64 *version,
                  GError **error)
{
  RelmFormatSource source = { .name = name };
  g_autoptr (RelmJsonTape) tape = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  source.text = g_bytes_get_data (bytes, &source.length);
  if (source.text == NULL)
    source.text = "";
  if (!relm_format_source_check (&source, error))
    return NULL;

  tape = relm_json_scan (&source, RELM_JSON_LOSSLESS, error);
  if (tape == NULL)
    return NULL;
  return relm_format_reader_read (&source, tape, version, error);
}

/**
 * relm_format_write:
 * @project: a project
 *
 * Returns: (transfer full): its canonical text, the same for the same project
 */
GBytes *
relm_format_write (RelmProject *project)
{
  GString *text;

  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  text = g_string_sized_new (64 * 1024);
  relm_format_writer_write (project, text, NULL, NULL);
  return g_string_free_to_bytes (text);
}
