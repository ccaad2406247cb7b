/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the timeline looks, against references: the render nodes as text, which must be the same, and pictures of them, which
 * may differ by what two computers round differently. They are made anew with RELM_UPDATE_REFERENCES=1, looked at, and
 * checked in. Fonts and GTK draw differently from version to version, so that other ones than those of the references skip it.
 */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "relm-timeline-fixture.h"
#include "relm-timeline-sample.h"

#define WIDTH 640
#define HEIGHT 420
#define FONT "Cantarell 11"
#define CHANNEL_MAX 8    /* of 255, by which a pixel may differ */
#define PIXELS_MAX 0.002 /* of all pixels, which may differ by more */

typedef struct
{
  const char *name;
  double day_width; /* pixels */
  gboolean dark;
  gboolean high_contrast;
  gboolean rtl;
  gboolean picture;
} Variant;

static const Variant variants[] = {
  { "days", 40, FALSE, FALSE, FALSE, FALSE },     { "weeks", 12, FALSE, FALSE, FALSE, TRUE },
  { "months", 4, FALSE, FALSE, FALSE, FALSE },    { "quarters", 1.2, FALSE, FALSE, FALSE, FALSE },
  { "years", 0.4, FALSE, FALSE, FALSE, FALSE },   { "dark", 12, TRUE, FALSE, FALSE, TRUE },
  { "contrast", 12, FALSE, TRUE, FALSE, TRUE },   { "rtl", 12, FALSE, FALSE, TRUE, TRUE },
};

static gboolean
updates (void)
{
  return g_getenv ("RELM_UPDATE_REFERENCES") != NULL;
}

static char *
dup_path (const char *name,
          const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_test_build_filename (G_TEST_DIST, "references", file, NULL);
}

/* What the references were made with. */
static char *
dup_maker (GtkWidget *widget)
{
  g_autoptr (PangoFont) font = NULL;
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr (PangoFontDescription) wanted = pango_font_description_from_string (FONT);
  g_autoptr (PangoFontDescription) got = NULL;
  g_autofree char *name = NULL;

  font = pango_context_load_font (context, wanted);
  got = pango_font_describe (font);
  name = pango_font_description_to_string (got);
  return g_strdup_printf ("GTK %u.%u, Pango %s, %s\n", gtk_get_major_version (), gtk_get_minor_version (), pango_version_string (), name);
}

static void
prepare (const Variant *variant)
{
  g_object_set (gtk_settings_get_default (), "gtk-font-name", FONT, "gtk-enable-animations", FALSE, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      variant->dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_set_default_direction (variant->rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static GskRenderNode *
draw (RelmTimeline *timeline)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (timeline));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Without the fonts, which are data of their own. */
static char *
dup_text (GskRenderNode *node)
{
  g_autoptr (GBytes) bytes = gsk_render_node_serialize (node);
  g_autoptr (GRegex) data = g_regex_new (" url\\(\"data:[^\"]*\"\\)", 0, 0, NULL);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_regex_replace_literal (data, text, (gssize) size, 0, "", 0, NULL);
}

static GdkTexture *
paint (RelmTimelineFixture *fixture,
       GskRenderNode *node)
{
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (fixture->window), &error);
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gsk_renderer_unrealize (renderer);
  return texture;
}

static guchar *
download (GdkTexture *texture)
{
  guchar *pixels = g_malloc0 ((gsize) WIDTH * HEIGHT * 4);

  g_assert_cmpint (gdk_texture_get_width (texture), ==, WIDTH);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, HEIGHT);
  gdk_texture_download (texture, pixels, WIDTH * 4);
  return pixels;
}

static guint
count_differences (const guchar *a,
                   const guchar *b)
{
  guint n = 0;

  for (gsize i = 0; i < (gsize) WIDTH * HEIGHT; i++)
    for (guint channel = 0; channel < 4; channel++)
      if (ABS (a[4 * i + channel] - b[4 * i + channel]) > CHANNEL_MAX)
        {
          n++;
          break;
        }
  return n;
}

static void
compare_picture (RelmTimelineFixture *fixture,
                 const Variant *variant,
                 GskRenderNode *node)
{
  g_autofree char *path = dup_path (variant->name, ".png");
  g_autoptr (GdkTexture) now = paint (fixture, node);
  g_autoptr (GdkTexture) reference = NULL;
  g_autofree guchar *pixels = NULL;
  g_autofree guchar *reference_pixels = NULL;
  g_autoptr (GError) error = NULL;

  if (updates ())
    {
      g_assert_true (gdk_texture_save_to_png (now, path));
      return;
    }
  reference = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);
  pixels = download (now);
  reference_pixels = download (reference);
  g_assert_cmpuint (count_differences (pixels, reference_pixels), <=, (guint) (PIXELS_MAX * WIDTH * HEIGHT));
}

static void
compare_text (const Variant *variant,
              const char *text)
{
  g_autofree char *path = dup_path (variant->name, ".node");
  g_autofree char *reference = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) reference_lines = NULL;
  g_autoptr (GError) error = NULL;

  if (updates ())
    {
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      return;
    }
  g_file_get_contents (path, &reference, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  reference_lines = g_strsplit (reference, "\n", -1);
  for (guint i = 0; lines[i] != NULL && reference_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, reference_lines[i]); /* the first one tells the most */
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (reference_lines));
}

static gboolean
is_same_maker (const char *maker)
{
  g_autofree char *path = dup_path ("made-with", ".txt");
  g_autofree char *reference = NULL;

  if (updates ())
    return g_file_set_contents (path, maker, -1, NULL);
  return g_file_get_contents (path, &reference, NULL, NULL) && g_str_equal (reference, maker);
}

static void
test_look (gconstpointer data)
{
  const Variant *variant = data;
  RelmTimelineFixture fixture = { NULL };
  g_autoptr (GskRenderNode) node = NULL;
  g_autofree char *maker = NULL;
  g_autofree char *text = NULL;

  prepare (variant);
  relm_timeline_fixture_show (&fixture, relm_timeline_sample_new (), WIDTH, HEIGHT);
  relm_timeline_set_day_width (fixture.timeline, variant->day_width);
  relm_timeline_scroll_to_today (fixture.timeline);
  relm_timeline_fixture_wait (fixture.window, 3);
  maker = dup_maker (fixture.window);
  if (is_same_maker (maker))
    {
      node = draw (fixture.timeline);
      text = dup_text (node);
      compare_text (variant, text);
      if (variant->picture)
        compare_picture (&fixture, variant, node);
    }
  else
    g_test_skip ("the references were made with other fonts, or with another GTK");
  relm_timeline_fixture_clear (&fixture);
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *path = NULL;

      if (variants[i].high_contrast != adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
        continue; /* a program has one contrast, which its environment says */
      path = g_strconcat ("/timeline/render/", variants[i].name, NULL);
      g_test_add_data_func (path, &variants[i], test_look);
    }
  return g_test_run ();
}
