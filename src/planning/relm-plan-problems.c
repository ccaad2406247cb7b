/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What does not hold in a plan, in sentences.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"
#include "relm-exception-request.h"
#include "relm-freeze-window.h"
#include "relm-plan-freeze.h"
#include "relm-plan-item.h"
#include "relm-plan-kind.h"
#include "relm-plan-schedule-private.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-work-item.h"

static char *
dup_title (RelmPlanNetwork *network,
           gint32 item)
{
  return relm_record_dup_display_title (relm_plan_network_get_record (network, (guint) item));
}

void
relm_plan_problem_free (RelmPlanProblem *problem)
{
  g_clear_object (&problem->record);
  g_clear_object (&problem->other);
  g_free (problem->text);
  g_free (problem);
}

static void
take_problem (GPtrArray *problems,
              RelmRecord *record,
              RelmRecord *other,
              char *text)
{
  RelmPlanProblem *problem = g_new0 (RelmPlanProblem, 1);

  g_set_object (&problem->record, record);
  g_set_object (&problem->other, other);
  problem->text = text;
  g_ptr_array_add (problems, problem);
}

static void
add_loop (RelmPlanSchedule *self,
          RelmPlanNetwork *network,
          const RelmProblem *problem,
          GPtrArray *problems)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;
  const gint32 *items = relm_schedule_get_loop (_relm_plan_schedule_get_engine (self), (guint) problem->loop, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = dup_title (network, items[i]);

      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", title);
    }
  take_problem (problems, relm_plan_network_get_record (network, (guint) items[0]), NULL,
                /* Translators: the titles of records in quotes, with commas between */
                g_strdup_printf (_ ("Wait for one another: %s"), names->str));
}

/* What has happened has happened: that it came in another order than planned is of no use to anybody. */
static gboolean
is_settled (RelmPlanNetwork *network,
            const RelmLink *link)
{
  const RelmItem *item = &relm_network_get_items (relm_plan_network_get_network (network), NULL)[link->to];

  if (link->type == RELM_LINK_FS || link->type == RELM_LINK_SS)
    return item->actual_start != RELM_TIME_NONE;
  return item->actual_finish != RELM_TIME_NONE;
}

static void
add_link (RelmPlanNetwork *network,
          const RelmProblem *problem,
          GPtrArray *problems)
{
  const RelmLink *link = &relm_network_get_links (relm_plan_network_get_network (network), NULL)[problem->link];
  g_autofree char *title = dup_title (network, link->to);
  g_autofree char *other = dup_title (network, link->from);
  g_autofree char *amount = relm_duration_format (problem->minutes);

  if (is_settled (network, link))
    return;
  take_problem (problems, relm_plan_network_get_record (network, (guint) link->to), relm_plan_network_get_record (network, (guint) link->from),
                /* Translators: a title, by how much ("2 d"), and another title */
                g_strdup_printf (_ ("“%s” is %s too early for what it depends on, “%s”"), title, amount, other));
}

static void
add_deadline (RelmPlanNetwork *network,
              const RelmProblem *problem,
              GPtrArray *problems)
{
  RelmRecord *record = relm_plan_network_get_record (network, (guint) problem->item);
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *amount = relm_duration_format (problem->minutes);

  if (!relm_plan_is_done (record))
    /* Translators: a title, and by how much: "2 d" */
    take_problem (problems, record, NULL, g_strdup_printf (_ ("“%s” finishes %s after its deadline"), title, amount));
}

static void
add_constraint (RelmPlanNetwork *network,
                const RelmProblem *problem,
                GPtrArray *problems)
{
  RelmRecord *record = relm_plan_network_get_record (network, (guint) problem->item);
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *constraint = _relm_plan_dup_constraint (record);

  /* Translators: a title, and a constraint with its date: "Must start on 3 May" */
  if (relm_plan_kind_get_date (record, relm_plan_kind_get (record)->constraint_date) != RELM_DATE_NONE)
    take_problem (problems, record, NULL, g_strdup_printf (_ ("“%s” cannot keep its constraint: %s"), title, constraint));
}

/* A release whose date is a decision, and whose parts will not be done by then. */
static void
add_late_releases (RelmPlanSchedule *self,
                   GPtrArray *problems)
{
  RelmRecordList *releases = relm_project_get_list (relm_plan_schedule_get_project (self), RELM_TYPE_RELEASE);

  for (guint i = 0; i < relm_record_list_get_size (releases); i++)
    {
      RelmRecord *release = relm_record_list_get (releases, i);
      const RelmDate planned = relm_plan_item_get_planned (release).finish;
      const RelmDate ready = relm_plan_schedule_get_ready (self, release);
      const gulong days = ready != RELM_DATE_NONE && planned != RELM_DATE_NONE && ready > planned ? (gulong) (ready - planned) : 0;
      g_autofree char *title = days > 0 ? relm_record_dup_display_title (release) : NULL;

      if (days > 0 && relm_plan_item_is_pinned (release))
        take_problem (problems, release, NULL,
                      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” will be ready %lu day after its planned date",
                                                    "“%s” will be ready %lu days after its planned date", days),
                                       title, days));
    }
}

