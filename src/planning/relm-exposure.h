/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How much an entry of the RAID log weighs: the product of its probability and its impact, each from 1 to 5, as the matrix of
 * probability and impact has it (Project Management Institute, The Standard for Risk Management, 2019). What has happened is certain.
 * Plain numbers; main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_EXPOSURE_MAX 25

typedef enum
{
  RELM_EXPOSURE_UNKNOWN, /* also of what is closed */
  RELM_EXPOSURE_SLIGHT,
  RELM_EXPOSURE_MODERATE,
  RELM_EXPOSURE_SERIOUS,
} RelmExposure;

guint relm_exposure_reckon (RelmRecord *raid_item);
RelmExposure relm_exposure_get (RelmRecord *raid_item);
const char *relm_exposure_get_label (RelmExposure exposure);
gboolean relm_exposure_is_review_due (RelmRecord *raid_item,
                                      RelmDate today);

G_END_DECLS
