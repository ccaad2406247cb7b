/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a kind of record says about its fields: one static table per kind, the only place that lists them. Properties, JSON,
 * undo, validation, diff, search, the inspector and the schema are made from it. Static memory, any thread.
 */

#pragma once

#include "relm-value.h"

G_BEGIN_DECLS

/* 95 years of working time: the longest duration of a field. */
#define RELM_FIELD_DURATION_MAX 12000000

typedef enum
{
  RELM_FIELD_DEFAULTS = 0,
  RELM_FIELD_REQUIRED = 1 << 0,  /* a record without it is refused at load; an edit may not unset it */
  RELM_FIELD_HIDDEN = 1 << 1,    /* not offered in the inspector */
  RELM_FIELD_SENSITIVE = 1 << 2, /* about a person; left out of reports */
  RELM_FIELD_TITLE = 1 << 3,     /* what people call the record */
  RELM_FIELD_SCHEDULE = 1 << 4,  /* how its dates come about: shown together */
} RelmFieldFlags;

/* One choice of a RELM_FIELD_ENUM field. */
typedef struct
{
  const char *nick;  /* in the file, never changes */
  const char *label; /* N_() */
} RelmChoice;

/* One field. The order of a table is the order of members in the file. */
typedef struct
{
  const char *name;          /* lower case with underscores: the member in the file, and with hyphens the property */
  const char *label;         /* N_(), sentence case */
  RelmFieldType type;
  RelmFieldFlags flags;
  const char *target;        /* REFERENCE(S): the name of the kind referred to; NULL for any kind */
  const RelmChoice *choices; /* ENUM: ends with { NULL } */
  gint64 minimum;            /* INTEGER, DURATION, MONEY: with maximum, the range; both 0 for any */
  gint64 maximum;
  RelmValue fallback;        /* the default: what a record has that says nothing, and what is left out of the file */
} RelmField;

/* What a record may be: a kind. */
typedef struct
{
  const char *name;      /* singular, lower case with hyphens: "work-item" */
  const char *member;    /* the array in the file: "work_items" */
  const char *id_prefix; /* "wi" */
  const char *label;     /* N_(), singular: "Work item" */
  const char *label_plural;
  const RelmField *fields; /* ends with { NULL } */
  gboolean internal;       /* made by Relm alone: people neither list nor add them by hand */
} RelmKind;

guint relm_kind_get_n_fields (const RelmKind *kind);
int relm_kind_find_field (const RelmKind *kind,
                          const char *name);
int relm_kind_get_title_field (const RelmKind *kind);
int relm_field_find_choice (const RelmField *field,
                            const char *nick);
const char *relm_field_get_label (const RelmField *field);
const char *relm_field_get_choice_label (const RelmField *field,
                                         const char *nick);
gboolean relm_field_validate (const RelmField *field,
                              const RelmValue *value,
                              GError **error);

#define RELM_MODEL_ERROR (relm_model_error_quark ())

typedef enum
{
  RELM_MODEL_ERROR_INVALID_VALUE, /* a value that its field does not take */
  RELM_MODEL_ERROR_DUPLICATE_ID,  /* two records with one id */
} RelmModelError;

GQuark relm_model_error_quark (void);

G_END_DECLS
