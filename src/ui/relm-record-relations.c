/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-record-group.h"
#include "relm-record-relations.h"

struct _RelmRecordRelations
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (RelmRecordRelations, relm_record_relations, GTK_TYPE_WIDGET)

static void
relm_record_relations_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_record_relations_parent_class)->dispose (object);
}

static void
relm_record_relations_class_init (RelmRecordRelationsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_record_relations_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
relm_record_relations_init (RelmRecordRelations *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
}

/**
 * relm_record_relations_new:
 * @kind: what the record is
 *
 * Returns: (transfer floating): the groups, without a record
 */
RelmRecordRelations *
relm_record_relations_new (const RelmKind *kind)
{
  RelmRecordRelations *self = g_object_new (RELM_TYPE_RECORD_RELATIONS, NULL);
  g_autoptr (GArray) relations = relm_record_relation_list (kind);

  for (guint i = 0; i < relations->len; i++)
    gtk_widget_set_parent (GTK_WIDGET (relm_record_group_new (&g_array_index (relations, RelmRecordRelation, i))),
                           GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), relations->len > 0);
  return self;
}

/**
 * relm_record_relations_set_record:
 * @view_state: (nullable): the window's, with a document
 * @record: (nullable): what the records belong to
 */
void
relm_record_relations_set_record (RelmRecordRelations *self,
                                  RelmViewState *view_state,
                                  RelmRecord *record)
{
  g_return_if_fail (RELM_IS_RECORD_RELATIONS (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    relm_record_group_set_record (RELM_RECORD_GROUP (child), view_state, record);
}
