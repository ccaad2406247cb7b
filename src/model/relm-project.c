/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-kinds.h"
#include "relm-project.h"

struct _RelmProject
{
  RelmRecord parent_instance;

  GPtrArray *lists;  /* of RelmRecordList, in the order of the file */
  GHashTable *by_id; /* id, owned by the record, to RelmRecord, unowned */
  RelmReferenceIndex *references; /* of the records in the lists; NULL until somebody asks */
  guint64 revision;
};

const RelmChoice relm_project_version_schemes[] = {
  { "semver", N_ ("Semantic versions") },
  { "calver", N_ ("Calendar versions") },
  { NULL },
};

const RelmChoice relm_project_cadences[] = {
  { "none", N_ ("When it is ready") },
  { "two_weeks", N_ ("Every two weeks") },
  { "four_weeks", N_ ("Every four weeks") },
  { "six_weeks", N_ ("Every six weeks") },
  { "quarterly", N_ ("Every three months") },
  { "half_yearly", N_ ("Every six months") },
  { "yearly", N_ ("Every year") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_PROJECT_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "project",
  .member = NULL,
  .id_prefix = NULL,
  .label = N_ ("Project"),
  .label_plural = N_ ("Projects"),
  .fields = fields,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmProject, relm_project, RELM_TYPE_RECORD)

static void
emit_changed (RelmProject *self,
              RelmChangeType type,
              RelmRecord *record,
              guint field)
{
  self->revision++;
  g_signal_emit (self, signals[CHANGED], 0, (guint) type, record, field);
}

static void
check_reference (RelmProject *self,
                 RelmRecord *record,
                 const RelmField *field,
                 const char *id,
                 GStrvBuilder *problems)
{
  RelmRecord *target = relm_project_lookup (self, id);
  g_autofree char *title = NULL;
  const char *label = _ (relm_record_get_kind (record)->label);

  if (target != NULL &&
      (field->target == NULL || g_str_equal (relm_record_get_kind (target)->name, field->target)))
    return;

  title = relm_record_dup_display_title (record);
  if (target == NULL)
    g_strv_builder_take (problems, g_strdup_printf (
      /* Translators: kind and title of a record, its id, a field's name, and the id of a record that does not exist */
      _ ("%s “%s” (%s): “%s” refers to %s, which is not in the file. Choose another one or clear the field."),
      label, title, relm_record_get_id (record), relm_field_get_label (field), id));
  else
    g_strv_builder_take (problems, g_strdup_printf (
      /* Translators: kind and title of a record, its id, a field's name, the id of another record and its kind */
      _ ("%s “%s” (%s): “%s” refers to %s, which is of the wrong kind (%s). Choose another one or clear the field."),
      label, title, relm_record_get_id (record), relm_field_get_label (field), id,
      _ (relm_record_get_kind (target)->label)));
}

static void
check_record (RelmProject *self,
              RelmRecord *record,
              GStrvBuilder *problems)
{
  const RelmKind *record_kind = relm_record_get_kind (record);

  for (guint i = 0; record_kind->fields[i].name != NULL; i++)
    {
      const RelmField *field = &record_kind->fields[i];
      const RelmValue *value = relm_record_get_value (record, i);

      if (field->type == RELM_FIELD_REFERENCE && value->string != NULL)
        check_reference (self, record, field, value->string, problems);
      else if (field->type == RELM_FIELD_REFERENCES && value->strings != NULL)
        for (guint j = 0; value->strings[j] != NULL; j++)
          check_reference (self, record, field, value->strings[j], problems);
    }
}

static void
relm_project_finalize (GObject *object)
{
  RelmProject *self = RELM_PROJECT (object);

  relm_reference_index_free (self->references);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->lists);

  G_OBJECT_CLASS (relm_project_parent_class)->finalize (object);
}

static void
relm_project_class_init (RelmProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_project_finalize;
  relm_record_class_set_kind (RELM_RECORD_CLASS (klass), &kind);

  /**
   * RelmProject::changed:
   * @type: a RelmChangeType
   * @record: the record that it happened to; the project itself for its own fields
   * @field: the index of the field that was set; 0 otherwise
   *
   * Something in the project is not what it was.
   */
  signals[CHANGED] = g_signal_new ("changed", RELM_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, RELM_TYPE_RECORD, G_TYPE_UINT);
}

