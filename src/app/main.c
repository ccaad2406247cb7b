/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "relm-application.h"

int
main (int argc,
      char *argv[])
{
  g_autoptr (RelmApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RELM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Relm"));

  application = relm_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
