/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A view of what the window shows: it follows the document and the release, and is brought up to date before the next frame,
 * but only while somebody looks at it. Views are made of it, and say what they do about what has changed. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_PAGE (relm_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (RelmPage, relm_page, RELM, PAGE, AdwBin)

struct _RelmPageClass
{
  AdwBinClass parent_class;

  /* Another view state: for parts that have to know it. */
  void (*view_state_changed) (RelmPage *self);
  /* Another document, or none. relm_page_queue_update() comes by itself, as after the two below. */
  void (*document_changed) (RelmPage *self);
  /* Another release of it, or all of them. */
  void (*release_changed) (RelmPage *self);
  /* Something in the project is not what it was: see RelmProject::changed. */
  void (*project_changed) (RelmPage *self,
                           RelmChangeType type,
                           RelmRecord *record);
  /* Shows what there is now. */
  void (*update) (RelmPage *self);
};

RelmViewState *relm_page_get_view_state (RelmPage *self);
void relm_page_set_view_state (RelmPage *self,
                               RelmViewState *view_state);
RelmDocument *relm_page_get_document (RelmPage *self);
RelmProject *relm_page_get_project (RelmPage *self);
RelmRecord *relm_page_get_release (RelmPage *self);
void relm_page_queue_update (RelmPage *self);

G_END_DECLS
