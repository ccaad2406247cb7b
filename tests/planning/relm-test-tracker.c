/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-tracker.h"

/* At noon, where the person is. */
static gint64
get_time (RelmDate date)
{
  g_autoptr (GDateTime) moment = NULL;
  int year, month, day;

  if (date == RELM_DATE_NONE)
    return 0;
  relm_date_to_ymd (date, &year, &month, &day);
  moment = g_date_time_new_local (year, month, day, 12, 0, 0);
  return g_date_time_to_unix (moment);
}

RelmTestTracker *
relm_test_tracker_new (void)
{
  RelmTestTracker *self = g_new0 (RelmTestTracker, 1);

  self->folder = g_dir_make_tmp ("relm-tracker-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "mirror.db", NULL);
  self->page = relm_mirror_page_new ();
  return self;
}

void
relm_test_tracker_free (RelmTestTracker *self)
{
  const char *argv[] = { "rm", "-rf", self->folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  relm_mirror_page_free (self->page);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

void
relm_test_tracker_add_milestone (RelmTestTracker *self,
                                 const char *key,
                                 const char *title,
                                 RelmDate start)
{
  RelmMirrorMilestone *milestone = relm_mirror_page_add (self->page, RELM_MIRROR_MILESTONES);

  milestone->key = g_strdup (key);
  milestone->title = g_strdup (title);
  milestone->start = start;
}

RelmMirrorItem *
relm_test_tracker_add_issue (RelmTestTracker *self,
                             const char *key,
                             const char *milestone,
                             RelmMirrorItemState state,
                             RelmDate created,
                             RelmDate closed)
{
  RelmMirrorItem *item = relm_mirror_page_add (self->page, RELM_MIRROR_ITEMS);

  item->key = g_strdup (key);
  item->milestone = g_strdup (milestone);
  item->state = state;
  item->created = get_time (created);
  item->closed = get_time (closed);
  return item;
}

/* RELM_DATE_NONE: it is still being read for the first time. */
void
relm_test_tracker_write (RelmTestTracker *self,
                         RelmDate synced)
{
  RelmMirrorTracker *mirror = relm_mirror_tracker_open (self->path, NULL);

  g_assert_true (relm_mirror_tracker_begin (mirror, NULL) && relm_mirror_tracker_put (mirror, self->page, NULL) &&
                 relm_mirror_tracker_set_number (mirror, "synced", get_time (synced), NULL) && relm_mirror_tracker_commit (mirror, NULL));
  relm_mirror_tracker_close (mirror);
}

GPtrArray *
relm_test_tracker_list (RelmTestTracker *self,
                        const char *source)
{
  GPtrArray *trackers = relm_work_tracker_array_new ();

  relm_work_tracker_array_add (trackers, source, self->path);
  return trackers;
}
