/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The sources of a project: how each is, with a way to read it again, to compare it in full, and to remove it; and a place to
 * paste the address of another tracker. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_SOURCES_DIALOG (relm_sources_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmSourcesDialog, relm_sources_dialog, RELM, SOURCES_DIALOG, AdwDialog)

RelmSourcesDialog *relm_sources_dialog_new (RelmDocument *document);

G_END_DECLS
