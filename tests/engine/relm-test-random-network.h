/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Random networks, the same for the same seed, and random edits of them: everything that a plan can say, more often than
 * people say it.
 */

#pragma once

#include "relm-network.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_TEST_LOOPS = 1 << 0,     /* links may go backwards */
  RELM_TEST_LIMITS = 1 << 1,    /* constraints, deadlines, pins */
  RELM_TEST_PROGRESS = 1 << 2,  /* actual dates, status time */
  RELM_TEST_LATE = 1 << 3,      /* items as late as possible */
  RELM_TEST_SUMMARIES = 1 << 4, /* items with parts, and links of them */
} RelmTestNetworkFlags;

RelmNetwork *relm_test_random_network_new (GRand *random,
                                           guint n_items,
                                           guint n_links,
                                           RelmTestNetworkFlags flags);
void relm_test_random_network_edit (RelmNetwork *network,
                                    GRand *random,
                                    RelmTestNetworkFlags flags);

G_END_DECLS
