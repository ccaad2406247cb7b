/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-page-private.h"
#include "relm-folder-access.h"
#include "relm-git-error.h"
#include "relm-outside-dialog.h"
#include "relm-source.h"
#include "relm-text.h"

#define PROGRESS_DELAY_MS 400 /* reading that is done before needs no progress */

static void
show_empty (RelmChangelogPage *self,
            const char *title,
            const char *description,
            const char *button,
            const char *action,
            gboolean change_source)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
  gtk_button_set_label (self->empty_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), action);
  gtk_widget_set_visible (self->change_button, change_source);
  gtk_stack_set_visible_child_name (self->states, "empty");
}

/* A release of the project that the repository does not know. */
static void
show_unknown (RelmChangelogPage *self,
              RelmRecord *record)
{
  g_autofree char *name = relm_record_dup_display_title (record);
  g_autofree char *safe = g_markup_escape_text (name, -1);
  g_autofree char *title = NULL;

  /* Translators: the placeholder is a release */
  title = g_strdup_printf (_ ("Nothing in %s Yet"), safe);
  show_empty (self, title,
              _ ("The repository has no tag for this release. Its changes come when it is tagged; what you write for it is here at once."),
              _ ("_Add Entry…"), "changelog.add", FALSE);
}

/* Whether the repository is a folder that Relm does not see because it runs in a sandbox; says what to do about it. */
static gboolean
show_no_access (RelmChangelogPage *self,
                const GError *error)
{
  GFile *file = relm_document_get_file (relm_page_get_document (RELM_PAGE (self)));
  const char *location = relm_record_get_string (relm_source_history_get_source (self->history), RELM_SOURCE_LOCATION);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *safe = NULL;
  g_autofree char *text = NULL;

  if (!relm_folder_access_is_missing (file, location, error))
    return FALSE;
  name = relm_folder_access_dup_name (file, location);
  shown = relm_text_display_title (name);
  safe = g_markup_escape_text (shown, -1);
  /* Translators: the placeholder is a folder */
  text = g_strdup_printf (_ ("Relm runs in a sandbox and sees the project’s file, but not yet the repository “%s”. Choose its "
                             "folder once; Relm only reads it. Everything else works without it."),
                          safe);
  show_empty (self, _ ("Relm May Not Read This Repository Yet"), text, _ ("Give _Access…"), "changelog.give-access", TRUE);
  return TRUE;
}

static void
show_failed (RelmChangelogPage *self,
             const GError *error)
{
  g_autofree char *text = relm_text_display (error->message);
  g_autofree char *safe = g_markup_escape_text (text, -1);
  const gboolean empty = g_error_matches (error, RELM_GIT_ERROR, RELM_GIT_ERROR_EMPTY);

  show_empty (self, empty ? _ ("No Commits Yet") : _ ("Repository Not Read"), safe, _ ("_Try Again"), "changelog.refresh",
              TRUE);
}

static void
show_nothing_in (RelmChangelogPage *self,
                 RelmChangelogRelease *release)
{
  const RelmChangelogContents *contents = relm_changelog_release_get_contents (release);
  const gboolean outside = contents != NULL && contents->n_outside > 0;
  g_autofree char *count = outside ? relm_outside_dup_count (contents) : NULL;

  if (outside)
    show_empty (self, _ ("Nothing of the Product"), count, _ ("Show _Them"), "changelog.show-outside", FALSE);
  else
    show_empty (self, _ ("Nothing Worth Telling"), _ ("All commits here are merges, take each other back, or were left out."),
                _ ("Show What Is _Left Out"), "changelog.show-left-out", FALSE);
}

/**
 * _relm_changelog_page_show_nothing:
 *
 * Says why there is no entry to be shown, and what to do about it.
 */
