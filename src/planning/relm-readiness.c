/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-readiness-table.h"
#include "relm-release.h"

/* A release is off track when it, or so large a part of its work, is late; these are where at risk ends. */
#define OVERDUE_SHARE_OFF_TRACK 4 /* a quarter of the items */

static const struct
{
  const char *nick;
  const char *label;
} healths[] = {
  [RELM_HEALTH_UNKNOWN] = { NULL, N_ ("Unknown") },
  [RELM_HEALTH_ON_TRACK] = { "on_track", N_ ("On track") },
  [RELM_HEALTH_AT_RISK] = { "at_risk", N_ ("At risk") },
  [RELM_HEALTH_OFF_TRACK] = { "off_track", N_ ("Off track") },
  [RELM_HEALTH_PAUSED] = { "paused", N_ ("Paused") },
};

static RelmHealth
derive_health (const RelmReadiness *self)
{
  if (self->done)
    return RELM_HEALTH_ON_TRACK;
  if (self->days_late > 0 || self->n_gates_refused > 0 || (self->n_overdue > 0 && self->n_overdue * OVERDUE_SHARE_OFF_TRACK >= self->n_items))
    return RELM_HEALTH_OFF_TRACK;
  if (self->n_overdue > 0 || self->n_blocked > 0 || self->n_milestones_overdue > 0 || self->n_gates_overdue > 0 ||
      self->n_serious > 0)
    return RELM_HEALTH_AT_RISK;
  if (self->date == RELM_DATE_NONE && self->n_items == 0 && self->n_milestones == 0 && self->n_gates == 0)
    return RELM_HEALTH_UNKNOWN;
  return RELM_HEALTH_ON_TRACK;
}

static void
set_health (RelmReadiness *self,
            RelmRecord *release)
{
  const char *said = release != NULL ? relm_record_get_string (release, RELM_RELEASE_HEALTH) : NULL;

  self->health = derive_health (self);
  self->health_is_derived = TRUE;
  for (guint i = 0; said != NULL && i < G_N_ELEMENTS (healths); i++)
    if (g_strcmp0 (healths[i].nick, said) == 0)
      {
        self->health = (RelmHealth) i;
        self->health_is_derived = FALSE;
      }
}

/**
 * relm_readiness_compute:
 * @project: a project
 * @release: (nullable): one of its releases, or %NULL for the whole roadmap
 * @today: the day to compare with, in general relm_date_today()
 *
 * Returns: how far it is
 */
RelmReadiness
relm_readiness_compute (RelmProject *project,
                        RelmRecord *release,
                        RelmDate today)
{
  RelmReadiness self = { 0 };

  g_return_val_if_fail (RELM_IS_PROJECT (project), self);
  g_return_val_if_fail (release == NULL || RELM_IS_RELEASE (release), self);

  self = *relm_readiness_table_find (project, release, today);
  set_health (&self, release);
  return self;
}

/**
 * relm_readiness_dup_reason:
 *
 * Returns: (transfer full): one translated sentence that says why the health is what the numbers say it is
 */
char *
relm_readiness_dup_reason (const RelmReadiness *self)
{
  if (self->done)
    return g_strdup (_ ("It is done."));
  if (self->days_late > 0)
    return g_strdup_printf (ngettext ("The planned date passed %d day ago.", "The planned date passed %d days ago.",
                                      (gulong) self->days_late),
                            self->days_late);
  if (self->n_gates_refused > 0)
    return g_strdup_printf (ngettext ("%u gate was not passed.", "%u gates were not passed.", self->n_gates_refused), self->n_gates_refused);
  if (self->n_overdue > 0)
    return g_strdup_printf (ngettext ("%u work item should have finished.", "%u work items should have finished.",
                                      self->n_overdue),
                            self->n_overdue);
  if (self->n_milestones_overdue > 0)
    return g_strdup_printf (ngettext ("%u milestone is overdue.", "%u milestones are overdue.",
                                      self->n_milestones_overdue),
                            self->n_milestones_overdue);
  if (self->n_gates_overdue > 0)
    return g_strdup_printf (ngettext ("%u gate waits for a decision.", "%u gates wait for a decision.", self->n_gates_overdue),
                            self->n_gates_overdue);
  if (self->n_blocked > 0)
    return g_strdup_printf (ngettext ("%u work item is blocked.", "%u work items are blocked.", self->n_blocked),
                            self->n_blocked);
  if (self->n_serious > 0)
    return g_strdup_printf (ngettext ("%u serious risk or issue is open.", "%u serious risks and issues are open.", self->n_serious),
                            self->n_serious);
  if (self->health == RELM_HEALTH_UNKNOWN)
    return g_strdup (_ ("Nothing is planned yet."));
  return g_strdup (_ ("Nothing is overdue or blocked."));
}

/**
 * relm_health_get_nick:
 *
 * Returns: (nullable): what the file calls it; %NULL for unknown
 */
const char *
relm_health_get_nick (RelmHealth health)
{
  g_return_val_if_fail ((guint) health < G_N_ELEMENTS (healths), NULL);

  return healths[health].nick;
}

/**
 * relm_health_get_label:
 *
 * Returns: what people call it, translated
 */
const char *
relm_health_get_label (RelmHealth health)
{
  g_return_val_if_fail ((guint) health < G_N_ELEMENTS (healths), NULL);

  return _ (healths[health].label);
}
