/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-milestone-proposal.h"
#include "relm-release.h"
#include "relm-test-plan.h"

static void
put (RelmMirrorTracker *mirror,
     const char *key,
     const char *title,
     gboolean closed,
     RelmDate due)
{
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  RelmMirrorMilestone *milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);

  milestone->key = g_strdup (key);
  milestone->title = g_strdup (title);
  milestone->closed = closed;
  milestone->due = due;
  g_assert_true (relm_mirror_tracker_begin (mirror, NULL) && relm_mirror_tracker_put (mirror, page, NULL) &&
                 relm_mirror_tracker_commit (mirror, NULL));
}

static RelmMirrorTracker *
open_mirror (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return relm_mirror_tracker_open (path, NULL);
}

/* Of two trackers: the same version is one release, what the plan has is none, and what is over or no version is not chosen. */
static void
test_make (void)
{
  g_autofree char *folder = g_dir_make_tmp ("relm-proposals-XXXXXX", NULL);
  const char *argv[] = { "rm", "-rf", folder, NULL };
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmMirrorTracker *mirrors[] = { open_mirror (folder, "a.db"), open_mirror (folder, "b.db") };
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GString) said = g_string_new (NULL);

  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0.0", NULL);
  put (mirrors[0], "1", "v1.0.0", FALSE, RELM_DATE_NONE);
  put (mirrors[0], "2", "v1.2.0", FALSE, relm_date_from_ymd (2027, 5, 3));
  put (mirrors[1], "9", "1.2.0", FALSE, relm_date_from_ymd (2027, 6, 1));
  put (mirrors[1], "10", "0.9", TRUE, relm_date_from_ymd (2026, 1, 1));
  put (mirrors[1], "11", " Someday ", FALSE, RELM_DATE_NONE);

  proposals = relm_milestone_proposals_make (project, mirrors, 2);
  for (guint i = 0; i < proposals->len; i++)
    {
      const RelmMilestoneProposal *proposal = proposals->pdata[i];

      g_string_append_printf (said, "%s(%u%s) ", proposal->version, proposal->n_milestones, proposal->is_chosen ? ", chosen" : "");
    }
  g_assert_cmpstr (said->str, ==, "1.2.0(2, chosen) Someday(1) 0.9(1) ");
  g_assert_cmpint (((RelmMilestoneProposal *) proposals->pdata[0])->due, ==, relm_date_from_ymd (2027, 6, 1));
  relm_mirror_tracker_close (mirrors[0]);
  relm_mirror_tracker_close (mirrors[1]);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/milestone-proposal/make", test_make);
  return g_test_run ();
}
