/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "relm-timeline-export.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-private.h"
#include "relm-timeline-sample.h"

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

/* Where RELM_TEST_PICTURES says, for people to look at. */
static void
keep (GBytes *bytes,
      const char *name)
{
  const char *folder = g_getenv ("RELM_TEST_PICTURES");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GFileOutputStream) stream = NULL;

  if (file == NULL)
    return;
  g_file_delete (file, NULL, NULL);
  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, NULL);
  g_assert_nonnull (stream);
  g_assert_cmpint (g_output_stream_write_bytes (G_OUTPUT_STREAM (stream), bytes, NULL, NULL), >, 0);
}

/* Everything that the streams of a PDF hold, unpacked. */
static GByteArray *
unpack (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *end = data + size;
  GByteArray *all = g_byte_array_new ();

  while ((data = memmem (data, (gsize) (end - data), "stream\n", strlen ("stream\n"))) != NULL)
    {
      g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      g_autoptr (GInputStream) memory = NULL;
      g_autoptr (GInputStream) stream = NULL;
      guint8 buffer[4096];
      gssize n;

      data += strlen ("stream\n");
      memory = g_memory_input_stream_new_from_data (data, end - data, NULL);
      stream = g_converter_input_stream_new (memory, G_CONVERTER (zlib));
      while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
        g_byte_array_append (all, buffer, (guint) n);
    }
  return all;
}

static gboolean
holds (GByteArray *array,
       const char *text)
{
  return memmem (array->data, array->len, text, strlen (text)) != NULL;
}

static void
test_pdf (RelmTimelineFixture *fixture,
          gconstpointer data)
{
  const RelmTimelinePrintOptions options = {
    .page_width = A4_HEIGHT, .page_height = A4_WIDTH, .margin = 36, .zoom = RELM_TIMELINE_ZOOM_WIDTH,
    .has_titles = TRUE, .has_heading = TRUE, .has_legend = TRUE,
  };
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (fixture->timeline, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = relm_timeline_export_pdf (print, &error);
  g_autoptr (GByteArray) content = NULL;

  g_assert_no_error (error);
  keep (pdf, data != NULL ? "chart-rtl.pdf" : "chart.pdf");
  g_assert_cmpuint (relm_timeline_print_get_n_pages (print), <=, 2);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5), ==, 0);
  content = unpack (pdf);
  g_byte_array_append (content, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_assert_true (holds (content, "/Font"));
  g_assert_true (holds (content, "Tj") || holds (content, "TJ"));
}

/* At the zoom of the screen it lies on many pages, which together show each moment once. */
static void
test_tiles (RelmTimelineFixture *fixture,
            gconstpointer data)
{
  const RelmTimelinePrintOptions options = {
    .page_width = 420, .page_height = 300, .margin = 24, .zoom = RELM_TIMELINE_ZOOM_SAME,
    .has_titles = TRUE, .has_heading = TRUE, .has_legend = TRUE,
  };
  g_autoptr (RelmTimelinePrint) print = NULL;
  g_autoptr (GBytes) pdf = NULL;
  double width, height;

  relm_timeline_set_day_width (fixture->timeline, 4);
  print = relm_timeline_print_new (fixture->timeline, &options);
  pdf = relm_timeline_export_pdf (print, NULL);
  keep (pdf, "tiles.pdf");
  g_assert_cmpuint (relm_timeline_print_get_n_pages (print), >, 8);
  relm_timeline_print_get_page_size (print, &width, &height);
  g_assert_cmpfloat (width, ==, 420);
  g_assert_cmpfloat (height, ==, 300);
}

static void
test_one_page (RelmTimelineFixture *fixture,
               gconstpointer data)
{
  const RelmTimelinePrintOptions options = {
    .page_width = 300, .page_height = 200, .margin = 12, .zoom = RELM_TIMELINE_ZOOM_PAGE, .has_titles = TRUE,
    .has_legend = TRUE, .has_heading = TRUE,
  };
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (fixture->timeline, &options);
  g_autoptr (GBytes) pdf = relm_timeline_export_pdf (print, NULL);

  keep (pdf, "page.pdf");
  g_assert_cmpuint (relm_timeline_print_get_n_pages (print), ==, 1);
}

static GdkTexture *
export_png (RelmTimelineFixture *fixture,
            const RelmTimelinePrintOptions *options,
            double resolution,
            const char *name)
{
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (fixture->timeline, options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = relm_timeline_export_png (print, resolution, &error);
  GdkTexture *texture;

  g_assert_no_error (error);
  keep (png, name);
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  return texture;
}

static guint32
get_pixel (GdkTexture *texture,
           int x,
           int y)
{
  const int width = gdk_texture_get_width (texture);
  g_autofree guint32 *pixels = g_new (guint32, width * gdk_texture_get_height (texture));

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  return pixels[y * width + x] & 0xffffff;
}

static guint
count_other_pixels (GdkTexture *texture)
{
  const int n = gdk_texture_get_width (texture) * gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, n);
  guint count = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) gdk_texture_get_width (texture) * 4);
  for (int i = 0; i < n; i++)
    count += (pixels[i] & 0xffffff) != 0xffffff;
  return count;
}

