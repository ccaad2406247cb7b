/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a changelog shows first: one branch, and the tags of the greatest versions that a server has. For relm-git-fetch alone. */

#pragma once

#include <git2.h>
#include <glib.h>

G_BEGIN_DECLS

void relm_fetch_newest_add (GPtrArray *specs,
                            const char *reference);
GPtrArray *relm_fetch_newest_list (git_remote *remote,
                                   const char *branch);

G_END_DECLS
