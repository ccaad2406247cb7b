/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the files of the changelog page share: the page itself, and what a person may do on it.
 */

#pragma once

#include "relm-changelog-list.h"
#include "relm-changelog-page.h"
#include "relm-changelog-picker.h"
#include "relm-changelog-summary.h"
#include "relm-source-history.h"

G_BEGIN_DECLS

struct _RelmChangelogPage
{
  RelmPage parent_instance;

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
  GtkWidget *change_button;
  RelmChangelogSummary *summary;
  RelmChangelogList *list;
  GMenuModel *entry_menu;
  GSimpleActionGroup *entry_actions;

  RelmSourceHistory *history;   /* or NULL: nobody looked at the page yet */
  RelmChangelog *changelog;     /* the history's, or NULL: not read yet */
  RelmChangelogRelease *shown;  /* or NULL */
  GCancellable *cancellable;    /* of the release that is loading */
  char *picked;                 /* the release that a person chose here, or NULL: the window's */
  gboolean picking;
  guint progress_id;            /* source id, or 0: until the progress is worth showing */
};

RelmRecord *_relm_changelog_page_get_release_record (RelmChangelogPage *self);

/* What the page says when there are no entries, how the reading goes, and what went wrong with it */
void _relm_changelog_page_show_nothing (RelmChangelogPage *self);
void _relm_changelog_page_update_progress (RelmChangelogPage *self);
void _relm_changelog_page_update_error (RelmChangelogPage *self,
                                        const GError *error);
gboolean _relm_changelog_page_is_busy (RelmChangelogPage *self);

void _relm_changelog_page_add_actions (GtkWidgetClass *widget_class);
void _relm_changelog_page_add_entry_actions (RelmChangelogPage *self);
void _relm_changelog_page_update_actions (RelmChangelogPage *self);
void _relm_changelog_page_add_shortcuts (RelmChangelogPage *self);

G_END_DECLS
