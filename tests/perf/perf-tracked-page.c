/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What opening the tracker's side of Scope costs with 100,000 items in the tracker, against 1,000 in the same run: time of the
 * processor until the second frame. And for how long nothing can be drawn while 1,000 and 10,000 linked items are compared with
 * what the tracker says, against the time it takes to compare them all at once.
 */

#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "relm-floor.h"
#include "relm-mirror-tracker.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-timeline-fixture.h"
#include "relm-tracked-finder.h"
#include "relm-tracked-page.h"
#include "relm-tracked-rows.h"
#include "relm-tracker-address.h"
#include "relm-work-item.h"

#define FEW 1000
#define MANY 100000
#define N_TIMES 5
#define GOAL 2.0
#define N_LINKED 10000
#define STALL_GOAL 0.15 /* a frame, where all at once takes 100 ms */
#define N_RELEASES 40

static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static char *
dup_location (guint n_items)
{
  return g_strdup_printf ("https://github.com/team/engine-%u", n_items);
}

static void
fill (guint n_items)
{
  g_autofree char *location = dup_location (n_items);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (location, NULL, NULL);
  g_autofree char *path = relm_tracker_address_dup_mirror_path (address, NULL);
  g_autoptr (RelmMirrorTracker) mirror = relm_mirror_tracker_open (path, NULL);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();

  for (guint i = 0; i < n_items; i++)
    {
      RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);

      item->key = g_strdup_printf ("#%u", i + 1);
      item->title = g_strdup_printf ("Something that somebody found in part %u", i % 97);
      item->state = i % 4;
      item->milestone = g_strdup_printf ("%u", i % N_RELEASES);
      item->updated = 1700000000 + (i * 7919) % 100003;
    }
  for (guint i = 0; i < N_RELEASES; i++)
    {
      RelmMirrorMilestone *milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);

      milestone->key = g_strdup_printf ("%u", i);
      milestone->title = g_strdup_printf ("v1.%u", i);
    }
  g_assert_true (relm_mirror_tracker_begin (mirror, NULL) && relm_mirror_tracker_put (mirror, page, NULL) &&
                 relm_mirror_tracker_commit (mirror, NULL));
}

static RelmDocument *
make_document (guint n_items)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmDocument *document = relm_document_new (project);
  g_autofree char *location = dup_location (n_items);
  RelmRecord *source = relm_document_add (document, RELM_TYPE_SOURCE, G_MAXUINT);

  g_assert_true (relm_document_set_string (document, source, RELM_SOURCE_NAME, "Engine", NULL) &&
                 relm_document_set_string (document, source, RELM_SOURCE_LOCATION, location, NULL) &&
                 relm_document_set_string (document, source, RELM_SOURCE_KIND, "tracker", NULL));
  return document;
}

static gint64
open_once (guint n_items)
{
  RelmDocument *document = make_document (n_items);
  RelmViewState *state = relm_view_state_new ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *page;
  gint64 start, cost;

  relm_view_state_set_document (state, document);
  start = get_time ();
  page = relm_tracked_page_new ();
  relm_page_set_view_state (RELM_PAGE (page), state);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 680);
  gtk_window_present (GTK_WINDOW (window));
  relm_timeline_fixture_wait (window, 2);
  cost = get_time () - start;
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (state);
  relm_document_close (document);
  g_object_unref (document);
  return cost;
}

static void
add_linked (RelmDocument *document,
            guint n_items)
{
  RelmRecord *source = relm_record_list_get (relm_project_get_list (relm_document_get_project (document), RELM_TYPE_SOURCE), 0);

  relm_document_edit_begin (document, "Link");
  for (guint i = 0; i < N_RELEASES; i++)
    {
      g_autofree char *version = g_strdup_printf ("1.%u.0", i);

      relm_document_set_string (document, relm_document_add (document, RELM_TYPE_RELEASE, G_MAXUINT), RELM_RELEASE_VERSION, version, NULL);
    }
  for (guint i = 0; i < n_items; i++)
    {
      RelmRecord *item = relm_document_add (document, RELM_TYPE_WORK_ITEM, G_MAXUINT);
      g_autofree char *key = g_strdup_printf ("#%u", i + 1);

      g_assert_true (relm_document_set_string (document, item, RELM_WORK_ITEM_SOURCE, relm_record_get_id (source), NULL) &&
                     relm_document_set_string (document, item, RELM_WORK_ITEM_ITEM, key, NULL));
    }
  relm_document_edit_end (document);
}

static double longest; /* ms that one turn of the main loop took */

static int
poll_cb (GPollFD *files,
         guint n_files,
         int timeout)
{
  static gint64 woke;
  const gint64 now = g_get_monotonic_time ();
  int result;

  if (woke > 0)
    longest = MAX (longest, (double) (now - woke) / 1e3);
  result = g_poll (files, n_files, timeout);
  woke = g_get_monotonic_time ();
  return result;
}

