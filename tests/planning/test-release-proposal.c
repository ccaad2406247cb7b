/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-release-proposal.h"
#include "relm-version.h"

static RelmDate
date (const char *text)
{
  RelmDate result = RELM_DATE_NONE;

  g_assert_true (relm_date_parse (text, &result));
  return result;
}

static void
add_tag (GPtrArray *tags,
         const char *name,
         const char *version,
         const char *day)
{
  RelmMirrorTag *tag = g_new0 (RelmMirrorTag, 1);
  g_autoptr (RelmVersion) parsed = version != NULL ? relm_version_parse_tag (version, NULL) : NULL;

  tag->name = g_strdup (name);
  tag->version = g_strdup (version);
  tag->prerelease = parsed != NULL && relm_version_is_prerelease (parsed);
  tag->time = (gint64) (date (day) - date ("1970-01-01")) * 86400 + 3600;
  g_ptr_array_add (tags, tag);
}

static GPtrArray *
new_tags (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_tag_free);
}

static const RelmReleaseProposal *
find_next (GPtrArray *proposals)
{
  const RelmReleaseProposal *next = NULL;

  for (guint i = 0; i < proposals->len; i++)
    if (((RelmReleaseProposal *) g_ptr_array_index (proposals, i))->tag == NULL)
      next = g_ptr_array_index (proposals, i);
  return next;
}

/* What comes after a version, and when. */
static void
assert_next (const char *version,
             const char *made,
             const char *cadence,
             const char *next,
             const char *due)
{
  g_autoptr (GPtrArray) tags = new_tags ();
  g_autoptr (GPtrArray) proposals = NULL;
  const RelmReleaseProposal *first;

  if (version != NULL)
    add_tag (tags, version, version, made);
  proposals =
    relm_release_proposals_make (tags, relm_release_proposals_guess_scheme (tags), cadence, date ("2026-11-24"));
  first = find_next (proposals);
  g_assert_cmpstr (first->version, ==, next);
  g_assert_cmpint (first->date, ==, due != NULL ? date (due) : RELM_DATE_NONE);
  g_assert_null (first->tag);
  g_assert_true (first->is_chosen);
}

static void
test_next (void)
{
  assert_next (NULL, NULL, NULL, "0.1.0", NULL);
  assert_next (NULL, NULL, "two_weeks", "0.1.0", "2026-12-08");
  assert_next ("1.4.2", "2026-11-20", "six_weeks", "1.5.0", "2027-01-01");
  assert_next ("1.4.2", "2026-11-20", "none", "1.5.0", NULL);
  assert_next ("2.0.0-rc.1", "2026-11-20", NULL, "2.0.0", NULL);
  assert_next ("47.1", "2026-09-20", "half_yearly", "47.2", "2027-03-20");
  assert_next ("254", "2026-09-20", NULL, "255", NULL);
  assert_next ("2026.09", "2026-09-30", "quarterly", "2026.12", "2026-12-30");
}

/* A calendar is known ahead; the furthest release is first, and none of it is what was made. */
static void
test_ahead (void)
{
  static const struct
  {
    const char *version, *cadence, *versions[3], *dates[3];
  } rows[] = {
    { "1.4.2", "six_weeks", { "1.7.0", "1.6.0", "1.5.0" }, { "2027-03-26", "2027-02-12", "2027-01-01" } },
    { "2.0.0-rc.1", "yearly", { "2.2.0", "2.1.0", "2.0.0" }, { "2029-11-20", "2028-11-20", "2027-11-20" } },
    { "2026.11", "two_weeks", { "2027.1", "2026.12.1", "2026.12" }, { "2027-01-01", "2026-12-18", "2026-12-04" } },
    { NULL, "two_weeks", { "0.3.0", "0.2.0", "0.1.0" }, { "2027-01-05", "2026-12-22", "2026-12-08" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) tags = new_tags ();
      g_autoptr (GPtrArray) proposals = NULL;

      if (rows[i].version != NULL)
        add_tag (tags, rows[i].version, rows[i].version, "2026-11-20");
      proposals = relm_release_proposals_make (tags, relm_release_proposals_guess_scheme (tags), rows[i].cadence,
                                               date ("2026-11-24"));
      g_assert_cmpuint (proposals->len, ==, 3 + tags->len);
      for (guint j = 0; j < 3; j++)
        {
          const RelmReleaseProposal *proposal = g_ptr_array_index (proposals, j);

          g_assert_cmpstr (proposal->version, ==, rows[i].versions[j]);
          g_assert_cmpint (proposal->date, ==, date (rows[i].dates[j]));
          g_assert_null (proposal->tag);
        }
    }
}

/* A clock that is wrong, or a project that slept, still gives a date ahead. */
static void
test_cadence (void)
{
  const RelmDate today = date ("2026-11-24");

  g_assert_cmpint (relm_cadence_get_next ("four_weeks", date ("2020-01-01"), today), >, today);
  g_assert_cmpint (relm_cadence_get_next ("four_weeks", date ("2020-01-01"), today), <=, today + 28);
  g_assert_cmpint (relm_cadence_get_next ("two_weeks", date ("2030-01-01"), today), ==, today + 14);
  g_assert_cmpint (relm_cadence_get_next ("two_weeks", today, today), ==, today + 14);
  g_assert_cmpint (relm_cadence_get_next ("quarterly", date ("2026-08-31"), today), ==, date ("2026-11-30"));
  g_assert_cmpint (relm_cadence_get_next ("now and then", today, today), ==, RELM_DATE_NONE);
}

static void
test_made (void)
{
  g_autoptr (GPtrArray) tags = new_tags ();
  g_autoptr (GPtrArray) proposals = NULL;
  const RelmReleaseProposal *proposal;
  guint n_chosen = 0;

  add_tag (tags, "nightly", NULL, "2026-11-23");
  add_tag (tags, "v2.0.0-beta", "2.0.0-beta", "2026-11-20");
  for (int i = 30; i > 0; i--)
    {
      g_autofree char *version = g_strdup_printf ("1.%d.0", i);
      g_autofree char *name = g_strconcat ("v", version, NULL);

      add_tag (tags, name, version, "2026-10-01");
    }
  proposals = relm_release_proposals_make (tags, "semver", NULL, date ("2026-11-24"));
  g_assert_cmpuint (proposals->len, ==, 32);

  proposal = g_ptr_array_index (proposals, 1);
  g_assert_cmpstr (proposal->tag, ==, "v2.0.0-beta");
  g_assert_true (proposal->is_prerelease);
  g_assert_false (proposal->is_chosen);
  proposal = g_ptr_array_index (proposals, 2);
  g_assert_cmpstr (proposal->version, ==, "1.30.0");
  g_assert_cmpint (proposal->date, ==, date ("2026-10-01"));
  for (guint i = 1; i < proposals->len; i++)
    n_chosen += !!((RelmReleaseProposal *) g_ptr_array_index (proposals, i))->is_chosen;
  g_assert_cmpuint (n_chosen, ==, 10);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/release-proposal/next", test_next);
  g_test_add_func ("/planning/release-proposal/ahead", test_ahead);
  g_test_add_func ("/planning/release-proposal/cadence", test_cadence);
  g_test_add_func ("/planning/release-proposal/made", test_made);
  return g_test_run ();
}
