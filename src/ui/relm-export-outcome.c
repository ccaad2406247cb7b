/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-export-outcome.h"
#include "relm-record-edits.h"
#include "relm-text.h"

/**
 * relm_export_outcome_tell:
 * @from: a widget of the window
 * @file: (nullable): what was written, or was to be; %NULL when no place was found for it
 * @error: (nullable): why it was not; dismissing the choice of a place is none
 */
void
relm_export_outcome_tell (GtkWidget *from,
                          GFile *file,
                          GError *error)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *safe = name != NULL ? relm_text_display_title (name) : NULL;
  g_autofree char *message = NULL;

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (error != NULL)
    {
      relm_error_dialog_show (from, _ ("Not Exported"), error);
      return;
    }
  /* Translators: the placeholder is the name of a file */
  message = g_strdup_printf (_ ("Exported to “%s”"), safe);
  relm_record_edits_say (from, message);
}
