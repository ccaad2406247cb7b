/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A document of 10,000 records: one edit and its undo, which should be far below a frame, and opening and saving against
 * floors measured in the same run. Medians; fails only where one is far from what it should be.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "relm-document.h"
#include "relm-floor.h"
#include "relm-format.h"
#include "relm-random-project.h"
#include "relm-work-item.h"

#define N_RECORDS 10000
#define N_EDITS 1001
#define N_REMOVALS 101
#define EDIT_GOAL_US 1000
#define REMOVAL_GOAL_US 1000
#define OPEN_GOAL 3.0
#define SAVE_GOAL 2.0
#define TOO_SLOW 20 /* times the goal: a busy machine must not fail */

static gint64
edit_and_undo (RelmDocument *document,
               RelmRecord *record)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  gint64 end;

  relm_document_edit_begin (document, "Change the title");
  g_assert_true (relm_document_set_string (document, record, RELM_WORK_ITEM_TITLE, "Another title", &error));
  relm_document_edit_end (document);
  g_assert_cmpstr (relm_record_get_title (record), ==, "Another title");
  relm_document_undo (document);
  end = g_get_monotonic_time ();
  g_assert_cmpstr (relm_record_get_title (record), !=, "Another title");
  return end - start;
}

static void
measure_edits (RelmDocument *document)
{
  RelmRecordList *items = relm_project_get_list (relm_document_get_project (document), RELM_TYPE_WORK_ITEM);
  gint64 times[N_EDITS];
  gint64 middle;

  for (guint i = 0; i < N_EDITS; i++)
    times[i] = edit_and_undo (document, relm_record_list_get (items, i));
  middle = relm_floor_median (times, N_EDITS);
  g_print ("An edit and its undo: %" G_GINT64_FORMAT " us (99 of 100 below %" G_GINT64_FORMAT " us), the goal is %d us\n",
           middle, times[N_EDITS * 99 / 100], EDIT_GOAL_US);
  if (middle > EDIT_GOAL_US * TOO_SLOW)
    g_error ("an edit is too slow");
}

/* Removing has to find everything that refers to the record. */
static gint64
remove_and_undo (RelmDocument *document,
                 RelmRecord *record)
{
  const gint64 start = g_get_monotonic_time ();

  relm_document_remove (document, record);
  relm_document_undo (document);
  return g_get_monotonic_time () - start;
}

static void
measure_removals (RelmDocument *document)
{
  RelmRecordList *items = relm_project_get_list (relm_document_get_project (document), RELM_TYPE_WORK_ITEM);
  gint64 times[N_REMOVALS];
  gint64 middle;

  for (guint i = 0; i < N_REMOVALS; i++)
    times[i] = remove_and_undo (document, relm_record_list_get (items, i));
  middle = relm_floor_median (times, N_REMOVALS);
  g_print ("A removal and its undo: %" G_GINT64_FORMAT " us (99 of 100 below %" G_GINT64_FORMAT " us), the goal is %d us\n",
           middle, times[N_REMOVALS * 99 / 100], REMOVAL_GOAL_US);
  if (middle > REMOVAL_GOAL_US * TOO_SLOW)
    g_error ("a removal is too slow");
}

static void
take_result_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static gint64
open_document (GFile *file)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (RelmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gint64 end;

  relm_document_open_async (file, NULL, take_result_cb, &result);
  document = relm_document_open_finish (wait_for (&result), &error);
  end = g_get_monotonic_time ();
  g_assert_no_error (error);
  relm_document_close (document);
  return end - start;
}

static gint64
save_document (RelmDocument *document,
               GFile *file)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (file != NULL)
    relm_document_save_as_async (document, file, NULL, take_result_cb, &result);
  else
    relm_document_save_async (document, RELM_SAVE_NONE, NULL, take_result_cb, &result);
  relm_document_save_finish (document, wait_for (&result), &error);
  g_assert_no_error (error);
  return g_get_monotonic_time () - start;
}

static void
measure_opening (GFile *file,
                 GBytes *bytes)
{
  gint64 times[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS];

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      floors[i] = relm_floor_parse (bytes);
      times[i] = open_document (file);
    }
  relm_floor_report ("Opening", "json-glib parsing", times, floors, OPEN_GOAL);
}

static void
measure_saving (RelmDocument *document,
                const char *floor_path,
                GBytes *bytes)
{
  gint64 times[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS];
  RelmRecord *item = relm_record_list_get (
    relm_project_get_list (relm_document_get_project (document), RELM_TYPE_WORK_ITEM), 0);

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      floors[i] = relm_floor_store (floor_path, bytes);
      g_assert_true (relm_document_set_string (document, item, RELM_WORK_ITEM_TITLE, title, NULL));
      times[i] = save_document (document, NULL);
    }
  relm_floor_report ("Saving", "storing the same bytes", times, floors, SAVE_GOAL);
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, FALSE);
  g_autoptr (RelmDocument) document = relm_document_new (project);
  g_autoptr (GBytes) bytes = relm_format_write (project);
  g_autofree char *path = g_strdup_printf ("perf-document-%d.relm", (int) getpid ());
  g_autofree char *floor_path = g_strconcat (path, ".floor", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_print ("%d records, %.2f MB\n", N_RECORDS, (double) g_bytes_get_size (bytes) / 1e6);
  measure_edits (document);
  measure_removals (document);
  save_document (document, file);
  measure_opening (file, bytes);
  measure_saving (document, floor_path, bytes);
  relm_document_close (document);
  g_unlink (path);
  g_unlink (floor_path);
  return 0;
}
