/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-folder-access.h"
#include "relm-source-set.h"
#include "relm-start-page.h"
#include "relm-text.h"
#include "relm-window-private.h"

enum
{
  KEPT,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (RelmWindow, relm_window, ADW_TYPE_APPLICATION_WINDOW)

static guint signals[N_SIGNALS];

static void
update_title (RelmWindow *self)
{
  g_autofree char *title = self->document != NULL ? relm_document_dup_title (self->document) : NULL;
  g_autofree char *marked = NULL;
  GFile *file = self->document != NULL ? relm_document_get_file (self->document) : NULL;
  g_autoptr (GFile) seen = file != NULL ? relm_folder_access_find_on_host (file) : NULL;
  const char *path = seen != NULL ? g_file_peek_path (seen) : NULL;
  g_autofree char *shown_path = relm_text_display_title (path != NULL ? path : _ ("Not saved yet"));

  if (title == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Relm"));
      return;
    }
  if (relm_document_get_modified (self->document))
    /* Translators: the title of a project with changes that were not saved */
    marked = g_strdup_printf (_ ("• %s"), title);
  gtk_window_set_title (GTK_WINDOW (self), marked != NULL ? marked : title);
  adw_window_title_set_title (self->project_title, marked != NULL ? marked : title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->project_title), shown_path);
}

static void
update_release_title (RelmWindow *self)
{
  RelmRecord *release = relm_view_state_get_release (self->view_state);
  g_autofree char *project = self->document != NULL ? relm_document_dup_title (self->document) : g_strdup (_ ("Relm"));
  g_autofree char *version = release != NULL ? relm_record_dup_display_title (release) : NULL;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self->banners), ADW_TYPE_NAVIGATION_PAGE);

  adw_window_title_set_title (self->release_title, version != NULL ? version : project);
  adw_window_title_set_subtitle (self->release_title, version != NULL ? project : _ ("Whole roadmap"));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), version != NULL ? version : project);
}

static void
update (RelmWindow *self)
{
  update_title (self);
  update_release_title (self);
  _relm_window_update_actions (self);
}

static gboolean
relm_window_close_request (GtkWindow *window)
{
  RelmWindow *self = RELM_WINDOW (window);

  if (!_relm_window_may_close (self))
    return GDK_EVENT_STOP;

  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (relm_window_parent_class)->close_request (window);
}

static gboolean
drop_cb (RelmWindow *self,
         const GValue *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  return uri != NULL && gtk_widget_activate_action (GTK_WIDGET (self), "app.open-uri", "s", uri);
}

static void
relm_window_unmap (GtkWidget *widget)
{
  _relm_window_remember_size (RELM_WINDOW (widget));

  GTK_WIDGET_CLASS (relm_window_parent_class)->unmap (widget);
}

static void
relm_window_dispose (GObject *object)
{
  RelmWindow *self = RELM_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  _relm_window_forget_first_page (self);
  if (self->document != NULL)
    {
      _relm_window_remember_look (self);
      g_signal_handlers_disconnect_by_data (self->document, self);
      relm_document_close (self->document);
    }
  g_clear_object (&self->document);
  if (self->view_state != NULL)
    g_signal_handlers_disconnect_by_data (self->view_state, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELM_TYPE_WINDOW);
  g_clear_object (&self->view_state);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading);
  g_clear_weak_pointer (&self->step_toast);

  G_OBJECT_CLASS (relm_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, states);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, inspector_view);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, project_title);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, release_title);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, views);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, roadmap);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RelmWindow, save_button);
}

static void
relm_window_class_init (RelmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = relm_window_close_request;
  widget_class->unmap = relm_window_unmap;

  /**
   * RelmWindow::kept:
   *
   * It was to be saved and closed, and stays, because that failed or a person stopped it.
   */
  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELM_TYPE_BANNERS);
  g_type_ensure (RELM_TYPE_ROADMAP_VIEW);
  g_type_ensure (RELM_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-window.ui");
  bind_children (widget_class);
}

