/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-page-private.h"
#include "relm-roadmap.h"

G_DEFINE_FINAL_TYPE (RelmChangelogPage, relm_changelog_page, RELM_TYPE_PAGE)

/* The project's release that a new entry on this page belongs to, or NULL: what is not released yet. */
RelmRecord *
_relm_changelog_page_get_release_record (RelmChangelogPage *self)
{
  if (self->shown != NULL)
    return relm_changelog_release_get_record (self->shown);
  return relm_page_get_release (RELM_PAGE (self));
}

/* What is shown */

static void
show_release (RelmChangelogPage *self)
{
  relm_changelog_summary_set_release (self->summary, self->changelog, self->shown);
  relm_changelog_list_set_release (self->list, self->shown);
  if (self->shown == NULL || relm_changelog_release_get_n_entries (self->shown) == 0)
    _relm_changelog_page_show_nothing (self);
  else
    gtk_stack_set_visible_child_name (self->states, "entries");
  _relm_changelog_page_update_actions (self);
}

static void
release_loaded_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (RelmChangelogPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!relm_changelog_release_load_finish (RELM_CHANGELOG_RELEASE (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _relm_changelog_page_update_error (self, error);
      return;
    }
  if (self->shown == RELM_CHANGELOG_RELEASE (source))
    show_release (self);
}

/* The release of the window; for the one that is built at present, what is not released yet. */
static RelmChangelogRelease *
find_release (RelmChangelogPage *self)
{
  RelmRecord *record = relm_page_get_release (RELM_PAGE (self));
  g_autoptr (GPtrArray) upcoming = NULL;
  RelmChangelogRelease *release = NULL;

  if (self->picked != NULL)
    release = relm_changelog_find_release (self->changelog, self->picked);
  if (release == NULL && record == NULL)
    release = relm_changelog_get_release (self->changelog, 0);
  if (release == NULL)
    release = relm_changelog_find_record (self->changelog, record);
  if (release != NULL)
    return release;

  upcoming = relm_roadmap_list_upcoming (relm_document_get_project (relm_page_get_document (RELM_PAGE (self))));
  if (upcoming->len > 0 && upcoming->pdata[0] == record)
    return relm_changelog_find_release (self->changelog, "unreleased");
  return NULL;
}

static void
update_release (RelmChangelogPage *self)
{
  RelmChangelogRelease *release = self->changelog != NULL ? find_release (self) : NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->changelog == NULL)
    return;
  g_set_object (&self->shown, release);
  relm_changelog_picker_set_release (self->picker, release);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), relm_changelog_get_n_releases (self->changelog) > 0);
  if (release == NULL || relm_changelog_release_is_loaded (release))
    show_release (self);
  else
    {
      self->cancellable = g_cancellable_new ();
      relm_changelog_release_load_async (release, self->cancellable, release_loaded_cb, g_object_ref (self));
    }
}

static void
changelog_changed_cb (RelmChangelogPage *self)
{
  g_set_object (&self->changelog, relm_source_history_get_changelog (self->history));
  relm_changelog_picker_set_changelog (self->picker, self->changelog);
  update_release (self);
}

static void
history_changed_cb (RelmChangelogPage *self)
{
  _relm_changelog_page_update_progress (self);
  _relm_changelog_page_update_error (self, relm_source_history_get_error (self->history));
  if (self->changelog != NULL && (self->shown == NULL || relm_changelog_release_is_loaded (self->shown)))
    show_release (self);
  _relm_changelog_page_update_actions (self);
}

static void
drop_history (RelmChangelogPage *self)
{
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_object (&self->changelog);
  g_clear_object (&self->shown);
}

