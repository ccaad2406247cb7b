/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Keeps what is in memory out of core dumps, once there is a token in it. Copies that we make are cleared; those that libsoup,
 * TLS and the allocator leave behind cannot be. Any thread; it is for the whole program, and for good.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void relm_core_dump_leave_out_memory (void);

G_END_DECLS
