/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-private.h"
#include "relm-timeline-swatch.h"

#define STYLE_SHEET "/io/github/relm_app/Relm/timeline/relm-timeline.css"

static const char *const ink_names[RELM_TIMELINE_INK_HUES] = {
  [RELM_TIMELINE_INK_TEXT] = "ink",
  [RELM_TIMELINE_INK_DIM] = "dim",
  [RELM_TIMELINE_INK_PAPER] = "paper",
  [RELM_TIMELINE_INK_GRID] = "grid",
  [RELM_TIMELINE_INK_BAND] = "band",
  [RELM_TIMELINE_INK_WEEKEND] = "weekend",
  [RELM_TIMELINE_INK_BORDER] = "border",
  [RELM_TIMELINE_INK_RELEASE] = "release",
  [RELM_TIMELINE_INK_PERIOD] = "period",
  [RELM_TIMELINE_INK_WORK] = "work",
  [RELM_TIMELINE_INK_DONE] = "done",
  [RELM_TIMELINE_INK_BLOCKED] = "blocked",
  [RELM_TIMELINE_INK_LATE] = "late",
  [RELM_TIMELINE_INK_CRITICAL] = "critical",
  [RELM_TIMELINE_INK_LINK] = "link",
  [RELM_TIMELINE_INK_TODAY] = "today",
  [RELM_TIMELINE_INK_ON_TODAY] = "ontoday",
  [RELM_TIMELINE_INK_SELECTION] = "selection",
  [RELM_TIMELINE_INK_HOVER] = "hover",
  [RELM_TIMELINE_INK_FOCUS] = "focus",
};

static void
ensure_style_sheet (GtkWidget *widget)
{
  static const char key[] = "relm-timeline-style-sheet";
  GdkDisplay *display = gtk_widget_get_display (widget);
  GtkCssProvider *provider;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_SHEET);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_SETTINGS);
  g_object_set_data_full (G_OBJECT (display), key, provider, g_object_unref);
}

/* The nodes whose colours are drawn with. */
void
_relm_timeline_add_inks (RelmTimeline *self)
{
  ensure_style_sheet (GTK_WIDGET (self));
  for (guint i = 0; i < RELM_TIMELINE_N_INKS; i++)
    {
      self->swatches[i] = i < RELM_TIMELINE_INK_HUES ? relm_timeline_swatch_new (ink_names[i])
                                                 : relm_timeline_swatch_new_for_hue (i - RELM_TIMELINE_INK_HUES);
      gtk_widget_set_parent (self->swatches[i], GTK_WIDGET (self));
    }
}

/* What was drawn in other colours is drawn anew. */
void
_relm_timeline_update_inks (RelmTimeline *self)
{
  for (guint i = 0; i < RELM_TIMELINE_N_INKS; i++)
    {
      GdkRGBA ink;

      gtk_widget_get_color (self->swatches[i], &ink);
      if (gdk_rgba_equal (&ink, &self->inks[i]))
        continue;
      self->inks[i] = ink;
      _relm_timeline_forget_picture (self);
    }
}
