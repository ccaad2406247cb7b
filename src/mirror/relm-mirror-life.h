/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When the items of a tracker were filed and closed, and how they ended: all of them in one pass, without their texts, because
 * of these there may be very many. What a tracker does not tell, as when an item was reopened or came into its milestone, is
 * not known. Any thread.
 */

#pragma once

#include "relm-mirror-tracker.h"

G_BEGIN_DECLS

/* Texts are the pass's, until the next one. */
typedef struct
{
  const char *key;
  const char *milestone; /* its key, or NULL */
  const char *closes;    /* keys of items that it says it closes, a line each; or NULL */
  gint64 created;        /* Unix seconds, or 0 */
  gint64 closed;         /* likewise; of an item that is open again, a tracker may still say it */
  RelmMirrorItemKind kind;
  RelmMirrorItemState state;
} RelmMirrorLife;

typedef gboolean (*RelmMirrorLifeFunc) (const RelmMirrorLife *life,
                                        gpointer user_data);

gboolean relm_mirror_life_foreach (RelmMirrorTracker *mirror,
                                   RelmMirrorLifeFunc func,
                                   gpointer user_data,
                                   GError **error);

G_END_DECLS