void
_relm_changelog_page_show_nothing (RelmChangelogPage *self)
{
  RelmRecord *record = _relm_changelog_page_get_release_record (self);
  const GError *error = relm_source_history_get_error (self->history);

  if (self->shown != NULL)
    show_nothing_in (self, self->shown);
  else if (relm_source_history_get_source (self->history) == NULL)
    gtk_stack_set_visible_child_name (self->states, "no-source");
  else if (relm_changelog_get_n_releases (self->changelog) == 0 && relm_source_history_is_busy (self->history))
    gtk_stack_set_visible_child_name (self->states, "loading");
  else if (relm_changelog_get_n_releases (self->changelog) == 0 && error != NULL)
    {
      if (!show_no_access (self, error))
        show_failed (self, error);
    }
  else if (record != NULL)
    show_unknown (self, record);
  else
    show_empty (self, _ ("No Changes Yet"), _ ("The repository has no commits yet. They are here once it has some."),
                _ ("_Read Repository Again"), "changelog.refresh", TRUE);
}

/**
 * _relm_changelog_page_is_busy:
 *
 * Returns: whether the repository is being read
 */
gboolean
_relm_changelog_page_is_busy (RelmChangelogPage *self)
{
  const RelmGitSourceState state = self->history != NULL ? relm_source_history_get_state (self->history)
                                                         : RELM_GIT_SOURCE_IDLE;

  return state == RELM_GIT_SOURCE_CONNECTING || state == RELM_GIT_SOURCE_RECEIVING || state == RELM_GIT_SOURCE_READING;
}

static gboolean
show_progress_cb (gpointer data)
{
  RelmChangelogPage *self = data;

  self->progress_id = 0;
  gtk_widget_set_visible (self->progress_box, _relm_changelog_page_is_busy (self));
  return G_SOURCE_REMOVE;
}

/**
 * _relm_changelog_page_update_progress:
 *
 * Says how the reading goes, once it takes long enough to be worth it.
 */
void
_relm_changelog_page_update_progress (RelmChangelogPage *self)
{
  const double progress = relm_source_history_get_progress (self->history);
  const char *status = relm_source_history_get_status (self->history);
  g_autofree char *safe = status != NULL ? relm_text_display_title (status) : NULL;

  if (!_relm_changelog_page_is_busy (self))
    {
      g_clear_handle_id (&self->progress_id, g_source_remove);
      gtk_widget_set_visible (self->progress_box, FALSE);
      return;
    }
  gtk_label_set_text (self->status, safe != NULL ? safe : "");
  if (progress >= 0)
    gtk_progress_bar_set_fraction (self->progress, progress);
  else
    gtk_progress_bar_pulse (self->progress);
  if (self->progress_id == 0 && !gtk_widget_get_visible (self->progress_box))
    self->progress_id = g_timeout_add (PROGRESS_DELAY_MS, show_progress_cb, self);
}

/* When the repository was read the last time, in the time of this computer. */
static char *
dup_age (RelmChangelogPage *self)
{
  const gint64 time = relm_source_history_get_last_sync (self->history);
  g_autoptr (GDateTime) moment = time > 0 ? g_date_time_new_from_unix_local (time) : NULL;

  return moment != NULL ? g_date_time_format (moment, "%x %X") : NULL;
}

/**
 * _relm_changelog_page_update_error:
 * @error: (nullable): what went wrong with the reading
 *
 * Says so above what is known from before; or that the repository has only a part. When nothing is known, the page says it.
 */
void
_relm_changelog_page_update_error (RelmChangelogPage *self,
                                   const GError *error)
{
  const gboolean known = self->changelog != NULL && relm_changelog_get_n_releases (self->changelog) > 0;
  const char *incomplete = error == NULL && self->history != NULL ? relm_source_history_explain_incomplete (self->history) : NULL;
  g_autofree char *text = error != NULL ? relm_text_display (error->message) : NULL;
  g_autofree char *age = dup_age (self);
  g_autofree char *title = NULL;

  if (text != NULL && age != NULL)
    /* Translators: a sentence that says what went wrong, then a date and a time */
    title = g_strdup_printf (_ ("%s This is what was known on %s."), text, age);
  else
    title = g_strdup (text != NULL ? text : incomplete != NULL ? incomplete : "");
  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner, (text != NULL || incomplete != NULL) && known);
}
