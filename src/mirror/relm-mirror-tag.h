/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tag of a repository, as the mirror keeps it: a release if it has a version. A plain struct that owns its strings. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;     /* without refs/tags/ */
  char *oid;      /* of the commit that it names in the end, 40 hexadecimal digits */
  char *version;  /* or NULL: not a release */
  char *previous; /* the name of the release before, or NULL: the first */
  gint64 time;    /* when it was made, Unix seconds: the tagger's time, or the committer's if it is a light tag */
  gboolean annotated;
  gboolean prerelease;
  guint n_commits; /* of its range */
} RelmMirrorTag;

void relm_mirror_tag_free (RelmMirrorTag *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorTag, relm_mirror_tag_free)

G_END_DECLS
