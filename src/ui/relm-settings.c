/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-settings.h"

static GSettings *
create (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, RELM_APPLICATION_ID, TRUE);
  if (schema == NULL)
    {
      g_message ("The schema of the settings is not installed; nothing is remembered");
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * relm_settings_get:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL when their schema is not installed, as when a program is run from
 *   where it was built
 */
GSettings *
relm_settings_get (void)
{
  static GSettings *settings;
  static gboolean created;

  if (!created)
    settings = create ();
  created = TRUE;
  return settings;
}

/**
 * relm_settings_get_boolean:
 * @fallback: what it is without settings
 *
 * Returns: what the person chose
 */
gboolean
relm_settings_get_boolean (const char *key,
                           gboolean fallback)
{
  GSettings *settings = relm_settings_get ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

/**
 * relm_settings_dup_string:
 * @fallback: what it is without settings
 *
 * Returns: (transfer full): what the person chose
 */
char *
relm_settings_dup_string (const char *key,
                          const char *fallback)
{
  GSettings *settings = relm_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup (fallback);
}