static void
relm_window_init (RelmWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->view_state = relm_view_state_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  if (g_str_equal (RELM_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_swapped (self->view_state, "notify::release", G_CALLBACK (update_release_title), self);
  _relm_window_add_actions (self);
  _relm_window_add_pages (self);
  relm_roadmap_view_set_view_state (self->roadmap, self->view_state);
  _relm_window_recall_size (self);
  update (self);
}

/**
 * relm_window_new:
 *
 * Returns: (transfer none): a window without a project, owned by @application
 */
RelmWindow *
relm_window_new (GtkApplication *application)
{
  return g_object_new (RELM_TYPE_WINDOW, "application", application, NULL);
}

/**
 * relm_window_set_document:
 * @document: what the window shows from now on; it is closed with the window
 */
void
relm_window_set_document (RelmWindow *self,
                          RelmDocument *document)
{
  g_return_if_fail (RELM_IS_WINDOW (self) && self->document == NULL);

  g_clear_object (&self->loading);
  self->document = g_object_ref (document);
  relm_view_state_set_document (self->view_state, document);
  relm_banners_set_document (self->banners, document);
  g_signal_connect_swapped (document, "notify", G_CALLBACK (update), self);
  _relm_window_follow_document (self);
  relm_source_set_start (relm_source_set_get (document));
  _relm_window_recall_look (self);
  gtk_stack_set_visible_child_name (self->states, "project");
  _relm_window_follow_page (self);
  update (self);
}

/**
 * relm_window_get_view_state:
 *
 * Returns: (transfer none): what it shows
 */
RelmViewState *
relm_window_get_view_state (RelmWindow *self)
{
  g_return_val_if_fail (RELM_IS_WINDOW (self), NULL);

  return self->view_state;
}

/**
 * relm_window_get_document:
 *
 * Returns: (transfer none) (nullable): its document
 */
RelmDocument *
relm_window_get_document (RelmWindow *self)
{
  g_return_val_if_fail (RELM_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * relm_window_get_file:
 *
 * Returns: (transfer none) (nullable): the file that it shows, or that it is loading
 */
GFile *
relm_window_get_file (RelmWindow *self)
{
  g_return_val_if_fail (RELM_IS_WINDOW (self), NULL);

  return self->document != NULL ? relm_document_get_file (self->document) : self->loading;
}

/**
 * relm_window_is_empty:
 *
 * Returns: whether it can be given a project
 */
gboolean
relm_window_is_empty (RelmWindow *self)
{
  g_return_val_if_fail (RELM_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->cancellable == NULL;
}

/**
 * relm_window_save_and_close:
 *
 * Saves the document, asking where if that is not known, and closes the window; or emits “kept”.
 */
void
relm_window_save_and_close (RelmWindow *self)
{
  g_return_if_fail (RELM_IS_WINDOW (self) && self->document != NULL);

  gtk_window_present (GTK_WINDOW (self));
  self->close_after_save = TRUE;
  _relm_window_save (self);
}

/* Private: what was to be closed stays. */
void
_relm_window_keep (RelmWindow *self)
{
  self->close_after_save = FALSE;
  g_signal_emit (self, signals[KEPT], 0);
}

/**
 * relm_window_show_error:
 * @from: a widget of the window that it concerns
 * @title: what did not work, in title case, translated
 * @error: why
 */
void
relm_window_show_error (GtkWidget *from,
                        const char *title,
                        const GError *error)
{
  relm_error_dialog_show (from, title, error);
}

/**
 * relm_window_add_toast:
 * @from: a widget of the window
 * @toast: (transfer full): what to say
 */
void
relm_window_add_toast (GtkWidget *from,
                       AdwToast *toast)
{
  GtkRoot *root = gtk_widget_get_root (from);

  adw_toast_set_use_markup (toast, FALSE);
  if (root != NULL && RELM_IS_WINDOW (root))
    adw_toast_overlay_add_toast (RELM_WINDOW (root)->toasts, toast);
  else
    g_object_unref (toast);
}