static char *
dup_frozen (RelmRecord *window,
            RelmRecord *item,
            RelmRecord *request)
{
  const char *state = request != NULL ? relm_record_get_string (request, RELM_EXCEPTION_REQUEST_STATE) : NULL;
  g_autofree char *title = relm_record_dup_display_title (item);
  g_autofree char *freeze = relm_record_dup_display_title (window);

  if (g_strcmp0 (state, "requested") == 0)
    /* Translators: the titles of a work item and of a freeze window */
    return g_strdup_printf (_ ("“%s” falls into “%s”, and the request for an exception waits for a decision"), title, freeze);
  if (g_strcmp0 (state, "refused") == 0)
    /* Translators: the titles of a work item and of a freeze window */
    return g_strdup_printf (_ ("“%s” falls into “%s”, and an exception was refused"), title, freeze);
  /* Translators: the titles of a work item and of a freeze window */
  return g_strdup_printf (_ ("“%s” falls into “%s” and needs an exception"), title, freeze);
}

/* Work that is planned for days on which it may not be done. */
static void
add_frozen_by (RelmProject *project,
               RelmRecord *window,
               GPtrArray *problems)
{
  RelmRecordList *items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  const RelmSpan frozen = relm_plan_freeze_get_days (window);

  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    {
      RelmRecord *item = relm_record_list_get (items, i);
      const RelmSpan span = relm_plan_get_own_span (item);

      if (relm_span_is_set (span) && span.start <= frozen.finish && span.finish >= frozen.start && !relm_plan_is_done (item) &&
          relm_plan_freeze_stops (project, window, item))
        take_problem (problems, item, window, dup_frozen (window, item, relm_plan_freeze_find_request (project, window, item)));
    }
}

static void
add_frozen (RelmProject *project,
            GPtrArray *problems)
{
  RelmRecordList *windows = relm_project_get_list (project, RELM_TYPE_FREEZE_WINDOW);

  for (guint i = 0; i < relm_record_list_get_size (windows); i++)
    {
      RelmRecord *window = relm_record_list_get (windows, i);

      if (relm_span_is_set (relm_plan_freeze_get_days (window)))
        add_frozen_by (project, window, problems);
    }
}

static void
add_calendar_errors (RelmPlanSchedule *self,
                     RelmPlanNetwork *network,
                     GPtrArray *problems)
{
  GPtrArray *errors = relm_plan_calendars_get_errors (relm_plan_network_get_calendars (network));

  for (guint i = 0; i < errors->len; i++)
    take_problem (problems, RELM_RECORD (relm_plan_schedule_get_project (self)), NULL, g_strdup (g_ptr_array_index (errors, i)));
}

/* The schedule dependencies that do not hold, found anew: (element-type RelmRecord RelmRecord), a set of unowned ones. */
GHashTable *
_relm_plan_schedule_find_broken (RelmPlanSchedule *self)
{
  GHashTable *broken = g_hash_table_new (NULL, NULL);
  RelmPlanNetwork *network = _relm_plan_schedule_get_network (self);
  g_autoptr (GArray) found = relm_schedule_list_problems (_relm_plan_schedule_get_engine (self));

  for (guint i = 0; i < found->len; i++)
    {
      const RelmProblem *problem = &g_array_index (found, RelmProblem, i);
      RelmRecord *dependency =
        problem->kind == RELM_PROBLEM_LINK ? relm_plan_network_get_dependency (network, (guint) problem->link) : NULL;

      if (dependency != NULL &&
          !is_settled (network, &relm_network_get_links (relm_plan_network_get_network (network), NULL)[problem->link]))
        g_hash_table_add (broken, dependency);
    }
  return broken;
}

/* What does not hold, found anew. */
GPtrArray *
_relm_plan_schedule_find_problems (RelmPlanSchedule *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_plan_problem_free);
  RelmPlanNetwork *network;
  g_autoptr (GArray) found = NULL;

  network = _relm_plan_schedule_get_network (self);
  found = relm_schedule_list_problems (_relm_plan_schedule_get_engine (self));
  for (guint i = 0; i < found->len; i++)
    {
      const RelmProblem *problem = &g_array_index (found, RelmProblem, i);

      switch (problem->kind)
        {
        case RELM_PROBLEM_LOOP:
          add_loop (self, network, problem, problems);
          break;
        case RELM_PROBLEM_LINK:
          if (relm_plan_network_get_dependency (network, (guint) problem->link) != NULL)
            add_link (network, problem, problems);
          break;
        case RELM_PROBLEM_DEADLINE:
          add_deadline (network, problem, problems);
          break;
        case RELM_PROBLEM_CONSTRAINT:
        default:
          add_constraint (network, problem, problems);
          break;
        }
    }
  add_late_releases (self, problems);
  add_frozen (relm_plan_schedule_get_project (self), problems);
  add_calendar_errors (self, network, problems);
  return problems;
}
