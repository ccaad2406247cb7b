/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who took part in a release, and in how many commits: authors and co-authors, each once by their address. Owned by
 * whoever counts; not thread-safe.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *email; /* or NULL */
  guint n_commits;
  guint last_commit; /* while counting */
} RelmContributor;

typedef struct _RelmContributors RelmContributors;

RelmContributors *relm_contributors_new (void);
void relm_contributors_free (RelmContributors *self);
void relm_contributors_begin_commit (RelmContributors *self);
void relm_contributors_add (RelmContributors *self,
                            const char *name,
                            const char *email);
void relm_contributors_add_address (RelmContributors *self,
                                    const char *address);
GPtrArray *relm_contributors_steal_sorted (RelmContributors *self);
void relm_contributor_free (RelmContributor *contributor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmContributors, relm_contributors_free)

G_END_DECLS
