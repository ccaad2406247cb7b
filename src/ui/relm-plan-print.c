/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-plan-print.h"
#include "relm-timeline-export.h"

#define LEAST_MARGIN 18.0 /* points: what most printers leave white */

/* What waits for the dialog, and then for the printer. */
typedef struct
{
  GtkWidget *from;
  RelmTimeline *timeline;
  GtkPrintDialog *dialog;
  GBytes *pdf;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->from);
  g_object_unref (request->timeline);
  g_object_unref (request->dialog);
  g_clear_pointer (&request->pdf, g_bytes_unref);
  g_free (request);
}

static void
fail (Request *request,
      const GError *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relm_error_dialog_show (request->from, _ ("Not Printed"), error);
  request_free (request);
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error))
    request_free (request);
  else
    fail (request, error);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_output_stream_close_async (G_OUTPUT_STREAM (source), G_PRIORITY_DEFAULT, NULL, closed_cb, request);
  else
    fail (request, error);
}

static void
printer_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (source), result, &error);

  if (stream != NULL)
    g_output_stream_write_all_async (stream, g_bytes_get_data (request->pdf, NULL), g_bytes_get_size (request->pdf),
                                     G_PRIORITY_DEFAULT, NULL, written_cb, request);
  else
    fail (request, error);
}

static double
get_margin (GtkPageSetup *page)
{
  const double sides = MAX (gtk_page_setup_get_left_margin (page, GTK_UNIT_POINTS),
                            gtk_page_setup_get_right_margin (page, GTK_UNIT_POINTS));
  const double ends = MAX (gtk_page_setup_get_top_margin (page, GTK_UNIT_POINTS),
                           gtk_page_setup_get_bottom_margin (page, GTK_UNIT_POINTS));

  return MAX (MAX (sides, ends), LEAST_MARGIN);
}

static GBytes *
make_pages (RelmTimeline *timeline,
            GtkPageSetup *page,
            GError **error)
{
  const RelmTimelinePrintOptions options = {
    .page_width = gtk_page_setup_get_paper_width (page, GTK_UNIT_POINTS),
    .page_height = gtk_page_setup_get_paper_height (page, GTK_UNIT_POINTS),
    .margin = get_margin (page),
    .zoom = RELM_TIMELINE_ZOOM_WIDTH,
    .has_titles = TRUE,
    .has_heading = TRUE,
    .has_legend = TRUE,
  };
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (timeline, &options);

  return relm_timeline_export_pdf (print, error);
}

static void
set_up_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  GtkPrintSetup *setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);

  if (setup != NULL)
    request->pdf = make_pages (request->timeline, gtk_print_setup_get_page_setup (setup), &error);
  if (request->pdf != NULL)
    gtk_print_dialog_print (request->dialog, GTK_WINDOW (gtk_widget_get_root (request->from)), setup, NULL, printer_cb, request);
  else
    fail (request, error);
  g_clear_pointer (&setup, gtk_print_setup_unref);
}

/**
 * relm_plan_print:
 * @from: a widget of the window
 * @timeline: what is printed, as wide as the paper
 *
 * Asks for printer and paper, and prints.
 */
void
relm_plan_print (GtkWidget *from,
                 RelmTimeline *timeline)
{
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  Request *request = g_new0 (Request, 1);

  request->from = g_object_ref (from);
  request->timeline = g_object_ref (timeline);
  request->dialog = gtk_print_dialog_new ();
  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_dialog_set_page_setup (request->dialog, page);
  gtk_print_dialog_set_title (request->dialog, _ ("Print Timeline"));
  gtk_print_dialog_setup (request->dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, set_up_cb, request);
}
