/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-option-popover.h"

#define SEARCH_FROM 9 /* fewer options are seen at a glance */

struct _RelmOptionPopover
{
  GtkPopover parent_instance;

  RelmFieldEditor *editor;
  GListModel *options;
  GtkFilterListModel *shown;
  GtkSingleSelection *selection;
  GtkWidget *search;
  GtkWidget *list;
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmOptionPopover, relm_option_popover, GTK_TYPE_POPOVER)

static const char *
current_value (RelmOptionPopover *self)
{
  const RelmValue *value = relm_field_editor_get_value (self->editor);

  return value != NULL ? value->string : NULL;
}

static char *
label_cb (RelmOption *option)
{
  return option != NULL ? relm_option_dup_label (option) : NULL;
}

static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem *item,
              RelmOptionPopover *self)
{
  RelmOption *option = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *text = relm_option_dup_label (option);
  const gboolean current = g_strcmp0 (relm_option_get_value (option), current_value (self)) == 0;

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_list_item_set_accessible_label (item, text);
  gtk_widget_set_opacity (gtk_widget_get_next_sibling (label), current ? 1 : 0);
}

static void
activate_cb (RelmOptionPopover *self,
             guint position)
{
  g_autoptr (RelmOption) option = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (option != NULL)
    relm_option_popover_choose (self, option);
}

static void
search_changed_cb (RelmOptionPopover *self)
{
  GtkFilter *filter = gtk_filter_list_model_get_filter (self->shown);

  gtk_string_filter_set_search (GTK_STRING_FILTER (filter), gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_activate_cb (RelmOptionPopover *self)
{
  activate_cb (self, 0);
}

static gboolean
search_key_cb (RelmOptionPopover *self,
               guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->list);
  return GDK_EVENT_STOP;
}

static void
select_current (RelmOptionPopover *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->options); i++)
    {
      g_autoptr (RelmOption) option = g_list_model_get_item (self->options, i);

      if (g_strcmp0 (relm_option_get_value (option), current_value (self)) == 0)
        {
          gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), i, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
          return;
        }
    }
}

static void
relm_option_popover_show (GtkWidget *widget)
{
  RelmOptionPopover *self = RELM_OPTION_POPOVER (widget);
  const gboolean searchable = g_list_model_get_n_items (self->options) >= SEARCH_FROM;

  gtk_widget_set_visible (self->search, searchable);
  GTK_WIDGET_CLASS (relm_option_popover_parent_class)->show (widget);
  if (g_list_model_get_n_items (self->options) < 1000)
    select_current (self);
  gtk_widget_grab_focus (searchable ? self->search : self->list);
}

static void
relm_option_popover_dispose (GObject *object)
{
  RelmOptionPopover *self = RELM_OPTION_POPOVER (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->options);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (relm_option_popover_parent_class)->dispose (object);
}

static void
relm_option_popover_class_init (RelmOptionPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_option_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = relm_option_popover_show;

  /**
   * RelmOptionPopover::failed:
   * @message: why, translated
   *
   * The document did not take what was chosen.
   */
  signals[FAILED] = g_signal_new ("failed", RELM_TYPE_OPTION_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
}

static GtkWidget *
create_search (RelmOptionPopover *self)
{
  GtkWidget *search = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (search), 0);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (search, keys);
  return search;
}

static GtkWidget *
create_list (RelmOptionPopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item_cb), self, G_CONNECT_DEFAULT);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (activate_cb), self);
  return list;
}

static void
relm_option_popover_init (RelmOptionPopover *self)
{
  GtkExpression *label = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (label_cb), NULL, NULL);
  GtkStringFilter *filter = gtk_string_filter_new (label);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->shown));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->search = create_search (self);
  self->list = create_list (self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "relm-options");
}

/**
 * relm_option_popover_new:
 * @editor: an editor, with a record, of a field of type ENUM or REFERENCE
 *
 * Returns: (transfer floating): a popover, to be given a parent, shown, and taken from its parent when it closes
 */
RelmOptionPopover *
relm_option_popover_new (RelmFieldEditor *editor)
{
  RelmOptionPopover *self = g_object_new (RELM_TYPE_OPTION_POPOVER, NULL);
  const RelmField *field = relm_field_editor_get_field (editor);
  RelmProject *project = relm_document_get_project (relm_field_editor_get_document (editor));

  self->editor = g_object_ref (editor);
  self->options = relm_option_list_new (project, field, current_value (self));
  gtk_filter_list_model_set_model (self->shown, self->options);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  relm_field_get_label (field), -1);
  return self;
}

/**
 * relm_option_popover_get_options:
 *
 * Returns: (transfer none): the RelmOption objects that are offered
 */
GListModel *
relm_option_popover_get_options (RelmOptionPopover *self)
{
  g_return_val_if_fail (RELM_IS_OPTION_POPOVER (self), NULL);

  return self->options;
}

/**
 * relm_option_popover_choose:
 * @option: one of the options
 *
 * Sets the field and closes the popover.
 */
void
relm_option_popover_choose (RelmOptionPopover *self,
                            RelmOption *option)
{
  g_autoptr (RelmFieldEditor) editor = NULL;
  g_autoptr (RelmOptionPopover) hold = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (RELM_IS_OPTION_POPOVER (self) && RELM_IS_OPTION (option));

  hold = g_object_ref (self);
  editor = g_object_ref (self->editor);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (!relm_field_editor_set_string (editor, relm_option_get_value (option), &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}
