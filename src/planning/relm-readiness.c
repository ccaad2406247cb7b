/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-milestone.h"
#include "relm-plan.h"
#include "relm-readiness.h"
#include "relm-release.h"
#include "relm-work-item.h"

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

static void
count_state (RelmReadiness *self,
             const char *state)
{
  if (g_strcmp0 (state, "cancelled") == 0)
    {
      self->n_cancelled++;
      return;
    }
  self->n_items++;
  if (g_strcmp0 (state, "done") == 0)
    self->n_done++;
  else if (g_strcmp0 (state, "in_progress") == 0)
    self->n_in_progress++;
  else if (g_strcmp0 (state, "blocked") == 0)
    self->n_blocked++;
  else
    self->n_open++;
}

static void
count_items (RelmReadiness *self,
             RelmProject *project,
             RelmRecord *release,
             RelmDate today)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  gint64 progress = 0;

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *item = relm_record_list_get (list, i);

      if (release != NULL && relm_plan_get_release (project, item) != release)
        continue;
      if (relm_plan_is_done (item) && !relm_plan_is_cancelled (item))
        count_state (self, "done");
      else
        count_state (self, relm_record_get_string (item, RELM_WORK_ITEM_STATE));
      if (!relm_plan_is_cancelled (item))
        progress += relm_plan_get_progress (item);
      if (relm_plan_is_overdue (item, today))
        self->n_overdue++;
    }
  if (self->n_items > 0)
    self->progress = (int) (progress / self->n_items);
}

static void
count_milestones (RelmReadiness *self,
                  RelmProject *project,
                  RelmRecord *release,
                  RelmDate today)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_MILESTONE);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *milestone = relm_record_list_get (list, i);

      if (release != NULL && relm_plan_get_release (project, milestone) != release)
        continue;
      self->n_milestones++;
      if (relm_plan_is_done (milestone))
        self->n_milestones_done++;
      else if (relm_plan_is_overdue (milestone, today))
        self->n_milestones_overdue++;
    }
}

static RelmHealth
derive_health (const RelmReadiness *self)
{
  if (self->done)
    return RELM_HEALTH_ON_TRACK;
  if (self->days_late > 0 || (self->n_overdue > 0 && self->n_overdue * OVERDUE_SHARE_OFF_TRACK >= self->n_items))
    return RELM_HEALTH_OFF_TRACK;
  if (self->n_overdue > 0 || self->n_blocked > 0 || self->n_milestones_overdue > 0)
    return RELM_HEALTH_AT_RISK;
  if (self->date == RELM_DATE_NONE && self->n_items == 0 && self->n_milestones == 0)
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

  count_items (&self, project, release, today);
  count_milestones (&self, project, release, today);
  if (release != NULL)
    {
      self.done = relm_plan_is_done (release);
      self.days_late = relm_plan_get_days_late (release, today);
      self.date = relm_plan_get_span (project, release).finish;
      if (!self.done && self.date != RELM_DATE_NONE)
        self.days_left = self.date - today;
    }
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
  if (self->n_overdue > 0)
    return g_strdup_printf (ngettext ("%u work item should have finished.", "%u work items should have finished.",
                                      self->n_overdue),
                            self->n_overdue);
  if (self->n_milestones_overdue > 0)
    return g_strdup_printf (ngettext ("%u milestone is overdue.", "%u milestones are overdue.",
                                      self->n_milestones_overdue),
                            self->n_milestones_overdue);
  if (self->n_blocked > 0)
    return g_strdup_printf (ngettext ("%u work item is blocked.", "%u work items are blocked.", self->n_blocked),
                            self->n_blocked);
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
