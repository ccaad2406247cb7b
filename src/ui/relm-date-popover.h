/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A calendar that sets a date field, or clears it. Belongs to a row or a cell; main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-field-editor.h"

G_BEGIN_DECLS

#define RELM_TYPE_DATE_POPOVER (relm_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (RelmDatePopover, relm_date_popover, RELM, DATE_POPOVER, GtkPopover)

RelmDatePopover *relm_date_popover_new (RelmFieldEditor *editor);

G_END_DECLS
