/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-file-portal.h"
#include "relm-help.h"
#include "relm-sandbox.h"

#define URI "help:relm"
#define PAGE RELM_DATADIR "/help.html"

/* $RELM_HELP takes the place of what is installed. */
static const char *
get_page (void)
{
  const char *path = g_getenv ("RELM_HELP");

  return path != NULL ? path : PAGE;
}

static void
say_where (GtkWindow *window)
{
  g_autofree char *host = relm_sandbox_dup_host_path (get_page ());

  relm_error_dialog_show_place (GTK_WIDGET (window), _ ("No Browser Found"),
                                _ ("This desktop has no program that could show it. Install a browser, or open this file in one:"),
                                host != NULL ? host : get_page ());
}

static void
page_launched_cb (GObject *launcher,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (launcher), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  g_debug ("No browser: %s", error->message);
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    say_where (window);
}

static void
show_page (GtkWindow *window)
{
  g_autoptr (GFile) file = g_file_new_for_path (get_page ());
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  if (!relm_file_portal_can_show ())
    {
      say_where (window);
      return;
    }
  gtk_file_launcher_launch (launcher, window, NULL, page_launched_cb, g_object_ref (window));
}

static void
help_launched_cb (GObject *browser,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_uris_finish (G_APP_INFO (browser), result, &error))
    return;
  g_debug ("No help browser: %s", error->message);
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    show_page (window);
}

/**
 * relm_help_show:
 * @window: where it was asked for
 *
 * Shows the help, or says what is missing. A help browser on the other side of a sandbox would not find the pages.
 */
void
relm_help_show (GtkWindow *window)
{
  g_autoptr (GAppInfo) browser = g_getenv ("RELM_HELP") == NULL ? g_app_info_get_default_for_uri_scheme ("help") : NULL;
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (window)));
  g_autoptr (GList) uris = g_list_append (NULL, (gpointer) URI);

  if (browser != NULL)
    g_app_info_launch_uris_async (browser, uris, G_APP_LAUNCH_CONTEXT (context), NULL, help_launched_cb, g_object_ref (window));
  else
    show_page (window);
}
