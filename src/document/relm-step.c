/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-step.h"

typedef enum
{
  OPERATION_SET,
  OPERATION_ADD,
  OPERATION_REMOVE,
  OPERATION_MOVE,
} OperationType;

/* What was done to a record, and what it takes to do the opposite. */
typedef struct
{
  OperationType type;
  RelmRecord *record; /* owned: it may be in no list any more */
  guint field;        /* SET */
  guint position;     /* ADD, REMOVE: where it is or was; MOVE: where it is not now */
  RelmValue value;    /* SET: the one that the record does not have now */
} Operation;

struct _RelmStep
{
  char *label;
  gconstpointer key;
  GPtrArray *operations; /* of Operation, in the order in which they were made */
  GHashTable *sets;      /* the set operations, found by record and field; NULL when there are none */
};

static void
operation_free (gpointer data)
{
  Operation *operation = data;

  g_object_unref (operation->record);
  relm_value_clear (&operation->value);
  g_free (operation);
}

static guint
operation_hash (gconstpointer key)
{
  const Operation *operation = key;

  return g_direct_hash (operation->record) ^ (operation->field * 0x9e3779b1u);
}

static gboolean
operation_equal (gconstpointer a,
                 gconstpointer b)
{
  const Operation *left = a;
  const Operation *right = b;

  return left->record == right->record && left->field == right->field;
}

static Operation *
append (RelmStep *self,
        OperationType type,
        RelmRecord *record)
{
  Operation *operation = g_new0 (Operation, 1);

  operation->type = type;
  operation->record = g_object_ref (record);
  g_ptr_array_add (self->operations, operation);
  return operation;
}

static void
index_set (RelmStep *self,
           Operation *operation)
{
  if (self->sets == NULL)
    self->sets = g_hash_table_new (operation_hash, operation_equal);
  g_hash_table_add (self->sets, operation);
}

/* The first value of a field is the one to go back to, so a second operation on it is not kept. */
static gboolean
has_set (RelmStep *self,
         RelmRecord *record,
         guint field)
{
  const Operation wanted = { .record = record, .field = field };

  return self->sets != NULL && g_hash_table_contains (self->sets, &wanted);
}

static void
insert (RelmProject *project,
        RelmRecord *record,
        guint position)
{
  g_autoptr (GError) error = NULL;

  if (!relm_project_insert (project, record, position, &error))
    g_error ("A step cannot be made again: %s", error->message);
}

static void
operation_undo (Operation *operation,
                RelmProject *project)
{
  switch (operation->type)
    {
    case OPERATION_SET:
      relm_project_swap_value (project, operation->record, operation->field, &operation->value);
      break;
    case OPERATION_ADD:
      operation->position = relm_project_remove (project, operation->record);
      break;
    case OPERATION_REMOVE:
      insert (project, operation->record, operation->position);
      break;
    case OPERATION_MOVE:
    default:
      operation->position = relm_project_move (project, operation->record, operation->position);
      break;
    }
}

static void
operation_redo (Operation *operation,
                RelmProject *project)
{
  switch (operation->type)
    {
    case OPERATION_ADD:
      insert (project, operation->record, operation->position);
      break;
    case OPERATION_REMOVE:
      operation->position = relm_project_remove (project, operation->record);
      break;
    case OPERATION_SET:
    case OPERATION_MOVE:
    default:
      operation_undo (operation, project); /* their own opposites */
      break;
    }
}

/* One id out of a list of them. */
static char **
without_id (const char *const *ids,
            const char *id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; *ids != NULL; ids++)
    if (!g_str_equal (*ids, id))
      g_strv_builder_add (builder, *ids);
  return g_strv_builder_end (builder);
}

/* Whether it could be cleared: a record that requires it says nothing without it. */
static gboolean
clear_reference (RelmStep *self,
                 RelmProject *project,
                 const RelmReference *reference,
                 const char *id)
{
  const RelmField *field = &relm_record_get_kind (reference->record)->fields[reference->field];
  g_auto (RelmValue) value = { .type = field->type };

  if (field->type == RELM_FIELD_REFERENCES)
    relm_value_take_strings (&value, without_id (relm_record_get_strings (reference->record, reference->field), id));
  if (relm_value_is_unset (&value) && (field->flags & RELM_FIELD_REQUIRED))
    return FALSE;
  relm_step_set (self, project, reference->record, reference->field, &value);
  return TRUE;
}

