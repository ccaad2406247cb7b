/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relm-translations.h"

#include "config.h"

#include <libintl.h>
#include <locale.h>

/**
 * relm_translations_init:
 *
 * Takes the person's locale, and the translations that were installed with the program. Where it is not installed, the
 * environment variable RELM_LOCALEDIR says in which folder they are. To be called first in main(), once.
 */
void
relm_translations_init (void)
{
  const char *folder = g_getenv ("RELM_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : RELM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
