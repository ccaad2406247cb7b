/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * JSON from a tracker, read in one pass: what nobody will ask for is passed over, and the rest is one array of values that
 * point into the text. Of what trackers send, most are addresses of more, again for each person; a tree in which each value
 * is a thing of its own took most of the time of a synchronisation, in which nothing is looked at twice.
 *
 * The document owns its values and their text; read-only once made. Any thread.
 */

#pragma once

#include "relm-json-name.h"

G_BEGIN_DECLS

/* Deeper JSON is no tracker's. */
#define RELM_JSON_DEPTH_MAX 64
/* Nor are more values than this in one answer. */
#define RELM_JSON_VALUES_MAX (1024 * 1024)

typedef enum
{
  RELM_JSON_VALUE_NULL,
  RELM_JSON_VALUE_BOOLEAN,
  RELM_JSON_VALUE_INTEGER,
  RELM_JSON_VALUE_OTHER_NUMBER, /* with a fraction or an exponent, or of more than 64 bits: nobody asks for those */
  RELM_JSON_VALUE_STRING,
  RELM_JSON_VALUE_ARRAY,
  RELM_JSON_VALUE_OBJECT,
} RelmJsonValueType;

/* What is in an array or an object follows it; see relm_json_value_get_first(). */
typedef struct
{
  guint8 type;       /* RelmJsonValueType */
  RelmJsonName name; /* of the member that it is; 0 when it is none */
  guint32 n_values;  /* it, and all that is in it */
  union
  {
    gint64 number;    /* also 1 for true */
    const char *text; /* valid UTF-8 */
  };
} RelmJsonValue;

typedef struct _RelmJson RelmJson;

RelmJson *relm_json_new_take (GByteArray *bytes);
void relm_json_free (RelmJson *self);
const RelmJsonValue *relm_json_get_root (const RelmJson *self);
const RelmJsonValue *relm_json_value_get_first (const RelmJsonValue *container);
const RelmJsonValue *relm_json_value_get_next (const RelmJsonValue *container,
                                               const RelmJsonValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmJson, relm_json_free)

G_END_DECLS
