/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What several kinds of records say about how their dates come about. Static memory, any thread.
 */

#pragma once

#include "relm-field.h"

G_BEGIN_DECLS

/*
 * Automatic: what has predecessors follows them, and what has none stays at its planned start. Pinned: it stays where a person put
 * it, whatever else is said. The dates of releases and milestones are decisions, and pinned unless somebody says otherwise.
 */
extern const RelmChoice relm_schedulings[];

/* In the order of RelmConstraint of the engine. */
extern const RelmChoice relm_constraints[];

G_END_DECLS
