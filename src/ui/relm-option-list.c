/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-kinds.h"
#include "relm-option-list.h"
#include "relm-text.h"

struct _RelmOption
{
  GObject parent_instance;

  char *value;
  char *label;
  RelmRecord *record;
};

G_DEFINE_FINAL_TYPE (RelmOption, relm_option, G_TYPE_OBJECT)

static void
relm_option_finalize (GObject *object)
{
  RelmOption *self = RELM_OPTION (object);

  g_free (self->value);
  g_free (self->label);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (relm_option_parent_class)->finalize (object);
}

static void
relm_option_class_init (RelmOptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_option_finalize;
}

static void
relm_option_init (RelmOption *self)
{
}

static RelmOption *
option_new (const char *value,
            const char *label)
{
  RelmOption *self = g_object_new (RELM_TYPE_OPTION, NULL);

  self->value = g_strdup (value);
  self->label = g_strdup (label);
  return self;
}

static gpointer
option_for_record (gpointer item,
                   gpointer user_data)
{
  g_autoptr (RelmRecord) record = item;
  RelmOption *self = option_new (relm_record_get_id (record), NULL);

  self->record = g_steal_pointer (&record);
  return self;
}

static void
append_single (GListStore *lists,
               RelmOption *option)
{
  g_autoptr (GListStore) single = g_list_store_new (RELM_TYPE_OPTION);

  g_list_store_append (single, option);
  g_list_store_append (lists, single);
  g_object_unref (option);
}

static void
append_choices (GListStore *lists,
                const RelmField *field)
{
  for (guint i = 0; field->choices[i].nick != NULL; i++)
    append_single (lists, option_new (field->choices[i].nick, _ (field->choices[i].label)));
}

static void
append_records (GListStore *lists,
                RelmProject *project,
                const RelmField *field)
{
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);
      const RelmKind *kind = relm_record_list_get_kind (list);

      if (field->target != NULL ? g_str_equal (kind->name, field->target) : relm_kind_get_title_field (kind) >= 0)
        {
          g_autoptr (GtkMapListModel) map = gtk_map_list_model_new (G_LIST_MODEL (g_object_ref (list)), option_for_record,
                                                                    NULL, NULL);

          g_list_store_append (lists, map);
        }
    }
}

static gboolean
may_be_unset (const RelmField *field)
{
  return field->fallback.string == NULL && (field->flags & RELM_FIELD_REQUIRED) == 0;
}

static gboolean
is_known (RelmProject *project,
          const RelmField *field,
          const char *value)
{
  if (field->type == RELM_FIELD_ENUM)
    return relm_field_find_choice (field, value) >= 0;
  return relm_project_lookup (project, value) != NULL;
}

/**
 * relm_option_get_value:
 *
 * Returns: (nullable): the choice's nick or the record's id; %NULL for nothing
 */
const char *
relm_option_get_value (RelmOption *self)
{
  g_return_val_if_fail (RELM_IS_OPTION (self), NULL);

  return self->value;
}

/**
 * relm_option_dup_label:
 *
 * Returns: (transfer full): what to show, translated and safe
 */
char *
relm_option_dup_label (RelmOption *self)
{
  g_return_val_if_fail (RELM_IS_OPTION (self), NULL);

  return self->record != NULL ? relm_record_dup_display_title (self->record) : relm_text_display_title (self->label);
}

/**
 * relm_option_list_new:
 * @project: whose records a reference may name
 * @field: a field of type ENUM or REFERENCE
 * @current: (nullable): the present value
 *
 * Returns: (transfer full): a list of RelmOption
 */
GListModel *
relm_option_list_new (RelmProject *project,
                      const RelmField *field,
                      const char *current)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  if (may_be_unset (field))
    /* Translators: choice of a field: it has no value */
    append_single (lists, option_new (NULL, _ ("None")));
  if (field->type == RELM_FIELD_ENUM)
    append_choices (lists, field);
  else
    append_records (lists, project, field);
  if (current != NULL && !is_known (project, field, current))
    append_single (lists, option_new (current, current));

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}
