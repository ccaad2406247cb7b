/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the address of a tracker is pasted: says at once what it is, tries it, asks for a token only when the server wants
 * one, and adds it to the project as one step. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_TRACKER_ENTRY (relm_tracker_entry_get_type ())
G_DECLARE_FINAL_TYPE (RelmTrackerEntry, relm_tracker_entry, RELM, TRACKER_ENTRY, AdwPreferencesGroup)

RelmTrackerEntry *relm_tracker_entry_new (RelmDocument *document);

G_END_DECLS
