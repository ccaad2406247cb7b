/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Plans whose dates other schedulers computed: every date, every float and what is critical is compared.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "relm-test-plan-case.h"

typedef struct
{
  const char *set;
  gboolean same_work; /* where no working time lies between two dates, they are the same */
} Oracle;

typedef enum
{
  AS_IS,
  TAKES_WHAT_IT_TOOK, /* its duration is worked by people whom the case does not tell: it takes what it took */
  AT_NIGHT,           /* it is worked at night, which the case does not tell */
  LEFT_OUT,
} Treatment;

/*
 * What stays different from Microsoft Project, and the rule that decides it. Elsewhere than here, a date may differ only where
 * no working time lies between the two: a finish lies at the end of working time, not at the beginning of the next.
 */
static const struct
{
  const char *id;
  gint64 task; /* 0: the whole plan */
  Treatment treatment;
  const char *rule;
} differences[] = {
  { "msp-legacy-sample-mpp", 2, TAKES_WHAT_IT_TOOK, NULL },
  { "msp-legacy-sample-mpp", 24, AT_NIGHT, NULL },
  { "msp-legacy-sample98-mpp", 2, TAKES_WHAT_IT_TOOK, NULL },
  { "msp-mpp12resource-mpp", 2, TAKES_WHAT_IT_TOOK, NULL },
  { "msp-splits9b-mpp", 0, LEFT_OUT, "its items are split by hand; here an item goes on once it has started" },
  { "msp-legacy-bug1-mpp", 3, LEFT_OUT, "4 is to finish before 12 starts, but its late finish is after 12's late start" },
  { "msp-legacy-bug1-mpp", 4, LEFT_OUT, "it is to finish before 12 starts, but its late finish is after 12's late start" },
};

static Treatment
get_treatment (const char *id,
               gint64 task)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (g_str_equal (differences[i].id, id) && differences[i].task == task)
      return differences[i].treatment;
  return AS_IS;
}

static gint64
get_task_id (RelmTestPlanCase *plan,
             guint item)
{
  return json_object_get_int_member (json_array_get_object_element (plan->tasks, item), "id");
}

static gboolean
is_same_time (RelmTestPlanCase *plan,
              const Oracle *oracle,
              guint item,
              RelmTime a,
              RelmTime b)
{
  RelmCalendar *calendar = relm_network_get_calendar (plan->network, relm_network_get_items (plan->network, NULL)[item].calendar);

  return a == b || (oracle->same_work && relm_calendar_work (calendar, a, b) == 0);
}

static char *
describe (RelmTime time)
{
  g_autofree char *date = relm_date_format (relm_time_get_date (time));
  int minute = relm_time_get_minute (time);

  return g_strdup_printf ("%s %02d:%02d", date, minute / 60, minute % 60);
}

static guint
compare_times (RelmTestPlanCase *plan,
               const Oracle *oracle,
               guint item,
               const RelmItemDates *dates)
{
  JsonObject *task = json_array_get_object_element (plan->tasks, item);
  JsonObject *expected = json_object_get_object_member (task, "expected");
  const struct
  {
    const char *name;
    RelmTime time;
  } times[] = {
    { "start", dates->start },
    { "finish", dates->finish },
    { "early_start", dates->early_start },
    { "early_finish", dates->early_finish },
    { "late_start", dates->late_start },
    { "late_finish", dates->late_finish },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      RelmTime want = relm_test_plan_case_time (expected, times[i].name);
      g_autofree char *got = describe (times[i].time), *wanted = describe (want);

      if (is_same_time (plan, oracle, item, want, times[i].time))
        continue;
      g_test_message ("task %" G_GINT64_FORMAT ": %s is %s, not %s", json_object_get_int_member (task, "id"), times[i].name, got, wanted);
      n++;
    }
  return n;
}