/* Clears the references to a record, and adds to @doomed the records that cannot be without theirs. */
static void
clear_references (RelmStep *self,
                  RelmProject *project,
                  RelmRecord *record,
                  GPtrArray *doomed)
{
  const char *id = relm_record_get_id (record);
  g_autoptr (GArray) references = relm_project_find_references (project, id);

  for (guint i = 0; i < references->len; i++)
    {
      const RelmReference *reference = &g_array_index (references, RelmReference, i);

      if (!g_ptr_array_find (doomed, reference->record, NULL) && !clear_reference (self, project, reference, id))
        g_ptr_array_add (doomed, g_object_ref (reference->record));
    }
}

/* A file with a required member missing would be refused, so a record that was added always gets something. */
static gboolean
complete_field (RelmStep *self,
                RelmProject *project,
                RelmRecord *record,
                guint index)
{
  const RelmField *field = &relm_record_get_kind (record)->fields[index];
  g_auto (RelmValue) value = { .type = field->type };

  if (!(field->flags & RELM_FIELD_REQUIRED) || !relm_value_is_unset (relm_record_get_value (record, index)))
    return TRUE;
  if (field->type != RELM_FIELD_STRING && field->type != RELM_FIELD_TEXT)
    return FALSE;
  relm_value_set_string (&value, _ ("Untitled"));
  relm_step_set (self, project, record, index, &value);
  return TRUE;
}

static void
complete_record (RelmStep *self,
                 RelmProject *project,
                 RelmRecord *record)
{
  const guint n_fields = relm_kind_get_n_fields (relm_record_get_kind (record));

  for (guint i = 0; i < n_fields; i++)
    if (!complete_field (self, project, record, i))
      {
        g_critical ("A %s was added without its %s, and is removed again", relm_record_get_kind (record)->name,
                    relm_record_get_kind (record)->fields[i].name);
        relm_step_remove (self, project, record);
        return;
      }
}

/**
 * relm_step_new:
 * @label: what the person did, translated
 * @key: (nullable): steps with the same key and label, one after the other, become one
 *
 * Returns: (transfer full): a step without operations
 */
RelmStep *
relm_step_new (const char *label,
               gconstpointer key)
{
  RelmStep *self = g_new0 (RelmStep, 1);

  self->label = g_strdup (label);
  self->key = key;
  self->operations = g_ptr_array_new_with_free_func (operation_free);
  return self;
}

/**
 * relm_step_free:
 * @self: (transfer full): a step; what it did stays done
 */
void
relm_step_free (RelmStep *self)
{
  g_clear_pointer (&self->sets, g_hash_table_unref);
  g_ptr_array_unref (self->operations);
  g_free (self->label);
  g_free (self);
}

/**
 * relm_step_get_label:
 *
 * Returns: (transfer none): what the person did, translated
 */
const char *
relm_step_get_label (RelmStep *self)
{
  return self->label;
}

/**
 * relm_step_is_empty:
 *
 * Returns: whether the project is the same with and without the step
 */
gboolean
relm_step_is_empty (RelmStep *self)
{
  for (guint i = 0; i < self->operations->len; i++)
    {
      const Operation *operation = g_ptr_array_index (self->operations, i);

      if (operation->type != OPERATION_SET ||
          !relm_value_equal (&operation->value, relm_record_get_value (operation->record, operation->field)))
        return FALSE;
    }
  return TRUE;
}

/**
 * relm_step_get_size:
 *
 * Returns: how many operations it has
 */
guint
relm_step_get_size (RelmStep *self)
{
  return self->operations->len;
}

/**
 * relm_step_set:
 * @record: a record of @project, or @project itself
 * @field: a field of it
 * @value: a value that the field takes, copied; unset stands for the field's default
 *
 * Sets a field. Nothing is done, and nothing is kept, when the field has that value already.
 */
void
relm_step_set (RelmStep *self,
               RelmProject *project,
               RelmRecord *record,
               guint field,
               const RelmValue *value)
{
  const RelmField *info = &relm_record_get_kind (record)->fields[field];
  g_auto (RelmValue) copy = { 0 };
  Operation *operation;

  if (relm_value_is_unset (value) && !relm_field_type_is_integer (info->type))
    relm_value_copy (&info->fallback, &copy);
  else
    relm_value_copy (value, &copy);
  copy.type = info->type;
  if (relm_value_equal (&copy, relm_record_get_value (record, field)))
    return;

  relm_project_swap_value (project, record, field, &copy);
  if (has_set (self, record, field))
    return;

  operation = append (self, OPERATION_SET, record);
  operation->field = field;
  operation->value = copy;
  memset (&copy, 0, sizeof copy); /* the operation has it now */
  index_set (self, operation);
}

