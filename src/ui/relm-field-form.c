/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-field-form.h"
#include "relm-field-row.h"

typedef enum
{
  GROUP_GENERAL,
  GROUP_DATES,
  GROUP_SCHEDULE,
  GROUP_RELATIONS,
  GROUP_TEXTS,
  GROUP_CONFIDENTIAL,
  N_GROUPS,
} Group;

struct _RelmFieldForm
{
  GtkWidget parent_instance;

  const RelmKind *kind;
  GPtrArray *editors; /* of RelmFieldEditor, one per field */
  GPtrArray *rows;    /* of GtkWidget, unowned, one per field; NULL for a hidden one */
  GtkWidget *groups[N_GROUPS];
};

G_DEFINE_FINAL_TYPE (RelmFieldForm, relm_field_form, GTK_TYPE_WIDGET)

static Group
group_for_field (const RelmField *field)
{
  if (field->flags & RELM_FIELD_SENSITIVE)
    return GROUP_CONFIDENTIAL;
  if (field->flags & RELM_FIELD_SCHEDULE)
    return GROUP_SCHEDULE;

  switch (field->type)
    {
    case RELM_FIELD_DATE:
      return GROUP_DATES;
    case RELM_FIELD_REFERENCE:
    case RELM_FIELD_REFERENCES:
      return GROUP_RELATIONS;
    case RELM_FIELD_TEXT:
      return GROUP_TEXTS;
    case RELM_FIELD_STRING:
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
    case RELM_FIELD_BOOLEAN:
    case RELM_FIELD_ENUM:
    case RELM_FIELD_STRINGS:
    default:
      return GROUP_GENERAL;
    }
}

static GtkWidget *
create_group (Group group)
{
  const char *const titles[N_GROUPS] = {
    [GROUP_DATES] = _ ("Dates"),
    [GROUP_SCHEDULE] = _ ("Schedule"),
    [GROUP_RELATIONS] = _ ("Related To"),
    [GROUP_CONFIDENTIAL] = _ ("Confidential"),
  };
  GtkWidget *widget = adw_preferences_group_new ();

  if (titles[group] != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), titles[group]);
  if (group == GROUP_CONFIDENTIAL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (widget), _ ("Left out of reports"));
  return widget;
}

static void
add_row (RelmFieldForm *self,
         guint index)
{
  const RelmField *field = &self->kind->fields[index];
  const Group group = group_for_field (field);
  RelmFieldEditor *editor = relm_field_editor_new (self->kind, index);
  GtkWidget *row = NULL;

  if ((field->flags & RELM_FIELD_HIDDEN) == 0)
    {
      if (self->groups[group] == NULL)
        self->groups[group] = create_group (group);
      row = relm_field_row_new (editor);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[group]), row);
    }
  g_ptr_array_add (self->editors, editor);
  g_ptr_array_add (self->rows, row);
}

static void
relm_field_form_dispose (GObject *object)
{
  RelmFieldForm *self = RELM_FIELD_FORM (object);

  relm_field_form_set_record (self, NULL, NULL);
  for (guint i = 0; i < N_GROUPS; i++)
    g_clear_pointer (&self->groups[i], gtk_widget_unparent);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->editors, 0);

  G_OBJECT_CLASS (relm_field_form_parent_class)->dispose (object);
}

static void
relm_field_form_finalize (GObject *object)
{
  RelmFieldForm *self = RELM_FIELD_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->editors);

  G_OBJECT_CLASS (relm_field_form_parent_class)->finalize (object);
}

static void
relm_field_form_class_init (RelmFieldFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_field_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_field_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
relm_field_form_init (RelmFieldForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
}

/**
 * relm_field_form_new:
 * @kind: what the records are
 *
 * Returns: (transfer floating): a form without a record
 */
RelmFieldForm *
relm_field_form_new (const RelmKind *kind)
{
  RelmFieldForm *self = g_object_new (RELM_TYPE_FIELD_FORM, NULL);

  self->kind = kind;
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    add_row (self, i);
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->groups[i] != NULL)
      gtk_widget_set_parent (self->groups[i], GTK_WIDGET (self));
  return self;
}

/**
 * relm_field_form_get_kind:
 *
 * Returns: what the records are
 */
const RelmKind *
relm_field_form_get_kind (RelmFieldForm *self)
{
  g_return_val_if_fail (RELM_IS_FIELD_FORM (self), NULL);

  return self->kind;
}

/**
 * relm_field_form_get_row:
 * @field: a field's index
 *
 * Returns: (transfer none) (nullable): its row; %NULL for a hidden field
 */
GtkWidget *
relm_field_form_get_row (RelmFieldForm *self,
                         guint field)
{
  g_return_val_if_fail (RELM_IS_FIELD_FORM (self) && field < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, field);
}

/**
 * relm_field_form_set_record:
 * @document: (nullable): the document of @record
 * @record: (nullable): what to edit
 */
void
relm_field_form_set_record (RelmFieldForm *self,
                            RelmDocument *document,
                            RelmRecord *record)
{
  g_return_if_fail (RELM_IS_FIELD_FORM (self));

  for (guint i = 0; i < self->editors->len; i++)
    relm_field_editor_set_record (g_ptr_array_index (self->editors, i), document, record);
}
