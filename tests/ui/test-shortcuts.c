/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each key that is listed does something, and each key that does something is listed. */

#include "config.h"

#include <adwaita.h>

#include "relm-release.h"
#include "relm-shortcuts.h"
#include "relm-window.h"
#include "relm-work-item.h"

/* How people move about in everything: nobody looks these up. */
static const char *const common[] = {
  "Up", "Down", "Left", "Right", "Page_Up", "Page_Down", "Home", "End", "space", "Return", "Escape", "Tab",
};

/* Where the key for “plus” is on many keyboards. */
static const char *const alternatives[] = { "<Control>equal" };

/* What GTK binds. */
static const char *const of_gtk[] = { "F10", "<Control>g", "<Shift><Control>g" }; /* the last two of its search */

static gboolean
contains (const char *const *keys,
          gsize n_keys,
          const char *key)
{
  for (gsize i = 0; i < n_keys; i++)
    if (g_str_equal (keys[i], key))
      return TRUE;
  return FALSE;
}

/* In the one way of writing that GTK has for it. */
static char *
normalize (const char *key)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  g_assert_nonnull (trigger);
  return gtk_shortcut_trigger_to_string (trigger);
}

static GHashTable *
collect_listed (gboolean with_action)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const RelmShortcut *shortcuts = relm_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; shortcuts[i].keys[j] != NULL; j++)
      if ((shortcuts[i].action != NULL) == with_action)
        g_hash_table_add (keys, normalize (shortcuts[i].keys[j]));
  return g_steal_pointer (&keys);
}

static void
collect_controller (GtkShortcutController *controller,
                    GHashTable *keys)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      g_autofree char *key = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (strstr (key, "KP_") == NULL && !contains (common, G_N_ELEMENTS (common), key))
        g_hash_table_add (keys, g_steal_pointer (&key));
    }
}

/* Of our own widgets. */
static void
collect_bound (GtkWidget *widget,
               GHashTable *keys)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Relm") && !GTK_IS_WINDOW (widget))
    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
      {
        g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

        if (GTK_IS_SHORTCUT_CONTROLLER (controller))
          collect_controller (GTK_SHORTCUT_CONTROLLER (controller), keys);
      }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_bound (child, keys);
}

static RelmWindow *
make_window (void)
{
  static const char *const views[] = { "overview", "timeline", "scope", "changelog", "stakeholders" };
  RelmWindow *window = g_object_ref_sink (g_object_new (RELM_TYPE_WINDOW, NULL));
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmDocument) document = relm_document_new (project);
  RelmRecord *release = relm_document_add (document, RELM_TYPE_RELEASE, 0);

  relm_document_set_string (document, release, RELM_RELEASE_VERSION, "1.0", NULL);
  relm_document_add (document, RELM_TYPE_WORK_ITEM, 0);
  relm_window_set_document (window, document);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (views[i]));
  return window;
}

static void
test_actions (void)
{
  RelmWindow *window = make_window ();
  guint n;
  const RelmShortcut *shortcuts = relm_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (shortcuts[i].action == NULL || !g_str_has_prefix (shortcuts[i].action, "win."))
        continue;
      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      if (!g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win.")))
        g_error ("%s is listed and is no action", shortcuts[i].action);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

static void
test_keys (void)
{
  RelmWindow *window = make_window ();
  g_autoptr (GHashTable) bound = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) listed = collect_listed (FALSE);
  g_autoptr (GHashTable) global = collect_listed (TRUE);
  GHashTableIter iter;
  gpointer key;

  collect_bound (GTK_WIDGET (window), bound);
  g_hash_table_iter_init (&iter, bound);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (listed, key) && !g_hash_table_contains (global, key) &&
        !contains (alternatives, G_N_ELEMENTS (alternatives), key))
      g_error ("%s does something and is not listed", (const char *) key);
  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (bound, key) && !contains (of_gtk, G_N_ELEMENTS (of_gtk), key))
      g_error ("%s is listed and does nothing", (const char *) key);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

/* One key, one meaning, wherever the focus is. */
static void
test_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const RelmShortcut *shortcuts = relm_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; shortcuts[i].keys[j] != NULL; j++)
      if (!g_hash_table_add (seen, normalize (shortcuts[i].keys[j])))
        g_error ("%s is listed twice", shortcuts[i].keys[j]);
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
assert_focus_within (RelmWindow *window,
                     const char *type)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (window));

  while (widget != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL)
    g_error ("The focus is not within %s", type);
}

static void
test_panes (void)
{
  static const char *const panes[] = { "RelmRoadmapView", "AdwViewStack", "RelmInspector" };
  RelmWindow *window = make_window ();
  GActionGroup *actions = G_ACTION_GROUP (window);
  const guint tick_id = g_timeout_add (10, tick_cb, NULL);

  g_action_group_change_action_state (actions, "view", g_variant_new_string ("scope"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_action_group_change_action_state (actions, "show-inspector", g_variant_new_boolean (TRUE));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, TRUE);

  g_action_group_activate_action (actions, "inspect", NULL);
  assert_focus_within (window, panes[2]);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (panes); i++)
    {
      g_action_group_activate_action (actions, "next-pane", NULL);
      assert_focus_within (window, panes[i % G_N_ELEMENTS (panes)]);
    }
  g_action_group_activate_action (actions, "previous-pane", NULL);
  assert_focus_within (window, panes[1]);
  g_action_group_activate_action (actions, "find", NULL);
  assert_focus_within (window, "GtkSearchEntry");
  g_source_remove (tick_id);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

/* Each item of the main menu has a letter of its own. */
static void
test_mnemonics (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/relm_app/Relm/relm-window.ui", 0, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *end = strstr (text, "</menu>");
  g_autoptr (GRegex) regex = g_regex_new ("<attribute name=\"label\"[^>]*>([^<]*)</attribute>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  g_assert_nonnull (end);
  *end = '\0';
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *label = g_match_info_fetch (match, 1);
      const char *mark = strchr (label, '_');

      if (mark == NULL || strchr (seen->str, g_ascii_tolower (mark[1])) != NULL)
        g_error ("%s has no letter of its own", label);
      g_string_append_c (seen, g_ascii_tolower (mark[1]));
    }
  g_assert_cmpuint (seen->len, >=, 10);
}

static void
test_show (void)
{
  RelmWindow *window = make_window ();

  relm_shortcuts_show (GTK_WINDOW (window));
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/ui/shortcuts/actions", test_actions);
  g_test_add_func ("/ui/shortcuts/keys", test_keys);
  g_test_add_func ("/ui/shortcuts/unique", test_unique);
  g_test_add_func ("/ui/shortcuts/panes", test_panes);
  g_test_add_func ("/ui/shortcuts/mnemonics", test_mnemonics);
  g_test_add_func ("/ui/shortcuts/show", test_show);
  return g_test_run ();
}
