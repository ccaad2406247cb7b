/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-exposure.h"
#include "relm-raid-item.h"

#define CERTAIN 5
#define SERIOUS_FROM 15 /* high by medium, at least */
#define MODERATE_FROM 6

static gboolean
is_state (RelmRecord *raid_item,
          const char *nick)
{
  return g_strcmp0 (relm_record_get_string (raid_item, RELM_RAID_ITEM_STATE), nick) == 0;
}

/* 1 to 5; 0 when nobody has said it. */
static guint
get_probability (RelmRecord *raid_item)
{
  const gboolean issue = g_strcmp0 (relm_record_get_string (raid_item, RELM_RAID_ITEM_KIND), "issue") == 0;

  return issue || is_state (raid_item, "happened") ? CERTAIN : (guint) (relm_record_get_choice (raid_item, RELM_RAID_ITEM_PROBABILITY) + 1);
}

/**
 * relm_exposure_reckon:
 * @raid_item: an entry of the RAID log
 *
 * Returns: from 1 to RELM_EXPOSURE_MAX; 0 when it is closed, or its probability or impact are not known
 */
guint
relm_exposure_reckon (RelmRecord *raid_item)
{
  g_return_val_if_fail (RELM_IS_RAID_ITEM (raid_item), 0);

  if (is_state (raid_item, "closed"))
    return 0;
  return get_probability (raid_item) * (guint) (relm_record_get_choice (raid_item, RELM_RAID_ITEM_IMPACT) + 1);
}

/**
 * relm_exposure_get:
 * @raid_item: an entry of the RAID log
 *
 * Returns: what relm_exposure_reckon() amounts to
 */
RelmExposure
relm_exposure_get (RelmRecord *raid_item)
{
  const guint product = relm_exposure_reckon (raid_item);

  if (product == 0)
    return RELM_EXPOSURE_UNKNOWN;
  if (product >= SERIOUS_FROM)
    return RELM_EXPOSURE_SERIOUS;
  return product >= MODERATE_FROM ? RELM_EXPOSURE_MODERATE : RELM_EXPOSURE_SLIGHT;
}

/**
 * relm_exposure_get_label:
 *
 * Returns: (nullable): what people call it, translated; %NULL for unknown
 */
const char *
relm_exposure_get_label (RelmExposure exposure)
{
  switch (exposure)
    {
    case RELM_EXPOSURE_SLIGHT:
      /* Translators: of a risk */
      return _ ("Slight");
    case RELM_EXPOSURE_MODERATE:
      /* Translators: of a risk */
      return _ ("Moderate");
    case RELM_EXPOSURE_SERIOUS:
      /* Translators: of a risk */
      return _ ("Serious");
    case RELM_EXPOSURE_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * relm_exposure_is_review_due:
 * @raid_item: an entry of the RAID log
 * @today: the day to compare with
 *
 * Returns: whether somebody should look at it again, and has not closed it
 */
gboolean
relm_exposure_is_review_due (RelmRecord *raid_item,
                             RelmDate today)
{
  RelmDate review;

  g_return_val_if_fail (RELM_IS_RAID_ITEM (raid_item), FALSE);

  review = relm_record_get_date (raid_item, RELM_RAID_ITEM_REVIEW);
  return review != RELM_DATE_NONE && review <= today && !is_state (raid_item, "closed");
}
