/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-record.h"
#include "relm-text.h"

typedef struct
{
  char *id;
  RelmValue *values;
  GArray *unknown_members; /* of RelmUnknownMember, NULL when there are none */
} RelmRecordPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_DISPLAY_TITLE,
  PROP_FIRST_FIELD,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RelmRecord, relm_record, G_TYPE_OBJECT)

static GParamSpec *id_property;
static GParamSpec *display_title_property;

static void
clear_unknown_member (gpointer data)
{
  RelmUnknownMember *member = data;

  g_free (member->name);
  g_free (member->text);
}

static char *
property_name (const RelmField *field)
{
  return g_strdelimit (g_strdup (field->name), "_", '-');
}

static GParamSpec *
property_for_field (const RelmField *field)
{
  g_autofree char *name = property_name (field);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  switch (field->type)
    {
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case RELM_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case RELM_FIELD_DATE:
      return g_param_spec_int (name, NULL, NULL, 0, RELM_DATE_MAX, 0, flags);
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

static void
value_to_gvalue (const RelmValue *value,
                 GValue *gvalue)
{
  switch (value->type)
    {
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
      g_value_set_int64 (gvalue, value->integer);
      break;
    case RELM_FIELD_BOOLEAN:
      g_value_set_boolean (gvalue, value->integer != 0);
      break;
    case RELM_FIELD_DATE:
      g_value_set_int (gvalue, (int) value->integer);
      break;
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      g_value_set_boxed (gvalue, value->strings);
      break;
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
    default:
      g_value_set_string (gvalue, value->string);
      break;
    }
}

static void
relm_record_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  RelmRecord *self = RELM_RECORD (object);
  RelmRecordPrivate *priv = relm_record_get_instance_private (self);

  if (prop_id == PROP_ID)
    g_value_set_string (value, priv->id);
  else if (prop_id == PROP_DISPLAY_TITLE)
    g_value_take_string (value, relm_record_dup_display_title (self));
  else if (prop_id - PROP_FIRST_FIELD < RELM_RECORD_GET_CLASS (self)->n_fields)
    value_to_gvalue (&priv->values[prop_id - PROP_FIRST_FIELD], value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
relm_record_constructed (GObject *object)
{
  RelmRecordPrivate *priv = relm_record_get_instance_private (RELM_RECORD (object));
  RelmRecordClass *klass = RELM_RECORD_GET_CLASS (object);

  G_OBJECT_CLASS (relm_record_parent_class)->constructed (object);

  priv->values = g_new0 (RelmValue, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      relm_value_copy (&klass->kind->fields[i].fallback, &priv->values[i]);
      priv->values[i].type = klass->kind->fields[i].type;
    }
}

static void
relm_record_finalize (GObject *object)
{
  RelmRecordPrivate *priv = relm_record_get_instance_private (RELM_RECORD (object));

  for (guint i = 0; i < RELM_RECORD_GET_CLASS (object)->n_fields; i++)
    relm_value_clear (&priv->values[i]);
  g_free (priv->values);
  g_free (priv->id);
  g_clear_pointer (&priv->unknown_members, g_array_unref);

  G_OBJECT_CLASS (relm_record_parent_class)->finalize (object);
}

static void
relm_record_class_init (RelmRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = relm_record_constructed;
  object_class->finalize = relm_record_finalize;
  object_class->get_property = relm_record_get_property;

  /**
   * RelmRecord:id:
   *
   * The record's opaque id.
   */
  id_property = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_ID, id_property);

  /**
   * RelmRecord:display-title:
   *
   * The record's title, safe to show, or a phrase that says that it has none.
   */
  display_title_property = g_param_spec_string ("display-title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_DISPLAY_TITLE, display_title_property);
}

static void
relm_record_init (RelmRecord *self)
{
}

/**
 * relm_record_class_set_kind:
 * @klass: a subclass that is being initialised
 * @kind: its kind, static
 *
 * Makes the properties.
 */
void
relm_record_class_set_kind (RelmRecordClass *klass,
                            const RelmKind *kind)
{
  G_OBJECT_CLASS (klass)->get_property = relm_record_get_property; /* not inherited */
  klass->kind = kind;
  klass->n_fields = relm_kind_get_n_fields (kind);
  klass->properties = g_new0 (GParamSpec *, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      klass->properties[i] = property_for_field (&kind->fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIRST_FIELD + i, klass->properties[i]);
    }
}

/**
 * relm_record_new:
 * @type: a subclass
 * @id: (nullable): its id
 *
 * Returns: (transfer full): a record whose fields have their defaults
 */
RelmRecord *
relm_record_new (GType type,
                 const char *id)
{
  RelmRecord *self = g_object_new (type, NULL);
  RelmRecordPrivate *priv = relm_record_get_instance_private (self);

  priv->id = g_strdup (id);
  return self;
}

/**
 * relm_record_get_kind:
 *
 * Returns: what the record is
 */
const RelmKind *
relm_record_get_kind (RelmRecord *self)
{
  g_return_val_if_fail (RELM_IS_RECORD (self), NULL);

  return RELM_RECORD_GET_CLASS (self)->kind;
}

/**
 * relm_record_get_id:
 *
 * Returns: (nullable): the record's id; only a project has none
 */
const char *
relm_record_get_id (RelmRecord *self)
{
  RelmRecordPrivate *priv = relm_record_get_instance_private (self);

  g_return_val_if_fail (RELM_IS_RECORD (self), NULL);

  return priv->id;
}

/**
 * relm_record_get_title:
 *
 * Returns: (nullable): what the file calls the record, as it stands there; not for showing
 */
const char *
relm_record_get_title (RelmRecord *self)
{
  int field = relm_kind_get_title_field (relm_record_get_kind (self));

  return field < 0 ? NULL : relm_record_get_string (self, (guint) field);
}

/**
 * relm_record_dup_display_title:
 *
 * Returns: (transfer full): the title, safe to show, or a phrase that says that there is none
 */
char *
relm_record_dup_display_title (RelmRecord *self)
{
  const char *title = relm_record_get_title (self);

  if (relm_text_is_blank (title))
    /* Translators: stands where a record's title would be; the placeholder is what the record is, for example “Phase” */
    return g_strdup_printf (_ ("Untitled (%s)"), _ (relm_record_get_kind (self)->label));
  return relm_text_display_title (title);
}

/**
 * relm_record_get_value:
 * @field: a field's index in its kind's table
 *
 * Returns: (transfer none): the value, until the next edit
 */
const RelmValue *
relm_record_get_value (RelmRecord *self,
                       guint field)
{
  RelmRecordPrivate *priv = relm_record_get_instance_private (self);

  g_assert (field < RELM_RECORD_GET_CLASS (self)->n_fields);

  return &priv->values[field];
}

/**
 * relm_record_is_default:
 *
 * Returns: whether the field has its default, which is not written to the file
 */
gboolean
relm_record_is_default (RelmRecord *self,
                        guint field)
{
  const RelmField *info = &relm_record_get_kind (self)->fields[field];
  const RelmValue *value = relm_record_get_value (self, field);
  RelmValue fallback = info->fallback;

  fallback.type = info->type;
  return relm_value_equal (value, &fallback);
}

/**
 * relm_record_get_string:
 *
 * Returns: (nullable): the text, choice or id that the field holds
 */
const char *
relm_record_get_string (RelmRecord *self,
                        guint field)
{
  const RelmValue *value = relm_record_get_value (self, field);

  g_assert (!relm_field_type_is_integer (value->type) && !relm_field_type_is_array (value->type));
  return value->string;
}

/**
 * relm_record_get_integer:
 *
 * Returns: the number that the field holds
 */
gint64
relm_record_get_integer (RelmRecord *self,
                         guint field)
{
  const RelmValue *value = relm_record_get_value (self, field);

  g_assert (relm_field_type_is_integer (value->type));
  return value->integer;
}

/**
 * relm_record_get_boolean:
 *
 * Returns: what the field says
 */
gboolean
relm_record_get_boolean (RelmRecord *self,
                         guint field)
{
  return relm_record_get_integer (self, field) != 0;
}

/**
 * relm_record_get_date:
 *
 * Returns: the date that the field holds, or RELM_DATE_NONE
 */
RelmDate
relm_record_get_date (RelmRecord *self,
                      guint field)
{
  return (RelmDate) relm_record_get_integer (self, field);
}

/**
 * relm_record_get_choice:
 *
 * Returns: the index of the field's choice, or -1 for one that only a newer Relm knows
 */
int
relm_record_get_choice (RelmRecord *self,
                        guint field)
{
  return relm_field_find_choice (&relm_record_get_kind (self)->fields[field], relm_record_get_string (self, field));
}

/**
 * relm_record_get_strings:
 *
 * Returns: (transfer none) (array zero-terminated=1): the texts or ids that the field holds, possibly none
 */
const char *const *
relm_record_get_strings (RelmRecord *self,
                         guint field)
{
  static const char *const none[] = { NULL };
  const RelmValue *value = relm_record_get_value (self, field);

  g_assert (relm_field_type_is_array (value->type));
  return value->strings != NULL ? (const char *const *) value->strings : none;
}

/**
 * relm_record_set_value:
 * @value: a value of the field's type, copied; unset stands for the field's default where there is one
 *
 * Only document/ and format/ may change a record: everything else asks a document for an edit.
 */
void
relm_record_set_value (RelmRecord *self,
                       guint field,
                       const RelmValue *value)
{
  const RelmField *info = &relm_record_get_kind (self)->fields[field];
  g_auto (RelmValue) copy = { 0 };

  if (relm_value_is_unset (value) && !relm_field_type_is_integer (info->type))
    relm_value_copy (&info->fallback, &copy);
  else
    relm_value_copy (value, &copy);
  copy.type = info->type;
  relm_record_swap_value (self, field, &copy);
}

/**
 * relm_record_swap_value:
 * @value: (inout): a value of the field's type; holds the field's old one afterwards
 *
 * Exactly what undo and redo need.
 */
void
relm_record_swap_value (RelmRecord *self,
                        guint field,
                        RelmValue *value)
{
  RelmRecordPrivate *priv = relm_record_get_instance_private (self);
  RelmRecordClass *klass = RELM_RECORD_GET_CLASS (self);
  RelmValue old;

  g_return_if_fail (field < klass->n_fields);
  g_return_if_fail (value->type == klass->kind->fields[field].type);

  old = priv->values[field];
  priv->values[field] = *value;
  *value = old;
  if (relm_value_equal (&priv->values[field], value))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), klass->properties[field]);
  if (klass->kind->fields[field].flags & RELM_FIELD_TITLE)
    g_object_notify_by_pspec (G_OBJECT (self), display_title_property);
}

/**
 * relm_record_add_unknown_member:
 * @after: the index of the field that it followed in the file, or -1
 * @name: (transfer full): the name's very text
 * @text: (transfer full): the value's very text
 */
void
relm_record_add_unknown_member (RelmRecord *self,
                                int after,
                                char *name,
                                char *text)
{
  RelmRecordPrivate *priv = relm_record_get_instance_private (self);
  const RelmUnknownMember member = { .name = name, .text = text, .after = after };

  if (priv->unknown_members == NULL)
    {
      priv->unknown_members = g_array_new (FALSE, FALSE, sizeof (RelmUnknownMember));
      g_array_set_clear_func (priv->unknown_members, clear_unknown_member);
    }
  g_array_append_val (priv->unknown_members, member);
}

/**
 * relm_record_get_n_unknown_members:
 *
 * Returns: how many members the file had that this version does not know
 */
guint
relm_record_get_n_unknown_members (RelmRecord *self)
{
  RelmRecordPrivate *priv = relm_record_get_instance_private (self);

  return priv->unknown_members != NULL ? priv->unknown_members->len : 0;
}

/**
 * relm_record_get_unknown_member:
 *
 * Returns: (transfer none): one of them, in the order of the file
 */
const RelmUnknownMember *
relm_record_get_unknown_member (RelmRecord *self,
                                guint index)
{
  RelmRecordPrivate *priv = relm_record_get_instance_private (self);

  g_return_val_if_fail (index < relm_record_get_n_unknown_members (self), NULL);

  return &g_array_index (priv->unknown_members, RelmUnknownMember, index);
}
