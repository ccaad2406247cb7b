/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-application.h"
#include "relm-translations.h"

int
main (int argc,
      char *argv[])
{
  g_autoptr (RelmApplication) application = NULL;

  relm_translations_init ();
  g_set_application_name (_ ("Relm"));

  application = relm_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
