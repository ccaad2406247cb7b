/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Offers what a field may be set to, with a search when there is much, and sets it when one is chosen. Nothing is set but
 * by a person's choice, whatever happens to the list meanwhile. Belongs to a row or a cell; main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-field-editor.h"
#include "relm-option-list.h"

G_BEGIN_DECLS

#define RELM_TYPE_OPTION_POPOVER (relm_option_popover_get_type ())
G_DECLARE_FINAL_TYPE (RelmOptionPopover, relm_option_popover, RELM, OPTION_POPOVER, GtkPopover)

RelmOptionPopover *relm_option_popover_new (RelmFieldEditor *editor);
GListModel *relm_option_popover_get_options (RelmOptionPopover *self);
void relm_option_popover_choose (RelmOptionPopover *self,
                                 RelmOption *option);

G_END_DECLS
