/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Members of JSON objects from strangers: one that is not there, or of another type than expected, is nothing. Any thread.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "relm-date.h"

G_BEGIN_DECLS

JsonArray *relm_json_get_array (JsonNode *root,
                                const char *member);
JsonObject *relm_json_get_element (JsonArray *array,
                                   guint index);
JsonObject *relm_json_get_object (JsonObject *object,
                                  const char *member);
const char *relm_json_get_string (JsonObject *object,
                                  const char *member);
gint64 relm_json_get_number (JsonObject *object,
                             const char *member);
char *relm_json_dup_number (JsonObject *object,
                            const char *member);
gboolean relm_json_get_boolean (JsonObject *object,
                                const char *member);
gint64 relm_json_get_time (JsonObject *object,
                           const char *member);
RelmDate relm_json_get_date (JsonObject *object,
                             const char *member);
char **relm_json_dup_strings (JsonObject *object,
                              const char *member,
                              const char *inner);
char *relm_json_format_time (gint64 time);

G_END_DECLS
