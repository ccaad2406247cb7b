/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-document-private.h"
#include "relm-id.h"

static gboolean
has_record (RelmDocument *self,
            RelmRecord *record)
{
  return record == RELM_RECORD (self->project) ||
         relm_project_lookup (self->project, relm_record_get_id (record)) == record;
}

/* Opens a step for one operation; not when the operation is part of a step already. */
static gboolean G_GNUC_PRINTF (2, 3)
begin_single (RelmDocument *self,
              const char *format,
              ...)
{
  g_autofree char *label = NULL;
  va_list arguments;

  if (self->open_step != NULL)
    return FALSE;
  va_start (arguments, format);
  label = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  relm_document_edit_begin (self, label);
  return TRUE;
}

static gboolean
check_target (RelmDocument *self,
              const RelmField *field,
              const char *id,
              GError **error)
{
  RelmRecord *target = relm_project_lookup (self->project, id);

  if (target != NULL && (field->target == NULL || g_str_equal (relm_record_get_kind (target)->name, field->target)))
    return TRUE;
  g_set_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE,
               /* Translators: the name of a field */
               _ ("“%s” must refer to something in this project. Choose another one."), relm_field_get_label (field));
  return FALSE;
}

/* What dangles already may stay, so that the other references of a list can be edited. */
static gboolean
check_targets (RelmDocument *self,
               RelmRecord *record,
               guint index,
               const RelmField *field,
               const RelmValue *value,
               GError **error)
{
  const char *const *old = relm_record_get_strings (record, index);

  for (guint i = 0; value->strings != NULL && value->strings[i] != NULL; i++)
    if (!g_strv_contains (old, value->strings[i]) && !check_target (self, field, value->strings[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_value (RelmDocument *self,
             RelmRecord *record,
             guint index,
             const RelmValue *value,
             GError **error)
{
  const RelmField *field = &relm_record_get_kind (record)->fields[index];

  if (relm_value_equal (value, relm_record_get_value (record, index)))
    return TRUE;
  if (!relm_field_validate (field, value, error))
    return FALSE;
  if (field->type == RELM_FIELD_REFERENCE && value->string != NULL)
    return check_target (self, field, value->string, error);
  if (field->type == RELM_FIELD_REFERENCES)
    return check_targets (self, record, index, field, value, error);
  return TRUE;
}

static gboolean
check_writable (RelmDocument *self,
                GError **error)
{
  if (!self->read_only)
    return TRUE;
  g_set_error_literal (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_READ_ONLY,
                       _ ("This project is read-only. Save it under another name to change it."));
  return FALSE;
}

/**
 * relm_document_edit_begin:
 * @label: what the person does, translated: “Move “API freeze””
 *
 * Opens a step. What is done until relm_document_edit_end() is undone at once. Steps do not nest.
 */
void
relm_document_edit_begin (RelmDocument *self,
                          const char *label)
{
  relm_document_edit_begin_merging (self, label, NULL);
}

/**
 * relm_document_edit_begin_merging:
 * @label: what the person does, translated
 * @key: (nullable): something that stands for the gesture, for example its object; only compared
 *
 * Opens a step that becomes part of the previous one when that has the same key and label, as with the motions of a drag
 * or the letters of a word. Saving, undo and redo end it.
 */
void
relm_document_edit_begin_merging (RelmDocument *self,
                                  const char *label,
                                  gconstpointer key)
{
  g_return_if_fail (RELM_IS_DOCUMENT (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (self->open_step == NULL);

  self->open_step = relm_step_new (label, key);
}

/**
 * relm_document_edit_end:
 *
 * Closes the step. One that changed nothing leaves no trace. Records that were added without something that their kind
 * requires get it.
 */
void
relm_document_edit_end (RelmDocument *self)
{
  RelmStep *step;

  g_return_if_fail (RELM_IS_DOCUMENT (self));
  g_return_if_fail (self->open_step != NULL);

  relm_step_complete (self->open_step, self->project);
  step = g_steal_pointer (&self->open_step);
  if (relm_step_is_empty (step))
    {
      relm_step_free (step);
      return;
    }
  relm_history_push (self->history, step);
  relm_document_notify_history (self);
}

/**
 * relm_document_edit_cancel:
 *
 * Takes back what was done since the step was opened, and closes it.
 */
void
relm_document_edit_cancel (RelmDocument *self)
{
  g_autoptr (RelmStep) step = NULL;

  g_return_if_fail (RELM_IS_DOCUMENT (self));
  g_return_if_fail (self->open_step != NULL);

  step = g_steal_pointer (&self->open_step);
  relm_step_undo (step, self->project);
}

/**
 * relm_document_set:
 * @record: a record of the project, or the project itself
 * @field: a field of it
 * @value: of the field's type, copied; unset stands for the field's default
 *
 * Sets a field. Outside a step it is a step of its own.
 *
 * Returns: whether the field takes the value and the document can be edited; if not, nothing was done
 */
gboolean
relm_document_set (RelmDocument *self,
                   RelmRecord *record,
                   guint field,
                   const RelmValue *value,
                   GError **error)
{
  const RelmField *info;
  gboolean single;

  g_return_val_if_fail (RELM_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (has_record (self, record), FALSE);
  g_return_val_if_fail (field < relm_kind_get_n_fields (relm_record_get_kind (record)), FALSE);

  info = &relm_record_get_kind (record)->fields[field];
  g_return_val_if_fail (value->type == info->type, FALSE);

  if (!check_writable (self, error) || !check_value (self, record, field, value, error))
    return FALSE;

  /* Translators: a step that can be undone; the placeholder is the name of a field, for example “Version” */
  single = begin_single (self, _ ("Change %s"), relm_field_get_label (info));
  relm_step_set (self->open_step, self->project, record, field, value);
  if (single)
    relm_document_edit_end (self);
  return TRUE;
}

/**
 * relm_document_set_string:
 * @field: a field of text, a choice or a reference
 * @string: (nullable): the text, the nick of the choice, or the id; %NULL and the empty string unset it
 *
 * See relm_document_set().
 */
gboolean
relm_document_set_string (RelmDocument *self,
                          RelmRecord *record,
                          guint field,
                          const char *string,
                          GError **error)
{
  g_auto (RelmValue) value = { .type = relm_record_get_value (record, field)->type };

  relm_value_set_string (&value, string);
  return relm_document_set (self, record, field, &value, error);
}

/**
 * relm_document_set_date:
 * @date: a date, or RELM_DATE_NONE
 *
 * See relm_document_set().
 */
gboolean
relm_document_set_date (RelmDocument *self,
                        RelmRecord *record,
                        guint field,
                        RelmDate date,
                        GError **error)
{
  const RelmValue value = RELM_VALUE_INIT_DATE (date);

  return relm_document_set (self, record, field, &value, error);
}

/**
 * relm_document_set_integer:
 * @integer: a number, or the minutes of a duration, within the field's range
 *
 * See relm_document_set().
 */
gboolean
relm_document_set_integer (RelmDocument *self,
                           RelmRecord *record,
                           guint field,
                           gint64 integer,
                           GError **error)
{
  RelmValue value = RELM_VALUE_INIT_INTEGER (integer);

  if (relm_field_type_is_number (relm_record_get_kind (record)->fields[field].type))
    value.type = relm_record_get_kind (record)->fields[field].type;
  return relm_document_set (self, record, field, &value, error);
}

/**
 * relm_document_set_boolean:
 * @boolean: what the field shall say
 *
 * See relm_document_set().
 */
gboolean
relm_document_set_boolean (RelmDocument *self,
                           RelmRecord *record,
                           guint field,
                           gboolean boolean,
                           GError **error)
{
  const RelmValue value = RELM_VALUE_INIT_BOOLEAN (!!boolean);

  return relm_document_set (self, record, field, &value, error);
}

/**
 * relm_document_set_strings:
 * @field: a field of several texts or references
 * @strings: (nullable) (array zero-terminated=1): the texts or ids, copied
 *
 * See relm_document_set().
 */
gboolean
relm_document_set_strings (RelmDocument *self,
                           RelmRecord *record,
                           guint field,
                           const char *const *strings,
                           GError **error)
{
  g_auto (RelmValue) value = { .type = relm_record_get_value (record, field)->type };

  relm_value_take_strings (&value, g_strdupv ((char **) strings));
  return relm_document_set (self, record, field, &value, error);
}

/**
 * relm_document_add:
 * @type: a kind's class, RELM_TYPE_PHASE
 * @position: its place in the list of its kind; G_MAXUINT for the end
 *
 * Adds a record with a new id and the defaults of its kind. Outside a step it is a step of its own, in which required texts
 * become “Untitled”; set the fields of the record within the same step.
 *
 * Returns: (transfer none) (nullable): the record; %NULL when the document is read-only
 */
RelmRecord *
relm_document_add (RelmDocument *self,
                   GType type,
                   guint position)
{
  RelmRecordList *list;
  const RelmKind *kind;
  g_autoptr (RelmRecord) record = NULL;
  g_autofree char *id = NULL;
  gboolean single;

  g_return_val_if_fail (RELM_IS_DOCUMENT (self), NULL);
  list = relm_project_get_list (self->project, type);
  g_return_val_if_fail (list != NULL, NULL);

  if (self->read_only)
    return NULL;

  kind = relm_record_list_get_kind (list);
  do
    {
      g_free (id);
      id = relm_id_new (kind->id_prefix);
    }
  while (relm_project_lookup (self->project, id) != NULL);
  record = relm_record_new (type, id);

  /* Translators: a step that can be undone; the placeholder is what was added, for example “Phase” */
  single = begin_single (self, _ ("Add %s"), _ (kind->label));
  relm_step_add (self->open_step, self->project, record, position);
  if (single)
    relm_document_edit_end (self);
  return record; /* its list keeps it */
}

/**
 * relm_document_insert:
 * @record: a record that was made elsewhere, with its values, and is in no project; it must not be changed afterwards but by the
 *   document
 * @position: its place in the list of its kind; G_MAXUINT for the end
 *
 * Adds a record as it is. Outside a step it is a step of its own.
 *
 * Returns: whether it was added; not when the document is read-only or its id is taken
 */
gboolean
relm_document_insert (RelmDocument *self,
                      RelmRecord *record,
                      guint position,
                      GError **error)
{
  const RelmKind *kind;
  gboolean single;

  g_return_val_if_fail (RELM_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (RELM_IS_RECORD (record), FALSE);

  if (!check_writable (self, error))
    return FALSE;
  if (relm_project_lookup (self->project, relm_record_get_id (record)) != NULL)
    {
      g_set_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_DUPLICATE_ID, _ ("The id “%s” is used twice"),
                   relm_record_get_id (record));
      return FALSE;
    }
  kind = relm_record_get_kind (record);
  single = begin_single (self, _ ("Add %s"), _ (kind->label));
  relm_step_add (self->open_step, self->project, record, position);
  if (single)
    relm_document_edit_end (self);
  return TRUE;
}

/**
 * relm_document_remove:
 * @record: a record of the project
 *
 * Removes a record and clears all references to it; records that cannot be without it, as a dependency between two items,
 * go with it. Outside a step it is a step of its own. Does nothing when the document is read-only.
 */
void
relm_document_remove (RelmDocument *self,
                      RelmRecord *record)
{
  g_autofree char *title = NULL;
  gboolean single;

  g_return_if_fail (RELM_IS_DOCUMENT (self));
  g_return_if_fail (record != RELM_RECORD (self->project) && has_record (self, record));

  if (self->read_only)
    return;
  title = relm_record_dup_display_title (record);
  /* Translators: a step that can be undone; the placeholder is the title of what was removed */
  single = begin_single (self, _ ("Remove “%s”"), title);
  relm_step_remove (self->open_step, self->project, record);
  if (single)
    relm_document_edit_end (self);
}

/**
 * relm_document_move:
 * @record: a record of the project
 * @position: its new place in the list of its kind; anything past the end means at the end
 *
 * Moves a record. Outside a step it is a step of its own. Does nothing when the document is read-only.
 */
void
relm_document_move (RelmDocument *self,
                    RelmRecord *record,
                    guint position)
{
  g_autofree char *title = NULL;
  gboolean single;

  g_return_if_fail (RELM_IS_DOCUMENT (self));
  g_return_if_fail (record != RELM_RECORD (self->project) && has_record (self, record));

  if (self->read_only)
    return;
  title = relm_record_dup_display_title (record);
  /* Translators: a step that can be undone; the placeholder is the title of what was moved */
  single = begin_single (self, _ ("Move “%s”"), title);
  relm_step_move (self->open_step, self->project, record, position);
  if (single)
    relm_document_edit_end (self);
}

/**
 * relm_document_undo:
 *
 * Takes back the last step, if there is one.
 */
void
relm_document_undo (RelmDocument *self)
{
  g_return_if_fail (RELM_IS_DOCUMENT (self));
  g_return_if_fail (self->open_step == NULL);

  if (relm_history_undo (self->history, self->project))
    relm_document_notify_history (self);
}

/**
 * relm_document_redo:
 *
 * Makes the step again that was undone last, if there is one.
 */
void
relm_document_redo (RelmDocument *self)
{
  g_return_if_fail (RELM_IS_DOCUMENT (self));
  g_return_if_fail (self->open_step == NULL);

  if (relm_history_redo (self->history, self->project))
    relm_document_notify_history (self);
}

/**
 * relm_document_get_can_undo:
 *
 * Returns: whether there is a step to undo
 */
gboolean
relm_document_get_can_undo (RelmDocument *self)
{
  return relm_document_get_undo_label (self) != NULL;
}

/**
 * relm_document_get_can_redo:
 *
 * Returns: whether there is a step to make again
 */
gboolean
relm_document_get_can_redo (RelmDocument *self)
{
  return relm_document_get_redo_label (self) != NULL;
}

/**
 * relm_document_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what the step to undo did, translated
 */
const char *
relm_document_get_undo_label (RelmDocument *self)
{
  RelmStep *step;

  g_return_val_if_fail (RELM_IS_DOCUMENT (self), NULL);

  step = relm_history_peek_undo (self->history);
  return step != NULL ? relm_step_get_label (step) : NULL;
}

/**
 * relm_document_get_redo_label:
 *
 * Returns: (transfer none) (nullable): what the step to make again did, translated
 */
const char *
relm_document_get_redo_label (RelmDocument *self)
{
  RelmStep *step;

  g_return_val_if_fail (RELM_IS_DOCUMENT (self), NULL);

  step = relm_history_peek_redo (self->history);
  return step != NULL ? relm_step_get_label (step) : NULL;
}
