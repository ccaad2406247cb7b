/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the timeline's page share. */

#pragma once

#include "relm-timeline-page.h"

G_BEGIN_DECLS

/* relm-timeline-page-view.c: what is looked at */
void _relm_timeline_page_install_view (GtkWidgetClass *widget_class);

G_END_DECLS
