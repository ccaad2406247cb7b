/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A cell of a table that shows a value on one line, and edits it in place with Enter, F2 or a double click. What the value is and
 * where it goes is for those that derive from it. Made once per visible cell and used again for other rows, so showing one is
 * cheap. Belongs to its table; main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELM_TYPE_CELL (relm_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (RelmCell, relm_cell, RELM, CELL, GtkWidget)

struct _RelmCellClass
{
  GtkWidgetClass parent_class;

  /* Shows the value as it is now. */
  void (*show) (RelmCell *self);

  /* Begins to edit, and says whether it can. */
  gboolean (*edit) (RelmCell *self);

  /* Takes what was written, or says why not. */
  gboolean (*commit) (RelmCell *self,
                      const char *text,
                      GError **error);
};

void relm_cell_set_numeric (RelmCell *self);
void relm_cell_set_text (RelmCell *self,
                         const char *text,
                         const char *label);
const char *relm_cell_get_text (RelmCell *self);
void relm_cell_set_look (RelmCell *self,
                         const char *icon,
                         const char *style,
                         const char *hint);
GtkEntry *relm_cell_begin_text (RelmCell *self,
                                const char *text,
                                const char *label);
void relm_cell_begin_popover (RelmCell *self,
                              GtkPopover *popover);
void relm_cell_drop (RelmCell *self);
void relm_cell_refresh (RelmCell *self);
gboolean relm_cell_edit (RelmCell *self);
gboolean relm_cell_is_editing (RelmCell *self);
GtkEditable *relm_cell_get_entry (RelmCell *self);

RelmCell *relm_cell_find_at (GtkWidget *table,
                             double x,
                             double y);
void relm_cell_add_double_click (GtkWidget *table);

G_END_DECLS
