/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A strict scan of JSON (RFC 8259) into a flat tape of tokens, each of which knows where in the text it stands and where its
 * next sibling is. Members of an object are two tokens, the name and the value. Text stays where it is, so that what nobody
 * understands can be written again as the very text it was. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_JSON_MAX_BYTES (64 * 1024 * 1024)
#define RELM_JSON_MAX_DEPTH 64

typedef enum
{
  RELM_JSON_OBJECT,
  RELM_JSON_ARRAY,
  RELM_JSON_STRING,
  RELM_JSON_NUMBER,
  RELM_JSON_TRUE,
  RELM_JSON_FALSE,
  RELM_JSON_NULL,
} RelmJsonType;

typedef struct
{
  guint32 start; /* bytes */
  guint32 end;
  guint32 next; /* index of the token after this one and all that it holds */
  guint32 type; /* RelmJsonType */
} RelmJsonToken;

typedef struct
{
  const char *text; /* unowned */
  gsize length;
  GArray *tokens; /* of RelmJsonToken */
} RelmJsonTape;

/* Where a scan stopped and what was expected there. */
typedef struct
{
  gsize offset;
  const char *expected; /* translated */
} RelmJsonComplaint;

gboolean relm_json_tape_scan (RelmJsonTape *tape,
                              const char *text,
                              gsize length,
                              RelmJsonComplaint *complaint);
void relm_json_tape_clear (RelmJsonTape *tape);
const RelmJsonToken *relm_json_tape_get (const RelmJsonTape *tape,
                                         guint index);
char *relm_json_tape_dup_string (const RelmJsonTape *tape,
                                 guint index);
gboolean relm_json_tape_get_integer (const RelmJsonTape *tape,
                                     guint index,
                                     gint64 *value);
void relm_json_locate (const char *text,
                       gsize offset,
                       guint *line,
                       guint *column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelmJsonTape, relm_json_tape_clear)

G_END_DECLS
