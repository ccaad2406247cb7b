/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include "relm-record-list.h"

struct _RelmRecordList
{
  GObject parent_instance;

  GType record_type;
  const RelmKind *kind;
  GPtrArray *records;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmRecordList, relm_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
list_model_get_item_type (GListModel *model)
{
  return RELM_RECORD_LIST (model)->record_type;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return RELM_RECORD_LIST (model)->records->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint position)
{
  RelmRecord *record = relm_record_list_get (RELM_RECORD_LIST (model), position);

  return record != NULL ? g_object_ref (record) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
relm_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_RECORD_LIST (object)->records);

  G_OBJECT_CLASS (relm_record_list_parent_class)->finalize (object);
}

static void
relm_record_list_class_init (RelmRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_record_list_finalize;
}

static void
relm_record_list_init (RelmRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * relm_record_list_new:
 * @record_type: a subclass of RelmRecord
 *
 * Returns: (transfer full): an empty list
 */
RelmRecordList *
relm_record_list_new (GType record_type)
{
  RelmRecordList *self = g_object_new (RELM_TYPE_RECORD_LIST, NULL);
  RelmRecordClass *klass = g_type_class_get (record_type);

  self->record_type = record_type;
  self->kind = klass->kind;
  return self;
}

/**
 * relm_record_list_get_record_type:
 *
 * Returns: the subclass of RelmRecord that it holds
 */
GType
relm_record_list_get_record_type (RelmRecordList *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_LIST (self), G_TYPE_INVALID);

  return self->record_type;
}

/**
 * relm_record_list_get_kind:
 *
 * Returns: what its records are
 */
const RelmKind *
relm_record_list_get_kind (RelmRecordList *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_LIST (self), NULL);

  return self->kind;
}

/**
 * relm_record_list_get_size:
 *
 * Returns: how many records there are
 */
guint
relm_record_list_get_size (RelmRecordList *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_LIST (self), 0);

  return self->records->len;
}

/**
 * relm_record_list_get:
 *
 * Returns: (transfer none) (nullable): the record at @position, %NULL past the end
 */
RelmRecord *
relm_record_list_get (RelmRecordList *self,
                      guint position)
{
  g_return_val_if_fail (RELM_IS_RECORD_LIST (self), NULL);

  return position < self->records->len ? g_ptr_array_index (self->records, position) : NULL;
}

/**
 * relm_record_list_find:
 * @position: (out) (optional): where it is
 *
 * Returns: whether @record is in the list
 */
gboolean
relm_record_list_find (RelmRecordList *self,
                       RelmRecord *record,
                       guint *position)
{
  g_return_val_if_fail (RELM_IS_RECORD_LIST (self), FALSE);

  return g_ptr_array_find (self->records, record, position);
}

/**
 * relm_record_list_insert:
 * @position: where, at most the size
 * @record: a record of the list's kind; the list takes a reference
 */
void
relm_record_list_insert (RelmRecordList *self,
                         guint position,
                         RelmRecord *record)
{
  g_return_if_fail (RELM_IS_RECORD_LIST (self));
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (record, self->record_type));
  g_return_if_fail (position <= self->records->len);

  g_ptr_array_insert (self->records, (int) position, g_object_ref (record));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/**
 * relm_record_list_remove:
 * @position: which
 */
void
relm_record_list_remove (RelmRecordList *self,
                         guint position)
{
  g_return_if_fail (RELM_IS_RECORD_LIST (self));
  g_return_if_fail (position < self->records->len);

  g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}
