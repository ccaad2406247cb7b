/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a project says about its changelog, copied so that a worker can read it while people go on editing: its releases,
 * and the change entries that take the place of commits. Made on the main thread, then immutable.
 */

#pragma once

#include "relm-changelog-kind.h"
#include "relm-project.h"
#include "relm-version.h"

G_BEGIN_DECLS

typedef struct
{
  RelmRecord *record; /* a reference; nobody but the main thread looks into it */
  char *summary;
  char *release; /* an id, or NULL */
  char *scope;   /* the component's name, or NULL */
  char *note;    /* or NULL */
  char **commits; /* object ids or their beginnings, lower case; never NULL */
  RelmChangelogKind kind;
  gboolean breaking;
  gboolean hidden;
} RelmCuratedEntry;

typedef struct
{
  RelmRecord *record; /* a reference */
  char *id;
  char *version;
  char *tag;           /* or NULL */
  RelmVersion *parsed; /* or NULL when the version is just a name */
  gboolean matched;    /* a tag of the repository is this release */
} RelmCuratedRelease;

typedef struct
{
  GPtrArray *entries;  /* of RelmCuratedEntry, in the order of the file */
  GPtrArray *releases; /* of RelmCuratedRelease */
} RelmCurated;

RelmCurated *relm_curated_new (RelmProject *project);
void relm_curated_free (RelmCurated *self);
RelmCuratedRelease *relm_curated_find_release (RelmCurated *self,
                                               const char *tag,
                                               const char *version);
gboolean relm_curated_has_entries (RelmCurated *self,
                                   const char *release_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmCurated, relm_curated_free)

G_END_DECLS
