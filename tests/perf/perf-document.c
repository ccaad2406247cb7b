/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One edit and its undo in a document of 10,000 records: the median of many, which should be far below a frame. */

#include "config.h"

#include "relm-document.h"
#include "relm-random-project.h"
#include "relm-work-item.h"

#define N_RECORDS 10000
#define N_EDITS 1001
#define EDIT_GOAL_US 1000
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

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, FALSE);
  g_autoptr (RelmDocument) document = relm_document_new (project);
  RelmRecordList *items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  gint64 times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    times[i] = edit_and_undo (document, relm_record_list_get (items, i));
  qsort (times, N_EDITS, sizeof (gint64), compare_times);

  g_print ("%d records: an edit and its undo take %" G_GINT64_FORMAT " us (99 of 100 below %" G_GINT64_FORMAT
           " us), the goal is %d us\n",
           N_RECORDS, times[N_EDITS / 2], times[N_EDITS * 99 / 100], EDIT_GOAL_US);
  if (times[N_EDITS / 2] > EDIT_GOAL_US * TOO_SLOW)
    g_error ("an edit is too slow");
  relm_document_close (document);
  return 0;
}
