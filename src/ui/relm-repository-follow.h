/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the way from a project's file to its repositories when the file gets another place. Main thread. */

#pragma once

#include "relm-document.h"

G_BEGIN_DECLS

gboolean relm_repository_follow (RelmDocument *document,
                                 GFile *before);

G_END_DECLS