static void
relm_project_init (RelmProject *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < relm_kinds_get_count (); i++)
    g_ptr_array_add (self->lists, relm_record_list_new (relm_kinds_get_type (i)));
}

/**
 * relm_project_new:
 *
 * Returns: (transfer full): a project without a name and without records
 */
RelmProject *
relm_project_new (void)
{
  return RELM_PROJECT (relm_record_new (RELM_TYPE_PROJECT, NULL));
}

/**
 * relm_project_get_n_lists:
 *
 * Returns: how many kinds of records there are
 */
guint
relm_project_get_n_lists (RelmProject *self)
{
  g_return_val_if_fail (RELM_IS_PROJECT (self), 0);

  return self->lists->len;
}

/**
 * relm_project_get_list_at:
 * @index: less than relm_project_get_n_lists(); lists are in the order of the file
 *
 * Returns: (transfer none): a list
 */
RelmRecordList *
relm_project_get_list_at (RelmProject *self,
                          guint index)
{
  g_return_val_if_fail (RELM_IS_PROJECT (self) && index < self->lists->len, NULL);

  return g_ptr_array_index (self->lists, index);
}

/**
 * relm_project_get_list:
 * @record_type: a kind's class, RELM_TYPE_PHASE
 *
 * Returns: (transfer none) (nullable): all records of that kind
 */
RelmRecordList *
relm_project_get_list (RelmProject *self,
                       GType record_type)
{
  g_return_val_if_fail (RELM_IS_PROJECT (self), NULL);

  for (guint i = 0; i < self->lists->len; i++)
    if (relm_record_list_get_record_type (g_ptr_array_index (self->lists, i)) == record_type)
      return g_ptr_array_index (self->lists, i);
  return NULL;
}

/**
 * relm_project_get_list_by_member:
 * @member: the name of an array in the file
 *
 * Returns: (transfer none) (nullable): the list that is written there
 */
RelmRecordList *
relm_project_get_list_by_member (RelmProject *self,
                                 const char *member)
{
  g_return_val_if_fail (RELM_IS_PROJECT (self), NULL);

  for (guint i = 0; i < self->lists->len; i++)
    if (g_str_equal (relm_record_list_get_kind (g_ptr_array_index (self->lists, i))->member, member))
      return g_ptr_array_index (self->lists, i);
  return NULL;
}

/**
 * relm_project_lookup:
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
RelmRecord *
relm_project_lookup (RelmProject *self,
                     const char *id)
{
  g_return_val_if_fail (RELM_IS_PROJECT (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * relm_project_resolve:
 * @record: a record of the project
 * @field: a field that refers to one record
 *
 * Returns: (transfer none) (nullable): the record referred to; %NULL also for a reference that dangles
 */
RelmRecord *
relm_project_resolve (RelmProject *self,
                      RelmRecord *record,
                      guint field)
{
  return relm_project_lookup (self, relm_record_get_string (record, field));
}

/* When somebody asks the first time: reading a file needs none. */
static RelmReferenceIndex *
make_references (RelmProject *self)
{
  RelmReferenceIndex *references = relm_reference_index_new ();

  for (guint i = 0; i < self->lists->len; i++)
    {
      RelmRecordList *list = g_ptr_array_index (self->lists, i);
      const guint n_records = relm_record_list_get_size (list);

      for (guint j = 0; j < n_records; j++)
        relm_reference_index_add (references, relm_record_list_get (list, j));
    }
  return references;
}

/**
 * relm_project_find_references:
 * @id: a record's id
 *
 * Returns: (transfer full) (element-type RelmReference): every field that refers to it, in no particular order
 */
GArray *
relm_project_find_references (RelmProject *self,
                              const char *id)
{
  g_return_val_if_fail (RELM_IS_PROJECT (self) && id != NULL, NULL);

  if (self->references == NULL)
    self->references = make_references (self);
  return relm_reference_index_dup_references (self->references, id);
}

/**
 * relm_project_list_problems:
 *
 * References that dangle or name a record of the wrong kind. They are kept as they are, so that nothing is lost, until a
 * person mends them.
 *
 * Returns: (transfer full): a translated sentence for each
 */
