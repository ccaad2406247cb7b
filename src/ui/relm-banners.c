/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-banners.h"
#include "relm-problems-dialog.h"
#include "relm-source-set.h"

struct _RelmBanners
{
  GtkWidget parent_instance;

  AdwBanner *read_only;
  AdwBanner *disk;
  AdwBanner *problems;
  AdwBanner *sources;

  RelmDocument *document;
  RelmProject *project;
  RelmSourceSet *set; /* the document's, or NULL */
  guint check_id;
};

G_DEFINE_FINAL_TYPE (RelmBanners, relm_banners, GTK_TYPE_WIDGET)

/* One that is not revealed has no height, and must not be read out either. */
static void
reveal (AdwBanner *banner,
        gboolean revealed)
{
  adw_banner_set_revealed (banner, revealed);
  gtk_accessible_update_state (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_STATE_HIDDEN, !revealed, -1);
}

static void
update_disk (RelmBanners *self)
{
  const RelmDiskState state = relm_document_get_disk_state (self->document);

  if (state == RELM_DISK_STATE_CHANGED)
    adw_banner_set_title (self->disk, _ ("The file was changed by another program"));
  else if (state == RELM_DISK_STATE_DELETED)
    adw_banner_set_title (self->disk, _ ("The file was deleted or moved away"));
  adw_banner_set_button_label (self->disk, state == RELM_DISK_STATE_DELETED ? _ ("_Save Again") : _ ("_Resolve…"));
  reveal (self->disk, state != RELM_DISK_STATE_SAME);
}

static void
update_read_only (RelmBanners *self)
{
  const gboolean newer = relm_document_is_newer (self->document);

  adw_banner_set_title (self->read_only, newer ? _ ("A newer Relm wrote this project. Update Relm to change it.")
                                               : _ ("This project can be read but not changed"));
  adw_banner_set_button_label (self->read_only, newer ? NULL : _ ("_Save As…"));
  reveal (self->read_only, relm_document_get_read_only (self->document));
}

static gboolean
check_problems_cb (gpointer data)
{
  RelmBanners *self = data;
  g_auto (GStrv) problems = relm_project_list_problems (self->project);
  const guint n = g_strv_length (problems);
  g_autofree char *title = NULL;

  self->check_id = 0;
  title = g_strdup_printf (ngettext ("%u reference leads to nothing", "%u references lead to nothing", n), n);
  if (n > 0)
    adw_banner_set_title (self->problems, title);
  reveal (self->problems, n > 0);
  return G_SOURCE_REMOVE;
}

/* The check looks at every record, so it waits until nothing else is to be done. */
static void
queue_check (RelmBanners *self)
{
  if (self->check_id == 0 && self->project != NULL)
    self->check_id = g_timeout_add_full (G_PRIORITY_LOW, 250, check_problems_cb, self, NULL);
}

static void
update_project (RelmBanners *self)
{
  RelmProject *project = self->document != NULL ? relm_document_get_project (self->document) : NULL;

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (queue_check), self);
  queue_check (self);
}

/* What a person should know before trusting what is shown of repositories and trackers; that access is needed, the changelog
 * says itself, and asks for it. */
static void
update_sources (RelmBanners *self)
{
  guint n_failed = 0, n_stale = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->set)); i++)
    {
      g_autoptr (RelmSourceLink) link = g_list_model_get_item (G_LIST_MODEL (self->set), i);

      n_failed += relm_source_link_get_error (link) != NULL && !relm_source_set_lacks_access (self->set, link);
      n_stale += relm_source_link_is_stale (link);
    }
  if (n_failed > 0)
    adw_banner_set_title (self->sources, _ ("Not all sources could be read; what is shown of them may be old"));
  else if (n_stale > 0)
    adw_banner_set_title (self->sources, _ ("Some sources were not read for more than a week"));
  reveal (self->sources, n_failed > 0 || n_stale > 0);
}

static void
follow_sources (RelmBanners *self)
{
  if (self->set != NULL)
    g_signal_handlers_disconnect_by_data (self->set, self);
  g_clear_object (&self->set);
  if (self->document == NULL)
    return;
  self->set = g_object_ref (relm_source_set_get (self->document));
  g_signal_connect_swapped (self->set, "changed", G_CALLBACK (update_sources), self);
  update_sources (self);
}

static void
disk_cb (RelmBanners *self)
{
  const gboolean gone = relm_document_get_disk_state (self->document) == RELM_DISK_STATE_DELETED;

  gtk_widget_activate_action (GTK_WIDGET (self), gone ? "win.overwrite" : "win.resolve", NULL);
}

static void
problems_cb (RelmBanners *self)
{
  relm_problems_dialog_show (GTK_WIDGET (self), self->document);
}

static AdwBanner *
add_banner (RelmBanners *self,
            const char *title,
            const char *button)
{
  GtkWidget *banner = adw_banner_new (title);

  adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
  adw_banner_set_button_label (ADW_BANNER (banner), button);
  reveal (ADW_BANNER (banner), FALSE);
  gtk_widget_set_parent (banner, GTK_WIDGET (self));
  return ADW_BANNER (banner);
}

static void
relm_banners_dispose (GObject *object)
{
  RelmBanners *self = RELM_BANNERS (object);
  GtkWidget *child;

  relm_banners_set_document (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_banners_parent_class)->dispose (object);
}

static void
relm_banners_class_init (RelmBannersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_banners_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
relm_banners_init (RelmBanners *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->read_only = add_banner (self, "", NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->read_only), "win.save-as");
  self->disk = add_banner (self, "", NULL);
  g_signal_connect_swapped (self->disk, "button-clicked", G_CALLBACK (disk_cb), self);
  self->problems = add_banner (self, "", _ ("_Details"));
  g_signal_connect_swapped (self->problems, "button-clicked", G_CALLBACK (problems_cb), self);
  self->sources = add_banner (self, "", _ ("_Sources…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->sources), "win.sources");
}

/**
 * relm_banners_set_document:
 * @document: (nullable): what to tell about
 */
void
relm_banners_set_document (RelmBanners *self,
                           RelmDocument *document)
{
  g_return_if_fail (RELM_IS_BANNERS (self));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->check_id, g_source_remove);
  g_set_object (&self->document, document);
  update_project (self);
  follow_sources (self);
  if (document == NULL)
    return;

  g_signal_connect_swapped (document, "notify::disk-state", G_CALLBACK (update_disk), self);
  g_signal_connect_swapped (document, "notify::read-only", G_CALLBACK (update_read_only), self);
  g_signal_connect_swapped (document, "notify::project", G_CALLBACK (update_project), self);
  update_disk (self);
  update_read_only (self);
}

/**
 * relm_banners_get_n_revealed:
 *
 * Returns: how many of them are shown
 */
guint
relm_banners_get_n_revealed (RelmBanners *self)
{
  g_return_val_if_fail (RELM_IS_BANNERS (self), 0);

  return (guint) (!!adw_banner_get_revealed (self->read_only) + !!adw_banner_get_revealed (self->disk) +
                  !!adw_banner_get_revealed (self->problems) + !!adw_banner_get_revealed (self->sources));
}
