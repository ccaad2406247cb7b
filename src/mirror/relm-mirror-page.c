/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-page.h"

/**
 * relm_mirror_page_new:
 *
 * Returns: (transfer full): a page with nothing in it
 */
RelmMirrorPage *
relm_mirror_page_new (void)
{
  RelmMirrorPage *self = g_new0 (RelmMirrorPage, 1);

  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    self->rows[i] = relm_mirror_row_array_new (i);
  return self;
}

/**
 * relm_mirror_page_free:
 * @self: (nullable) (transfer full): a page
 */
void
relm_mirror_page_free (RelmMirrorPage *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    g_ptr_array_unref (self->rows[i]);
  g_free (self);
}

/**
 * relm_mirror_page_add:
 * @self: a page
 * @kind: of which kind
 *
 * Returns: (transfer none): a new row of that kind, to be filled
 */
gpointer
relm_mirror_page_add (RelmMirrorPage *self,
                      RelmMirrorRowKind kind)
{
  gpointer row = relm_mirror_row_new (kind);

  g_ptr_array_add (self->rows[kind], row);
  return row;
}
