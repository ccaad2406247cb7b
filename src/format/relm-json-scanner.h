/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A strict scan of JSON (RFC 8259) into a flat tape of tokens that point into the text, with which the reader works. Nothing is
 * copied or converted, so that nothing is lost: a number is the very text that it is. It does not recurse, so that no text
 * can exhaust the stack, and it is bounded in depth and in tokens.
 *
 * The tape owns its tokens, not the text. Any thread.
 */

#pragma once

#include "relm-format-source.h"

G_BEGIN_DECLS

#define RELM_JSON_MAX_DEPTH 64
#define RELM_JSON_MAX_TOKENS (8 * 1024 * 1024)

typedef enum
{
  RELM_JSON_NULL,
  RELM_JSON_FALSE,
  RELM_JSON_TRUE,
  RELM_JSON_NUMBER,
  RELM_JSON_STRING,
  RELM_JSON_ARRAY,
  RELM_JSON_OBJECT,
} RelmJsonType;

typedef enum
{
  RELM_JSON_ANY = 0,           /* whatever RFC 8259 allows */
  RELM_JSON_LOSSLESS = 1 << 0, /* also no member twice, no \u0000 and no half of a surrogate pair: they do not survive */
} RelmJsonFlags;

/*
 * One value, or the name of a member. The tokens of an object are NAME VALUE NAME VALUE…, those of an array VALUE VALUE…,
 * each followed by its own content; next is the index of the token after the value and all its content.
 */
typedef struct
{
  guint32 start; /* offset of the first byte, the quote of a string included */
  guint32 end;   /* offset after the last byte */
  guint32 next;
  guint32 type : 4;     /* RelmJsonType */
  guint32 escaped : 1;  /* a string with a backslash in it */
  guint32 n_items : 27; /* members of an object, elements of an array */
} RelmJsonToken;

typedef struct
{
  RelmJsonToken *tokens; /* the first is the whole text's value */
  guint32 n_tokens;
} RelmJsonTape;

RelmJsonTape *relm_json_scan (const RelmFormatSource *source,
                              RelmJsonFlags flags,
                              GError **error);
void relm_json_tape_free (RelmJsonTape *tape);
char *relm_json_token_dup_string (const RelmJsonToken *token,
                                  const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmJsonTape, relm_json_tape_free)

G_END_DECLS
