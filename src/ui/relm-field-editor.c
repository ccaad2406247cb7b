/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-field-editor.h"
#include "relm-field-text.h"
#include "relm-record-consequences.h"

struct _RelmFieldEditor
{
  GObject parent_instance;

  const RelmKind *kind;
  guint field;
  RelmDocument *document;
  RelmRecord *record;
  gulong record_handler;
  RelmRecord *target; /* of a reference, whose title is shown */
  gulong target_handler;
  RelmValue original; /* from before typing began */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmFieldEditor, relm_field_editor, G_TYPE_OBJECT)

static void
emit_changed_cb (RelmFieldEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
watch_target (RelmFieldEditor *self)
{
  const RelmValue *value = relm_field_editor_get_value (self);
  RelmRecord *target = NULL;

  if (value != NULL && value->type == RELM_FIELD_REFERENCE && value->string != NULL)
    target = relm_project_lookup (relm_document_get_project (self->document), value->string);
  if (target == self->target)
    return;

  if (self->target != NULL)
    g_clear_signal_handler (&self->target_handler, self->target);
  if (g_set_object (&self->target, target) && target != NULL)
    self->target_handler = g_signal_connect_swapped (target, "notify::display-title", G_CALLBACK (emit_changed_cb), self);
}

static void
record_changed_cb (RelmFieldEditor *self)
{
  watch_target (self);
  emit_changed_cb (self);
}

static void
connect_record (RelmFieldEditor *self)
{
  const char *property = RELM_RECORD_GET_CLASS (self->record)->properties[self->field]->name;
  const guint notify = g_signal_lookup ("notify", G_TYPE_OBJECT);
  GClosure *closure = g_cclosure_new_swap (G_CALLBACK (record_changed_cb), self, NULL);

  self->record_handler = g_signal_connect_closure_by_id (self->record, notify, g_quark_from_string (property), closure,
                                                         FALSE);
}

static void
relm_field_editor_dispose (GObject *object)
{
  relm_field_editor_set_record (RELM_FIELD_EDITOR (object), NULL, NULL);

  G_OBJECT_CLASS (relm_field_editor_parent_class)->dispose (object);
}

static void
relm_field_editor_class_init (RelmFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_field_editor_dispose;

  /**
   * RelmFieldEditor::changed:
   *
   * The value, or what it refers to, is not what it was.
   */
  signals[CHANGED] = g_signal_new ("changed", RELM_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
relm_field_editor_init (RelmFieldEditor *self)
{
}

/**
 * relm_field_editor_new:
 * @kind: the kind of its records
 * @field: the index of the field
 *
 * Returns: (transfer full): an editor without a record
 */
RelmFieldEditor *
relm_field_editor_new (const RelmKind *kind,
                       guint field)
{
  RelmFieldEditor *self = g_object_new (RELM_TYPE_FIELD_EDITOR, NULL);

  self->kind = kind;
  self->field = field;
  return self;
}

/**
 * relm_field_editor_set_record:
 * @document: (nullable): the document of @record
 * @record: (nullable): a record of the editor's kind
 *
 * Emits "changed" when there is a record.
 */
void
relm_field_editor_set_record (RelmFieldEditor *self,
                              RelmDocument *document,
                              RelmRecord *record)
{
  g_return_if_fail (RELM_IS_FIELD_EDITOR (self));
  g_return_if_fail (record == NULL || (document != NULL && relm_record_get_kind (record) == self->kind));

  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);
  relm_value_clear (&self->original);
  g_set_object (&self->record, record);
  g_set_object (&self->document, document);

  watch_target (self);
  if (record == NULL)
    return;
  connect_record (self);
  emit_changed_cb (self);
}

/**
 * relm_field_editor_get_field:
 *
 * Returns: what the kind says about the field
 */
const RelmField *
relm_field_editor_get_field (RelmFieldEditor *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), NULL);

  return &self->kind->fields[self->field];
}

/**
 * relm_field_editor_get_index:
 *
 * Returns: the field's index in the table of its kind
 */
guint
relm_field_editor_get_index (RelmFieldEditor *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), 0);

  return self->field;
}

/**
 * relm_field_editor_get_document:
 *
 * Returns: (transfer none) (nullable): where edits go
 */
RelmDocument *
relm_field_editor_get_document (RelmFieldEditor *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), NULL);

  return self->document;
}

/**
 * relm_field_editor_get_record:
 *
 * Returns: (transfer none) (nullable): the record that is edited
 */
RelmRecord *
relm_field_editor_get_record (RelmFieldEditor *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), NULL);

  return self->record;
}

/**
 * relm_field_editor_get_value:
 *
 * Returns: (transfer none) (nullable): the value, until the next edit; %NULL without a record
 */
const RelmValue *
relm_field_editor_get_value (RelmFieldEditor *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), NULL);

  return self->record != NULL ? relm_record_get_value (self->record, self->field) : NULL;
}

/**
 * relm_field_editor_dup_display:
 *
 * Returns: (transfer full): the value on one line, safe to show; empty when there is none
 */
