/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window remembers for the next one: how large it was, and of each project what was looked at. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-memory.h"
#include "relm-release.h"
#include "relm-settings.h"
#include "relm-window-private.h"

/* Private: as large as the last one was. */
void
_relm_window_recall_size (RelmWindow *self)
{
  GSettings *settings = relm_settings_get ();

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* Private: the size that it has when it is not maximized is kept too. */
void
_relm_window_remember_size (RelmWindow *self)
{
  GSettings *settings = relm_settings_get ();
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (settings, "window-width", CLAMP (width, 360, 16384));
      g_settings_set_int (settings, "window-height", CLAMP (height, 294, 16384));
    }
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
show_release (RelmWindow *self,
              const char *id)
{
  RelmRecord *record = relm_project_lookup (relm_document_get_project (self->document), id);

  if (record != NULL && RELM_IS_RELEASE (record))
    relm_view_state_set_release (self->view_state, record);
}

/* Private: shows of the document what was shown of it the last time; of an unknown one, the view that was shown last. */
void
_relm_window_recall_look (RelmWindow *self)
{
  GFile *file = relm_document_get_file (self->document);
  g_autofree char *view = NULL;
  g_autofree char *release = NULL;

  if (file == NULL || !relm_memory_get_look (file, &view, &release) || view == NULL)
    {
      g_free (view);
      view = relm_settings_dup_string ("last-view", "overview");
    }
  if (adw_view_stack_get_child_by_name (self->views, view) != NULL)
    adw_view_stack_set_visible_child_name (self->views, view);
  if (release != NULL)
    show_release (self, release);
}

/* Private: when the document leaves the window. */
void
_relm_window_remember_look (RelmWindow *self)
{
  GSettings *settings = relm_settings_get ();
  GFile *file = relm_document_get_file (self->document);
  RelmRecord *release = relm_view_state_get_release (self->view_state);
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  if (settings != NULL)
    g_settings_set_string (settings, "last-view", view);
  if (file != NULL)
    relm_memory_set_look (file, view, release != NULL ? relm_record_get_id (release) : NULL);
}
