/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#include "relm-timeline-export.h"

#define MAX_PIXELS (100 * 1000 * 1000) /* of a picture: 400 MB while it is made */

static cairo_status_t
write_cb (void *closure,
          const unsigned char *data,
          unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Draws one page on a surface, or all of them. */
static cairo_status_t
draw_pages (RelmTimelinePrint *print,
            cairo_surface_t *surface,
            double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  for (guint i = 0; i < relm_timeline_print_get_n_pages (print); i++)
    {
      relm_timeline_print_draw_page (print, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static GBytes *
take (GByteArray *array,
      cairo_status_t status,
      GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (array);
  g_byte_array_unref (array);
  /* Translators: the placeholder is what a library said */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The chart could not be drawn: %s. Choose a smaller zoom."),
               cairo_status_to_string (status));
  return NULL;
}

static GBytes *
finish (RelmTimelinePrint *print,
        cairo_surface_t *surface,
        GByteArray *array,
        GError **error)
{
  cairo_status_t status = draw_pages (print, surface, 1);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return take (array, status, error);
}

/**
 * relm_timeline_export_pdf:
 *
 * Text stays text, which can be searched and copied.
 *
 * Returns: (transfer full) (nullable): a PDF file of all pages
 */
GBytes *
relm_timeline_export_pdf (RelmTimelinePrint *print,
                          GError **error)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface;
  double width, height;

  relm_timeline_print_get_page_size (print, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, array, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, relm_timeline_print_get_title (print));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Relm " RELM_VERSION);
  return finish (print, surface, array, error);
}

static gboolean
has_one_page (RelmTimelinePrint *print)
{
  g_return_val_if_fail (relm_timeline_print_get_n_pages (print) == 1, FALSE);

  return TRUE;
}

/**
 * relm_timeline_export_svg:
 * @print: a single page
 *
 * Letters are shapes, so that it looks the same where its font is not.
 *
 * Returns: (transfer full) (nullable): an SVG file
 */
GBytes *
relm_timeline_export_svg (RelmTimelinePrint *print,
                          GError **error)
{
  GByteArray *array;
  cairo_surface_t *surface;
  double width, height;

  if (!has_one_page (print))
    return NULL;
  array = g_byte_array_new ();
  relm_timeline_print_get_page_size (print, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_cb, array, width, height);
  return finish (print, surface, array, error);
}

/**
 * relm_timeline_export_png:
 * @print: a single page
 * @resolution: pixels per inch; 96 makes what is on the screen
 *
 * Returns: (transfer full) (nullable): a PNG file; %NULL when it would be too large for most programs
 */
GBytes *
relm_timeline_export_png (RelmTimelinePrint *print,
                          double resolution,
                          GError **error)
{
  const double scale = resolution / 72;
  double width, height;
  GByteArray *array;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (!has_one_page (print))
    return NULL;
  relm_timeline_print_get_page_size (print, &width, &height);
  width = ceil (width * scale);
  height = ceil (height * scale);
  if (width > RELM_TIMELINE_EXPORT_MAX || height > RELM_TIMELINE_EXPORT_MAX || width * height > MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("The picture would be of %.0f by %.0f pixels. Zoom out, fold rows away, or choose PDF or SVG."), width, height);
      return NULL;
    }
  array = g_byte_array_new ();
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  status = draw_pages (print, surface, scale);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, array);
  cairo_surface_destroy (surface);
  return take (array, status, error);
}
