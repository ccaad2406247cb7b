/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include "relm-kinds.h"
#include "relm-record.h"

#include "relm-kinds-list.h"

/**
 * relm_kinds_get_count:
 *
 * Returns: how many kinds a project has lists of
 */
guint
relm_kinds_get_count (void)
{
  return G_N_ELEMENTS (kind_types);
}

/**
 * relm_kinds_get_type:
 * @index: less than relm_kinds_get_count()
 *
 * Returns: a kind's class
 */
GType
relm_kinds_get_type (guint index)
{
  g_return_val_if_fail (index < relm_kinds_get_count (), G_TYPE_INVALID);

  return kind_types[index] ();
}

/**
 * relm_kinds_get:
 * @index: less than relm_kinds_get_count()
 *
 * Returns: (transfer none): a kind
 */
const RelmKind *
relm_kinds_get (guint index)
{
  RelmRecordClass *klass = g_type_class_get (relm_kinds_get_type (index));

  return klass->kind;
}

/**
 * relm_kinds_find_type:
 * @name: (nullable): a kind's name, "work-item"
 *
 * Returns: its class, or G_TYPE_INVALID
 */
GType
relm_kinds_find_type (const char *name)
{
  for (guint i = 0; i < relm_kinds_get_count (); i++)
    if (g_strcmp0 (relm_kinds_get (i)->name, name) == 0)
      return relm_kinds_get_type (i);
  return G_TYPE_INVALID;
}
