/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What people read and write in place of a field's value: dates in their words, titles for references, lists with commas.
 * Plain functions, main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

gboolean relm_field_text_parse_date (const char *text,
                                     RelmDate today,
                                     RelmDate *date);
char *relm_field_text_join (const char *const *strings);
GStrv relm_field_text_split (const char *text);
char *relm_field_text_display (RelmProject *project,
                               RelmRecord *record,
                               guint field);
char *relm_field_text_edit (RelmRecord *record,
                            guint field);
gboolean relm_field_text_parse (const RelmField *field,
                                const char *text,
                                RelmValue *value,
                                GError **error);

G_END_DECLS
