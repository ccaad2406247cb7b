/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tag while a repository is read. Owned by the list that it is in; used in one thread. */

#pragma once

#include "relm-git-graph.h"
#include "relm-version.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;                     /* without refs/tags/ */
  guint8 target[RELM_GIT_OID_BYTES]; /* what the reference names */
  guint8 oid[RELM_GIT_OID_BYTES]; /* the commit that it names in the end */
  gint64 time;                    /* Unix seconds: of the tagger, else of the committer */
  gboolean annotated;
  RelmVersion *version; /* or NULL: not a release */
  gint32 commit;        /* its number in the graph, or -1 */
} RelmGitTag;

RelmGitTag *relm_git_tag_new (const char *name,
                              const guint8 *target);
void relm_git_tag_free (RelmGitTag *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitTag, relm_git_tag_free)

G_END_DECLS
