/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What people do to the changelog: give an entry better words, write one that no commit tells, leave one out and take it
 * back. Each is one step to undo. Commits are never touched: a change entry of the project takes their place, and finds
 * them again when the repository is read anew. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-changelog-entry.h"
#include "relm-document.h"

G_BEGIN_DECLS

/* The words of an entry. */
typedef struct
{
  const char *summary;
  const char *kind; /* the nick of a change entry's kind */
  const char *note; /* or NULL */
  const char *component; /* an id, or NULL */
  gboolean breaking;
} RelmChangelogWords;

gboolean relm_changelog_edits_set (RelmDocument *document,
                                   RelmRecord *release,
                                   RelmChangelogEntry *entry,
                                   const RelmChangelogWords *words,
                                   GError **error);
void relm_changelog_edits_leave_out (GtkWidget *from,
                                     RelmDocument *document,
                                     RelmChangelogEntry *entry);
void relm_changelog_edits_set_kind (RelmDocument *document,
                                    RelmChangelogEntry *entry,
                                    const char *nick);
void relm_changelog_edits_set_breaking (RelmDocument *document,
                                        RelmChangelogEntry *entry,
                                        gboolean breaking);
void relm_changelog_edits_take_back (RelmDocument *document,
                                     RelmRecord *record);
GPtrArray *relm_changelog_edits_list_left_out (RelmProject *project);
const char *relm_changelog_edits_find_component (RelmProject *project,
                                                 RelmChangelogEntry *entry);
const char *relm_changelog_edits_get_kind (RelmChangelogEntry *entry);

G_END_DECLS
