/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One field of one record as whatever edits it sees it: its value as text, word of its changes, and edits that are undo
 * steps with a name. Each row of the inspector and each cell of a table has one, and none of them speaks with the document
 * itself. The record can be exchanged, so that rows and cells are used again. Owned by its row or cell; main thread.
 */

#pragma once

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_FIELD_EDITOR (relm_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (RelmFieldEditor, relm_field_editor, RELM, FIELD_EDITOR, GObject)

RelmFieldEditor *relm_field_editor_new (const RelmKind *kind,
                                        guint field);
void relm_field_editor_set_record (RelmFieldEditor *self,
                                   RelmDocument *document,
                                   RelmRecord *record);
const RelmField *relm_field_editor_get_field (RelmFieldEditor *self);
guint relm_field_editor_get_index (RelmFieldEditor *self);
RelmDocument *relm_field_editor_get_document (RelmFieldEditor *self);
RelmRecord *relm_field_editor_get_record (RelmFieldEditor *self);
const RelmValue *relm_field_editor_get_value (RelmFieldEditor *self);
char *relm_field_editor_dup_display (RelmFieldEditor *self);
char *relm_field_editor_dup_text (RelmFieldEditor *self);
gboolean relm_field_editor_is_editable (RelmFieldEditor *self);
gboolean relm_field_editor_set_value (RelmFieldEditor *self,
                                      const RelmValue *value,
                                      GError **error);
gboolean relm_field_editor_set_integer (RelmFieldEditor *self,
                                        gint64 integer,
                                        GError **error);
gboolean relm_field_editor_set_string (RelmFieldEditor *self,
                                       const char *string,
                                       GError **error);
gboolean relm_field_editor_set_text (RelmFieldEditor *self,
                                     const char *text,
                                     GError **error);
void relm_field_editor_begin_typing (RelmFieldEditor *self);
gboolean relm_field_editor_type_text (RelmFieldEditor *self,
                                      const char *text,
                                      GError **error);

G_END_DECLS
