/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-mirror-row.h"
#include "relm-tracked-row.h"

struct _RelmTrackedRow
{
  GObject parent_instance;

  RelmMirrorItem *item;
  char *assignees;
};

G_DEFINE_FINAL_TYPE (RelmTrackedRow, relm_tracked_row, G_TYPE_OBJECT)

static void
relm_tracked_row_finalize (GObject *object)
{
  RelmTrackedRow *self = RELM_TRACKED_ROW (object);

  relm_mirror_row_free (RELM_MIRROR_ITEMS, self->item);
  g_free (self->assignees);
  G_OBJECT_CLASS (relm_tracked_row_parent_class)->finalize (object);
}

static void
relm_tracked_row_class_init (RelmTrackedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_tracked_row_finalize;
}

static void
relm_tracked_row_init (RelmTrackedRow *self)
{
}

/**
 * relm_tracked_row_new:
 * @item: (transfer full): what the tracker says
 * @assignees: (transfer full): what those are called who work on it
 *
 * Returns: (transfer full): the same as an object
 */
RelmTrackedRow *
relm_tracked_row_new (RelmMirrorItem *item,
                      char *assignees)
{
  RelmTrackedRow *self = g_object_new (RELM_TYPE_TRACKED_ROW, NULL);

  self->item = item;
  self->assignees = assignees;
  return self;
}

/**
 * relm_tracked_row_get_item:
 *
 * Returns: (transfer none): what the tracker says
 */
const RelmMirrorItem *
relm_tracked_row_get_item (RelmTrackedRow *self)
{
  return self->item;
}

/**
 * relm_tracked_row_get_assignees:
 *
 * Returns: (transfer none): what those are called who work on it, as the tracker says it
 */
const char *
relm_tracked_row_get_assignees (RelmTrackedRow *self)
{
  return self->assignees;
}
