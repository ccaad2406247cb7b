/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "relm-burn-up-chart.h"

#define WIDTH 200
#define HEIGHT 120
#define LINE 2

struct _RelmBurnUpChart
{
  GtkWidget parent_instance;

  RelmBurnUp *burn_up;
};

G_DEFINE_FINAL_TYPE (RelmBurnUpChart, relm_burn_up_chart, GTK_TYPE_WIDGET)

static void
relm_burn_up_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

/* Where things are: weeks from the beginning of the line on, amounts from the bottom up. */
typedef struct
{
  GtkSnapshot *snapshot;
  float width;
  float height;
  float column;
  float unit;
  gboolean rtl;
} Drawing;

static void
fill (const Drawing *drawing,
      const GdkRGBA *color,
      float x,
      float y,
      float width,
      float height)
{
  /* On whole pixels, so that no seam is seen between weeks. */
  const float begin = floorf (x), end = floorf (x + width);
  const float left = drawing->rtl ? drawing->width - end : begin;

  gtk_snapshot_append_color (drawing->snapshot, color, &GRAPHENE_RECT_INIT (left, y, end - begin, height));
}

static float
get_top (const Drawing *drawing,
         guint amount)
{
  return drawing->height - (float) amount * drawing->unit;
}

static void
draw_done (const Drawing *drawing,
           const RelmBurnUp *burn_up)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

  for (guint i = 0; i < burn_up->n_weeks; i++)
    fill (drawing, accent, (float) i * drawing->column, get_top (drawing, burn_up->done[i]), drawing->column,
          (float) burn_up->done[i] * drawing->unit);
}

static void
draw_scope (const Drawing *drawing,
            const RelmBurnUp *burn_up,
            const GdkRGBA *color)
{
  for (guint i = 0; i < burn_up->n_weeks; i++)
    {
      const float x = (float) i * drawing->column;
      const float top = get_top (drawing, burn_up->scope[i]);

      fill (drawing, color, x, top, drawing->column, LINE);
      if (i > 0 && burn_up->scope[i] != burn_up->scope[i - 1])
        fill (drawing, color, x, top, LINE, get_top (drawing, burn_up->scope[i - 1]) - top + LINE);
    }
}

static void
relm_burn_up_chart_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  const RelmBurnUp *burn_up = RELM_BURN_UP_CHART (widget)->burn_up;
  const float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  const Drawing drawing = {
    snapshot, width, height, width / (float) burn_up->n_weeks, (height - LINE) / (float) MAX (relm_burn_up_get_scope (burn_up), 1),
    gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  GdkRGBA color, ground;

  gtk_widget_get_color (widget, &color);
  ground = color;
  ground.alpha *= 0.2f;
  draw_done (&drawing, burn_up);
  draw_scope (&drawing, burn_up, &color);
  fill (&drawing, &ground, 0, height - 1, width, 1);
}

static void
relm_burn_up_chart_dispose (GObject *object)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), object);
  G_OBJECT_CLASS (relm_burn_up_chart_parent_class)->dispose (object);
}

static void
relm_burn_up_chart_finalize (GObject *object)
{
  relm_burn_up_free (RELM_BURN_UP_CHART (object)->burn_up);
  G_OBJECT_CLASS (relm_burn_up_chart_parent_class)->finalize (object);
}

static void
relm_burn_up_chart_class_init (RelmBurnUpChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_burn_up_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_burn_up_chart_finalize;
  widget_class->measure = relm_burn_up_chart_measure;
  widget_class->snapshot = relm_burn_up_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
relm_burn_up_chart_init (RelmBurnUpChart *self)
{
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::accent-color-rgba", G_CALLBACK (gtk_widget_queue_draw), self);
}

static void
describe (RelmBurnUpChart *self)
{
  g_autofree char *end = relm_date_display (self->burn_up->end);
  g_autofree char *description =
    /* Translators: what a chart shows: weeks, a date, then work items that were done, and how many there are */
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %u week until %s, %u of %u were done; %u were added on the way",
                                  "In %u weeks until %s, %u of %u were done; %u were added on the way", self->burn_up->n_weeks),
                     self->burn_up->n_weeks, end, relm_burn_up_get_done (self->burn_up), relm_burn_up_get_scope (self->burn_up),
                     relm_burn_up_get_added (self->burn_up));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Burn-up"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * relm_burn_up_chart_new:
 * @burn_up: what to show; copied
 *
 * Returns: (transfer floating): a chart of it
 */
GtkWidget *
relm_burn_up_chart_new (const RelmBurnUp *burn_up)
{
  RelmBurnUpChart *self = g_object_new (RELM_TYPE_BURN_UP_CHART, NULL);

  self->burn_up = relm_burn_up_copy (burn_up);
  describe (self);
  return GTK_WIDGET (self);
}
