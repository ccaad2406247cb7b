/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the timeline's page shows the chart, the table, or both. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-memory.h"
#include "relm-timeline-page-private.h"

#define LAYOUT_DETAIL "timeline-layout" /* what it is remembered by */
#define SPLIT_DETAIL "timeline-split"
#define SPLIT_MIN 200

G_DEFINE_ENUM_TYPE (RelmTimelinePageLayout, relm_timeline_page_layout,
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_PAGE_CHART, "chart"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_PAGE_TABLE, "table"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_PAGE_BOTH, "both"))

static const char *const names[] = { "chart", "table", "both" };

/* Where there is no room for both, the chart alone. */
static RelmTimelinePageLayout
get_shown (RelmTimelinePage *self)
{
  return self->is_narrow && self->layout == RELM_TIMELINE_PAGE_BOTH ? RELM_TIMELINE_PAGE_CHART : self->layout;
}

/* A table that is about to go takes the focus with it: the chart has it then, and the other way round. */
static void
keep_focus (RelmTimelinePage *self,
            gboolean has_chart,
            gboolean has_table)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL)
    return;
  if (!has_table && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table)))
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  else if (!has_chart && gtk_widget_is_ancestor (focus, self->chart))
    gtk_widget_grab_focus (GTK_WIDGET (relm_plan_table_get_view (self->table)));
}

static void
update (RelmTimelinePage *self)
{
  const RelmTimelinePageLayout shown = get_shown (self);
  const gboolean has_chart = shown != RELM_TIMELINE_PAGE_TABLE;
  const gboolean has_table = shown != RELM_TIMELINE_PAGE_CHART;

  self->is_updating_layout = TRUE;
  adw_toggle_group_set_active_name (self->layouts, names[shown]);
  self->is_updating_layout = FALSE;
  adw_toggle_set_enabled (self->both, !self->is_narrow);
  if (has_chart)
    gtk_widget_set_visible (self->chart, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->table), has_table || gtk_widget_get_visible (GTK_WIDGET (self->table)));
  keep_focus (self, has_chart, has_table);
  gtk_widget_set_visible (self->chart, has_chart);
  gtk_widget_set_visible (GTK_WIDGET (self->table), has_table);
  gtk_widget_set_visible (self->today, has_chart);
  gtk_widget_set_visible (self->zoom, has_chart && !self->is_narrow); /* the menu has it as well */
  gtk_widget_set_visible (GTK_WIDGET (self->units), has_chart && !self->is_narrow);
  _relm_timeline_page_update_baselines (self);
  relm_page_queue_update (RELM_PAGE (self));
}

void
_relm_timeline_page_set_layout (RelmTimelinePage *self,
                                RelmTimelinePageLayout layout)
{
  if (self->layout == layout)
    return;
  self->layout = layout;
  update (self);
  g_object_notify (G_OBJECT (self), "layout");
}

static void
layouts_cb (RelmTimelinePage *self)
{
  const guint active = adw_toggle_group_get_active (self->layouts);

  if (!self->is_updating_layout && active <= RELM_TIMELINE_PAGE_BOTH)
    _relm_timeline_page_set_layout (self, (RelmTimelinePageLayout) active);
}

static void
next_layout_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  const guint n_layouts = self->is_narrow ? RELM_TIMELINE_PAGE_BOTH : RELM_TIMELINE_PAGE_BOTH + 1;

  _relm_timeline_page_set_layout (self, (RelmTimelinePageLayout) ((get_shown (self) + 1) % n_layouts));
}

static void
narrow_cb (RelmTimelinePage *self)
{
  self->is_narrow = TRUE;
  update (self);
}

static void
wide_cb (RelmTimelinePage *self)
{
  self->is_narrow = FALSE;
  update (self);
}

void
_relm_timeline_page_install_layout (GtkWidgetClass *widget_class)
{
  g_type_ensure (RELM_TYPE_PLAN_TABLE);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, show_table);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, show_menu);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, layouts);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, both);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, today);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, zoom);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, panes);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, table);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, chart);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_property_action (widget_class, "timeline-page.layout", "layout");
  gtk_widget_class_install_action (widget_class, "timeline-page.next-layout", NULL, next_layout_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline-page.next-layout",
                                       NULL);
}

/* Several that are selected in one are selected in the other, where both are looked at. */
static void
timeline_chosen_cb (RelmTimelinePage *self)
{
  g_autoptr (GPtrArray) records = NULL;

  if (self->is_sharing || !gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    return;
  records = relm_timeline_list_chosen (self->timeline);
  if (records->len > 1)
    relm_plan_table_set_chosen (self->table, records);
}

static void
table_chosen_cb (RelmTimelinePage *self)
{
  g_autoptr (GPtrArray) records = NULL;

  if (!gtk_widget_get_mapped (self->chart))
    return;
  records = relm_plan_table_list_chosen (self->table);
  self->is_sharing = TRUE;
  if (records->len > 1)
    relm_timeline_set_chosen (self->timeline, records);
  self->is_sharing = FALSE;
}

static void
add_columns_menu (RelmTimelinePage *self)
{
  RelmTableColumns *columns = relm_plan_table_get_columns (self->table);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", relm_table_columns_get_actions (columns));
  g_menu_append_submenu (self->show_menu, _ ("Columns of the Ta_ble"), relm_table_columns_get_menu (columns));
}

void
_relm_timeline_page_init_layout (RelmTimelinePage *self)
{
  add_columns_menu (self);
  g_signal_connect_object (self->timeline, "chosen", G_CALLBACK (timeline_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (table_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layouts, "notify::active", G_CALLBACK (layouts_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/* Kept when somebody looks at something else. */
void
_relm_timeline_page_remember_layout (RelmTimelinePage *self,
                                     GFile *file)
{
  g_autofree char *split = g_strdup_printf ("%d", gtk_paned_get_position (self->panes));

  relm_memory_set_detail (file, LAYOUT_DETAIL, self->layout != RELM_TIMELINE_PAGE_CHART ? names[self->layout] : NULL);
  if (self->layout == RELM_TIMELINE_PAGE_BOTH)
    relm_memory_set_detail (file, SPLIT_DETAIL, split);
}

void
_relm_timeline_page_recall_layout (RelmTimelinePage *self,
                                   GFile *file)
{
  g_autofree char *name = file != NULL ? relm_memory_dup_detail (file, LAYOUT_DETAIL) : NULL;
  g_autofree char *split = file != NULL ? relm_memory_dup_detail (file, SPLIT_DETAIL) : NULL;
  RelmTimelinePageLayout layout = RELM_TIMELINE_PAGE_CHART;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      layout = (RelmTimelinePageLayout) i;
  if (split != NULL)
    gtk_paned_set_position (self->panes, MAX (SPLIT_MIN, (int) g_ascii_strtoll (split, NULL, 10)));
  _relm_timeline_page_set_layout (self, layout);
}
