/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-file-portal.h"
#include "relm-link.h"

static void
say_address (GtkWidget *from,
             const char *uri)
{
  relm_error_dialog_show_place (from, _ ("No Browser Found"),
                                _ ("This desktop has no program that could show it. Open this address in a browser:"), uri);
}

static void
launched_cb (GObject *launcher,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) || gtk_widget_get_root (from) == NULL)
    return;
  g_debug ("No browser: %s", error->message);
  say_address (from, gtk_uri_launcher_get_uri (GTK_URI_LAUNCHER (launcher)));
}

/**
 * relm_link_open:
 * @from: a widget of the window
 * @uri: what relm_uri_check() let pass
 *
 * Shows a page in the browser, or says its address.
 */
void
relm_link_open (GtkWidget *from,
                const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  GtkRoot *root = gtk_widget_get_root (from);

  if (relm_file_portal_can_show ())
    gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched_cb, g_object_ref (from));
  else
    say_address (from, uri);
}
