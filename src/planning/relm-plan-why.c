/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Why dates are what they are, in sentences.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"
#include "relm-plan-item.h"
#include "relm-plan-kind.h"
#include "relm-plan-schedule-private.h"
#include "relm-plan.h"
#include "relm-release.h"

#define NOTHING_BEFORE N_ ("Stays where it was planned: nothing is before it")

static char *
dup_title (RelmPlanNetwork *network,
           gint32 item)
{
  return relm_record_dup_display_title (relm_plan_network_get_record (network, (guint) item));
}

/* "finishing + 2 d": what of the other item counts, and the lag. */
static char *
dup_link (RelmPlanNetwork *network,
          const RelmReason *reason)
{
  const RelmLink *link = &relm_network_get_links (relm_plan_network_get_network (network), NULL)[reason->link];
  const gboolean start = link->type == RELM_LINK_SS || link->type == RELM_LINK_SF;
  g_autofree char *title = dup_title (network, reason->item);
  g_autofree char *lag = relm_duration_format (ABS (link->lag));

  if (link->lag == 0)
    /* Translators: why something is when it is; the title of what it waits for */
    return g_strdup_printf (start ? _ ("Follows the start of “%s”") : _ ("Follows the finish of “%s”"), title);
  if (link->lag > 0)
    /* Translators: why something is when it is; the title of what it waits for, and how long after that: "2 d" */
    return g_strdup_printf (start ? _ ("Follows the start of “%s” after %s") : _ ("Follows the finish of “%s” after %s"), title, lag);
  /* Translators: why something is when it is; how long ("2 d") before that, and the title of what it depends on */
  return g_strdup_printf (start ? _ ("May begin %s before the start of “%s”") : _ ("May begin %s before the finish of “%s”"), lag, title);
}

/* A constraint and its date, or that there is none: "Must start on 3 May". */
char *
_relm_plan_dup_constraint (RelmRecord *record)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const char *nick = relm_plan_kind_get_string (record, kind->constraint);
  const RelmDate date = relm_plan_kind_get_date (record, kind->constraint_date);
  g_autofree char *shown = NULL;

  if (nick == NULL || date == RELM_DATE_NONE)
    return g_strdup (_ (NOTHING_BEFORE));
  shown = relm_date_display (date);
  /* Translators: a constraint, such as "Must start on", and its date */
  return g_strdup_printf (_ ("%s %s"), relm_field_get_choice_label (&relm_record_get_kind (record)->fields[kind->constraint], nick), shown);
}

static char *
dup_actual (RelmRecord *record)
{
  return g_strdup (relm_plan_is_done (record) ? _ ("Done") : _ ("Has begun"));
}

static char *
dup_status_date (RelmProject *project)
{
  g_autofree char *date = relm_date_display (relm_record_get_date (RELM_RECORD (project), RELM_PROJECT_STATUS_DATE));

  /* Translators: the placeholder is the date up to which the plan was looked through */
  return g_strdup_printf (_ ("Not begun on the status date, %s"), date);
}

static char *
dup_parts (RelmPlanNetwork *network,
           const RelmReason *reason)
{
  g_autofree char *title = reason->item >= 0 ? dup_title (network, reason->item) : NULL;

  return title != NULL ? g_strdup_printf (_ ("Starts with its part “%s”"), title) : g_strdup (_ ("Starts with its parts"));
}

static char *
dup_sentence (RelmPlanSchedule *self,
              RelmPlanNetwork *network,
              RelmRecord *record,
              const RelmReason *reason)
{
  switch (reason->kind)
    {
    case RELM_REASON_LINK:
      return dup_link (network, reason);
    case RELM_REASON_CONSTRAINT:
      return _relm_plan_dup_constraint (record);
    case RELM_REASON_PINNED:
      return g_strdup (relm_plan_item_is_pinned (record) ? _ ("Pinned to its planned dates") : _ (NOTHING_BEFORE));
    case RELM_REASON_ACTUAL:
      return dup_actual (record);
    case RELM_REASON_STATUS_TIME:
      return dup_status_date (relm_plan_schedule_get_project (self));
    case RELM_REASON_PARTS:
      return dup_parts (network, reason);
    case RELM_REASON_LEVELLING:
      return g_strdup (_ ("Waits until somebody is free"));
    case RELM_REASON_PROJECT_FINISH:
      return g_strdup (_ ("As late as the plan allows"));
    case RELM_REASON_DEADLINE:
      return g_strdup (_ ("As late as its deadline allows"));
    case RELM_REASON_PROJECT_START:
    default:
      return g_strdup (_ ("Starts with the plan: nothing is before it"));
    }
}

/* What decides: of a release that ships when its parts are done, the part that is done last. */
static guint
find_asked (RelmPlanNetwork *network,
            RelmRecord *record,
            guint item)
{
  const int readiness = RELM_IS_RELEASE (record) ? relm_plan_network_find_readiness (network, record) : -1;

  return readiness >= 0 && !relm_plan_item_is_pinned (record) ? (guint) readiness : item;
}

/**
 * relm_plan_schedule_dup_reason:
 * @record: a record of the project
 *
 * Returns: (transfer full) (nullable): why it is when it is, translated; %NULL for what takes no part in the plan
 */
char *
relm_plan_schedule_dup_reason (RelmPlanSchedule *self,
                               RelmRecord *record)
{
  RelmPlanNetwork *network;
  RelmReason reason;
  int item;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (record), NULL);

  network = _relm_plan_schedule_get_network (self);
  item = relm_plan_network_find (network, record);
  if (item < 0)
    return NULL;
  relm_schedule_explain_start (_relm_plan_schedule_get_engine (self), find_asked (network, record, (guint) item), &reason);
  return dup_sentence (self, network, record, &reason);
}
