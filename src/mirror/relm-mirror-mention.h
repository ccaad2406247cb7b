/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A commit that mentions an item of a tracker, and the release that it came with. A plain struct that owns what it holds. */

#pragma once

#include "relm-mirror.h"

G_BEGIN_DECLS

typedef struct
{
  RelmMirrorCommit *commit;
  char *tag; /* of the release; NULL while no release has it */
  guint history; /* for who asks several mirrors: which of them */
} RelmMirrorMention;

void relm_mirror_mention_free (RelmMirrorMention *self);
GPtrArray *relm_mirror_list_mentions (RelmMirror *self,
                                      const char *const *names,
                                      guint n_max,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorMention, relm_mirror_mention_free)

G_END_DECLS
