/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Members of JSON objects from strangers: one that is not there, or of another type than expected, is nothing. Any thread.
 */

#pragma once

#include "relm-date.h"
#include "relm-json.h"

G_BEGIN_DECLS

const RelmJsonValue *relm_json_get_array (const RelmJsonValue *root,
                                          const char *member);
guint relm_json_count (const RelmJsonValue *array);
const RelmJsonValue *relm_json_get_object (const RelmJsonValue *object,
                                           const char *member);
const char *relm_json_get_string (const RelmJsonValue *object,
                                  const char *member);
gint64 relm_json_get_number (const RelmJsonValue *object,
                             const char *member);
char *relm_json_dup_number (const RelmJsonValue *object,
                            const char *member);
gboolean relm_json_has_boolean (const RelmJsonValue *object,
                                const char *member);
gboolean relm_json_get_boolean (const RelmJsonValue *object,
                                const char *member);
gint64 relm_json_get_time (const RelmJsonValue *object,
                           const char *member);
RelmDate relm_json_get_date (const RelmJsonValue *object,
                             const char *member);
char **relm_json_dup_strings (const RelmJsonValue *object,
                              const char *member,
                              const char *inner);
char *relm_json_format_time (gint64 time);

G_END_DECLS
