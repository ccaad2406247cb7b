/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-date.h"
#include "relm-record-look.h"
#include "relm-text.h"
#include "relm-tracked-columns.h"
#include "relm-work-item.h"

typedef struct
{
  const char *title; /* translatable */
  char *(*dup_text) (RelmTrackedRow *row); /* NULL: the state */
  int width;
  gboolean expand;
  gboolean numeric;
} Column;

/* As the plan has them, so that they look like those of the plan. */
static const char *const state_nicks[] = {
  [RELM_MIRROR_ITEM_OPEN] = "open",
  [RELM_MIRROR_ITEM_IN_PROGRESS] = "in_progress",
  [RELM_MIRROR_ITEM_DONE] = "done",
  [RELM_MIRROR_ITEM_DROPPED] = "cancelled",
};

static const char *
get_nick (const RelmMirrorItem *item)
{
  return state_nicks[CLAMP (item->state, RELM_MIRROR_ITEM_OPEN, RELM_MIRROR_ITEM_DROPPED)];
}

static const char *
get_label (const char *nick)
{
  const RelmChoice *choice = relm_work_item_states;

  while (choice->nick != NULL && !g_str_equal (choice->nick, nick))
    choice++;
  return choice->label;
}

static char *
dup_key (RelmTrackedRow *row)
{
  const RelmMirrorItem *item = relm_tracked_row_get_item (row);

  return relm_text_display (item->key != NULL ? item->key : "");
}

static char *
dup_title (RelmTrackedRow *row)
{
  const RelmMirrorItem *item = relm_tracked_row_get_item (row);

  return relm_text_display_title (item->title != NULL ? item->title : "");
}

static char *
dup_assignees (RelmTrackedRow *row)
{
  return relm_text_display (relm_tracked_row_get_assignees (row));
}

static char *
dup_updated (RelmTrackedRow *row)
{
  const RelmMirrorItem *item = relm_tracked_row_get_item (row);
  g_autoptr (GDateTime) moment = item->updated > 0 ? g_date_time_new_from_unix_local (item->updated) : NULL;
  int year, month, day;

  if (moment == NULL)
    return g_strdup ("");
  g_date_time_get_ymd (moment, &year, &month, &day);
  return relm_date_display (relm_date_from_ymd (year, month, day));
}

static const Column columns[] = {
  { N_ ("Item"), dup_key, 90, FALSE, TRUE },
  { N_ ("Title"), dup_title, -1, TRUE, FALSE },
  { N_ ("State"), NULL, 120, FALSE, FALSE },
  { N_ ("Assignee"), dup_assignees, 130, FALSE, FALSE },
  { N_ ("Changed"), dup_updated, 110, FALSE, TRUE },
};

static void
setup_state_cb (GtkSignalListItemFactory *factory,
                GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (list_item, box);
}

static void
bind_state_cb (GtkSignalListItemFactory *factory,
               GtkListItem *list_item)
{
  const char *nick = get_nick (relm_tracked_row_get_item (gtk_list_item_get_item (list_item)));
  const RelmRecordLook look = relm_record_look_for_choice ("state", nick);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *image = gtk_widget_get_first_child (box);
  const char *styles[] = { look.style, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), look.icon);
  gtk_widget_set_visible (image, look.icon != NULL);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), _ (get_label (nick)));
  gtk_widget_set_css_classes (box, styles);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          const Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

/* What does not fit is said when the pointer rests. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         const Column *column)
{
  g_autofree char *text = column->dup_text (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
  if (column->expand)
    gtk_widget_set_tooltip_text (gtk_list_item_get_child (list_item), text);
}

#define KEY_PLANNED "relm-planned"

typedef struct
{
  RelmTrackedIsPlannedFunc is_planned;
  gpointer user_data;
  GPtrArray *bound; /* list items that are seen */
} PlannedColumn;

static void
planned_column_free (gpointer data)
{
  PlannedColumn *column = data;

  g_ptr_array_unref (column->bound);
  g_free (column);
}

static void
setup_planned_cb (GtkSignalListItemFactory *factory,
                  GtkListItem *list_item,
                  PlannedColumn *column)
{
  GtkWidget *image = gtk_image_new ();

  gtk_list_item_set_child (list_item, image);
}

static void
show_planned (GtkListItem *list_item,
              PlannedColumn *column)
{
  GtkWidget *image = gtk_list_item_get_child (list_item);
  const gboolean planned = column->is_planned (gtk_list_item_get_item (list_item), column->user_data);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), planned ? "object-select-symbolic" : NULL);
  gtk_widget_set_tooltip_text (image, planned ? _ ("In the plan") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  planned ? _ ("In the plan") : _ ("Not in the plan"), -1);
}

static void
bind_planned_cb (GtkSignalListItemFactory *factory,
                 GtkListItem *list_item,
                 PlannedColumn *column)
{
  g_ptr_array_add (column->bound, list_item);
  show_planned (list_item, column);
}

static void
unbind_planned_cb (GtkSignalListItemFactory *factory,
                   GtkListItem *list_item,
                   PlannedColumn *column)
{
  g_ptr_array_remove_fast (column->bound, list_item);
}

static void
add_planned_column (GtkColumnView *view,
                    RelmTrackedIsPlannedFunc is_planned,
                    gpointer user_data)
{
  PlannedColumn *planned = g_new0 (PlannedColumn, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  *planned = (PlannedColumn) { is_planned, user_data, g_ptr_array_new () };
  g_object_set_data_full (G_OBJECT (factory), KEY_PLANNED, planned, planned_column_free);
  g_object_set_data (G_OBJECT (view), KEY_PLANNED, planned); /* the view keeps the factory */
  g_signal_connect (factory, "setup", G_CALLBACK (setup_planned_cb), planned);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_planned_cb), planned);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_planned_cb), planned);
  /* Translators: the heading of a column that says whether an item of the tracker is in the plan */
  column = gtk_column_view_column_new (_ ("Plan"), factory);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

/**
 * relm_tracked_columns_show_planned:
 * @view: a view with these columns
 *
 * The plan has other items than before: marks those that are seen anew, and leaves the list where it is.
 */
void
relm_tracked_columns_show_planned (GtkColumnView *view)
{
  PlannedColumn *column = g_object_get_data (G_OBJECT (view), KEY_PLANNED);

  for (guint i = 0; i < column->bound->len; i++)
    show_planned (column->bound->pdata[i], column);
}

/**
 * relm_tracked_columns_narrow:
 * @view: a view with these columns
 * @narrow: whether there is room only for what an item is called and how it stands
 */
void
relm_tracked_columns_narrow (GtkColumnView *view,
                             gboolean narrow)
{
  GListModel *list = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      gtk_column_view_column_set_visible (column, !narrow || columns[i].expand || columns[i].dup_text == NULL);
    }
}

/**
 * relm_tracked_columns_add:
 * @view: a view of RelmTrackedRow
 * @is_planned: says whether the plan has one
 */
void
relm_tracked_columns_add (GtkColumnView *view,
                          RelmTrackedIsPlannedFunc is_planned,
                          gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (_ (columns[i].title), factory);

      g_signal_connect (factory, "setup", columns[i].dup_text != NULL ? G_CALLBACK (setup_cb) : G_CALLBACK (setup_state_cb),
                        (gpointer) &columns[i]);
      g_signal_connect (factory, "bind", columns[i].dup_text != NULL ? G_CALLBACK (bind_cb) : G_CALLBACK (bind_state_cb),
                        (gpointer) &columns[i]);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (view, column);
      g_object_unref (column);
    }
  add_planned_column (view, is_planned, user_data);
}
