/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-timeline-sample.h"
#include "relm-work-item.h"

static void
add_releases (RelmProject *project)
{
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-old", "version", "48.0", "state", "released", "planned_start",
                      "2026-09-01", "planned", "2027-03-17", "actual", "2027-03-19", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-one", "version", "49.0", "name", "Brescia", "state", "in_progress",
                      "planned_start", "2027-03-22", "planned", "2027-09-15", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-two", "version", "50.0", "planned", "2028-03-15", NULL);
}

static void
add_phases (RelmProject *project)
{
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-one", "name", "Requirements and design", "release", "rel-one",
                      "planned_start", "2027-03-22", "planned_finish", "2027-04-23", "actual_start", "2027-03-22",
                      "actual_finish", "2027-04-25", NULL);
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-two", "name", "Development", "release", "rel-one", "planned_start",
                      "2027-04-26", "planned_finish", "2027-07-30", NULL);
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-three", "name", "Stabilisation", "release", "rel-one", "planned_start",
                      "2027-07-31", "planned_finish", "2027-09-10", NULL);
}

static void
add_milestones (RelmProject *project)
{
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-one", "name", "API freeze", "release", "rel-one", "planned",
                      "2027-05-03", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-two", "name", "String freeze", "release", "rel-one", "planned",
                      "2027-08-16", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-three", "name", "Kick-off", "release", "rel-one", "planned",
                      "2027-03-29", "actual", "2027-03-29", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-old", "name", "Code freeze", "release", "rel-old", "planned",
                      "2027-02-20", "actual", "2027-02-20", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-free", "name", "Conference", "planned", "2027-07-20", NULL);
}

static void
add_people (RelmProject *project)
{
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-ada", "name", "Ada", NULL);
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-bea", "name", "Bea", NULL);
}

static void
add_work (RelmProject *project)
{
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-one", "title", "Write the file format", "state", "done", "release",
                      "rel-one", "phase", "pha-two", "planned_start", "2027-04-26", "planned_finish", "2027-05-04",
                      "actual_start", "2027-04-26", "actual_finish", "2027-05-02", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-two", "title", "Timeline for people who use a screen reader", "assignee", "per-ada", "state",
                      "in_progress", "progress", "40", "release", "rel-one", "phase", "pha-two", "planned_start", "2027-05-03",
                      "planned_finish", "2027-05-28", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-three", "title", "Translate <b>the manual</b> & more", "assignee", "per-bea", "state",
                      "blocked", "progress", "20", "release", "rel-one", "phase", "pha-two", "planned_start", "2027-05-17",
                      "planned_finish", "2027-06-18", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-four", "title", "Read tags", "assignee", "per-ada", "priority", "high", "state", "in_progress", "progress", "70",
                      "release", "rel-one", "phase", "pha-two", "planned_start", "2027-04-27", "planned_finish", "2027-05-01",
                      NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-five", "title", "Telepathy", "state", "cancelled", "release", "rel-one",
                      "phase", "pha-two", "planned_start", "2027-06-01", "planned_finish", "2027-06-30", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-six", "title", "Publish on Flathub", "state", "open", "release",
                      "rel-one", "planned_start", "2027-09-01", "planned_finish", "2027-09-15", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-undated", "title", "Someday", "state", "open", "release", "rel-one", NULL);
}

static void
add_dependencies (RelmProject *project)
{
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-one", "predecessor", "wi-one", "successor", "wi-two", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-two", "predecessor", "pha-two", "successor", "pha-three", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-three", "predecessor", "mil-one", "successor", "wi-three", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-four", "predecessor", "wi-two", "successor", "wi-three",
                      "type", "ff", NULL);
}

/**
 * relm_timeline_sample_new:
 *
 * Returns: (transfer full): the plan
 */
RelmProject *
relm_timeline_sample_new (void)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_set (project, RELM_RECORD (project), "name", "Sample");
  add_releases (project);
  add_phases (project);
  add_milestones (project);
  add_people (project);
  add_work (project);
  add_dependencies (project);
  return project;
}

static void
add_many (RelmProject *project,
          guint index)
{
  g_autofree char *id = g_strdup_printf ("wi-%06u", index);
  g_autofree char *previous = g_strdup_printf ("wi-%06u", index - 1);
  g_autofree char *dependency = g_strdup_printf ("dep-%06u", index);
  g_autofree char *title = g_strdup_printf ("Work item number %u", index);
  g_autofree char *start = relm_date_format (relm_date_from_ymd (2027, 1, 1) + (RelmDate) (index % 700));
  g_autofree char *finish = relm_date_format (relm_date_from_ymd (2027, 1, 1) + (RelmDate) (index % 700 + 3 + index % 20));

  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, id, "title", title, "release", "rel-large", "planned_start", start,
                      "planned_finish", finish, NULL);
  if (index % 2 == 1)
    relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, dependency, "predecessor", previous, "successor", id, NULL);
}

/**
 * relm_timeline_sample_new_large:
 * @n_items: how many work items
 *
 * Returns: (transfer full): a release with that many work items, half of which depend on another
 */
RelmProject *
relm_timeline_sample_new_large (guint n_items)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_set (project, RELM_RECORD (project), "name", "Large");
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-large", "version", "1.0.0", "planned", "2028-12-01", NULL);
  for (guint i = 0; i < n_items; i++)
    add_many (project, i);
  return project;
}