static guint
compare_floats (RelmTestPlanCase *plan,
                guint item,
                const RelmItemDates *dates)
{
  JsonObject *task = json_array_get_object_element (plan->tasks, item);
  JsonObject *expected = json_object_get_object_member (task, "expected");
  gint32 total = (gint32) json_object_get_double_member (expected, "total_slack_min");
  gint32 free = (gint32) json_object_get_double_member (expected, "free_slack_min");
  gboolean critical = json_object_get_boolean_member (expected, "critical");

  if (dates->total_float == total && dates->free_float == free && dates->critical == critical)
    return 0;
  g_test_message ("task %" G_GINT64_FORMAT ": float is %d, free %d, critical %d, not %d, %d, %d",
                  json_object_get_int_member (task, "id"), dates->total_float, dates->free_float, dates->critical, total, free, critical);
  return 1;
}

/* Microsoft Project's own night shift: 23:00 to 8:00 with an hour's break, from Monday night to Saturday morning. */
static guint16
add_night (RelmNetwork *network)
{
  RelmDayHours week[7] = { { 1, { { 1380, 1440 } } }, { 0 }, { 0 }, { 0 }, { 0 }, { 2, { { 0, 180 }, { 240, 480 } } } };
  g_autoptr (RelmCalendar) calendar = NULL;

  for (guint i = 1; i < 5; i++)
    week[i] = (RelmDayHours) { 3, { { 0, 180 }, { 240, 480 }, { 1380, 1440 } } };
  calendar = relm_calendar_new (week, NULL, 0, NULL);
  return (guint16) relm_network_add_calendar (network, calendar);
}

static void
treat (RelmTestPlanCase *plan,
       guint index,
       Treatment treatment)
{
  JsonObject *expected = json_object_get_object_member (json_array_get_object_element (plan->tasks, index), "expected");
  RelmItem item = relm_network_get_items (plan->network, NULL)[index];

  if (treatment == TAKES_WHAT_IT_TOOK)
    {
      item.duration = relm_test_plan_case_time (expected, "finish") - relm_test_plan_case_time (expected, "start");
      item.flags |= RELM_ITEM_ELAPSED;
    }
  else if (treatment == AT_NIGHT)
    item.calendar = add_night (plan->network);
  relm_network_set_item (plan->network, index, &item);
}

static guint
compare_item (RelmTestPlanCase *plan,
              const Oracle *oracle,
              guint item)
{
  RelmItemDates dates;

  relm_schedule_get_dates (plan->schedule, item, &dates);
  return compare_times (plan, oracle, item, &dates) + compare_floats (plan, item, &dates);
}

static void
compare_plan (const Oracle *oracle,
              const char *path)
{
  g_autoptr (RelmTestPlanCase) plan = relm_test_plan_case_load (path);
  const char *id = json_object_get_string_member (json_node_get_object (plan->root), "id");
  guint n = 0;

  if (get_treatment (id, 0) == LEFT_OUT)
    return;
  for (guint i = 0; i < json_array_get_length (plan->tasks); i++)
    treat (plan, i, get_treatment (id, get_task_id (plan, i)));
  relm_schedule_run (plan->schedule);
  for (guint i = 0; i < json_array_get_length (plan->tasks); i++)
    if (get_treatment (id, get_task_id (plan, i)) != LEFT_OUT)
      n += compare_item (plan, oracle, i);
  if (n > 0)
    {
      g_test_message ("%s: %u dates and floats differ", id, n);
      g_test_fail ();
    }
}

static void
test_oracle (gconstpointer data)
{
  const Oracle *oracle = data;
  g_autofree char *folder = relm_test_plan_case_unpack ("schedule", oracle->set);
  g_autofree char *set = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  if (folder == NULL)
    return;
  set = g_build_filename (folder, oracle->set, NULL);
  dir = g_dir_open (set, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir), n++)
    {
      g_autofree char *path = g_build_filename (set, name, NULL);

      compare_plan (oracle, path);
    }
  g_assert_cmpuint (n, >, 0);
  relm_test_plan_case_remove (folder);
}

int
main (int argc,
      char **argv)
{
  static const Oracle mpxj = { "mpxj-random", FALSE }, project = { "ms-project", TRUE };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/engine/oracles/mpxj", &mpxj, test_oracle);
  g_test_add_data_func ("/engine/oracles/ms-project", &project, test_oracle);
  return g_test_run ();
}
