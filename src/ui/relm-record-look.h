/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a value is told apart at a glance: an icon and a style beside its words, never instead of them. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

typedef struct
{
  const char *icon;  /* name of an icon, or NULL */
  const char *style; /* style class, or NULL */
  const char *hint;  /* what the icon says that the value does not, translated, or NULL */
} RelmRecordLook;

RelmRecordLook relm_record_look_for_choice (const char *field,
                                            const char *nick);
RelmRecordLook relm_record_look_get (RelmRecord *record,
                                     guint field,
                                     RelmDate today);

G_END_DECLS
