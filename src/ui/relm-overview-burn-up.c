/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-burn-up-chart.h"
#include "relm-overview-burn-up.h"
#include "relm-overview-row.h"

static GtkWidget *
create_legend (const RelmBurnUp *burn_up)
{
  GtkWidget *legend = adw_wrap_box_new ();
  g_autofree char *done = g_strdup_printf (_ ("%u done"), relm_burn_up_get_done (burn_up));
  g_autofree char *scope = g_strdup_printf (_ ("%u in all"), relm_burn_up_get_scope (burn_up));
  g_autofree char *added = g_strdup_printf (_ ("%u added on the way"), relm_burn_up_get_added (burn_up));
  g_autofree char *weeks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u week", "in %u weeks", burn_up->n_weeks), burn_up->n_weeks);
  const char *const texts[] = { done, scope, added, weeks };

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (legend), 18);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_widget_add_css_class (label, "caption");
      if (i == 0)
        gtk_widget_add_css_class (label, "accent");
      adw_wrap_box_append (ADW_WRAP_BOX (legend), label);
    }
  return legend;
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
  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (content, "card");
  gtk_widget_add_css_class (content, "relm-burn-up");
  group = relm_overview_group_new (box, _ ("Progress"));
  gtk_box_append (GTK_BOX (content), create_legend (burn_up));
  gtk_box_prepend (GTK_BOX (content), relm_burn_up_chart_new (burn_up));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), content);
}
