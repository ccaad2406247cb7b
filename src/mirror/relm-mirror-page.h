/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What answers of a tracker hold, so that all of each is stored or nothing. A plain struct, one thread at a time. */

#pragma once

#include "relm-mirror-row.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows[RELM_MIRROR_N_ROW_KINDS]; /* arrays of the structs of relm-mirror-item.h; never NULL */
} RelmMirrorPage;

RelmMirrorPage *relm_mirror_page_new (void);
void relm_mirror_page_free (RelmMirrorPage *self);
gpointer relm_mirror_page_add (RelmMirrorPage *self,
                               RelmMirrorRowKind kind);
guint relm_mirror_page_count (const RelmMirrorPage *self);
void relm_mirror_page_take (RelmMirrorPage *self,
                            RelmMirrorPage *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorPage, relm_mirror_page_free)

G_END_DECLS
