/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The canonical text of a project that is written again and again, as drafts and saves are. What was not changed since the
 * last time is copied from the last text, so that writing ten thousand records for the sake of one does not hold up the
 * main thread. Owned by whoever writes; the same thread as the project.
 */

#pragma once

#include "relm-format.h"

G_BEGIN_DECLS

typedef struct _RelmFormatCache RelmFormatCache;

RelmFormatCache *relm_format_cache_new (RelmProject *project);
void relm_format_cache_free (RelmFormatCache *self);
GBytes *relm_format_cache_write (RelmFormatCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmFormatCache, relm_format_cache_free)

G_END_DECLS
