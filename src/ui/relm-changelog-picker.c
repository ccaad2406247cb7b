/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-picker.h"
#include "relm-text.h"

#define SEARCH_FROM 12 /* releases that a list without a search is too long for */

struct _RelmChangelogPicker
{
  GtkWidget parent_instance;

  GtkDropDown *drop_down;
  gboolean setting;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmChangelogPicker, relm_changelog_picker, GTK_TYPE_WIDGET)

static char *
dup_title (RelmChangelogRelease *release)
{
  g_autofree char *title = relm_changelog_release_dup_title (release);

  return relm_text_display_title (title);
}

static char *
dup_search_text (RelmChangelogRelease *release,
                 gpointer user_data)
{
  return dup_title (release);
}

static char *
dup_facts (RelmChangelogRelease *release)
{
  const RelmDate date = relm_changelog_release_get_date (release);
  const guint n_commits = relm_changelog_release_get_n_commits (release);
  g_autofree char *day = date != RELM_DATE_NONE ? relm_date_display (date) : NULL;
  g_autofree char *commits = g_strdup_printf (ngettext ("%u commit", "%u commits", n_commits), n_commits);

  return relm_text_join_facts ((const char *const[]){ day, commits }, 2);
}

/* The button: a title alone. */

static void
setup_title_cb (GtkSignalListItemFactory *factory,
                GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label), 11);
  gtk_list_item_set_child (item, label);
}

static void
bind_title_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item)
{
  g_autofree char *title = dup_title (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), title);
}

/* The list: a title above its date and size. */

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *facts = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (facts), 0);
  gtk_widget_add_css_class (facts, "caption");
  gtk_widget_add_css_class (facts, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), facts);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem *item)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *text = dup_title (gtk_list_item_get_item (item));
  g_autofree char *facts = dup_facts (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), facts);
}

static void
selected_cb (RelmChangelogPicker *self)
{
  if (!self->setting && relm_changelog_picker_get_release (self) != NULL)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
relm_changelog_picker_dispose (GObject *object)
{
  RelmChangelogPicker *self = RELM_CHANGELOG_PICKER (object);

  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;

  G_OBJECT_CLASS (relm_changelog_picker_parent_class)->dispose (object);
}

static void
relm_changelog_picker_class_init (RelmChangelogPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_changelog_picker_dispose;

  /**
   * RelmChangelogPicker::picked:
   *
   * A person chose another release.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
relm_changelog_picker_init (RelmChangelogPicker *self)
{
  g_autoptr (GtkListItemFactory) title = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) row = gtk_signal_list_item_factory_new ();
  GtkExpression *search = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_search_text), NULL, NULL);

  g_signal_connect (title, "setup", G_CALLBACK (setup_title_cb), NULL);
  g_signal_connect (title, "bind", G_CALLBACK (bind_title_cb), NULL);
  g_signal_connect (row, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (row, "bind", G_CALLBACK (bind_row_cb), NULL);

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, search));
  gtk_drop_down_set_factory (self->drop_down, title);
  gtk_drop_down_set_list_factory (self->drop_down, row);
  gtk_drop_down_set_search_match_mode (self->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), _ ("Release"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Release"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected-item", G_CALLBACK (selected_cb), self);
}

/**
 * relm_changelog_picker_set_changelog:
 * @changelog: (nullable): whose releases there are to choose from
 */
void
relm_changelog_picker_set_changelog (RelmChangelogPicker *self,
                                     RelmChangelog *changelog)
{
  g_return_if_fail (RELM_IS_CHANGELOG_PICKER (self));

  self->setting = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (changelog));
  gtk_drop_down_set_enable_search (self->drop_down,
                                   changelog != NULL && relm_changelog_get_n_releases (changelog) > SEARCH_FROM);
  self->setting = FALSE;
}

/**
 * relm_changelog_picker_get_release:
 *
 * Returns: (transfer none) (nullable): the release that is chosen
 */
RelmChangelogRelease *
relm_changelog_picker_get_release (RelmChangelogPicker *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_PICKER (self), NULL);

  return gtk_drop_down_get_selected_item (self->drop_down);
}

/**
 * relm_changelog_picker_set_release:
 * @release: (nullable): one of the releases, or none
 */
void
relm_changelog_picker_set_release (RelmChangelogPicker *self,
                                   RelmChangelogRelease *release)
{
  GListModel *model;
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (RELM_IS_CHANGELOG_PICKER (self));

  model = gtk_drop_down_get_model (self->drop_down);
  for (guint i = 0; model != NULL && release != NULL && i < g_list_model_get_n_items (model); i++)
    if (relm_changelog_get_release (RELM_CHANGELOG (model), i) == release)
      position = i;
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->setting = FALSE;
}
