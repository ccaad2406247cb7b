/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-plan-kind.h"

static G_DEFINE_QUARK (relm-plan-kind, plan_kind)

static int
find_either (const RelmKind *kind,
             const char *name,
             const char *other)
{
  const int field = relm_kind_find_field (kind, name);

  return field >= 0 ? field : relm_kind_find_field (kind, other);
}

static RelmPlanKind *
find_fields (const RelmKind *kind)
{
  RelmPlanKind *fields = g_new (RelmPlanKind, 1);

  *fields = (RelmPlanKind) {
    .planned_start = relm_kind_find_field (kind, "planned_start"),
    .planned_finish = find_either (kind, "planned_finish", "planned"),
    .committed = relm_kind_find_field (kind, "committed"),
    .actual_start = relm_kind_find_field (kind, "actual_start"),
    .actual_finish = find_either (kind, "actual_finish", "actual"),
    .state = find_either (kind, "state", "decision"),
    .progress = relm_kind_find_field (kind, "progress"),
    .release = relm_kind_find_field (kind, "release"),
    .phase = relm_kind_find_field (kind, "phase"),
    .parent = relm_kind_find_field (kind, "parent"),
    .assignee = relm_kind_find_field (kind, "assignee"),
    .scheduling = relm_kind_find_field (kind, "scheduling"),
    .duration = relm_kind_find_field (kind, "duration_minutes"),
    .calendar = relm_kind_find_field (kind, "calendar"),
    .constraint = relm_kind_find_field (kind, "constraint"),
    .constraint_date = relm_kind_find_field (kind, "constraint_date"),
    .deadline = relm_kind_find_field (kind, "deadline"),
    .allocation = relm_kind_find_field (kind, "allocation"),
    .held_until = relm_kind_find_field (kind, "held_until"),
  };
  fields->point = fields->planned_start < 0 && fields->planned_finish >= 0;
  return fields;
}

/**
 * relm_plan_kind_get:
 *
 * Returns: (transfer none): where records of this kind keep what the plan wants to know
 */
const RelmPlanKind *
relm_plan_kind_get (RelmRecord *record)
{
  /* Mostly it is asked about the records of one list, one after the other. */
  static GType last_type;
  static RelmPlanKind *last;
  const GType type = G_OBJECT_TYPE (record);

  if (type == last_type)
    return last;
  last = g_type_get_qdata (type, plan_kind_quark ());
  if (last == NULL)
    {
      last = find_fields (relm_record_get_kind (record));
      g_type_set_qdata (type, plan_kind_quark (), last);
    }
  last_type = type;
  return last;
}

/**
 * relm_plan_kind_has_say:
 * @field: a field of the record
 *
 * Returns: whether the field has a say in when something takes place: titles, texts and what trackers say have none
 */
gboolean
relm_plan_kind_has_say (RelmRecord *record,
                        guint field)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const int read[] = {
    kind->planned_start, kind->planned_finish, kind->committed, kind->actual_start, kind->actual_finish, kind->state,           kind->progress,
    kind->release,       kind->phase,          kind->parent,    kind->assignee,     kind->scheduling,    kind->duration,        kind->calendar,
    kind->constraint,    kind->constraint_date, kind->deadline, kind->held_until,
    /* whether it may come after its release */
    relm_kind_find_field (relm_record_get_kind (record), "kind"), relm_kind_find_field (relm_record_get_kind (record), "stage"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    if (read[i] == (int) field)
      return TRUE;
  return FALSE;
}

/**
 * relm_plan_kind_get_date:
 * @field: a field of type DATE, or -1
 *
 * Returns: the date, or RELM_DATE_NONE
 */
RelmDate
relm_plan_kind_get_date (RelmRecord *record,
                         int field)
{
  return field >= 0 ? relm_record_get_date (record, (guint) field) : RELM_DATE_NONE;
}

/**
 * relm_plan_kind_get_string:
 * @field: a field that holds a string, or -1
 *
 * Returns: (transfer none) (nullable): the string
 */
const char *
relm_plan_kind_get_string (RelmRecord *record,
                           int field)
{
  return field >= 0 ? relm_record_get_string (record, (guint) field) : NULL;
}

/**
 * relm_plan_kind_get_integer:
 * @field: a field that holds a number, or -1
 *
 * Returns: the number, or 0
 */
gint64
relm_plan_kind_get_integer (RelmRecord *record,
                            int field)
{
  return field >= 0 ? relm_record_get_integer (record, (guint) field) : 0;
}
