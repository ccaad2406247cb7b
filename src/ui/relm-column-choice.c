/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-column-choice.h"
#include "relm-settings.h"

#define KEY "columns"

/**
 * relm_column_choice_apply:
 * @table: the name of a table, which for records of a kind is that of the kind
 *
 * Shows in @columns what was chosen; leaves them as they are if nothing was.
 */
void
relm_column_choice_apply (const char *table,
                          RelmTableColumns *columns)
{
  GSettings *settings = relm_settings_get ();
  g_autoptr (GVariant) choices = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  g_autofree const char **names = NULL;

  if (choices != NULL && g_variant_lookup (choices, table, "^a&s", &names))
    relm_table_columns_choose (columns, names);
}

/**
 * relm_column_choice_keep:
 * @table: the name of a table, which for records of a kind is that of the kind
 *
 * Remembers what is chosen in @columns.
 */
void
relm_column_choice_keep (const char *table,
                         RelmTableColumns *columns)
{
  GSettings *settings = relm_settings_get ();
  g_autoptr (GVariant) choices = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  g_auto (GStrv) names = relm_table_columns_dup_chosen (columns);
  g_auto (GVariantDict) dict;

  if (choices == NULL)
    return;
  g_variant_dict_init (&dict, choices);
  g_variant_dict_insert (&dict, table, "^as", names);
  g_settings_set_value (settings, KEY, g_variant_dict_end (&dict));
}
