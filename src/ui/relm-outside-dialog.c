/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-outside-dialog.h"
#include "relm-text.h"

#define OID_DIGITS 10

/**
 * relm_outside_dup_count:
 * @contents: of a release
 *
 * Returns: (transfer full): how many commits are outside of every component, as one sentence
 */
char *
relm_outside_dup_count (const RelmChangelogContents *contents)
{
  return g_strdup_printf (ngettext ("%u commit touches no component’s path.", "%u commits touch no component’s path.", contents->n_outside),
                          contents->n_outside);
}

static GtkWidget *
create_row (RelmChangelogEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  const char *const *oids = relm_changelog_entry_get_oids (entry);
  g_autofree char *title = relm_text_display_title (relm_changelog_entry_get_summary (entry));
  g_autofree char *author = relm_text_display_title (relm_changelog_entry_get_author (entry));
  g_autofree char *oid = *oids != NULL ? g_strndup (*oids, OID_DIGITS) : NULL;
  g_autofree char *facts = relm_text_join_facts ((const char *const[]){ author, oid }, 2);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static GtkWidget *
create_content (const RelmChangelogContents *contents)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *count = relm_outside_dup_count (contents);
  g_autofree char *text =
    g_strdup_printf ("%s %s", count,
                     _ ("All components of their repository have a path, so they are not of the product, and no entry tells of them. A "
                        "component without a path takes them in."));

  adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (page), text);
  for (guint i = 0; i < contents->outside->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (contents->outside->pdata[i]));
  if (contents->n_outside > contents->outside->len)
    {
      const guint n_more = contents->n_outside - contents->outside->len;
      GtkWidget *more = adw_action_row_new ();
      g_autofree char *words = g_strdup_printf (ngettext ("and %u older one", "and %u older ones", n_more), n_more);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), words);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), more);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

/**
 * relm_outside_dialog_show:
 * @from: a widget of the window
 * @release: a release that is loaded
 */
void
relm_outside_dialog_show (GtkWidget *from,
                          RelmChangelogRelease *release)
{
  const RelmChangelogContents *contents = relm_changelog_release_get_contents (release);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  g_return_if_fail (contents != NULL);

  adw_dialog_set_title (dialog, _ ("Outside of Every Component"));
  adw_dialog_set_content_width (dialog, 540);
  adw_dialog_set_content_height (dialog, 520);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_content (contents));
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, from);
}
