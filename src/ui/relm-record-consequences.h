/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What follows from what somebody says of a record, in the same step: what is said to be done was finished today. Forecasts and
 * reports are made of these dates. Main thread.
 */

#pragma once

#include "relm-document.h"

G_BEGIN_DECLS

gboolean relm_record_consequences_apply (RelmDocument *document,
                                         RelmRecord *record,
                                         guint field,
                                         GError **error);

G_END_DECLS
