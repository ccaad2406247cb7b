/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-communication.h"
#include "relm-engagement.h"
#include "relm-told-column.h"
#include "relm-told.h"

#define WIDTH 220

/* Who has never been told anything comes before those who know all, and after those who do not. */
#define ORDER_NEVER 0
#define ORDER_KNOWS 1

struct _RelmToldColumn
{
  GObject parent_instance;

  RelmProject *project;
  GtkColumnViewColumn *column;
  GtkSorter *sorter;
  GHashTable *orders; /* RelmRecord, unowned, to numbers: what is known until something changes */
  GPtrArray *cells; /* of GtkColumnViewCell, unowned: those that show a record */
};

G_DEFINE_FINAL_TYPE (RelmToldColumn, relm_told_column, G_TYPE_OBJECT)

static char *
dup_text (RelmToldColumn *self,
          RelmRecord *stakeholder,
          guint *n_changes)
{
  RelmRecord *last = relm_told_find_last (self->project, stakeholder);
  g_autoptr (GPtrArray) changes = relm_told_list_changes (self->project, stakeholder);
  g_autofree char *date = NULL;

  *n_changes = changes->len;
  if (last == NULL)
    /* Translators: in a column that says when somebody was told something last */
    return g_strdup (_ ("Never"));
  date = relm_date_display (relm_record_get_date (last, RELM_COMMUNICATION_TOLD));
  if (changes->len == 0)
    return g_steal_pointer (&date);
  /* Translators: how much has changed since somebody was told something last, and when that was */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change since %s", "%u changes since %s", changes->len), changes->len, date);
}

static void
show (RelmToldColumn *self,
      GtkColumnViewCell *cell)
{
  GtkWidget *label = gtk_column_view_cell_get_child (cell);
  RelmRecord *stakeholder = gtk_column_view_cell_get_item (cell);
  guint n_changes = 0;
  g_autofree char *text = self->project != NULL ? dup_text (self, stakeholder, &n_changes) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL ? 1 : 0);
  if (n_changes > 0)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell *cell)
{
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (RelmToldColumn *self,
         GtkColumnViewCell *cell)
{
  g_ptr_array_add (self->cells, cell);
  show (self, cell);
}

static void
unbind_cb (RelmToldColumn *self,
           GtkColumnViewCell *cell)
{
  g_ptr_array_remove_fast (self->cells, cell);
}

/* The most news first. */
static int
find_order (RelmToldColumn *self,
            RelmRecord *stakeholder)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (self->project == NULL || relm_told_find_last (self->project, stakeholder) == NULL)
    return ORDER_NEVER;
  changes = relm_told_list_changes (self->project, stakeholder);
  return changes->len > 0 ? -(int) changes->len : ORDER_KNOWS;
}

/* Sorting asks again and again. */
static int
get_order (RelmToldColumn *self,
           RelmRecord *stakeholder)
{
  gpointer order;

  if (g_hash_table_lookup_extended (self->orders, stakeholder, NULL, &order))
    return GPOINTER_TO_INT (order);
  order = GINT_TO_POINTER (find_order (self, stakeholder));
  g_hash_table_insert (self->orders, stakeholder, order);
  return GPOINTER_TO_INT (order);
}

/* Among those who know as much, those first who are furthest from where they should be. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer data)
{
  const int order = get_order (data, (RelmRecord *) a) - get_order (data, (RelmRecord *) b);

  return order != 0 ? order : relm_engagement_get_gap ((RelmRecord *) b) - relm_engagement_get_gap ((RelmRecord *) a);
}

static void
relm_told_column_dispose (GObject *object)
{
  RelmToldColumn *self = RELM_TOLD_COLUMN (object);

  /* The table may live longer. */
  if (self->sorter != NULL)
    gtk_custom_sorter_set_sort_func (GTK_CUSTOM_SORTER (self->sorter), NULL, NULL, NULL);
  g_clear_object (&self->project);
  g_clear_object (&self->column);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (relm_told_column_parent_class)->dispose (object);
}

static void
relm_told_column_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_TOLD_COLUMN (object)->cells);
  g_hash_table_unref (RELM_TOLD_COLUMN (object)->orders);

  G_OBJECT_CLASS (relm_told_column_parent_class)->finalize (object);
}

static void
relm_told_column_class_init (RelmToldColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_told_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_told_column_finalize;
}

static void
relm_told_column_init (RelmToldColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->cells = g_ptr_array_new ();
  self->orders = g_hash_table_new (NULL, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL));
  /* Translators: column: when a stakeholder was told something last */
  self->column = gtk_column_view_column_new (_ ("Told"), factory);
  gtk_column_view_column_set_id (self->column, "told");
  gtk_column_view_column_set_sorter (self->column, self->sorter);
  gtk_column_view_column_set_fixed_width (self->column, WIDTH);
  gtk_column_view_column_set_resizable (self->column, TRUE);
}

/**
 * relm_told_column_new:
 *
 * Returns: (transfer full): a column without a project
 */
RelmToldColumn *
relm_told_column_new (void)
{
  return g_object_new (RELM_TYPE_TOLD_COLUMN, NULL);
}

/**
 * relm_told_column_get_column:
 *
 * Returns: (transfer none): what the table shows
 */
GtkColumnViewColumn *
relm_told_column_get_column (RelmToldColumn *self)
{
  g_return_val_if_fail (RELM_IS_TOLD_COLUMN (self), NULL);

  return self->column;
}

/**
 * relm_told_column_update:
 * @project: (nullable): whose stakeholders the table shows
 *
 * Says anew what they do not know, after something in the project has changed.
 */
void
relm_told_column_update (RelmToldColumn *self,
                         RelmProject *project)
{
  g_return_if_fail (RELM_IS_TOLD_COLUMN (self));

  g_set_object (&self->project, project);
  g_hash_table_remove_all (self->orders);
  for (guint i = 0; i < self->cells->len; i++)
    show (self, self->cells->pdata[i]);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}
