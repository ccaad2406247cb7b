/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The one list of keyboard shortcuts: what the application binds, and what the window of shortcuts shows. A key that a page
 * binds itself is listed too, and a test compares. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELM_SHORTCUT_MAX_KEYS 3

typedef struct
{
  const char *group;  /* in title case, to be translated; the same for all that stand together */
  const char *title;  /* what it does, to be translated */
  const char *action; /* detailed; NULL: a widget binds the keys */
  const char *keys[RELM_SHORTCUT_MAX_KEYS + 1];
} RelmShortcut;

const RelmShortcut *relm_shortcuts_get (guint *n_shortcuts);
void relm_shortcuts_bind (GtkApplication *application);
void relm_shortcuts_show (GtkWindow *parent);

G_END_DECLS
