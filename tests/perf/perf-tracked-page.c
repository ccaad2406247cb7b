/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What opening the tracker's side of Scope costs with 100,000 items in the tracker, against 1,000 in the same run: time of the
 * processor until the second frame.
 */

#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "relm-floor.h"
#include "relm-mirror-tracker.h"
#include "relm-source.h"
#include "relm-timeline-fixture.h"
#include "relm-tracked-page.h"
#include "relm-tracker-address.h"

#define FEW 1000
#define MANY 100000
#define N_TIMES 5
#define GOAL 2.0

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
      item->updated = 1700000000 + (i * 7919) % 100003;
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
  relm_tracked_page_set_view_state (RELM_TRACKED_PAGE (page), state);
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

int
main (void)
{
  g_autofree char *cache = g_dir_make_tmp ("relm-perf-tracked-XXXXXX", NULL);
  const char *remove[] = { "rm", "-rf", cache, NULL };
  gint64 few[N_TIMES], many[N_TIMES];
  double ratio;

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
  ratio = (double) relm_floor_median (many, N_TIMES) / (double) relm_floor_median (few, N_TIMES);
  g_print ("tracked-page: opening: %.1f ms with %d items, %.1f ms with %d, ratio %.2f (goal %.2f)\n",
           (double) relm_floor_median (many, N_TIMES) / 1e6, MANY, (double) relm_floor_median (few, N_TIMES) / 1e6, FEW, ratio, GOAL);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return ratio > 4 * GOAL;
}
