/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-about.h"

#define METADATA "/io/github/relm_app/Relm/metainfo.xml"

/**
 * relm_about_show:
 * @parent: (nullable): the window that asked
 */
void
relm_about_show (GtkWindow *parent)
{
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (METADATA, RELM_VERSION);

  g_object_set (dialog,
                "application-icon", RELM_APPLICATION_ID,
                "version", RELM_VERSION,
                "copyright", _ ("© 2026 The Relm developers"),
                /* Translators: your names, one a line */
                "translator-credits", _ ("translator-credits"),
                NULL);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}
