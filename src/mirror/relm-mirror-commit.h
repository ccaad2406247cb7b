/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A commit, as the mirror keeps it: what its message says is read once, when it is stored. All text is valid UTF-8, but
 * comes from strangers: make it safe with relm_text_display() before showing it. A plain struct that owns its strings.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint32 id;          /* its number in the mirror, of no meaning elsewhere */
  char *oid;          /* 40 hexadecimal digits */
  char *author_name;  /* after the mailmap */
  char *author_email; /* after the mailmap */
  gint64 time;        /* of the author, Unix seconds */
  char *subject;      /* the first line */
  char *body;         /* all that follows the subject, with footers and trailers, or NULL */
  gboolean merge;     /* it has several parents */

  /* Conventional Commits; NULL and FALSE when it is not one */
  char *type;
  char *scope;
  char *description;
  gboolean breaking;
  char *breaking_note;

  char *reverts;     /* the object id, or its beginning, that it says it reverts, or NULL */
  char **references; /* “#12”, “owner/repo#3”, “PROJ-7”; never NULL */
  char **co_authors; /* “Name <mail>” after the mailmap; never NULL */
} RelmMirrorCommit;

void relm_mirror_commit_free (RelmMirrorCommit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorCommit, relm_mirror_commit_free)

G_END_DECLS
