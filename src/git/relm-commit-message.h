/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a commit message says: its subject and body, what Conventional Commits 1.0.0 (https://www.conventionalcommits.org)
 * reads in it, the things it refers to, the commit it reverts or was picked from, and its co-authors. A plain struct that
 * owns its strings, made once per commit of a history, so it takes few allocations. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A footer of Conventional Commits. */
typedef struct
{
  const char *token; /* as written: “BREAKING CHANGE”, “Reviewed-by” */
  const char *value; /* may have several lines */
  char separator;    /* ':' or '#'; with '#' the value begins with it */
} RelmCommitFooter;

typedef struct
{
  const char *subject; /* the first line */
  const char *text;    /* all that follows the subject and the blank lines after it */

  /* Conventional Commits; NULL and FALSE when it is not one */
  gboolean conventional;
  const char *type; /* in lower case: the case of a type means nothing (rule 15) */
  const char *scope;
  const char *description;
  const char *body; /* without the footers */
  gboolean breaking;
  const char *breaking_note;
  RelmCommitFooter *footers; /* n_footers of them, or NULL */
  guint n_footers;

  /* for every message; NULL when there is none */
  char *pull_request; /* “#12”, “!3”: the merge request that the subject, or the last line of a merge, names */
  char *reverts;      /* the object id, or its beginning, that it says it reverts */
  char *picked_from;  /* the object id that it says it was cherry-picked from */
  char **references;  /* “#12”, “owner/repo#3”, “PROJ-7”, “https://…/issues/4”, “CVE-2026-1”: each once, in order */
  char **co_authors;  /* “Name <mail>” */

  char *storage; /* what the const strings point into */
} RelmCommitMessage;

RelmCommitMessage *relm_commit_message_parse (const char *text,
                                              gssize length);
void relm_commit_message_free (RelmCommitMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmCommitMessage, relm_commit_message_free)

G_END_DECLS
