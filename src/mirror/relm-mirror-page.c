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
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
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

/**
 * relm_mirror_page_count:
 * @self: a page
 *
 * Returns: how many rows of all kinds it has
 */
guint
relm_mirror_page_count (const RelmMirrorPage *self)
{
  guint n_rows = 0;

  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    n_rows += self->rows[i]->len;
  return n_rows;
}

/**
 * relm_mirror_page_take:
 * @self: a page
 * @other: (transfer full): another one, whose rows it gets
 */
void
relm_mirror_page_take (RelmMirrorPage *self,
                       RelmMirrorPage *other)
{
  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    g_ptr_array_extend_and_steal (self->rows[i], g_steal_pointer (&other->rows[i]));
  relm_mirror_page_free (other);
}
