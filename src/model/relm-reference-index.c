/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include "relm-reference-index.h"

struct _RelmReferenceIndex
{
  GHashTable *by_id; /* of the record that is referred to, which need not be there; to GArray of RelmReference */
};

typedef void (*Change) (RelmReferenceIndex *self,
                        const char *id,
                        const RelmReference *reference);

static gboolean
find (GArray *references,
      const RelmReference *wanted,
      guint *index)
{
  for (*index = 0; *index < references->len; (*index)++)
    {
      const RelmReference *reference = &g_array_index (references, RelmReference, *index);

      if (reference->record == wanted->record && reference->field == wanted->field)
        return TRUE;
    }
  return FALSE;
}

static void
add_reference (RelmReferenceIndex *self,
               const char *id,
               const RelmReference *reference)
{
  GArray *references = g_hash_table_lookup (self->by_id, id);

  if (references == NULL)
    {
      references = g_array_new (FALSE, FALSE, sizeof (RelmReference));
      g_hash_table_insert (self->by_id, g_strdup (id), references);
    }
  g_array_append_val (references, *reference);
}

static void
remove_reference (RelmReferenceIndex *self,
                  const char *id,
                  const RelmReference *reference)
{
  GArray *references = g_hash_table_lookup (self->by_id, id);
  guint index;

  if (references == NULL || !find (references, reference, &index))
    return;
  g_array_remove_index_fast (references, index);
  if (references->len == 0)
    g_hash_table_remove (self->by_id, id);
}

/* A list may name a record twice; that is one reference. */
static gboolean
is_repeated (const char *const *ids,
             guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_str_equal (ids[i], ids[index]))
      return TRUE;
  return FALSE;
}

static void
change_field (RelmReferenceIndex *self,
              RelmRecord *record,
              guint field,
              Change change)
{
  const RelmValue *value = relm_record_get_value (record, field);
  const RelmReference reference = { record, field };

  if (value->type == RELM_FIELD_REFERENCE && value->string != NULL)
    change (self, value->string, &reference);
  else if (value->type == RELM_FIELD_REFERENCES)
    {
      const char *const *ids = relm_record_get_strings (record, field);

      for (guint i = 0; ids[i] != NULL; i++)
        if (!is_repeated (ids, i))
          change (self, ids[i], &reference);
    }
}

static void
change_fields (RelmReferenceIndex *self,
               RelmRecord *record,
               Change change)
{
  const RelmField *fields = relm_record_get_kind (record)->fields;

  for (guint i = 0; fields[i].name != NULL; i++)
    if (fields[i].type == RELM_FIELD_REFERENCE || fields[i].type == RELM_FIELD_REFERENCES)
      change_field (self, record, i, change);
}

/**
 * relm_reference_index_new:
 *
 * Returns: (transfer full): an index of no references
 */
RelmReferenceIndex *
relm_reference_index_new (void)
{
  RelmReferenceIndex *self = g_new0 (RelmReferenceIndex, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

/**
 * relm_reference_index_free:
 * @self: (nullable) (transfer full): an index
 */
void
relm_reference_index_free (RelmReferenceIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * relm_reference_index_add_field:
 * @field: one that has a value again; nothing is done when it refers to nothing
 */
void
relm_reference_index_add_field (RelmReferenceIndex *self,
                                RelmRecord *record,
                                guint field)
{
  change_field (self, record, field, add_reference);
}

/**
 * relm_reference_index_remove_field:
 * @field: one that is about to get another value
 */
void
relm_reference_index_remove_field (RelmReferenceIndex *self,
                                   RelmRecord *record,
                                   guint field)
{
  change_field (self, record, field, remove_reference);
}

/**
 * relm_reference_index_add:
 * @record: one whose references count from now on
 */
void
relm_reference_index_add (RelmReferenceIndex *self,
                          RelmRecord *record)
{
  change_fields (self, record, add_reference);
}

/**
 * relm_reference_index_remove:
 * @record: one whose references no longer count
 */
void
relm_reference_index_remove (RelmReferenceIndex *self,
                             RelmRecord *record)
{
  change_fields (self, record, remove_reference);
}

/**
 * relm_reference_index_dup_references:
 * @id: a record's id
 *
 * Returns: (transfer full) (element-type RelmReference): every field that refers to it, in no particular order
 */
GArray *
relm_reference_index_dup_references (RelmReferenceIndex *self,
                                     const char *id)
{
  GArray *references = g_hash_table_lookup (self->by_id, id);

  return references != NULL ? g_array_copy (references) : g_array_new (FALSE, FALSE, sizeof (RelmReference));
}
