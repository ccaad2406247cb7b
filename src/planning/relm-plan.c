/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-kinds.h"
#include "relm-plan-kind.h"
#include "relm-plan.h"
#include "relm-release.h"

#define DEPTH_MAX 64 /* how deep work items may be part of each other; a file may hold a circle */

static RelmDate
either (RelmDate actual,
        RelmDate planned)
{
  return actual != RELM_DATE_NONE ? actual : planned;
}

/* The span as its fields say it: either end may be missing, and a person may have written them in the wrong order. */
static RelmSpan
get_raw_span (RelmRecord *record)
{
  const RelmPlanKind *fields = relm_plan_kind_get (record);

  return (RelmSpan) {
    .start = either (relm_plan_kind_get_date (record, fields->actual_start), relm_plan_kind_get_date (record, fields->planned_start)),
    .finish = either (relm_plan_kind_get_date (record, fields->actual_finish), relm_plan_kind_get_date (record, fields->planned_finish)),
  };
}

static RelmSpan
complete (RelmSpan span)
{
  if (span.start == RELM_DATE_NONE)
    span.start = span.finish;
  if (span.finish == RELM_DATE_NONE || span.finish < span.start)
    span.finish = span.start;
  return span;
}

static gboolean
state_is (RelmRecord *record,
          const char *const *nicks)
{
  const char *state = relm_plan_kind_get_string (record, relm_plan_kind_get (record)->state);

  return state != NULL && g_strv_contains (nicks, state);
}

/**
 * relm_plan_get_own_span:
 * @record: a record of any kind
 *
 * Returns: when it takes place by its own dates alone, both ends inclusive. A record with one date is a single day, and one
 *   that finishes before it starts is the day of its start; without dates both ends are RELM_DATE_NONE.
 */
RelmSpan
relm_plan_get_own_span (RelmRecord *record)
{
  g_return_val_if_fail (RELM_IS_RECORD (record), ((RelmSpan) { 0 }));

  return complete (get_raw_span (record));
}

/* What the parts of a release span together. */
static RelmSpan
unite_parts (RelmProject *project,
             RelmRecord *release)
{
  RelmSpan parts = { 0 };

  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        {
          RelmRecord *part = relm_record_list_get (list, j);

          if (part != release && relm_plan_is_scheduled (part) && relm_plan_get_release (project, part) == release)
            parts = relm_span_union (parts, relm_plan_get_own_span (part));
        }
    }
  return parts;
}

/**
 * relm_plan_get_span:
 * @project: the project that @record is in
 * @record: a record of any kind
 *
 * A release that does not say when it starts or ends takes that from its phases, milestones and work items, which costs a
 * pass over the project; everything else is relm_plan_get_own_span().
 *
 * Returns: when it takes place; RELM_DATE_NONE when nothing says so
 */
RelmSpan
relm_plan_get_span (RelmProject *project,
                    RelmRecord *record)
{
  RelmSpan own;

  g_return_val_if_fail (RELM_IS_PROJECT (project), ((RelmSpan) { 0 }));
  g_return_val_if_fail (RELM_IS_RECORD (record), ((RelmSpan) { 0 }));

  own = get_raw_span (record);
  if (!RELM_IS_RELEASE (record) || (own.start != RELM_DATE_NONE && own.finish != RELM_DATE_NONE))
    return complete (own);
  return relm_plan_get_span_of_parts (record, unite_parts (project, record));
}

/**
 * relm_plan_get_span_of_parts:
 * @record: a release
 * @parts: what its parts span together; unset when it has none with dates
 *
 * For a caller that has seen all parts anyway.
 *
 * Returns: when the release takes place, as relm_plan_get_span() says it
 */
RelmSpan
relm_plan_get_span_of_parts (RelmRecord *record,
                             RelmSpan parts)
{
  RelmSpan span = get_raw_span (record);

  if (span.start == RELM_DATE_NONE)
    span.start = span.finish != RELM_DATE_NONE && parts.start > span.finish ? span.finish : parts.start;
  if (span.finish == RELM_DATE_NONE)
    span.finish = parts.finish;
  return complete (span);
}

