/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-plan-case.h"

/**
 * relm_test_plan_case_unpack:
 * @folder: of the cases from outside
 * @set: a set of cases in it, packed
 *
 * Returns: (transfer full) (nullable): a temporary folder with the set; without the cases the test is marked as skipped
 */
char *
relm_test_plan_case_unpack (const char *folder,
                            const char *set)
{
  const char *cases = g_getenv ("RELM_TEST_CASES");
  g_autofree char *name = g_strconcat (set, ".tar.xz", NULL);
  g_autofree char *path = g_build_filename (cases != NULL ? cases : ".", folder, name, NULL);
  g_autofree char *into = NULL;
  const char *argv[] = { "python3", "-c", "import sys, tarfile; tarfile.open (sys.argv[1]).extractall (sys.argv[2], filter='data')",
                               path, NULL, NULL };
  int status = 1;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the cases from outside are not there (RELM_TEST_CASES)");
      return NULL;
    }
  into = g_dir_make_tmp ("relm-cases-XXXXXX", NULL);
  g_assert_nonnull (into);
  argv[4] = into;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return g_steal_pointer (&into);
}

/* Removes what relm_test_plan_case_unpack () made. */
void
relm_test_plan_case_remove (const char *folder)
{
  const char *const argv[] = { "rm", "-r", "--", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static guint
parse_clock (const char *text)
{
  return (guint) (g_ascii_strtoull (text, NULL, 10) * 60 + g_ascii_strtoull (text + 3, NULL, 10));
}

/* Times are "2027-06-21T08:00", in one plan with seconds. */
RelmTime
relm_test_plan_case_time (JsonObject *object,
                          const char *member)
{
  const char *text = get_string (object, member);
  g_autofree char *day = NULL;
  RelmDate date;

  if (text == NULL)
    return RELM_TIME_NONE;
  day = g_strndup (text, 10);
  g_assert_true (relm_date_parse (day, &date));
  return relm_time_from_date (date, (int) parse_clock (text + 11));
}

static RelmDayHours
get_hours (JsonArray *periods)
{
  RelmDayHours hours = { .n = json_array_get_length (periods) };

  g_assert_cmpuint (hours.n, <=, RELM_DAY_MAX_PERIODS);
  for (guint i = 0; i < hours.n; i++)
    {
      JsonArray *period = json_array_get_array_element (periods, i);
      guint finish = parse_clock (json_array_get_string_element (period, 1));

      hours.periods[i].start = (guint16) parse_clock (json_array_get_string_element (period, 0));
      hours.periods[i].finish = (guint16) (finish == 0 ? RELM_MINUTES_PER_DAY : finish);
    }
  return hours;
}

static RelmCalendar *
get_calendar (JsonObject *object)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  JsonObject *exceptions = json_object_get_object_member (object, "exceptions");
  g_autoptr (GList) dates = json_object_get_members (exceptions);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (RelmCalendarException));
  RelmDayHours week[7];

  for (guint i = 0; i < 7; i++)
    week[i] = get_hours (json_object_get_array_member (json_object_get_object_member (object, "week"), days[i]));
  for (GList *l = dates; l != NULL; l = l->next)
    {
      RelmCalendarException exception = { .hours = get_hours (json_object_get_array_member (exceptions, l->data)) };

      g_assert_true (relm_date_parse (l->data, &exception.days.start));
      exception.days.finish = exception.days.start;
      g_array_append_val (list, exception);
    }
  return relm_calendar_new (week, (RelmCalendarException *) (gpointer) list->data, list->len, NULL);
}

static RelmConstraint
get_constraint (JsonObject *task)
{
  static const char *const names[] = { "AS_SOON_AS_POSSIBLE", "AS_LATE_AS_POSSIBLE", "START_NO_EARLIER_THAN", "START_NO_LATER_THAN",
                                       "FINISH_NO_EARLIER_THAN", "FINISH_NO_LATER_THAN", "MUST_START_ON", "MUST_FINISH_ON" };
  const char *name = get_string (task, "constraint");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (RelmConstraint) i;
  g_assert_null (name);
  return RELM_CONSTRAINT_ASAP;
}

static gint32
get_minutes (JsonObject *object,
             const char *member)
{
  return json_object_has_member (object, member) ? (gint32) json_object_get_double_member_with_default (object, member, 0) : 0;
}

static gint32
find_task (JsonArray *tasks,
           gint64 id)
{
  for (guint i = 0; i < json_array_get_length (tasks); i++)
    if (json_object_get_int_member (json_array_get_object_element (tasks, i), "id") == id)
      return (gint32) i;
  return -1;
}

