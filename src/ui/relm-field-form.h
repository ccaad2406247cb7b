/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every field of a kind as rows that edit one record, in groups made from the field table: what it is, its dates, what it
 * is related to, its texts, and what is confidential. The rows stay when the record is exchanged for another of the kind.
 * Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_FIELD_FORM (relm_field_form_get_type ())
G_DECLARE_FINAL_TYPE (RelmFieldForm, relm_field_form, RELM, FIELD_FORM, GtkWidget)

RelmFieldForm *relm_field_form_new (const RelmKind *kind);
const RelmKind *relm_field_form_get_kind (RelmFieldForm *self);
GtkWidget *relm_field_form_get_row (RelmFieldForm *self,
                                    guint field);
void relm_field_form_set_record (RelmFieldForm *self,
                                 RelmDocument *document,
                                 RelmRecord *record);

G_END_DECLS