/**
 * relm_plan_get_editable_fields:
 * @record: a record of any kind
 *
 * Only what is planned can be moved: what has happened stays where it happened.
 *
 * Returns: the fields that hold the start and the finish; -1 for an end that has happened, that is not set or that the kind
 *   does not have
 */
RelmPlanFields
relm_plan_get_editable_fields (RelmRecord *record)
{
  const RelmPlanKind *fields;
  RelmPlanFields result = { -1, -1 };

  g_return_val_if_fail (RELM_IS_RECORD (record), result);

  fields = relm_plan_kind_get (record);
  if (relm_plan_kind_get_date (record, fields->actual_start) == RELM_DATE_NONE &&
      relm_plan_kind_get_date (record, fields->planned_start) != RELM_DATE_NONE &&
      relm_plan_kind_get_date (record, fields->actual_finish) == RELM_DATE_NONE)
    result.start = fields->planned_start;
  if (relm_plan_kind_get_date (record, fields->actual_finish) == RELM_DATE_NONE &&
      relm_plan_kind_get_date (record, fields->planned_finish) != RELM_DATE_NONE)
    result.finish = fields->planned_finish;
  return result;
}

/**
 * relm_plan_get_planned_fields:
 * @record: a record of any kind
 *
 * Returns: the fields that hold when it is planned, whether they are set or not; of a release the day on which it is out alone
 */
RelmPlanFields
relm_plan_get_planned_fields (RelmRecord *record)
{
  const RelmPlanKind *kind;

  g_return_val_if_fail (RELM_IS_RECORD (record), ((RelmPlanFields) { -1, -1 }));

  kind = relm_plan_kind_get (record);
  return (RelmPlanFields) { RELM_IS_RELEASE (record) ? -1 : kind->planned_start, kind->planned_finish };
}

/**
 * relm_plan_can_plan_finish:
 * @record: a record of any kind
 *
 * Returns: whether its kind has a planned finish, and it has not finished yet
 */
gboolean
relm_plan_can_plan_finish (RelmRecord *record)
{
  return relm_plan_get_planned_fields (record).finish >= 0 &&
         relm_plan_kind_get_date (record, relm_plan_kind_get (record)->actual_finish) == RELM_DATE_NONE;
}

/**
 * relm_plan_can_plan_start:
 * @record: a record of any kind
 *
 * Returns: whether its kind has a planned start, which of a release nobody decides, and it has not begun yet
 */
gboolean
relm_plan_can_plan_start (RelmRecord *record)
{
  return relm_plan_get_planned_fields (record).start >= 0 && relm_plan_can_plan_finish (record) &&
         relm_plan_kind_get_date (record, relm_plan_kind_get (record)->actual_start) == RELM_DATE_NONE;
}

/**
 * relm_plan_is_schedulable:
 *
 * Returns: whether records of this kind take place at some time, so that they belong on a timeline
 */
gboolean
relm_plan_is_schedulable (RelmRecord *record)
{
  g_return_val_if_fail (RELM_IS_RECORD (record), FALSE);

  return relm_plan_kind_get (record)->planned_finish >= 0;
}

/**
 * relm_plan_is_scheduled:
 *
 * Returns: whether the record says itself when it takes place
 */
gboolean
relm_plan_is_scheduled (RelmRecord *record)
{
  return relm_plan_get_own_span (record).start != RELM_DATE_NONE;
}

/**
 * relm_plan_is_point:
 *
 * Returns: whether records of this kind are points in time, as milestones are, and not periods
 */
gboolean
relm_plan_is_point (RelmRecord *record)
{
  g_return_val_if_fail (RELM_IS_RECORD (record), FALSE);

  return relm_plan_kind_get (record)->point;
}

/**
 * relm_plan_is_done:
 *
 * Returns: whether nothing is left to do for it: it has finished, was passed, or was cancelled
 */
