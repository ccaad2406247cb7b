/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The sources of an open document, kept as the project has them: reads them when they are due, and says when one was read. One
 * per document, a GListModel of RelmSourceLink. Main thread.
 */

#pragma once

#include "relm-document.h"
#include "relm-source-link.h"

G_BEGIN_DECLS

#define RELM_TYPE_SOURCE_SET (relm_source_set_get_type ())
G_DECLARE_FINAL_TYPE (RelmSourceSet, relm_source_set, RELM, SOURCE_SET, GObject)

RelmSourceSet *relm_source_set_get (RelmDocument *document);
RelmSourceLink *relm_source_set_find (RelmSourceSet *self,
                                      RelmRecord *record);
GPtrArray *relm_source_set_list_repositories (RelmSourceSet *self);
void relm_source_set_start (RelmSourceSet *self);
void relm_source_set_look_again (RelmSourceSet *self);
void relm_source_set_sync (RelmSourceSet *self);
void relm_source_set_cancel (RelmSourceSet *self);
gboolean relm_source_set_lacks_access (RelmSourceSet *self,
                                       RelmSourceLink *link);
gboolean relm_source_set_is_busy (RelmSourceSet *self);

G_END_DECLS