static void
wait (RelmTrackedFinder *finder)
{
  while (relm_tracked_finder_is_finding (finder))
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: the longest time, in ms, for which nothing could be drawn while what differs from the plan was found */
static double
measure_differences (guint n_linked,
                     double *from_scratch)
{
  g_autoptr (RelmDocument) document = make_document (MANY);
  RelmProject *project = relm_document_get_project (document);
  RelmRecord *source = relm_record_list_get (relm_project_get_list (project, RELM_TYPE_SOURCE), 0);
  g_autofree char *location = dup_location (MANY);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (location, NULL, NULL);
  g_autofree char *path = relm_tracker_address_dup_mirror_path (address, NULL);
  g_autoptr (RelmMirrorTracker) mirror = relm_mirror_tracker_open (path, NULL);
  g_autoptr (RelmTrackedFinder) finder = relm_tracked_finder_new ();
  g_autoptr (GPtrArray) differences = NULL;
  gint64 start;
  double began, all, edit;

  add_linked (document, n_linked);
  start = g_get_monotonic_time ();
  differences = relm_tracked_differences_list (project, source, mirror);
  *from_scratch = (double) (g_get_monotonic_time () - start) / 1e3;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  longest = 0;
  start = g_get_monotonic_time ();
  relm_tracked_finder_set_tracker (finder, project, source, path);
  began = (double) (g_get_monotonic_time () - start) / 1e3;
  wait (finder);
  all = (double) (g_get_monotonic_time () - start) / 1e3;
  longest = MAX (longest, began);
  g_assert_cmpuint (relm_tracked_finder_get_size (finder), ==, differences->len);

  start = g_get_monotonic_time ();
  relm_document_set_string (document, relm_record_list_get (relm_project_get_list (project, RELM_TYPE_WORK_ITEM), 0), RELM_WORK_ITEM_TITLE,
                            "Edited", NULL);
  wait (finder);
  edit = (double) (g_get_monotonic_time () - start) / 1e3;
  g_print ("tracked-page: %u differences of %u linked items: found after %.0f ms, longest stall %.1f ms, after an edit %.2f ms; while "
           "waiting %.1f ms\n",
           differences->len, n_linked, all, longest, edit, *from_scratch);
  relm_document_close (document);
  return longest;
}

/* Returns: the least of a few ratios, as other programs can only make it longer */
static double
measure_stall (void)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      double scratch;
      const double stall = measure_differences (N_LINKED, &scratch);

      least = MIN (least, stall / scratch);
    }
  return least;
}

/* What a pause in typing costs the thread that draws, and when its answer is there. */
static void
measure_search (void)
{
  g_autoptr (RelmTrackedRows) rows = relm_tracked_rows_new ();
  g_autofree char *location = dup_location (MANY);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (location, NULL, NULL);
  g_autofree char *path = relm_tracker_address_dup_mirror_path (address, NULL);
  gint64 start, began, answered;

  relm_tracked_rows_set_mirror (rows, relm_mirror_tracker_open (path, NULL));
  start = g_get_monotonic_time ();
  relm_tracked_rows_set_filter (rows, "part 42", FALSE);
  began = g_get_monotonic_time ();
  while (relm_tracked_rows_is_searching (rows))
    g_main_context_iteration (NULL, TRUE);
  answered = g_get_monotonic_time ();
  g_print ("tracked-page: words in %d items: %.2f ms of the main thread, %u found after %.0f ms\n", MANY, (double) (began - start) / 1e3,
           g_list_model_get_n_items (G_LIST_MODEL (rows)), (double) (answered - start) / 1e3);
}

int
main (void)
{
  g_autofree char *cache = g_dir_make_tmp ("relm-perf-tracked-XXXXXX", NULL);
  const char *remove[] = { "rm", "-rf", cache, NULL };
  gint64 few[N_TIMES], many[N_TIMES];
  double ratio, stall, scratch;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  gtk_init ();
  adw_init ();
  fill (FEW);
  fill (MANY);
  open_once (FEW); /* fonts and styles are loaded once */
  for (guint i = 0; i < N_TIMES; i++)
    {
      few[i] = open_once (FEW);
      many[i] = open_once (MANY);
    }
  g_main_context_set_poll_func (NULL, poll_cb);
  measure_differences (N_LINKED / 10, &scratch);
  stall = measure_stall ();
  g_print ("tracked-page: stall: ratio %.3f of finding all at once (goal %.2f)\n", stall, STALL_GOAL);
  measure_search ();
  ratio = (double) relm_floor_median (many, N_TIMES) / (double) relm_floor_median (few, N_TIMES);
  g_print ("tracked-page: opening: %.1f ms with %d items, %.1f ms with %d, ratio %.2f (goal %.2f)\n",
           (double) relm_floor_median (many, N_TIMES) / 1e6, MANY, (double) relm_floor_median (few, N_TIMES) / 1e6, FEW, ratio, GOAL);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return ratio > 4 * GOAL || stall > 2 * STALL_GOAL;
}
