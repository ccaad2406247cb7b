/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds a member that an object has twice, by what the names say, not by how they are written. The hash is seeded, so that no
 * file can be made to take long. Reused for all objects of a text; owned by the scanner.
 */

#pragma once

#include "relm-json-scanner.h"

G_BEGIN_DECLS

typedef struct _RelmJsonDuplicates RelmJsonDuplicates;

RelmJsonDuplicates *relm_json_duplicates_new (void);
void relm_json_duplicates_free (RelmJsonDuplicates *self);
gboolean relm_json_duplicates_find (RelmJsonDuplicates *self,
                                    const RelmJsonToken *tokens,
                                    guint32 object,
                                    const char *text,
                                    guint32 *first,
                                    guint32 *second);

G_END_DECLS
