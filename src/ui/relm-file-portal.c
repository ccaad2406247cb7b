/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-file-portal.h"
#include "relm-sandbox.h"

#define PATIENCE_MS 10000 /* the portal is started by the question */

static gboolean chooser_missing;
static gboolean opener_missing;

static void
looked_cb (GObject *bus,
           GAsyncResult *result,
           gpointer missing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) version = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  *(gboolean *) missing = version == NULL;
  if (version == NULL)
    g_debug ("A portal is not there: %s", error->message);
}

static void
look (GDBusConnection *bus,
      const char *interface,
      gboolean *missing)
{
  g_dbus_connection_call (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                          "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", interface, "version"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, looked_cb, missing);
}

/**
 * relm_file_portal_look:
 * @bus: (nullable): the bus of the session
 *
 * Asks for the portals, if Relm runs in a sandbox; the answers are there when a person wants a file.
 */
void
relm_file_portal_look (GDBusConnection *bus)
{
  chooser_missing = opener_missing = relm_sandbox_is_inside () && bus == NULL;
  if (!relm_sandbox_is_inside () || bus == NULL)
    return;
  look (bus, "org.freedesktop.portal.FileChooser", &chooser_missing);
  look (bus, "org.freedesktop.portal.OpenURI", &opener_missing);
}

/**
 * relm_file_portal_can_show:
 *
 * Returns: whether another program may be asked to show a file or an address. Where there is no portal, GLib 2.84 does not
 *   answer who asks.
 */
gboolean
relm_file_portal_can_show (void)
{
  return !opener_missing;
}

/**
 * relm_file_portal_check:
 * @from: what wants a file
 *
 * Returns: whether a person can choose one; if not, it was said why
 */
gboolean
relm_file_portal_check (GtkWidget *from)
{
  g_autoptr (GError) error = NULL;

  if (!chooser_missing)
    return TRUE;
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("Relm runs in a sandbox, and this session has no file chooser for it. Install "
                                  "xdg-desktop-portal and one of its backends, such as xdg-desktop-portal-gtk, and start Relm "
                                  "again."));
  relm_error_dialog_show (from, _ ("No File Can Be Chosen"), error);
  return FALSE;
}
