/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-shortcuts.h"

static const RelmShortcut shortcuts[] = {
  { N_ ("General"), N_ ("New project"), "app.new", { "<Control>n" } },
  { N_ ("General"), N_ ("New window"), "app.new-window", { "<Control><Alt>n" } },
  { N_ ("General"), N_ ("Open a project"), "app.open", { "<Control>o" } },
  { N_ ("General"), N_ ("Save"), "win.save", { "<Control>s" } },
  { N_ ("General"), N_ ("Save under another name"), "win.save-as", { "<Control><Shift>s" } },
  { N_ ("General"), N_ ("Export the plan"), "win.export", { "<Control><Shift>e" } },
  { N_ ("General"), N_ ("Print the timeline"), "win.print", { "<Control>p" } },
  { N_ ("General"), N_ ("Read the file again"), "win.reload", { "<Control>r", "F5" } },
  { N_ ("General"), N_ ("Read what is new in repositories and trackers"), "win.sync", { "<Control><Shift>r" } },
  { N_ ("General"), N_ ("Main menu"), NULL, { "F10" } },
  { N_ ("General"), N_ ("Preferences"), "app.preferences", { "<Control>comma" } },
  { N_ ("General"), N_ ("Keyboard shortcuts"), "app.shortcuts", { "<Control>question" } },
  { N_ ("General"), N_ ("Help"), "app.help", { "F1" } },
  { N_ ("General"), N_ ("Close the window"), "win.close", { "<Control>w" } },
  { N_ ("General"), N_ ("Quit"), "app.quit", { "<Control>q" } },
  { N_ ("Editing"), N_ ("Undo"), "win.undo", { "<Control>z" } },
  { N_ ("Editing"), N_ ("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { N_ ("Editing"), N_ ("Add a release"), "win.add-release", { "<Control><Shift>n" } },
  { N_ ("Editing"), N_ ("Add a work item"), "win.add-work-item", { "<Control><Shift>i" } },
  { N_ ("Editing"), N_ ("Details of what is selected"), "win.inspect", { "<Alt>Return" } },
  { N_ ("Editing"), N_ ("Find"), "win.find", { "<Control>f" } },
  { N_ ("Editing"), N_ ("Menu of what is selected"), NULL, { "<Shift>F10", "Menu" } },
  { N_ ("Views and Panes"), N_ ("Overview"), "win.view('overview')", { "<Control>1" } },
  { N_ ("Views and Panes"), N_ ("Timeline"), "win.view('timeline')", { "<Control>2" } },
  { N_ ("Views and Panes"), N_ ("Scope"), "win.view('scope')", { "<Control>3" } },
  { N_ ("Views and Panes"), N_ ("Changelog"), "win.view('changelog')", { "<Control>4" } },
  { N_ ("Views and Panes"), N_ ("Stakeholders"), "win.view('stakeholders')", { "<Control>5" } },
  { N_ ("Views and Panes"), N_ ("Next pane"), "win.next-pane", { "F6" } },
  { N_ ("Views and Panes"), N_ ("Previous pane"), "win.previous-pane", { "<Shift>F6" } },
  { N_ ("Views and Panes"), N_ ("Go to the roadmap"), "win.toggle-sidebar", { "F9" } },
  { N_ ("Views and Panes"), N_ ("Show or hide the inspector"), "win.show-inspector", { "<Control>i" } },
  { N_ ("Lists"), N_ ("Edit"), NULL, { "F2" } },
  { N_ ("Lists"), N_ ("Add to the table"), NULL, { "Insert" } },
  { N_ ("Lists"), N_ ("Delete, or leave out of the changelog"), NULL, { "Delete" } },
  { N_ ("Lists"), N_ ("Find in the changelog"), NULL, { "slash" } },
  { N_ ("Lists"), N_ ("Copy the entry of the changelog, or rows of the plan"), NULL, { "<Control>c" } },
  { N_ ("Lists"), N_ ("Paste into rows of the plan"), NULL, { "<Control>v" } },
  { N_ ("Timeline"), N_ ("Move what is selected by a day"), NULL, { "<Alt>Left", "<Alt>Right" } },
  { N_ ("Timeline"), N_ ("Move it by a week"), NULL, { "<Alt><Shift>Left", "<Alt><Shift>Right" } },
  { N_ ("Timeline"), N_ ("Make it shorter or longer"), NULL, { "<Control><Alt>Left", "<Control><Alt>Right" } },
  { N_ ("Timeline"), N_ ("Start it earlier or later"), NULL, { "<Control><Alt><Shift>Left", "<Control><Alt><Shift>Right" } },
  { N_ ("Timeline"), N_ ("Narrower or wider titles"), NULL, { "<Control><Shift>Left", "<Control><Shift>Right" } },
  { N_ ("Timeline"), N_ ("More or less of it is done"), NULL, { "<Alt>Up", "<Alt>Down" } },
  { N_ ("Timeline"), N_ ("Link it to something that waits for it"), NULL, { "<Control>l" } },
  { N_ ("Timeline"), N_ ("Select the next of its links"), NULL, { "<Control><Shift>l" } },
  { N_ ("Timeline"), N_ ("Select several"), NULL, { "<Shift>Up", "<Shift>Down" } },
  { N_ ("Timeline"), N_ ("Select a page more"), NULL, { "<Shift>Page_Up", "<Shift>Page_Down" } },
  { N_ ("Timeline"), N_ ("Select to the first or the last"), NULL, { "<Shift>Home", "<Shift>End" } },
  { N_ ("Timeline"), N_ ("Select everything"), NULL, { "<Control>a" } },
  { N_ ("Timeline"), N_ ("Go on without selecting"), NULL, { "<Control>Up", "<Control>Down" } },
  { N_ ("Timeline"), N_ ("Select it as well"), NULL, { "<Control>space" } },
  { N_ ("Timeline"), N_ ("Scroll through time"), NULL, { "<Control>Left", "<Control>Right" } },
  { N_ ("Timeline"), N_ ("Chart, table, or both"), NULL, { "<Control><Shift>t" } },
  { N_ ("Timeline"), N_ ("Show what everybody has to do"), NULL, { "<Control><Shift>p" } },
  { N_ ("Timeline"), N_ ("Scroll to today"), NULL, { "<Control>t" } },
  { N_ ("Timeline"), N_ ("Next or previous of what is found"), NULL, { "<Control>g", "<Control><Shift>g" } },
  { N_ ("Timeline"), N_ ("Zoom in"), NULL, { "<Control>plus" } },
  { N_ ("Timeline"), N_ ("Zoom out"), NULL, { "<Control>minus" } },
  { N_ ("Timeline"), N_ ("Show everything"), NULL, { "<Control>0" } },
  { N_ ("Timeline"), N_ ("Show the critical path and float"), NULL, { "<Control>k" } },
  { N_ ("Timeline"), N_ ("Show what is selected"), NULL, { "<Control>9" } },
  { N_ ("Timeline"), N_ ("Fold everything away, open everything"), NULL, { "<Alt>Page_Up", "<Alt>Page_Down" } },
};

/**
 * relm_shortcuts_get:
 * @n_shortcuts: (out): how many
 *
 * Returns: (transfer none) (array length=n_shortcuts): all of them
 */
const RelmShortcut *
relm_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * relm_shortcuts_bind:
 *
 * Binds the keys of all actions of the application and its windows.
 */
void
relm_shortcuts_bind (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}

#if ADW_CHECK_VERSION(1, 8, 0)

static char *
join_keys (const RelmShortcut *shortcut)
{
  return g_strjoinv (" ", (char **) shortcut->keys);
}

void
relm_shortcuts_show (GtkWindow *parent)
{
  AdwDialog *dialog = adw_shortcuts_dialog_new ();
  AdwShortcutsSection *section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autofree char *keys = join_keys (&shortcuts[i]);

      if (i == 0 || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        {
          section = adw_shortcuts_section_new (_ (shortcuts[i].group));
          adw_shortcuts_dialog_add (ADW_SHORTCUTS_DIALOG (dialog), section);
        }
      adw_shortcuts_section_add (section, adw_shortcuts_item_new (_ (shortcuts[i].title), keys));
    }
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

#else

/* GtkShortcutsWindow is as wide as its columns; this fits a phone. */

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* One beside the other where there is room. */
static GtkWidget *
make_keys (const RelmShortcut *shortcut)
{
  GtkWidget *box = adw_wrap_box_new ();

  for (guint i = 0; shortcut->keys[i] != NULL; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (box), gtk_shortcut_label_new (shortcut->keys[i]));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_align (ADW_WRAP_BOX (box), 1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

static GtkWidget *
make_row (const RelmShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (shortcut));
  return row;
}

G_GNUC_END_IGNORE_DEPRECATIONS

static GtkWidget *
make_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (i == 0 || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (&shortcuts[i]));
    }
  return page;
}

/**
 * relm_shortcuts_show:
 * @parent: (nullable): the window that asked
 *
 * Shows all of them.
 */
void
relm_shortcuts_show (GtkWindow *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_page ());
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

#endif
