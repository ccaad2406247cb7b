/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The value of one field of a record. A small tagged union, because a record is a row of them and an edit is one that
 * takes another's place. A plain struct that owns what it points to; zeroed memory is an unset value. Not thread-safe.
 */

#pragma once

#include "relm-date.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_FIELD_STRING,     /* one line of text; unset is NULL */
  RELM_FIELD_TEXT,       /* several lines of text; unset is NULL */
  RELM_FIELD_INTEGER,    /* a whole number */
  RELM_FIELD_DURATION,   /* minutes of working time, see relm-duration.h; unset is 0 */
  RELM_FIELD_MONEY,      /* hundredths of the project's currency, see relm-money.h; unset is 0 */
  RELM_FIELD_BOOLEAN,    /* FALSE or TRUE */
  RELM_FIELD_DATE,       /* a RelmDate; unset is RELM_DATE_NONE */
  RELM_FIELD_ENUM,       /* the nick of a choice, kept as text so that a newer Relm's choices survive */
  RELM_FIELD_REFERENCE,  /* the id of a record */
  RELM_FIELD_REFERENCES, /* ids of records, in order */
  RELM_FIELD_STRINGS,    /* lines of text, in order */
} RelmFieldType;

typedef struct
{
  RelmFieldType type;
  union
  {
    gint64 integer; /* INTEGER, DURATION, MONEY, BOOLEAN, DATE */
    char *string;   /* STRING, TEXT, ENUM, REFERENCE; NULL is unset, the empty string never occurs */
    char **strings; /* REFERENCES, STRINGS; NULL is unset, an empty array never occurs */
  };
} RelmValue;

#define RELM_VALUE_INIT_INTEGER(n) { .type = RELM_FIELD_INTEGER, .integer = (n) }
#define RELM_VALUE_INIT_BOOLEAN(b) { .type = RELM_FIELD_BOOLEAN, .integer = (b) }
#define RELM_VALUE_INIT_DATE(d) { .type = RELM_FIELD_DATE, .integer = (d) }
#define RELM_VALUE_INIT_STRING(s) { .type = RELM_FIELD_STRING, .string = (char *) (s) }
#define RELM_VALUE_INIT_TEXT(s) { .type = RELM_FIELD_TEXT, .string = (char *) (s) }
#define RELM_VALUE_INIT_ENUM(s) { .type = RELM_FIELD_ENUM, .string = (char *) (s) }
#define RELM_VALUE_INIT_REFERENCE(s) { .type = RELM_FIELD_REFERENCE, .string = (char *) (s) }

gboolean relm_field_type_is_integer (RelmFieldType type);
gboolean relm_field_type_is_number (RelmFieldType type);
gboolean relm_field_type_is_array (RelmFieldType type);

void relm_value_copy (const RelmValue *source,
                      RelmValue *destination);
void relm_value_clear (RelmValue *value);
gboolean relm_value_equal (const RelmValue *a,
                           const RelmValue *b);
gboolean relm_value_is_unset (const RelmValue *value);
void relm_value_set_string (RelmValue *value,
                            const char *string);
void relm_value_take_strings (RelmValue *value,
                              char **strings);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelmValue, relm_value_clear)

G_END_DECLS