/**
 * relm_step_add:
 * @record: a record with an id that is not taken
 * @position: its place in the list of its kind; anything past the end means at the end
 *
 * Adds a record.
 */
void
relm_step_add (RelmStep *self,
               RelmProject *project,
               RelmRecord *record,
               guint position)
{
  RelmRecordList *list = relm_project_get_list (project, G_OBJECT_TYPE (record));
  Operation *operation = append (self, OPERATION_ADD, record);

  operation->position = MIN (position, relm_record_list_get_size (list));
  insert (project, record, operation->position);
}

/**
 * relm_step_remove:
 * @record: a record of @project
 *
 * Removes a record. References to it are cleared; a record that cannot be without its reference is removed with it.
 */
void
relm_step_remove (RelmStep *self,
                  RelmProject *project,
                  RelmRecord *record)
{
  g_autoptr (GPtrArray) doomed = g_ptr_array_new_with_free_func (g_object_unref);

  /* A list that grows, because records may require each other in a circle. */
  g_ptr_array_add (doomed, g_object_ref (record));
  for (guint i = 0; i < doomed->len; i++)
    clear_references (self, project, g_ptr_array_index (doomed, i), doomed);
  for (guint i = doomed->len; i > 0; i--)
    {
      RelmRecord *last = g_ptr_array_index (doomed, i - 1);
      Operation *operation = append (self, OPERATION_REMOVE, last);

      operation->position = relm_project_remove (project, last);
    }
}

/**
 * relm_step_move:
 * @record: a record of @project
 * @position: its new place in its list; anything past the end means at the end
 *
 * Moves a record.
 */
void
relm_step_move (RelmStep *self,
                RelmProject *project,
                RelmRecord *record,
                guint position)
{
  RelmRecordList *list = relm_project_get_list (project, G_OBJECT_TYPE (record));
  const guint place = MIN (position, relm_record_list_get_size (list) - 1);
  Operation *operation;

  if (relm_record_list_get (list, place) == record)
    return;
  operation = append (self, OPERATION_MOVE, record);
  operation->position = relm_project_move (project, record, place);
}

/**
 * relm_step_complete:
 *
 * Gives the records that the step added what their kind requires and nobody set.
 */
void
relm_step_complete (RelmStep *self,
                    RelmProject *project)
{
  const guint n_operations = self->operations->len;

  for (guint i = 0; i < n_operations; i++)
    {
      const Operation *operation = g_ptr_array_index (self->operations, i);

      if (operation->type == OPERATION_ADD &&
          relm_project_lookup (project, relm_record_get_id (operation->record)) == operation->record)
        complete_record (self, project, operation->record);
    }
}

/**
 * relm_step_can_join:
 * @later: the step made just after @self
 *
 * Returns: whether a person would take both for one, as with the motions of one drag
 */
gboolean
relm_step_can_join (RelmStep *self,
                    RelmStep *later)
{
  return self->key != NULL && self->key == later->key && g_str_equal (self->label, later->label);
}

/**
 * relm_step_join:
 * @later: (transfer full): the step made just after @self; becomes part of it
 */
void
relm_step_join (RelmStep *self,
                RelmStep *later)
{
  for (guint i = 0; i < later->operations->len; i++)
    {
      Operation *operation = g_ptr_array_index (later->operations, i);

      if (operation->type == OPERATION_SET && has_set (self, operation->record, operation->field))
        {
          operation_free (operation);
          continue;
        }
      g_ptr_array_add (self->operations, operation);
      if (operation->type == OPERATION_SET)
        index_set (self, operation);
    }
  g_ptr_array_set_free_func (later->operations, NULL);
  relm_step_free (later);
}

/**
 * relm_step_seal:
 *
 * Ends joining: what is done next is another step. Also gives back the memory that joining needs.
 */
void
relm_step_seal (RelmStep *self)
{
  self->key = NULL;
  g_clear_pointer (&self->sets, g_hash_table_unref);
}

/**
 * relm_step_undo:
 * @project: a project in which the step was the last that was made
 */
void
relm_step_undo (RelmStep *self,
                RelmProject *project)
{
  for (guint i = self->operations->len; i > 0; i--)
    operation_undo (g_ptr_array_index (self->operations, i - 1), project);
}

/**
 * relm_step_redo:
 * @project: a project in which the step was the last that was undone
 */
void
relm_step_redo (RelmStep *self,
                RelmProject *project)
{
  for (guint i = 0; i < self->operations->len; i++)
    operation_redo (g_ptr_array_index (self->operations, i), project);
}
