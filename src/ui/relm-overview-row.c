/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-inspector.h"
#include "relm-overview-row.h"
#include "relm-work-bar.h"

typedef struct
{
  RelmViewState *view_state;
  RelmRecord *record;
} Link;

/* The record that a row leads to; its link keeps it. */
static G_DEFINE_QUARK (relm-overview-row-record, record)

static void
link_free (gpointer data,
           GClosure *closure)
{
  Link *link = data;

  g_object_unref (link->view_state);
  g_object_unref (link->record);
  g_free (link);
}

static void
select_cb (AdwActionRow *row,
           Link *link)
{
  relm_inspector_show (GTK_WIDGET (row), link->view_state, link->record);
}

static void
show_release_cb (AdwActionRow *row,
                 Link *link)
{
  relm_view_state_set_release (link->view_state, link->record);
}

static void
connect_link (AdwActionRow *row,
              RelmViewState *view_state,
              RelmRecord *record,
              GCallback callback)
{
  Link *link = g_new (Link, 1);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  link->view_state = g_object_ref (view_state);
  link->record = g_object_ref (record);
  g_signal_connect_data (row, "activated", callback, link, link_free, G_CONNECT_DEFAULT);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (row, arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_qdata (G_OBJECT (row), record_quark (), record);
}

/**
 * relm_overview_row_find:
 * @widget: where to look
 * @record: what the row leads to
 *
 * Returns: (transfer none) (nullable): the first such row
 */
GtkWidget *
relm_overview_row_find (GtkWidget *widget,
                        RelmRecord *record)
{
  if (g_object_get_qdata (G_OBJECT (widget), record_quark ()) == record)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = relm_overview_row_find (child, record);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/**
 * relm_overview_row_get_record:
 * @widget: any widget
 *
 * Returns: (transfer none) (nullable): what it leads to, if it is such a row
 */
RelmRecord *
relm_overview_row_get_record (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), record_quark ());
}

/**
 * relm_overview_group_new:
 * @box: where it is appended
 * @title: (nullable): translated
 *
 * Returns: (transfer none): an empty group
 */
GtkWidget *
relm_overview_group_new (GtkBox *box,
                         const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return group;
}

/**
 * relm_overview_row_new:
 * @group: a group, to which the row is appended
 * @title: safe to show
 * @subtitle: (nullable): safe to show
 *
 * Returns: (transfer none): a row
 */
AdwActionRow *
relm_overview_row_new (GtkWidget *group,
                       const char *title,
                       const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_title_lines (row, 2);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  return row;
}

/**
 * relm_overview_row_add_more:
 * @group: a group
 * @n_more: how many there are that it does not show
 *
 * Returns: (transfer none): a row that says so
 */
AdwActionRow *
relm_overview_row_add_more (GtkWidget *group,
                            guint n_more)
{
  g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", n_more), n_more);

  return relm_overview_row_new (group, more, NULL);
}

/**
 * relm_overview_row_set_icon:
 * @icon_name: what the row's words say, as an icon
 * @style: (nullable): a style class
 */
void
relm_overview_row_set_icon (AdwActionRow *row,
                            const char *icon_name,
                            const char *style)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  if (style != NULL)
    gtk_widget_add_css_class (icon, style);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (row, icon);
}

/**
 * relm_overview_row_add_words:
 * @words: a few, translated, at the end of the row
 * @style: (nullable): a style class
 */
void
relm_overview_row_add_words (AdwActionRow *row,
                             const char *words,
                             const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, style != NULL ? style : "dimmed");
  adw_action_row_add_suffix (row, label);
}

/**
 * relm_overview_row_add_work:
 * @group: a group, to which a row is appended
 * @readiness: counts of work items
 *
 * Says how much of the work is in which state.
 */
void
relm_overview_row_add_work (GtkWidget *group,
                            const RelmReadiness *readiness)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *title = NULL;
  GtkWidget *label;

  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u work item done", "%u of %u work items done",
                                        readiness->n_items), readiness->n_done, readiness->n_items);
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), relm_work_bar_new (readiness));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/**
 * relm_overview_row_select:
 * @record: what is selected when the row is activated
 */
void
relm_overview_row_select (AdwActionRow *row,
                          RelmViewState *view_state,
                          RelmRecord *record)
{
  connect_link (row, view_state, record, G_CALLBACK (select_cb));
}

/**
 * relm_overview_row_show_release:
 * @release: what the window is about when the row was activated
 */
void
relm_overview_row_show_release (AdwActionRow *row,
                                RelmViewState *view_state,
                                RelmRecord *release)
{
  connect_link (row, view_state, release, G_CALLBACK (show_release_cb));
}

/**
 * relm_overview_dup_distance:
 * @date: a date
 * @today: what today is
 *
 * Returns: (transfer full): how far off it is, in words
 */
char *
relm_overview_dup_distance (RelmDate date,
                            RelmDate today)
{
  const int days = date - today;

  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %d day", "In %d days", (gulong) days), days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", (gulong) -days), -days);
}
