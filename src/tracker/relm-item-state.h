/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words that people gave to the states of their trackers mean. Any thread. */

#pragma once

#include "relm-mirror-item.h"

G_BEGIN_DECLS

RelmMirrorItemState relm_item_state_of_words (const char *words,
                                              gboolean closed);

G_END_DECLS
