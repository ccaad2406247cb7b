/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-row-growth.h"

#define STEP 24 /* more than are in sight of a usual window */
#define MANY 216 /* about as many as a list view makes, however many items there are */

static gboolean
grow_cb (gpointer user_data)
{
  RelmRowGrowth *self = user_data;
  const guint size = gtk_slice_list_model_get_size (self->slice);

  gtk_slice_list_model_set_size (self->slice, size < MANY ? size + STEP : G_MAXUINT);
  if (size < MANY)
    return G_SOURCE_CONTINUE;
  self->id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * relm_row_growth_init:
 * @model: all items
 *
 * Begins with all of them.
 */
void
relm_row_growth_init (RelmRowGrowth *self,
                      GListModel *model)
{
  self->slice = gtk_slice_list_model_new (g_object_ref (model), 0, G_MAXUINT);
  self->id = 0;
}

/**
 * relm_row_growth_clear:
 *
 * Ends it, and forgets the model.
 */
void
relm_row_growth_clear (RelmRowGrowth *self)
{
  g_clear_handle_id (&self->id, g_source_remove);
  g_clear_object (&self->slice);
}

/**
 * relm_row_growth_start:
 *
 * Goes back to the first few; the others come by and by.
 */
void
relm_row_growth_start (RelmRowGrowth *self)
{
  gtk_slice_list_model_set_size (self->slice, STEP);
  if (self->id == 0)
    self->id = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
}

/**
 * relm_row_growth_finish:
 *
 * Has all of them at once.
 */
void
relm_row_growth_finish (RelmRowGrowth *self)
{
  g_clear_handle_id (&self->id, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}