GStrv
relm_project_list_problems (RelmProject *self)
{
  g_autoptr (GStrvBuilder) problems = g_strv_builder_new ();

  g_return_val_if_fail (RELM_IS_PROJECT (self), NULL);

  for (guint i = 0; i < self->lists->len; i++)
    {
      RelmRecordList *list = g_ptr_array_index (self->lists, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        check_record (self, relm_record_list_get (list, j), problems);
    }
  return g_strv_builder_end (problems);
}

/**
 * relm_project_get_revision:
 *
 * Returns: a number that grows with every change, for caches
 */
guint64
relm_project_get_revision (RelmProject *self)
{
  g_return_val_if_fail (RELM_IS_PROJECT (self), 0);

  return self->revision;
}

/**
 * relm_project_swap_value:
 * @record: a record of the project, or the project itself
 * @value: (inout): the new value; the old one afterwards
 */
void
relm_project_swap_value (RelmProject *self,
                         RelmRecord *record,
                         guint field,
                         RelmValue *value)
{
  g_return_if_fail (RELM_IS_PROJECT (self));

  if (self->references != NULL && record != RELM_RECORD (self))
    {
      relm_reference_index_remove_field (self->references, record, field);
      relm_record_swap_value (record, field, value);
      relm_reference_index_add_field (self->references, record, field);
    }
  else
    relm_record_swap_value (record, field, value);
  emit_changed (self, RELM_CHANGE_SET, record, field);
}

/**
 * relm_project_insert:
 * @record: a record with an id, of a kind that projects have
 * @position: its place in its list; anything past the end means at the end
 *
 * Returns: whether it could be added; not if its id is taken
 */
gboolean
relm_project_insert (RelmProject *self,
                     RelmRecord *record,
                     guint position,
                     GError **error)
{
  RelmRecordList *list;
  const char *id = relm_record_get_id (record);

  g_return_val_if_fail (RELM_IS_PROJECT (self) && id != NULL, FALSE);

  if (g_hash_table_contains (self->by_id, id))
    {
      g_set_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_DUPLICATE_ID,
                   _ ("Two records have the id “%s”. Give one of them another id."), id);
      return FALSE;
    }

  list = relm_project_get_list (self, G_OBJECT_TYPE (record));
  g_return_val_if_fail (list != NULL, FALSE);

  g_hash_table_insert (self->by_id, (gpointer) id, record);
  if (self->references != NULL)
    relm_reference_index_add (self->references, record);
  relm_record_list_insert (list, MIN (position, relm_record_list_get_size (list)), record);
  emit_changed (self, RELM_CHANGE_INSERT, record, 0);
  return TRUE;
}

/**
 * relm_project_remove:
 * @record: a record of the project; references to it stay and dangle
 *
 * Returns: the place in its list where it was
 */
guint
relm_project_remove (RelmProject *self,
                     RelmRecord *record)
{
  g_autoptr (RelmRecord) hold = g_object_ref (record);
  RelmRecordList *list = relm_project_get_list (self, G_OBJECT_TYPE (record));
  guint position = 0;

  g_return_val_if_fail (list != NULL && relm_record_list_find (list, record, &position), 0);

  g_hash_table_remove (self->by_id, relm_record_get_id (record));
  if (self->references != NULL)
    relm_reference_index_remove (self->references, record);
  relm_record_list_remove (list, position);
  emit_changed (self, RELM_CHANGE_REMOVE, record, 0);
  return position;
}

/**
 * relm_project_move:
 * @record: a record of the project
 * @position: its new place in its list
 *
 * Returns: the place where it was
 */
guint
relm_project_move (RelmProject *self,
                   RelmRecord *record,
                   guint position)
{
  g_autoptr (RelmRecord) hold = g_object_ref (record);
  RelmRecordList *list = relm_project_get_list (self, G_OBJECT_TYPE (record));
  guint old = 0;

  g_return_val_if_fail (list != NULL && relm_record_list_find (list, record, &old), 0);
  g_return_val_if_fail (position < relm_record_list_get_size (list), old);

  relm_record_list_remove (list, old);
  relm_record_list_insert (list, position, record);
  emit_changed (self, RELM_CHANGE_MOVE, record, 0);
  return old;
}
