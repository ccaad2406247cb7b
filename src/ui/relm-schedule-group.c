/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-schedule-group.h"

typedef struct
{
  RelmViewState *view_state;
  RelmPlanSchedule *schedule;
  RelmRecord *record;
  GPtrArray *rows; /* of GtkWidget, unowned */
  guint update_id;
} RelmScheduleGroupPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RelmScheduleGroup, relm_schedule_group, ADW_TYPE_PREFERENCES_GROUP)

static RelmScheduleGroupPrivate *
get_private (RelmScheduleGroup *self)
{
  return relm_schedule_group_get_instance_private (self);
}

static void
update_cb (RelmScheduleGroup *self)
{
  RelmScheduleGroupPrivate *priv = get_private (self);
  gboolean shown = FALSE;

  for (guint i = 0; i < priv->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (priv->rows, i));
  g_ptr_array_set_size (priv->rows, 0);
  if (priv->record != NULL && priv->schedule != NULL)
    shown = RELM_SCHEDULE_GROUP_GET_CLASS (self)->fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}

static gboolean
idle_cb (gpointer data)
{
  get_private (data)->update_id = 0;
  update_cb (data);
  return G_SOURCE_REMOVE;
}

static void
project_changed_cb (RelmScheduleGroup *self,
                    guint type,
                    RelmRecord *record,
                    guint field)
{
  const RelmScheduleGroupClass *klass = RELM_SCHEDULE_GROUP_GET_CLASS (self);
  RelmScheduleGroupPrivate *priv = get_private (self);

  if (priv->update_id == 0 && klass->get_other_type != NULL && G_TYPE_CHECK_INSTANCE_TYPE (record, klass->get_other_type ()))
    priv->update_id = g_idle_add (idle_cb, self);
}

static void
relm_schedule_group_dispose (GObject *object)
{
  relm_schedule_group_set_record (RELM_SCHEDULE_GROUP (object), NULL, NULL);

  G_OBJECT_CLASS (relm_schedule_group_parent_class)->dispose (object);
}

static void
relm_schedule_group_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (RELM_SCHEDULE_GROUP (object))->rows);

  G_OBJECT_CLASS (relm_schedule_group_parent_class)->finalize (object);
}

static void
relm_schedule_group_class_init (RelmScheduleGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_schedule_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_schedule_group_finalize;
}

static void
relm_schedule_group_init (RelmScheduleGroup *self)
{
  get_private (self)->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * relm_schedule_group_set_record:
 * @view_state: (nullable): the window's, with a document
 * @record: (nullable): what is told of
 */
void
relm_schedule_group_set_record (RelmScheduleGroup *self,
                                RelmViewState *view_state,
                                RelmRecord *record)
{
  RelmPlanSchedule *schedule = view_state != NULL ? relm_view_state_get_schedule (view_state) : NULL;
  RelmScheduleGroupPrivate *priv;

  g_return_if_fail (RELM_IS_SCHEDULE_GROUP (self));

  priv = get_private (self);
  g_clear_handle_id (&priv->update_id, g_source_remove);
  if (priv->schedule != NULL)
    {
      g_signal_handlers_disconnect_by_data (relm_plan_schedule_get_project (priv->schedule), self);
      g_signal_handlers_disconnect_by_data (priv->schedule, self);
    }
  if (priv->view_state != NULL)
    g_signal_handlers_disconnect_by_data (priv->view_state, self);
  g_set_object (&priv->view_state, view_state);
  g_set_object (&priv->schedule, schedule);
  g_set_object (&priv->record, record);
  if (schedule != NULL)
    {
      g_signal_connect_swapped (schedule, "changed", G_CALLBACK (update_cb), self);
      g_signal_connect_swapped (relm_plan_schedule_get_project (schedule), "changed", G_CALLBACK (project_changed_cb), self);
    }
  if (view_state != NULL)
    g_signal_connect_swapped (view_state, "notify::baseline", G_CALLBACK (update_cb), self);
  update_cb (self);
}

/**
 * relm_schedule_group_get_view_state:
 *
 * Returns: (transfer none) (nullable): of the window
 */
RelmViewState *
relm_schedule_group_get_view_state (RelmScheduleGroup *self)
{
  g_return_val_if_fail (RELM_IS_SCHEDULE_GROUP (self), NULL);

  return get_private (self)->view_state;
}

/**
 * relm_schedule_group_get_schedule:
 *
 * Returns: (transfer none) (nullable): the dates of the record's project
 */
RelmPlanSchedule *
relm_schedule_group_get_schedule (RelmScheduleGroup *self)
{
  g_return_val_if_fail (RELM_IS_SCHEDULE_GROUP (self), NULL);

  return get_private (self)->schedule;
}

/**
 * relm_schedule_group_get_record:
 *
 * Returns: (transfer none) (nullable): what is told of
 */
RelmRecord *
relm_schedule_group_get_record (RelmScheduleGroup *self)
{
  g_return_val_if_fail (RELM_IS_SCHEDULE_GROUP (self), NULL);

  return get_private (self)->record;
}

/**
 * relm_schedule_group_add:
 * @row: a row of the group, which is taken away when the group is filled anew
 */
void
relm_schedule_group_add (RelmScheduleGroup *self,
                         AdwActionRow *row)
{
  g_return_if_fail (RELM_IS_SCHEDULE_GROUP (self));

  g_ptr_array_add (get_private (self)->rows, row);
}
