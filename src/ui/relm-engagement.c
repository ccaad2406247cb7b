/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-engagement.h"
#include "relm-text.h"

static char *
dup_choice (RelmRecord *record,
            guint field)
{
  const RelmField *info = &relm_record_get_kind (record)->fields[field];

  return relm_text_display_title (relm_field_get_choice_label (info, relm_record_get_string (record, field)));
}

/**
 * relm_engagement_get_gap:
 * @stakeholder: a stakeholder
 *
 * Returns: how many steps their engagement is from what is wanted: positive when too little, negative when more than that; 0
 *   also when one of the two is not known
 */
int
relm_engagement_get_gap (RelmRecord *stakeholder)
{
  const int current = relm_record_get_choice (stakeholder, RELM_STAKEHOLDER_ENGAGEMENT);
  const int desired = relm_record_get_choice (stakeholder, RELM_STAKEHOLDER_DESIRED_ENGAGEMENT);

  return current < 0 || desired < 0 ? 0 : desired - current;
}

/**
 * relm_engagement_is_as_desired:
 * @stakeholder: a stakeholder
 *
 * Returns: whether both are known and the same
 */
gboolean
relm_engagement_is_as_desired (RelmRecord *stakeholder)
{
  return relm_record_get_choice (stakeholder, RELM_STAKEHOLDER_DESIRED_ENGAGEMENT) >= 0 &&
         g_strcmp0 (relm_record_get_string (stakeholder, RELM_STAKEHOLDER_ENGAGEMENT),
                    relm_record_get_string (stakeholder, RELM_STAKEHOLDER_DESIRED_ENGAGEMENT)) == 0;
}

/**
 * relm_engagement_dup_text:
 * @stakeholder: a stakeholder
 *
 * Returns: (transfer full): how they stand and how they should, in words, translated; empty when nothing is known
 */
char *
relm_engagement_dup_text (RelmRecord *stakeholder)
{
  g_autofree char *current = dup_choice (stakeholder, RELM_STAKEHOLDER_ENGAGEMENT);
  g_autofree char *desired = dup_choice (stakeholder, RELM_STAKEHOLDER_DESIRED_ENGAGEMENT);

  if (*desired == '\0' || g_str_equal (current, desired))
    return g_steal_pointer (&current);
  if (*current == '\0')
    g_set_str (&current, "?");
  /* Translators: a stakeholder's engagement as it is, and as it should be */
  return g_strdup_printf (_ ("%s → %s"), current, desired);
}
