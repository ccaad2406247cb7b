/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-phase.h"
#include "relm-release.h"
#include "relm-work-item.h"

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          int *count)
{
  (*count)++;
}

static void
test_defaults (void)
{
  g_autoptr (RelmRecord) release = relm_record_new (RELM_TYPE_RELEASE, "rel-1");

  g_assert_cmpstr (relm_record_get_id (release), ==, "rel-1");
  g_assert_cmpstr (relm_record_get_string (release, RELM_RELEASE_STATE), ==, "planned");
  g_assert_cmpint (relm_record_get_choice (release, RELM_RELEASE_STATE), ==, 0);
  for (guint i = 0; i < RELM_RELEASE_N_FIELDS; i++)
    g_assert_true (relm_record_is_default (release, i));
}

static void
test_properties (void)
{
  g_autoptr (RelmRecord) phase = relm_record_new (RELM_TYPE_PHASE, "pha-1");
  RelmValue date = RELM_VALUE_INIT_DATE (relm_date_from_ymd (2027, 5, 3));
  g_autofree char *title = NULL;
  int start = 0;
  int count = 0;

  g_signal_connect (phase, "notify::planned-start", G_CALLBACK (count_cb), &count);
  relm_record_set_value (phase, RELM_PHASE_PLANNED_START, &date);
  relm_record_set_value (phase, RELM_PHASE_PLANNED_START, &date);
  g_object_get (phase, "planned-start", &start, "display-title", &title, NULL);

  g_assert_cmpint (count, ==, 1);
  g_assert_cmpint (start, ==, relm_date_from_ymd (2027, 5, 3));
  g_assert_cmpstr (title, ==, "Untitled (Phase)");
}

static void
test_swap (void)
{
  g_autoptr (RelmRecord) phase = relm_record_new (RELM_TYPE_PHASE, "pha-1");
  g_auto (RelmValue) value = { .type = RELM_FIELD_STRING, .string = g_strdup ("Beta") };

  relm_record_swap_value (phase, RELM_PHASE_NAME, &value);
  g_assert_null (value.string);
  g_assert_cmpstr (relm_record_get_title (phase), ==, "Beta");
  relm_record_swap_value (phase, RELM_PHASE_NAME, &value);
  g_assert_cmpstr (value.string, ==, "Beta");
  g_assert_null (relm_record_get_title (phase));
}

static void
test_unset_enum_is_default (void)
{
  g_autoptr (RelmRecord) item = relm_record_new (RELM_TYPE_WORK_ITEM, "wi-1");
  RelmValue done = RELM_VALUE_INIT_ENUM ("done");
  RelmValue none = RELM_VALUE_INIT_ENUM (NULL);

  relm_record_set_value (item, RELM_WORK_ITEM_STATE, &done);
  g_assert_false (relm_record_is_default (item, RELM_WORK_ITEM_STATE));
  relm_record_set_value (item, RELM_WORK_ITEM_STATE, &none);
  g_assert_cmpstr (relm_record_get_string (item, RELM_WORK_ITEM_STATE), ==, "open");
  g_assert_true (relm_record_is_default (item, RELM_WORK_ITEM_STATE));
}

static void
test_validate (void)
{
  g_autoptr (RelmRecord) item = relm_record_new (RELM_TYPE_WORK_ITEM, "wi-1");
  const RelmField *fields = relm_record_get_kind (item)->fields;
  const RelmValue too_much = RELM_VALUE_INIT_INTEGER (101);
  const RelmValue enough = RELM_VALUE_INIT_INTEGER (100);
  const RelmValue nothing = RELM_VALUE_INIT_STRING (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_field_validate (&fields[RELM_WORK_ITEM_PROGRESS], &enough, &error));
  g_assert_no_error (error);
  g_assert_false (relm_field_validate (&fields[RELM_WORK_ITEM_PROGRESS], &too_much, &error));
  g_assert_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE);
  g_assert_false (relm_field_validate (&fields[RELM_WORK_ITEM_TITLE], &nothing, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record/defaults", test_defaults);
  g_test_add_func ("/model/record/properties", test_properties);
  g_test_add_func ("/model/record/swap", test_swap);
  g_test_add_func ("/model/record/unset-enum-is-default", test_unset_enum_is_default);
  g_test_add_func ("/model/record/validate", test_validate);
  return g_test_run ();
}
