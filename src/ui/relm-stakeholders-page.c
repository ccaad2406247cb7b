/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-engagement.h"
#include "relm-stakeholder.h"
#include "relm-stakeholders-page.h"
#include "relm-table-page.h"
#include "relm-told-column.h"

struct _RelmStakeholdersPage
{
  RelmPage parent_instance;

  RelmRecordTable *table;
  RelmToldColumn *told;
};

static const guint columns[] = {
  RELM_STAKEHOLDER_POWER,
  RELM_STAKEHOLDER_INTEREST,
  RELM_STAKEHOLDER_ROLE,
  RELM_STAKEHOLDER_ORGANISATION,
  RELM_STAKEHOLDER_CATEGORY,
};

G_DEFINE_FINAL_TYPE (RelmStakeholdersPage, relm_stakeholders_page, RELM_TYPE_PAGE)

static void
show_gap (RelmRecord *record,
          GParamSpec *pspec,
          GtkWidget *box)
{
  GtkWidget *icon = gtk_widget_get_first_child (box);
  const int gap = relm_engagement_get_gap (record);
  g_autofree char *text = relm_engagement_dup_text (record);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (gtk_widget_get_next_sibling (icon)),
                              gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL ? 1 : 0);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), gap > 0 ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_visible (icon, gap != 0 || relm_engagement_is_as_desired (record));
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (icon)), text);
  if (gap > 0)
    gtk_widget_add_css_class (box, "warning");
  else
    gtk_widget_remove_css_class (box, "warning");
}

static void
setup_gap_cb (GtkSignalListItemFactory *factory,
              GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  gtk_column_view_cell_set_child (cell, box);
}

static void
bind_gap_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewCell *cell)
{
  RelmRecord *record = gtk_column_view_cell_get_item (cell);
  GtkWidget *box = gtk_column_view_cell_get_child (cell);

  g_signal_connect (record, "notify::engagement", G_CALLBACK (show_gap), box);
  g_signal_connect (record, "notify::desired-engagement", G_CALLBACK (show_gap), box);
  show_gap (record, NULL, box);
}

static void
unbind_gap_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewCell *cell)
{
  g_signal_handlers_disconnect_by_data (gtk_column_view_cell_get_item (cell), gtk_column_view_cell_get_child (cell));
}

static int
gap_cb (RelmRecord *record)
{
  return record != NULL ? -relm_engagement_get_gap (record) : 0;
}

/* Sorted by it, those come first who are furthest from where they should be. */
static GtkColumnViewColumn *
create_gap_column (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkExpression *gap = gtk_cclosure_expression_new (G_TYPE_INT, NULL, 0, NULL, G_CALLBACK (gap_cb), NULL, NULL);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_numeric_sorter_new (gap));
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_gap_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_gap_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_gap_cb), NULL);
  /* Translators: column: a stakeholder's engagement as it is, and as it should be */
  column = gtk_column_view_column_new (_ ("Engagement"), factory);
  gtk_column_view_column_set_id (column, "gap");
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_fixed_width (column, 200);
  gtk_column_view_column_set_resizable (column, TRUE);
  return column;
}

static void
relm_stakeholders_page_view_state_changed (RelmPage *page)
{
  relm_record_table_set_view_state (RELM_STAKEHOLDERS_PAGE (page)->table, relm_page_get_view_state (page));
}

static void
relm_stakeholders_page_update (RelmPage *page)
{
  relm_told_column_update (RELM_STAKEHOLDERS_PAGE (page)->told, relm_page_get_project (page));
}

static void
relm_stakeholders_page_dispose (GObject *object)
{
  g_clear_object (&RELM_STAKEHOLDERS_PAGE (object)->told);

  G_OBJECT_CLASS (relm_stakeholders_page_parent_class)->dispose (object);
}

static void
relm_stakeholders_page_class_init (RelmStakeholdersPageClass *klass)
{
  RelmPageClass *page_class = RELM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_stakeholders_page_dispose;
  page_class->view_state_changed = relm_stakeholders_page_view_state_changed;
  page_class->update = relm_stakeholders_page_update;
}

static void
relm_stakeholders_page_init (RelmStakeholdersPage *self)
{
  RelmTablePage *page = relm_table_page_new (RELM_TYPE_STAKEHOLDER, columns, G_N_ELEMENTS (columns), _ ("Add Stakeholder"));
  g_autoptr (GtkColumnViewColumn) gap = create_gap_column ();

  self->table = relm_table_page_get_table (page);
  self->told = relm_told_column_new ();
  relm_table_columns_insert (RELM_TABLE_COLUMNS (relm_record_table_get_columns (self->table)), 1, relm_told_column_get_column (self->told));
  relm_table_columns_insert (RELM_TABLE_COLUMNS (relm_record_table_get_columns (self->table)), 2, gap);
  gtk_column_view_sort_by_column (relm_record_table_get_view (self->table), relm_told_column_get_column (self->told), GTK_SORT_ASCENDING);
  relm_table_page_set_placeholder (page, "system-users-symbolic", _ ("No Stakeholders Yet"),
                                   _ ("Whom does a release concern? Those who ask for things, those who decide, and those who must know."));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (page));
}