gboolean
relm_plan_is_done (RelmRecord *record)
{
  static const char *const done[] = { "done", "released", "cancelled", "go", "conditional_go", NULL };

  g_return_val_if_fail (RELM_IS_RECORD (record), FALSE);

  return state_is (record, done) || relm_plan_kind_get_date (record, relm_plan_kind_get (record)->actual_finish) != RELM_DATE_NONE;
}

/**
 * relm_plan_is_cancelled:
 *
 * Returns: whether it will not take place
 */
gboolean
relm_plan_is_cancelled (RelmRecord *record)
{
  static const char *const cancelled[] = { "cancelled", NULL };

  g_return_val_if_fail (RELM_IS_RECORD (record), FALSE);

  return state_is (record, cancelled);
}

/**
 * relm_plan_is_blocked:
 *
 * Returns: whether it cannot go on: somebody says so of work, and has decided so at a gate
 */
gboolean
relm_plan_is_blocked (RelmRecord *record)
{
  static const char *const blocked[] = { "blocked", "no_go", NULL };

  g_return_val_if_fail (RELM_IS_RECORD (record), FALSE);

  return state_is (record, blocked);
}

/**
 * relm_plan_get_state_label:
 *
 * Returns: (nullable): what state it is in, or what was decided, translated; %NULL for a kind that has neither
 */
const char *
relm_plan_get_state_label (RelmRecord *record)
{
  int field;

  g_return_val_if_fail (RELM_IS_RECORD (record), NULL);

  field = relm_plan_kind_get (record)->state;
  if (field < 0)
    return NULL;
  return relm_field_get_choice_label (&relm_record_get_kind (record)->fields[field], relm_record_get_string (record, (guint) field));
}

/**
 * relm_plan_is_overdue:
 * @today: the day to compare with
 *
 * Returns: whether it should have finished before today and has not
 */
gboolean
relm_plan_is_overdue (RelmRecord *record,
                      RelmDate today)
{
  return relm_plan_get_days_late (record, today) > 0;
}

/**
 * relm_plan_get_days_late:
 * @today: the day to compare with
 *
 * Returns: by how many days it is overdue; 0 if it is not
 */
int
relm_plan_get_days_late (RelmRecord *record,
                         RelmDate today)
{
  RelmDate finish;

  g_return_val_if_fail (RELM_IS_RECORD (record), 0);

  if (relm_plan_is_done (record))
    return 0;
  finish = relm_plan_kind_get_date (record, relm_plan_kind_get (record)->planned_finish);
  return finish != RELM_DATE_NONE && finish < today ? today - finish : 0;
}

/**
 * relm_plan_get_progress:
 *
 * Returns: how much of it is done, in percent
 */
int
relm_plan_get_progress (RelmRecord *record)
{
  const RelmPlanKind *fields;

  g_return_val_if_fail (RELM_IS_RECORD (record), 0);

  if (relm_plan_is_done (record))
    return 100;
  fields = relm_plan_kind_get (record);
  return fields->progress >= 0 ? CLAMP ((int) relm_record_get_integer (record, (guint) fields->progress), 0, 100) : 0;
}

/**
 * relm_plan_get_release:
 * @project: the project that @record is in
 * @record: a record of any kind
 *
 * Returns: (transfer none) (nullable): the release that it belongs to: itself, the one it names, or that of its phase or of
 *   the work item that it is part of
 */
RelmRecord *
relm_plan_get_release (RelmProject *project,
                       RelmRecord *record)
{
  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  for (guint depth = 0; record != NULL && depth < DEPTH_MAX; depth++)
    {
      const RelmPlanKind *fields = relm_plan_kind_get (record);
      RelmRecord *above = NULL;

      if (RELM_IS_RELEASE (record))
        return record;
      if (relm_plan_kind_get_string (record, fields->release) != NULL)
        above = relm_project_resolve (project, record, (guint) fields->release);
      if (above == NULL && relm_plan_kind_get_string (record, fields->phase) != NULL)
        above = relm_project_resolve (project, record, (guint) fields->phase);
      if (above == NULL && relm_plan_kind_get_string (record, fields->parent) != NULL)
        above = relm_project_resolve (project, record, (guint) fields->parent);
      record = above;
    }
  return NULL;
}
