/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the files of the window share: the window itself, its actions, its pages and the life of its document.
 */

#pragma once

#include "relm-banners.h"
#include "relm-roadmap-view.h"
#include "relm-window.h"

G_BEGIN_DECLS

struct _RelmWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *states; /* start, loading, project */
  GtkLabel *loading_label;
  AdwNavigationSplitView *split_view;
  AdwOverlaySplitView *inspector_view;
  AdwWindowTitle *project_title;
  AdwWindowTitle *release_title;
  AdwViewStack *views;
  RelmRoadmapView *roadmap;
  RelmBanners *banners;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *save_button;

  RelmViewState *view_state;
  RelmDocument *document;     /* the view state's */
  GCancellable *cancellable;  /* of what is loading */
  GFile *loading;             /* what is loading */
  AdwToast *step_toast;       /* weak: what was undone or redone last */
  gulong paint_handler;       /* waits for the first frame */
  guint page_source;          /* makes the page after it */
  guint inhibit_cookie;
  gboolean close_after_save;
  gboolean closing;
};

void _relm_window_add_actions (RelmWindow *self);
void _relm_window_update_actions (RelmWindow *self);
void _relm_window_add_exchange_actions (RelmWindow *self);

void _relm_window_add_pages (RelmWindow *self);
void _relm_window_follow_page (RelmWindow *self);
void _relm_window_forget_first_page (RelmWindow *self);

void _relm_window_keep (RelmWindow *self);

void _relm_window_recall_size (RelmWindow *self);
void _relm_window_remember_size (RelmWindow *self);
void _relm_window_recall_look (RelmWindow *self);
void _relm_window_remember_look (RelmWindow *self);

void _relm_window_go_to_pane (RelmWindow *self,
                              int step);
void _relm_window_find (RelmWindow *self);
void _relm_window_show_inspector (RelmWindow *self,
                                  gboolean focus);

void _relm_window_add_to_recent (GFile *file);

void _relm_window_show_read_error (RelmWindow *self,
                                   const char *title,
                                   const GError *error);
void _relm_window_save (RelmWindow *self);
void _relm_window_save_as (RelmWindow *self);
void _relm_window_overwrite (RelmWindow *self);
void _relm_window_reload (RelmWindow *self);
gboolean _relm_window_may_close (RelmWindow *self);
void _relm_window_follow_document (RelmWindow *self);

G_END_DECLS