/* The repository is read when somebody looks at the page for the first time. */
static void
take_history (RelmChangelogPage *self)
{
  static const char *const signals[] = { "notify::source", "notify::state", "notify::error", "notify::busy" };

  self->history = relm_source_history_new (relm_page_get_document (RELM_PAGE (self)));
  g_signal_connect_swapped (self->history, "notify::changelog", G_CALLBACK (changelog_changed_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (self->history, signals[i], G_CALLBACK (history_changed_cb), self);
  g_signal_connect_swapped (self->history, "notify::progress", G_CALLBACK (_relm_changelog_page_update_progress), self);
  g_signal_connect_swapped (self->history, "notify::status", G_CALLBACK (_relm_changelog_page_update_progress), self);
  history_changed_cb (self);
}

static void
relm_changelog_page_document_changed (RelmPage *page)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (page);
  RelmDocument *document = relm_page_get_document (page);

  if (self->history != NULL && relm_source_history_get_document (self->history) == document)
    return;
  drop_history (self);
  gtk_stack_set_visible_child_name (self->states, "loading");
  if (document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_history (self);
  _relm_changelog_page_update_actions (self);
}

static void
relm_changelog_page_release_changed (RelmPage *page)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (page);

  if (self->picking)
    return;
  g_clear_pointer (&self->picked, g_free);
  update_release (self);
}

/* What a person does */

static void
picked_cb (RelmChangelogPage *self)
{
  RelmChangelogRelease *release = relm_changelog_picker_get_release (self->picker);
  const char *tag = relm_changelog_release_get_tag (release);
  const char *name = tag != NULL ? tag : relm_changelog_release_get_version (release);

  g_set_str (&self->picked, relm_changelog_release_is_unreleased (release) ? "unreleased" : name);
  self->picking = TRUE;
  relm_view_state_set_release (relm_page_get_view_state (RELM_PAGE (self)), relm_changelog_release_get_record (release));
  self->picking = FALSE;
  update_release (self);
}

static void
filter_changed_cb (RelmChangelogPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->kinds);

  relm_changelog_list_set_filter (self->list, gtk_editable_get_text (self->search), (int) selected - 1);
}

static void
stop_search_cb (RelmChangelogPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
edit_cb (RelmChangelogPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "changelog.edit", NULL);
}

/* The inspector shows what people wrote. */
static void
selected_cb (RelmChangelogPage *self)
{
  RelmChangelogEntry *entry = relm_changelog_list_get_selected (self->list);
  RelmRecord *record = entry != NULL ? relm_changelog_entry_get_record (entry) : NULL;
  RelmViewState *view_state = relm_page_get_view_state (RELM_PAGE (self));

  if (record != NULL && view_state != NULL)
    relm_view_state_set_selected (view_state, record);
  _relm_changelog_page_update_actions (self);
}

/* Life */

static void
relm_changelog_page_map (GtkWidget *widget)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);

  GTK_WIDGET_CLASS (relm_changelog_page_parent_class)->map (widget);
  if (self->history == NULL && relm_page_get_document (RELM_PAGE (self)) != NULL)
    take_history (self);
}

static void
relm_changelog_page_dispose (GObject *object)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->states != NULL)
    relm_page_set_view_state (RELM_PAGE (self), NULL);
  drop_history (self);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->picked, g_free);
  g_clear_object (&self->entry_actions);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_CHANGELOG_PAGE);

  G_OBJECT_CLASS (relm_changelog_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RELM_TYPE_CHANGELOG_PICKER);
  g_type_ensure (RELM_TYPE_CHANGELOG_SUMMARY);
  g_type_ensure (RELM_TYPE_CHANGELOG_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-changelog-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, banner);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, tools);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, picker);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, search);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, status);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, progress);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, states);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, change_button);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, list);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogPage, entry_menu);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
relm_changelog_page_class_init (RelmChangelogPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RelmPageClass *page_class = RELM_PAGE_CLASS (klass);

  object_class->dispose = relm_changelog_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = relm_changelog_page_map;
  page_class->document_changed = relm_changelog_page_document_changed;
  page_class->release_changed = relm_changelog_page_release_changed;

  bind_template (GTK_WIDGET_CLASS (klass));
  _relm_changelog_page_add_actions (GTK_WIDGET_CLASS (klass));
}

static void
relm_changelog_page_init (RelmChangelogPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_string_list_append (kinds, _ ("All Kinds"));
  for (guint i = 0; i < RELM_CHANGELOG_N_KINDS; i++)
    gtk_string_list_append (kinds, relm_changelog_kind_get_title ((RelmChangelogKind) i));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kinds));

  relm_changelog_list_set_menu (self->list, self->entry_menu);
  relm_changelog_summary_set_release (self->summary, NULL, NULL);
  _relm_changelog_page_add_entry_actions (self);
  _relm_changelog_page_add_shortcuts (self);
  _relm_changelog_page_update_actions (self);
}
