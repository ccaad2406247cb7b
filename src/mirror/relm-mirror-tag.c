/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-tag.h"

/**
 * relm_mirror_tag_free:
 * @self: (nullable) (transfer full): a tag
 */
void
relm_mirror_tag_free (RelmMirrorTag *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->oid);
  g_free (self->version);
  g_free (self->previous);
  g_free (self);
}
