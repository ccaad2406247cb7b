/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-preferences-dialog.h"

struct _RelmPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *appearance;
  AdwSwitchRow *restore_session;
  AdwSwitchRow *auto_sync;
  AdwSpinRow *sync_minutes;
};

G_DEFINE_FINAL_TYPE (RelmPreferencesDialog, relm_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* In the order of the rows. */
static const struct
{
  const char *nick;
  AdwColorScheme scheme;
} appearances[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static guint
find_appearance (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (appearances); i++)
    if (g_str_equal (appearances[i].nick, nick))
      return i;
  return 0;
}

static gboolean
get_appearance (GValue *value,
                GVariant *variant,
                gpointer user_data)
{
  g_value_set_uint (value, find_appearance (g_variant_get_string (variant, NULL)));
  return TRUE;
}

static GVariant *
set_appearance (const GValue *value,
                const GVariantType *type,
                gpointer user_data)
{
  const guint index = g_value_get_uint (value);

  return index < G_N_ELEMENTS (appearances) ? g_variant_new_string (appearances[index].nick) : NULL;
}

static gboolean
get_scheme (GValue *value,
            GVariant *variant,
            gpointer user_data)
{
  g_value_set_enum (value, appearances[find_appearance (g_variant_get_string (variant, NULL))].scheme);
  return TRUE;
}

static void
relm_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (relm_preferences_dialog_parent_class)->dispose (object);
}

static void
relm_preferences_dialog_class_init (RelmPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmPreferencesDialog, appearance);
  gtk_widget_class_bind_template_child (widget_class, RelmPreferencesDialog, restore_session);
  gtk_widget_class_bind_template_child (widget_class, RelmPreferencesDialog, auto_sync);
  gtk_widget_class_bind_template_child (widget_class, RelmPreferencesDialog, sync_minutes);
}

static void
relm_preferences_dialog_init (RelmPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relm_preferences_dialog_new:
 * @settings: what it shows and changes
 *
 * Returns: (transfer floating): a dialog
 */
RelmPreferencesDialog *
relm_preferences_dialog_new (GSettings *settings)
{
  RelmPreferencesDialog *self = g_object_new (RELM_TYPE_PREFERENCES_DIALOG, NULL);

  g_settings_bind_with_mapping (settings, "appearance", self->appearance, "selected", G_SETTINGS_BIND_DEFAULT, get_appearance,
                                set_appearance, NULL, NULL);
  g_settings_bind (settings, "restore-session", self->restore_session, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "auto-sync", self->auto_sync, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sync-minutes", self->sync_minutes, "value", G_SETTINGS_BIND_DEFAULT);
  return self;
}

/**
 * relm_preferences_follow_appearance:
 * @manager: of the display; looks as @settings say from now on
 */
void
relm_preferences_follow_appearance (GSettings *settings,
                                    AdwStyleManager *manager)
{
  g_settings_bind_with_mapping (settings, "appearance", manager, "color-scheme", G_SETTINGS_BIND_GET, get_scheme, NULL, NULL,
                                NULL);
}
