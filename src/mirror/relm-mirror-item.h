/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rows of a tracker's mirror: what every tracker has in common, whatever it calls it. Plain structs that own what they
 * point to; made by relm_mirror_page_add() or read from a RelmMirrorTracker, ended with relm_mirror_row_free().
 *
 * All text is valid UTF-8 but comes from strangers: make it safe with relm_text_display() before showing it, and an address
 * with relm_uri_check() before opening it. Times are Unix seconds, 0 when there is none; days are civil dates.
 */

#pragma once

#include "relm-date.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_MIRROR_ITEM_ISSUE,
  RELM_MIRROR_ITEM_MERGE_REQUEST,
} RelmMirrorItemKind;

typedef enum
{
  RELM_MIRROR_ITEM_OPEN,
  RELM_MIRROR_ITEM_IN_PROGRESS, /* open, and the tracker says that somebody works on it */
  RELM_MIRROR_ITEM_DONE,        /* closed as done, or merged */
  RELM_MIRROR_ITEM_DROPPED,     /* closed without being done: not planned, duplicate, rejected */
} RelmMirrorItemState;

/* An issue or a merge request. */
typedef struct
{
  char *key; /* as people write it: “#12”, “!12”, “PROJ-12”; unique in a source */
  gint64 kind;
  gint64 state;
  char *raw_state; /* what the tracker says */
  char *type;      /* the tracker's own: “Bug”; or NULL */
  char *priority;  /* the tracker's own, or NULL */
  char *title;
  char *author;     /* the key of a person, or NULL */
  char **assignees; /* keys of people; NULL for none */
  char **labels;    /* names; NULL for none */
  char *milestone;  /* its key, or NULL */
  gint64 created;
  gint64 updated;
  gint64 closed;
  gint64 due; /* RelmDate, or RELM_DATE_NONE */
  char *url;
  char *merge_commit; /* hexadecimal object id of what the merge request became, or NULL */
  char *branch;       /* where it goes, or NULL */
  char **closes;      /* keys of items that it says it closes; NULL for none */
} RelmMirrorItem;

/* A milestone, or a version, of the tracker. */
typedef struct
{
  char *key; /* the tracker's id */
  char *title;
  gint64 closed; /* whether: it is over, or released */
  gint64 start;  /* RelmDate, or RELM_DATE_NONE */
  gint64 due;    /* RelmDate, or RELM_DATE_NONE */
  gint64 updated;
  char *description;
  char *url;
} RelmMirrorMilestone;

/* A release as the tracker published it, for a tag. */
typedef struct
{
  char *key; /* the tag */
  char *name;
  gint64 published;
  gint64 draft;
  gint64 prerelease;
  char *url;
  char **milestones; /* keys; NULL for none */
} RelmMirrorPublication;

typedef struct
{
  char *key; /* the name */
  char *colour; /* “#rrggbb”, or NULL */
  char *description;
} RelmMirrorLabel;

typedef struct
{
  char *key; /* the login */
  char *name;
  char *url;
} RelmMirrorPerson;

G_END_DECLS