static void
add_item (RelmNetwork *network,
          JsonObject *task,
          GHashTable *calendars)
{
  RelmItem item = RELM_ITEM_INIT;
  const char *calendar = get_string (task, "calendar");

  item.duration = get_minutes (task, "duration_min");
  item.remaining = get_minutes (task, "remaining_min");
  item.constraint = (guint8) get_constraint (task);
  item.constraint_time = relm_test_plan_case_time (task, "constraint_date");
  item.deadline = relm_test_plan_case_time (task, "deadline");
  item.actual_start = relm_test_plan_case_time (task, "actual_start");
  item.actual_finish = relm_test_plan_case_time (task, "actual_finish");
  if (calendar != NULL)
    item.calendar = (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (calendars, calendar));
  if (json_object_get_boolean_member (task, "milestone"))
    item.flags |= RELM_ITEM_MILESTONE;
  if (get_string (task, "duration_units")[0] == 'e')
    item.flags |= RELM_ITEM_ELAPSED;
  relm_network_add_item (network, &item);
}

static void
set_parents (RelmNetwork *network,
             JsonArray *tasks)
{
  for (guint i = 0; i < json_array_get_length (tasks); i++)
    {
      JsonObject *task = json_array_get_object_element (tasks, i);
      RelmItem item = relm_network_get_items (network, NULL)[i];

      if (json_object_get_null_member (task, "parent"))
        continue;
      item.parent = find_task (tasks, json_object_get_int_member (task, "parent"));
      relm_network_set_item (network, i, &item);
    }
}

/* Lag is in units of the project: a working day is 480 minutes, a day that elapses 1440. */
static gint32
unit_minutes (JsonObject *project,
              const char *units)
{
  switch (units[units[0] == 'e' ? 1 : 0])
    {
    case 'm':
      return 1;
    case 'h':
      return 60;
    case 'd':
      return units[0] == 'e' ? 1440 : (gint32) json_object_get_int_member (project, "minutes_per_day");
    case 'w':
      return units[0] == 'e' ? 7 * 1440 : (gint32) json_object_get_int_member (project, "minutes_per_week");
    default:
      g_assert_not_reached ();
    }
}

static void
add_links (RelmTestPlanCase *self,
           JsonObject *project,
           JsonArray *deps)
{
  static const char types[] = "FS\0SS\0FF\0SF";

  for (guint i = 0; i < json_array_get_length (deps); i++)
    {
      JsonObject *dep = json_array_get_object_element (deps, i);
      const char *units = get_string (dep, "lag_units");
      RelmLink link = { .from = find_task (self->tasks, json_object_get_int_member (dep, "from")),
                        .to = find_task (self->tasks, json_object_get_int_member (dep, "to")),
                        .elapsed = units[0] == 'e' };

      while (!g_str_equal (types + 3 * link.type, get_string (dep, "type")))
        link.type++;
      link.lag = (gint32) (json_object_get_double_member (dep, "lag") * unit_minutes (project, units));
      relm_network_add_link (self->network, &link);
    }
}

static void
add_calendars (RelmTestPlanCase *self,
               JsonObject *project,
               JsonArray *calendars,
               GHashTable *indices)
{
  const char *standard = get_string (project, "calendar");

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < json_array_get_length (calendars); i++)
      {
        JsonObject *object = json_array_get_object_element (calendars, i);
        const char *name = get_string (object, "name");
        g_autoptr (RelmCalendar) calendar = get_calendar (object);

        if (pass == 0 && g_str_equal (name, standard))
          self->network = relm_network_new (calendar, relm_test_plan_case_time (project, "start"));
        else if (pass == 1)
          g_hash_table_insert (indices, (char *) name, GUINT_TO_POINTER (relm_network_add_calendar (self->network, calendar)));
      }
}

/**
 * relm_test_plan_case_load:
 *
 * Returns: (transfer full): the plan of a file, scheduled
 */
RelmTestPlanCase *
relm_test_plan_case_load (const char *path)
{
  RelmTestPlanCase *self = g_new0 (RelmTestPlanCase, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) calendars = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *root, *project;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  self->root = json_parser_steal_root (parser);
  root = json_node_get_object (self->root);
  project = json_object_get_object_member (root, "project");
  self->tasks = json_object_get_array_member (root, "tasks");
  add_calendars (self, project, json_object_get_array_member (root, "calendars"), calendars);
  for (guint i = 0; i < json_array_get_length (self->tasks); i++)
    add_item (self->network, json_array_get_object_element (self->tasks, i), calendars);
  set_parents (self->network, self->tasks);
  add_links (self, project, json_object_get_array_member (root, "deps"));
  self->schedule = relm_schedule_new (self->network);
  relm_schedule_run (self->schedule);
  return self;
}

void
relm_test_plan_case_free (RelmTestPlanCase *plan)
{
  relm_schedule_free (plan->schedule);
  relm_network_free (plan->network);
  json_node_unref (plan->root);
  g_free (plan);
}
