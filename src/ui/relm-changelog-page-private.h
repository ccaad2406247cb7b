/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the files of the changelog page share: the page itself, and what a person may do on it.
 */

#pragma once

#include "relm-changelog-list.h"
#include "relm-changelog-page.h"
#include "relm-changelog-picker.h"
#include "relm-changelog-summary.h"

G_BEGIN_DECLS

struct _RelmChangelogPage
{
  AdwBin parent_instance;

  AdwBanner *banner;
  AdwMultiLayoutView *tools;
  RelmChangelogPicker *picker;
  GtkEditable *search;
  GtkDropDown *kinds;
  GtkWidget *progress_box;
  GtkLabel *status;
  GtkProgressBar *progress;
  GtkStack *states; /* loading, no-source, empty, entries */
  AdwStatusPage *empty;
  GtkButton *empty_button;
  RelmChangelogSummary *summary;
  RelmChangelogList *list;
  GMenuModel *entry_menu;

  RelmViewState *view_state;
  RelmProject *project;         /* that is followed */
  RelmChangelog *changelog;     /* or NULL: not read yet */
  RelmChangelogRelease *shown;  /* or NULL */
  GCancellable *cancellable;    /* of what is loading */
  char *picked;                 /* the release that a person chose here, or NULL: the window's */
  gboolean picking;
  gboolean stale;
  guint update_id;
};

RelmDocument *_relm_changelog_page_get_document (RelmChangelogPage *self);
RelmRecord *_relm_changelog_page_get_release_record (RelmChangelogPage *self);
gboolean _relm_changelog_page_has_source (RelmChangelogPage *self);
void _relm_changelog_page_refresh (RelmChangelogPage *self);
void _relm_changelog_page_cancel (RelmChangelogPage *self);

void _relm_changelog_page_add_actions (GtkWidgetClass *widget_class);
void _relm_changelog_page_update_actions (RelmChangelogPage *self);
void _relm_changelog_page_add_shortcuts (RelmChangelogPage *self);

G_END_DECLS
