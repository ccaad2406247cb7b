/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Planned work, carried through the life cycle from requirements to deployment. A tracker's issue or merge request is
 * a tracker item, which a work item may mirror. It takes a share of a full day of its assignee; what follows others is held
 * back until a day when levelling found nobody for it before.
 */

#pragma once

#include "relm-money.h"
#include "relm-record.h"
#include "relm-scheduling.h"

G_BEGIN_DECLS

#define RELM_WORK_ITEM_FIELDS(FIELD)                                                                                   \
  FIELD (RELM_WORK_ITEM, TITLE, "title", N_ ("Title"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)        \
  FIELD (RELM_WORK_ITEM, KIND, "kind", N_ ("Kind"), ENUM, .choices = relm_work_item_kinds, .fallback = RELM_VALUE_INIT_ENUM ("task")) \
  FIELD (RELM_WORK_ITEM, STATE, "state", N_ ("State"), ENUM, .choices = relm_work_item_states, .fallback = RELM_VALUE_INIT_ENUM ("open")) \
  FIELD (RELM_WORK_ITEM, STAGE, "stage", N_ ("Stage"), ENUM, .choices = relm_work_item_stages)                         \
  FIELD (RELM_WORK_ITEM, PRIORITY, "priority", N_ ("Priority"), ENUM, .choices = relm_work_item_priorities, .fallback = RELM_VALUE_INIT_ENUM ("normal")) \
  FIELD (RELM_WORK_ITEM, RELEASE, "release", N_ ("Release"), REFERENCE, .target = "release")                           \
  FIELD (RELM_WORK_ITEM, PHASE, "phase", N_ ("Phase"), REFERENCE, .target = "phase")                                   \
  FIELD (RELM_WORK_ITEM, COMPONENT, "component", N_ ("Component"), REFERENCE, .target = "component")                   \
  FIELD (RELM_WORK_ITEM, ASSIGNEE, "assignee", N_ ("Assignee"), REFERENCE, .target = "person")                         \
  FIELD (RELM_WORK_ITEM, STAKEHOLDER, "stakeholder", N_ ("Asked for by"), REFERENCE, .target = "stakeholder")          \
  FIELD (RELM_WORK_ITEM, PARENT, "parent", N_ ("Part of"), REFERENCE, .target = "work-item")                           \
  FIELD (RELM_WORK_ITEM, ADDED, "added", N_ ("Added"), DATE, .flags = RELM_FIELD_DEFAULTS)                             \
  FIELD (RELM_WORK_ITEM, PLANNED_START, "planned_start", N_ ("Planned start"), DATE, .flags = RELM_FIELD_DEFAULTS)     \
  FIELD (RELM_WORK_ITEM, PLANNED_FINISH, "planned_finish", N_ ("Planned finish"), DATE, .flags = RELM_FIELD_DEFAULTS)  \
  FIELD (RELM_WORK_ITEM, ACTUAL_START, "actual_start", N_ ("Actual start"), DATE, .flags = RELM_FIELD_DEFAULTS)        \
  FIELD (RELM_WORK_ITEM, ACTUAL_FINISH, "actual_finish", N_ ("Actual finish"), DATE, .flags = RELM_FIELD_DEFAULTS)     \
  FIELD (RELM_WORK_ITEM, SCHEDULING, "scheduling", N_ ("Scheduling"), ENUM, .choices = relm_schedulings, .fallback = RELM_VALUE_INIT_ENUM ("automatic"), .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_WORK_ITEM, DURATION, "duration_minutes", N_ ("Duration"), DURATION, .maximum = RELM_FIELD_DURATION_MAX, .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_WORK_ITEM, OPTIMISTIC, "optimistic_minutes", N_ ("Optimistic duration"), DURATION, .maximum = RELM_FIELD_DURATION_MAX, .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_WORK_ITEM, PESSIMISTIC, "pessimistic_minutes", N_ ("Pessimistic duration"), DURATION, .maximum = RELM_FIELD_DURATION_MAX, .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_WORK_ITEM, CALENDAR, "calendar", N_ ("Calendar"), REFERENCE, .target = "calendar", .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_WORK_ITEM, CONSTRAINT, "constraint", N_ ("Constraint"), ENUM, .choices = relm_constraints, .fallback = RELM_VALUE_INIT_ENUM ("asap"), .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_WORK_ITEM, CONSTRAINT_DATE, "constraint_date", N_ ("Constraint date"), DATE, .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_WORK_ITEM, DEADLINE, "deadline", N_ ("Deadline"), DATE, .flags = RELM_FIELD_SCHEDULE)                    \
  FIELD (RELM_WORK_ITEM, ALLOCATION, "allocation", N_ ("Takes of the assignee (percent)"), INTEGER, .minimum = 1, .maximum = 100, .fallback = RELM_VALUE_INIT_INTEGER (100), .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_WORK_ITEM, HELD_UNTIL, "held_until", N_ ("Held back until"), DATE, .flags = RELM_FIELD_SCHEDULE)         \
  FIELD (RELM_WORK_ITEM, PROGRESS, "progress", N_ ("Progress"), INTEGER, .minimum = 0, .maximum = 100)                 \
  FIELD (RELM_WORK_ITEM, SPENT, "spent_minutes", N_ ("Time spent"), DURATION, .maximum = RELM_FIELD_DURATION_MAX)       \
  FIELD (RELM_WORK_ITEM, OTHER_COST, "other_cost_cents", N_ ("Other cost"), MONEY, .maximum = RELM_MONEY_MAX)           \
  FIELD (RELM_WORK_ITEM, ACTUAL_COST, "actual_cost_cents", N_ ("Actual cost"), MONEY, .maximum = RELM_MONEY_MAX)        \
  FIELD (RELM_WORK_ITEM, URL, "url", N_ ("Link"), STRING, .flags = RELM_FIELD_DEFAULTS)                                \
  FIELD (RELM_WORK_ITEM, SOURCE, "source", N_ ("Tracker"), REFERENCE, .target = "source", .flags = RELM_FIELD_HIDDEN)  \
  FIELD (RELM_WORK_ITEM, ITEM, "item", N_ ("Tracker item"), STRING, .flags = RELM_FIELD_HIDDEN)                        \
  FIELD (RELM_WORK_ITEM, ITEM_TITLE, "item_title", N_ ("Title in the tracker"), STRING, .flags = RELM_FIELD_HIDDEN)    \
  FIELD (RELM_WORK_ITEM, ITEM_STATE, "item_state", N_ ("State in the tracker"), ENUM, .choices = relm_work_item_states, .flags = RELM_FIELD_HIDDEN) \
  FIELD (RELM_WORK_ITEM, ITEM_ASSIGNEE, "item_assignee", N_ ("Assignee in the tracker"), STRING, .flags = RELM_FIELD_HIDDEN) \
  FIELD (RELM_WORK_ITEM, ITEM_MILESTONE, "item_milestone", N_ ("Milestone in the tracker"), STRING, .flags = RELM_FIELD_HIDDEN) \
  FIELD (RELM_WORK_ITEM, ITEM_CLOSED, "item_closed", N_ ("Closed in the tracker"), DATE, .flags = RELM_FIELD_HIDDEN)   \
  FIELD (RELM_WORK_ITEM, DESCRIPTION, "description", N_ ("Description"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_WORK_ITEM_FIELDS (RELM_FIELD_INDEX)
  RELM_WORK_ITEM_N_FIELDS
};

extern const RelmChoice relm_work_item_kinds[];
extern const RelmChoice relm_work_item_states[];
extern const RelmChoice relm_work_item_stages[];
extern const RelmChoice relm_work_item_priorities[];

#define RELM_TYPE_WORK_ITEM (relm_work_item_get_type ())
G_DECLARE_FINAL_TYPE (RelmWorkItem, relm_work_item, RELM, WORK_ITEM, RelmRecord)

G_END_DECLS
