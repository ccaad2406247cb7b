/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a person should know about the document as long as it is so: read-only, changed on disk, gone, with references to
 * nothing, or with sources that could not be read. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_BANNERS (relm_banners_get_type ())
G_DECLARE_FINAL_TYPE (RelmBanners, relm_banners, RELM, BANNERS, GtkWidget)

void relm_banners_set_document (RelmBanners *self,
                                RelmDocument *document);
guint relm_banners_get_n_revealed (RelmBanners *self);

G_END_DECLS
