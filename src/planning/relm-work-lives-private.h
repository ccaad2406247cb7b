/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of RelmWorkLives, for relm-work-lives.c, which has the plan, and relm-work-lives-tracker.c. */

#pragma once

#include "relm-mirror-item.h"
#include "relm-work-lives.h"

G_BEGIN_DECLS

/* A work item that mirrors a tracker item. */
typedef struct
{
  guint life;
  RelmMirrorItemState known; /* what the tracker said when the plan took it over */
} RelmWorkLink;

/* By what a milestone is known to be a release. */
typedef struct
{
  char *version;
  char *name;
} RelmWorkNames;

struct _RelmWorkLives
{
  GArray *lives;       /* of RelmWorkLife */
  GArray *scopes;      /* of RelmWorkScope; releases come first */
  GArray *names;       /* of RelmWorkNames, of the releases */
  GHashTable *numbers; /* ids of releases to their scopes, counted from 1 */
  GHashTable *links;   /* “source\nkey” to RelmWorkLink */
  RelmDate today;
  RelmDate known;
  guint n_read;
  guint n_missing;
};

char *relm_work_lives_dup_link (const char *source,
                                const char *key);

G_END_DECLS
