/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An array of JSON objects from a tracker, as rows of the mirror. Any thread. */

#pragma once

#include "relm-json-members.h"
#include "relm-mirror-page.h"
#include "relm-tracker-address.h"

G_BEGIN_DECLS

/* Adds what the object is to the page; nothing, when it is nothing of use. */
typedef void (*RelmJsonRowFunc) (const RelmTrackerAddress *address,
                                 const RelmJsonValue *object,
                                 RelmMirrorPage *page);

gboolean relm_json_rows_map (const RelmTrackerAddress *address,
                             const RelmJsonValue *root,
                             const char *member,
                             RelmMirrorPage *page,
                             RelmJsonRowFunc map);
void relm_json_rows_map_label (const RelmTrackerAddress *address,
                               const RelmJsonValue *object,
                               RelmMirrorPage *page);
void relm_json_rows_add_person (RelmMirrorPage *page,
                                const char *key,
                                const char *name,
                                const char *url);

G_END_DECLS
