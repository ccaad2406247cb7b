/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-burn-up-chart.h"
#include "relm-overview-burn-up.h"
#include "relm-overview-row.h"

#define DAYS 7

static GtkWidget *
create_caption (const char *text,
                gboolean dimmed)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  if (dimmed)
    gtk_widget_add_css_class (label, "dimmed");
  return label;
}

/* @style: (nullable): how it is drawn in the chart */
static void
append_fact (GtkWidget *legend,
             const char *style,
             const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (style != NULL)
    {
      GtkWidget *mark = adw_bin_new ();

      gtk_widget_add_css_class (mark, "relm-burn-up-mark");
      gtk_widget_add_css_class (mark, style);
      gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_box_append (GTK_BOX (box), create_caption (text, FALSE));
  adw_wrap_box_append (ADW_WRAP_BOX (legend), box);
}

static GtkWidget *
create_legend (const RelmBurnUp *burn_up)
{
  GtkWidget *legend = adw_wrap_box_new ();
  const guint n_done = relm_burn_up_get_done (burn_up), n_all = relm_burn_up_get_scope (burn_up);
  const guint n_added = relm_burn_up_get_added (burn_up);
  g_autofree char *done = g_strdup_printf (ngettext ("%u done", "%u done", n_done), n_done);
  g_autofree char *scope = g_strdup_printf (ngettext ("%u in all", "%u in all", n_all), n_all);
  g_autofree char *added = g_strdup_printf (ngettext ("%u added on the way", "%u added on the way", n_added), n_added);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (legend), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (legend), 6);
  append_fact (legend, "done", done);
  append_fact (legend, "scope", scope);
  append_fact (legend, NULL, added);
  return legend;
}

/* From when to when, below both ends of the chart. */
static GtkWidget *
create_axis (const RelmBurnUp *burn_up)
{
  GtkWidget *axis = gtk_center_box_new ();
  g_autofree char *first = relm_date_display (burn_up->end - (RelmDate) burn_up->n_weeks * DAYS + 1);
  g_autofree char *last = relm_date_display (burn_up->end);
  g_autofree char *weeks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", burn_up->n_weeks), burn_up->n_weeks);

  gtk_center_box_set_start_widget (GTK_CENTER_BOX (axis), create_caption (first, TRUE));
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (axis), create_caption (weeks, TRUE));
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (axis), create_caption (last, TRUE));
  return axis;
}

/**
 * relm_overview_burn_up_fill:
 * @box: where to
 * @view_state: of the window
 * @release: a release
 *
 * Adds a group where there is something to see, as it was computed last.
 */
void
relm_overview_burn_up_fill (GtkBox *box,
                            RelmViewState *view_state,
                            RelmRecord *release)
{
  const RelmBurnUp *burn_up = relm_forecasts_get_burn_up (relm_view_state_get_forecasts (view_state), release);
  GtkWidget *content, *group;

  if (burn_up == NULL)
    return;
  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (content, "card");
  gtk_widget_add_css_class (content, "relm-burn-up");
  group = relm_overview_group_new (box, _ ("Progress"));
  if (burn_up->tracked)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Work items, and the issues of the tracker’s milestone"));
  gtk_box_append (GTK_BOX (content), relm_burn_up_chart_new (burn_up));
  gtk_box_append (GTK_BOX (content), create_axis (burn_up));
  gtk_box_append (GTK_BOX (content), create_legend (burn_up));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), content);
}
