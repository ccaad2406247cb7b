/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-changelog-heading.h"
#include "relm-changelog-look.h"

static guint
count (GtkSectionModel *counted,
       GtkListHeader *header)
{
  guint start, end;

  gtk_section_model_get_section (counted, gtk_list_header_get_start (header), &start, &end);
  return end - start;
}

static void
update (GtkListHeader *header,
        GtkSectionModel *counted)
{
  RelmChangelogEntry *entry = gtk_list_header_get_item (header);
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  GtkWidget *title = gtk_widget_get_next_sibling (image);
  RelmChangelogKind kind;
  g_autofree char *text = NULL;

  if (entry == NULL)
    return;
  kind = relm_changelog_heading_get_kind (entry);
  text = g_strdup_printf ("%u", count (counted, header));
  gtk_image_set_from_icon_name (GTK_IMAGE (image), relm_changelog_look_get_icon (kind));
  gtk_widget_set_css_classes (image, (const char *[]) { relm_changelog_look_get_style (kind), NULL });
  gtk_label_set_text (GTK_LABEL (title), relm_changelog_kind_get_title (kind));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), text);
}

static void
changed_cb (GtkListHeader *header,
            GParamSpec *spec,
            GtkSectionModel *counted)
{
  update (header, counted);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListHeader *header,
          GtkSectionModel *counted)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (number, "dimmed");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_header_set_child (header, box);
  g_signal_connect_object (header, "notify::n-items", G_CALLBACK (changed_cb), counted, G_CONNECT_DEFAULT);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListHeader *header,
         GtkSectionModel *counted)
{
  update (header, counted);
}

/**
 * relm_changelog_heading_factory_new:
 * @counted: the entries that are counted, in the order and the sections of the list
 *
 * Returns: (transfer full): what makes the headings of a list of entries
 */
GtkListItemFactory *
relm_changelog_heading_factory_new (GtkSectionModel *counted)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), counted, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), counted, G_CONNECT_DEFAULT);
  return factory;
}

/**
 * relm_changelog_heading_get_kind:
 *
 * Returns: the kind that an entry is shown below: what breaks is told as that, whatever else it is
 */
RelmChangelogKind
relm_changelog_heading_get_kind (RelmChangelogEntry *entry)
{
  return relm_changelog_entry_get_breaking (entry) ? RELM_CHANGELOG_KIND_BREAKING : relm_changelog_entry_get_kind (entry);
}
