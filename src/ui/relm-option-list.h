/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a field may be set to: the choices of an enumeration, or the records that it can refer to, and nothing at all where
 * that is allowed. A value that is none of these, from a newer Relm or a damaged file, is the last one, so that it is shown
 * and kept. The records are the project's own lists, live. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_TYPE_OPTION (relm_option_get_type ())
G_DECLARE_FINAL_TYPE (RelmOption, relm_option, RELM, OPTION, GObject)

const char *relm_option_get_value (RelmOption *self);
char *relm_option_dup_label (RelmOption *self);

GListModel *relm_option_list_new (RelmProject *project,
                                  const RelmField *field,
                                  const char *current);

G_END_DECLS
