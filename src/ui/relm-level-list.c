/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-level-list.h"

#define MAX_ROWS 200
#define MAX_HEIGHT 360
#define WIDTH 320

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static char *
dup_delay (int days)
{
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day sooner", "%d days sooner", (gulong) -days), -days);
  return g_strdup_printf (ngettext ("%d day later", "%d days later", (gulong) days), days);
}

static GtkWidget *
create_move (const RelmPlanLevelMove *move)
{
  g_autofree char *title = relm_record_dup_display_title (move->record);
  g_autofree char *before = relm_span_is_set (move->before) ? relm_span_display (move->before) : g_strdup ("–");
  g_autofree char *after = relm_span_display (move->after);
  g_autofree char *delay = dup_delay (move->delay);
  /* Translators: from when to when something moves, and by how much; then why */
  g_autofree char *text = g_strdup_printf (_ ("%s → %s, %s\n%s"), before, after, delay, move->reason);

  return create_row (title, text);
}

static GtkWidget *
create_release (const RelmPlanLevelRelease *release)
{
  g_autofree char *title = relm_record_dup_display_title (release->release);
  g_autofree char *before = relm_date_display (release->before);
  g_autofree char *after = relm_date_display (release->after);
  g_autofree char *delay = dup_delay (release->after - release->before);
  /* Translators: when a release is ready: before and after, and by how much that differs */
  g_autofree char *text = g_strdup_printf (_ ("Ready: %s → %s, %s"), before, after, delay);

  return create_row (title, text);
}

/**
 * relm_level_list_new:
 *
 * Returns: (transfer floating): a list of the releases that it touches and of what would move
 */
GtkWidget *
relm_level_list_new (RelmPlanLevelling *levelling)
{
  GPtrArray *moves = relm_plan_levelling_get_moves (levelling);
  GArray *releases = relm_plan_levelling_get_releases (levelling);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What would move"), -1);
  for (guint i = 0; i < releases->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_release (&g_array_index (releases, RelmPlanLevelRelease, i)));
  for (guint i = 0; i < MIN (moves->len, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_move (moves->pdata[i]));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  return scroller;
}
