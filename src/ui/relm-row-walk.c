/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-row-walk.h"

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * relm_row_walk:
 * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
 * @stops: (array length=n_stops): what can have the focus in it, in the order of reading
 *
 * Gives the focus to the stop after, or before, the one that has it; to the first, or the last, if none has.
 *
 * Returns: whether something in the row has the focus now; if not, it goes on to the next row
 */
gboolean
relm_row_walk (GtkDirectionType direction,
               GtkWidget *const *stops,
               guint n_stops)
{
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  int next = forward ? 0 : (int) n_stops - 1;

  for (int i = 0; i < (int) n_stops; i++)
    if (has_focus (stops[i]))
      next = forward ? i + 1 : i - 1;
  for (; next >= 0 && next < (int) n_stops; next += forward ? 1 : -1)
    if (gtk_widget_grab_focus (stops[next]))
      return TRUE;
  return FALSE;
}
