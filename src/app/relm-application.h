/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The application: one process, one window per project, one project per file. Main thread.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELM_TYPE_APPLICATION (relm_application_get_type ())
G_DECLARE_FINAL_TYPE (RelmApplication, relm_application, RELM, APPLICATION, AdwApplication)

RelmApplication *relm_application_new (void);

G_END_DECLS