char *
relm_field_editor_dup_display (RelmFieldEditor *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), NULL);

  if (self->record == NULL)
    return g_strdup ("");
  return relm_field_text_display (relm_document_get_project (self->document), self->record, self->field);
}

/**
 * relm_field_editor_dup_text:
 *
 * Returns: (transfer full): the value as it is typed
 */
char *
relm_field_editor_dup_text (RelmFieldEditor *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), NULL);

  return self->record != NULL ? relm_field_text_edit (self->record, self->field) : g_strdup ("");
}

/**
 * relm_field_editor_is_editable:
 *
 * Returns: whether there is a record, in a document that takes edits
 */
gboolean
relm_field_editor_is_editable (RelmFieldEditor *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), FALSE);

  return self->record != NULL && !relm_document_get_read_only (self->document);
}

static gboolean
apply (RelmFieldEditor *self,
       const RelmValue *value,
       gconstpointer merge_key,
       GError **error)
{
  g_autofree char *label = NULL;

  if (self->record == NULL || relm_value_equal (value, relm_field_editor_get_value (self)))
    return TRUE;

  /* Translators: a step that can be undone; the placeholder is a field's name, for example “Planned date” */
  label = g_strdup_printf (_ ("Change %s"), relm_field_get_label (relm_field_editor_get_field (self)));
  if (merge_key != NULL)
    relm_document_edit_begin_merging (self->document, label, merge_key);
  else
    relm_document_edit_begin (self->document, label);

  if (!relm_document_set (self->document, self->record, self->field, value, error) ||
      !relm_record_consequences_apply (self->document, self->record, self->field, error))
    {
      relm_document_edit_cancel (self->document);
      return FALSE;
    }
  relm_document_edit_end (self->document);
  return TRUE;
}

/**
 * relm_field_editor_set_value:
 * @value: a value of the field's type
 *
 * One step to undo.
 *
 * Returns: whether the document took it
 */
gboolean
relm_field_editor_set_value (RelmFieldEditor *self,
                             const RelmValue *value,
                             GError **error)
{
  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), FALSE);

  return apply (self, value, NULL, error);
}

/**
 * relm_field_editor_set_integer:
 * @integer: a number, a date, or whether
 *
 * Turning a wheel or a button is many edits in a row: they become one step to undo.
 *
 * Returns: whether the document took it
 */
gboolean
relm_field_editor_set_integer (RelmFieldEditor *self,
                               gint64 integer,
                               GError **error)
{
  const RelmField *field = relm_field_editor_get_field (self);
  const RelmValue value = { .type = field->type, .integer = integer };

  g_return_val_if_fail (relm_field_type_is_integer (field->type), FALSE);

  return apply (self, &value, field->type == RELM_FIELD_INTEGER ? relm_field_editor_get_value (self) : NULL, error);
}

/**
 * relm_field_editor_set_string:
 * @string: (nullable): a text, a choice or an id
 *
 * Returns: whether the document took it
 */
gboolean
relm_field_editor_set_string (RelmFieldEditor *self,
                              const char *string,
                              GError **error)
{
  g_auto (RelmValue) value = { .type = relm_field_editor_get_field (self)->type };

  g_return_val_if_fail (!relm_field_type_is_integer (value.type) && !relm_field_type_is_array (value.type), FALSE);

  relm_value_set_string (&value, string);
  return apply (self, &value, NULL, error);
}

/**
 * relm_field_editor_set_text:
 * @text: what a person wrote
 *
 * Returns: whether it was understood and the document took it
 */
gboolean
relm_field_editor_set_text (RelmFieldEditor *self,
                            const char *text,
                            GError **error)
{
  g_auto (RelmValue) value = { 0 };

  g_return_val_if_fail (RELM_IS_FIELD_EDITOR (self), FALSE);

  return relm_field_text_parse (relm_field_editor_get_field (self), text, &value, error) &&
         apply (self, &value, NULL, error);
}

/**
 * relm_field_editor_begin_typing:
 *
 * What the value is now comes back when what is typed turns out not to be valid.
 */
void
relm_field_editor_begin_typing (RelmFieldEditor *self)
{
  g_return_if_fail (RELM_IS_FIELD_EDITOR (self));

  relm_value_clear (&self->original);
  if (self->record != NULL)
    relm_value_copy (relm_field_editor_get_value (self), &self->original);
}

/**
 * relm_field_editor_type_text:
 * @text: what a person has written up to now
 *
 * The document follows each key, so that saving and undoing in the middle of a word do what is expected; the keys become
 * one step to undo. While the text is not valid the document has the value from before.
 *
 * Returns: whether it was understood and the document took it
 */
gboolean
relm_field_editor_type_text (RelmFieldEditor *self,
                             const char *text,
                             GError **error)
{
  g_auto (RelmValue) value = { 0 };
  const gpointer key = (gpointer) relm_field_editor_get_value (self);

  if (self->record == NULL)
    return TRUE;
  if (relm_field_text_parse (relm_field_editor_get_field (self), text, &value, error) &&
      apply (self, &value, key, error))
    return TRUE;

  if (self->original.type == value.type)
    apply (self, &self->original, key, NULL);
  return FALSE;
}
