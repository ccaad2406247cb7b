/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whether Relm runs in the sandbox of a Flatpak, and what the desktop says of the files that it lends to it: there they have
 * other paths than for everybody else. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean relm_sandbox_is_inside (void);
char *relm_sandbox_dup_host_path (const char *path);

G_END_DECLS
