/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-file-words.h"
#include "relm-start-page.h"
#include "relm-text.h"

#define RECENT_MAX 8

struct _RelmStartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent;

  GPtrArray *rows; /* unowned */
};

G_DEFINE_FINAL_TYPE (RelmStartPage, relm_start_page, ADW_TYPE_BIN)

static void
forget_cb (GtkButton *button)
{
  const char *uri = g_object_get_data (G_OBJECT (button), "uri");
  g_autofree char *hold = g_strdup (uri);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), hold, NULL);
}

static void
mark_missing (AdwActionRow *row,
              GtkRecentInfo *info)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove From List"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "uri", g_strdup (gtk_recent_info_get_uri (info)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (forget_cb), NULL);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_subtitle (row, _ ("The file is not there any more"));
}

static void
add_row (RelmStartPage *self,
         GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *title = relm_text_display_title (gtk_recent_info_get_display_name (info));
  g_autofree char *place = relm_file_words_place (file);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  if (gtk_recent_info_exists (info))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-uri");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
    }
  else
    mark_missing (ADW_ACTION_ROW (row), info);
  adw_preferences_group_add (self->recent, row);
  g_ptr_array_add (self->rows, row);
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
update (RelmStartPage *self)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_recent);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (GList *l = items; l != NULL && self->rows->len < RECENT_MAX; l = l->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (l->data), ".relm"))
      add_row (self, l->data);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
relm_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (relm_start_page_parent_class)->map (widget);
  update (RELM_START_PAGE (widget));
}

static void
relm_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_START_PAGE);
  g_clear_pointer (&RELM_START_PAGE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (relm_start_page_parent_class)->dispose (object);
}

static void
relm_start_page_class_init (RelmStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_start_page_dispose;
  widget_class->map = relm_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmStartPage, recent);
}

static void
relm_start_page_init (RelmStartPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * relm_start_page_new:
 *
 * Returns: (transfer full): a start page
 */
GtkWidget *
relm_start_page_new (void)
{
  return g_object_new (RELM_TYPE_START_PAGE, NULL);
}
