/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-exposure.h"
#include "relm-raid-item.h"
#include "relm-readiness.h"
#include "relm-release.h"
#include "relm-test-plan.h"

static void
test_matrix (void)
{
  static const struct
  {
    const char *kind;
    const char *state;
    const char *probability;
    const char *impact;
    guint product;
    RelmExposure exposure;
  } cases[] = {
    { "risk", "open", "very_low", "very_high", 5, RELM_EXPOSURE_SLIGHT },
    { "risk", "open", "low", "medium", 6, RELM_EXPOSURE_MODERATE },
    { "risk", "open", "high", "medium", 12, RELM_EXPOSURE_MODERATE },
    { "risk", "open", "very_high", "medium", 15, RELM_EXPOSURE_SERIOUS },
    { "risk", "open", "very_high", "very_high", RELM_EXPOSURE_MAX, RELM_EXPOSURE_SERIOUS },
    { "assumption", "open", "low", "low", 4, RELM_EXPOSURE_SLIGHT },
    { "issue", "open", "very_low", "medium", 15, RELM_EXPOSURE_SERIOUS }, /* it is there, however likely it was */
    { "risk", "happened", "very_low", "medium", 15, RELM_EXPOSURE_SERIOUS },
    { "risk", "closed", "very_high", "very_high", 0, RELM_EXPOSURE_UNKNOWN },
    { "risk", "open", "of_a_newer_relm", "very_high", 0, RELM_EXPOSURE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelmProject) project = relm_project_new ();
      RelmRecord *item = relm_test_plan_add (project, RELM_TYPE_RAID_ITEM, "rad-1", "kind", cases[i].kind, "state", cases[i].state, "probability",
                                             cases[i].probability, "impact", cases[i].impact, NULL);

      g_assert_cmpuint (relm_exposure_reckon (item), ==, cases[i].product);
      g_assert_cmpint (relm_exposure_get (item), ==, cases[i].exposure);
    }
}

static void
test_review (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *item = relm_test_plan_add (project, RELM_TYPE_RAID_ITEM, "rad-1", NULL);
  const RelmDate today = relm_date_from_ymd (2027, 5, 3);

  g_assert_false (relm_exposure_is_review_due (item, today));
  relm_test_plan_set (project, item, "review", "2027-05-04");
  g_assert_false (relm_exposure_is_review_due (item, today));
  g_assert_true (relm_exposure_is_review_due (item, today + 1));
  relm_test_plan_set (project, item, "state", "closed");
  g_assert_false (relm_exposure_is_review_due (item, today + 1));
}

/* A release with something serious is at risk; another one is not. */
static void
test_health (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "planned", "2027-06-01", NULL);
  RelmRecord *other = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-2", "planned", "2027-06-01", NULL);
  RelmRecord *risk = relm_test_plan_add (project, RELM_TYPE_RAID_ITEM, "rad-1", "release", "rel-1", "kind", "issue", "impact", "high", NULL);
  const RelmDate today = relm_date_from_ymd (2027, 5, 3);
  RelmReadiness readiness = relm_readiness_compute (project, release, today);
  g_autofree char *reason = relm_readiness_dup_reason (&readiness);

  g_assert_cmpuint (readiness.n_serious, ==, 1);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_AT_RISK);
  g_assert_cmpstr (reason, ==, "1 serious risk or issue is open.");
  g_assert_cmpint (relm_readiness_compute (project, other, today).health, ==, RELM_HEALTH_ON_TRACK);
  relm_test_plan_set (project, risk, "state", "closed");
  g_assert_cmpint (relm_readiness_compute (project, release, today).health, ==, RELM_HEALTH_ON_TRACK);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/exposure/matrix", test_matrix);
  g_test_add_func ("/planning/exposure/review", test_review);
  g_test_add_func ("/planning/exposure/health", test_health);
  return g_test_run ();
}