/* A picture is as large as the chart, and white where nothing is, also while the screen is dark. */
static void
test_png (RelmTimelineFixture *fixture,
          gconstpointer data)
{
  const RelmTimelinePrintOptions full = { .margin = 12, .has_titles = TRUE, .has_heading = TRUE, .has_legend = TRUE };
  const RelmTimelinePrintOptions bare = { .margin = 0 };
  g_autoptr (GdkTexture) light = NULL;
  g_autoptr (GdkTexture) dark = NULL;
  g_autoptr (GdkTexture) chart = NULL;
  g_autoptr (GdkTexture) fine = NULL;

  light = export_png (fixture, &full, 96, "full.png");
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", TRUE, NULL);
  dark = export_png (fixture, &full, 96, "full-dark.png");
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", FALSE, NULL);
  g_assert_cmpuint (get_pixel (light, 2, 2), ==, 0xffffff);
  g_assert_cmpuint (get_pixel (dark, 2, 2), ==, 0xffffff);
  g_assert_cmpuint (count_other_pixels (light), >, 2000);
  g_assert_cmpuint (count_other_pixels (dark), ==, count_other_pixels (light));

  chart = export_png (fixture, &bare, 96, "bare.png");
  g_assert_cmpint (gdk_texture_get_width (chart), <, gdk_texture_get_width (light));
  fine = export_png (fixture, &bare, 192, "fine.png");
  g_assert_cmpint (gdk_texture_get_width (fine), ==, 2 * gdk_texture_get_width (chart));
}

static void
test_too_large (RelmTimelineFixture *fixture,
                gconstpointer data)
{
  const RelmTimelinePrintOptions options = { .margin = 0 };
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (fixture->timeline, &options);
  g_autoptr (GError) error = NULL;

  g_assert_null (relm_timeline_export_png (print, 20000, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_svg (RelmTimelineFixture *fixture,
          gconstpointer data)
{
  const RelmTimelinePrintOptions options = { .margin = 12, .has_titles = TRUE, .has_heading = TRUE, .has_legend = TRUE };
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (fixture->timeline, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = relm_timeline_export_svg (print, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  keep (svg, "full.svg");
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "<svg"));
  g_assert_nonnull (strstr (text, "</svg>"));
}

/* What is shown is what is printed, and the screen stays as it is. */
static void
test_same (RelmTimelineFixture *fixture,
           gconstpointer data)
{
  const RelmTimelinePrintOptions options = { .margin = 0 };
  const double day_width = relm_timeline_get_day_width (fixture->timeline);
  const double start_date = fixture->timeline->start_date;
  g_autoptr (RelmTimelinePrint) open = relm_timeline_print_new (fixture->timeline, &options);
  g_autoptr (RelmTimelinePrint) closed = NULL;
  double width, open_height, closed_height;

  relm_timeline_fold_all (fixture->timeline, TRUE);
  closed = relm_timeline_print_new (fixture->timeline, &options);
  relm_timeline_print_get_page_size (open, &width, &open_height);
  relm_timeline_print_get_page_size (closed, &width, &closed_height);
  g_assert_cmpfloat (closed_height, <, open_height);
  g_assert_cmpfloat (relm_timeline_get_day_width (fixture->timeline), ==, day_width);
  g_assert_cmpfloat (fixture->timeline->start_date, ==, start_date);
}

/* What the engine says is on paper as it is on the screen. */
static void
test_critical (RelmTimelineFixture *fixture,
               gconstpointer data)
{
  const RelmTimelinePrintOptions options = { .margin = 12, .has_titles = TRUE, .has_legend = TRUE };
  g_autoptr (RelmPlanSchedule) schedule = relm_plan_schedule_new (fixture->project);
  g_autoptr (GdkTexture) plain = export_png (fixture, &options, 96, "plain.png");
  g_autoptr (GdkTexture) critical = NULL;

  relm_timeline_set_schedule (fixture->timeline, schedule);
  relm_timeline_set_show_critical (fixture->timeline, TRUE);
  critical = export_png (fixture, &options, 96, "critical.png");
  g_assert_cmpuint (count_other_pixels (critical), >, count_other_pixels (plain));
}

/* A project without anything is a page with a scale. */
static void
test_empty (void)
{
  const RelmTimelinePrintOptions options = {
    .page_width = A4_WIDTH, .page_height = A4_HEIGHT, .margin = 36, .zoom = RELM_TIMELINE_ZOOM_PAGE, .has_titles = TRUE,
    .has_legend = TRUE, .has_heading = TRUE,
  };
  g_autoptr (RelmTimeline) timeline = g_object_ref_sink (relm_timeline_new ());
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (timeline, &options);
  g_autoptr (GBytes) pdf = relm_timeline_export_pdf (print, NULL);

  g_assert_cmpuint (relm_timeline_print_get_n_pages (print), ==, 1);
  g_assert_nonnull (pdf);
}

#define ADD(name, data, func)                                                                                          \
  g_test_add ("/timeline/print/" name, RelmTimelineFixture, data, relm_timeline_fixture_setup, func,                   \
              relm_timeline_fixture_teardown)

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("pdf", NULL, test_pdf);
  ADD ("right-to-left", "rtl", test_pdf);
  ADD ("tiles", NULL, test_tiles);
  ADD ("one-page", NULL, test_one_page);
  ADD ("png", NULL, test_png);
  ADD ("too-large", NULL, test_too_large);
  ADD ("svg", NULL, test_svg);
  ADD ("same", NULL, test_same);
  ADD ("critical", NULL, test_critical);
  g_test_add_func ("/timeline/print/empty", test_empty);
  return g_test_run ();
}
